import { without } from '../without.ts'

/** What the register holds: documents that people edit, each with its own stream in the ledger. A `text` says that a free text was erased, and of which stream. */
export const registerTypes = ['partner', 'person', 'centre', 'country', 'programme', 'candidate', 'text'] as const
export type RegisterType = (typeof registerTypes)[number]

/** The stream of a document, `'partner/usth'`: ids of the register and of processes never meet, as their types differ. */
export const registerStream = (type: RegisterType, id: string): string => `${type}/${id}`

/** What can happen to a document. */
export const registerActs = ['Added', 'Edited', 'Erased'] as const
export type RegisterAct = (typeof registerActs)[number]

/** Some values by the name of their field. */
export type Fields = Readonly<Record<string, unknown>>

/** What an entry of the register says: the names of the fields, the values that concern nobody, and references to those that do. */
export interface RegisterData {
  readonly fields: readonly string[]
  readonly set: Fields
  /** Whose personal values (`'person/p5'`, `'contact/usth-c1'`) are kept in which text. */
  readonly values: Readonly<Record<string, string>>
}

/** The document's plain values after its entries: personal ones are not in the ledger, and so not in the fold. */
export const foldRegister = (entries: readonly Pick<RegisterData, 'fields' | 'set'>[]): Fields =>
  entries.reduce<Fields>((doc, { fields, set }) => ({ ...without(doc, fields), ...set }), {})

/** Every field that some entry has written. */
export const fieldsWritten = (entries: readonly Pick<RegisterData, 'fields'>[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ fields }) => fields))
