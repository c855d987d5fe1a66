import { z } from 'zod'
import { namedIn } from './named.ts'
import { Refusal } from './refusals.ts'
import type { Deciding } from './process.ts'
import type { Party } from './roster.ts'

/** What a document can be. */
export const documentTypes = ['pdf', 'jpeg', 'png'] as const
export type DocumentType = (typeof documentTypes)[number]

/** The id under which an uploaded document is named by commands, in a field called `document`: 32 hexadecimal digits that say nothing. */
export const DocumentId = z.string().regex(/^[0-9a-f]{32}$/)

/** What is known of a document, without its name: that may speak of people. */
export interface StoredDocument {
  readonly type: DocumentType
  readonly bytes: number
  /** Of its content, as lower-case hex. */
  readonly sha256: string
}
/** One that was uploaded and belongs to no file yet. */
export interface LooseDocument extends StoredDocument {
  /** Who uploaded it. */
  readonly by: Party
}
/** The documents that the commands of a step name, and that belong to no file yet. Those of others are among them, and no rule takes them. */
export interface DocumentFacts {
  readonly documents?: Readonly<Record<string, LooseDocument>>
}

/**
 * What is to be attached, as an event keeps it: `attached('5e…', context)` → `{ document: '5e…', type: 'pdf', bytes: 52114, sha256: '9f…' }`.
 * Throws `document.unknown` for one that is not there, is somebody else's, or belongs to a file already.
 */
export function attached(
  document: string,
  { facts: { documents = {} }, actor }: Pick<Deciding<DocumentFacts>, 'facts' | 'actor'>,
): StoredDocument & { readonly document: string } {
  const known = Object.hasOwn(documents, document) ? documents[document] : undefined
  if (known?.by !== actor.id) throw new Refusal('document.unknown', { document })
  const { type, bytes, sha256 } = known
  return { document, type, bytes, sha256 }
}

/** Facts without the documents that an earlier command of the same step has attached. */
export const withoutDocuments = <F extends object>(facts: F & DocumentFacts, attached: readonly string[]): F =>
  facts.documents && attached.length > 0
    ? {
        ...facts,
        documents: Object.fromEntries(Object.entries(facts.documents).filter(([id]) => !attached.includes(id))),
      }
    : facts

/** The documents that an input names, wherever it has a field `document`: `documentsIn({ piece: 'passport', document: '5e…' })` → `['5e…']`. */
export const documentsIn = (input: unknown): readonly string[] =>
  namedIn(input, 'document').filter((id) => DocumentId.safeParse(id).success)
