import { trusted, type QueryFilter } from 'mongoose'
import type { Store } from './connect.ts'
import { foldFields, type FoldDoc } from './files.ts'
import type { FileDoc } from './schemas.ts'

/** What files are narrowed to: a field of their state, and what it says, or is among what it lists. */
export type Only = Readonly<Record<string, string>>

/** One page of the files of one type: those that concern any of these parties, by id; `after` is the last id of the page before. */
export interface FilesAsked {
  readonly type: string
  readonly parties: readonly string[]
  readonly limit: number
  readonly after?: string | undefined
  readonly only?: Only | undefined
}

const asked = ({ type, parties, after = '', only = {} }: FilesAsked): QueryFilter<FileDoc> => ({
  type,
  parties: trusted({ $in: [...parties] }),
  _id: trusted({ $gt: after }),
  ...inState(only),
})

/** Fields of a state by their paths: `{ partner: 'usth' }` → `{ 'state.partner': 'usth' }` */
const inState = <T>(fields: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`state.${field}`, value]))

/** A page of files. */
export const listFiles = ({ files }: Store, page: FilesAsked): Promise<FoldDoc[]> =>
  files.find(asked(page), foldFields).sort({ _id: 1 }).limit(page.limit).lean()

/** A part of a file: some fields of its state, and what it waits for. */
export type FilePart = Pick<FileDoc, '_id' | 'state' | 'waits' | 'policy'>

/** A page of files, of each no more than these fields of its state and what it waits for. */
export const listParts = (
  { files }: Store,
  { fields, ...page }: FilesAsked & { readonly fields: readonly string[] },
): Promise<FilePart[]> =>
  files
    .find(asked(page), { ...inState(Object.fromEntries(fields.map((field) => [field, 1]))), waits: 1, policy: 1 })
    .sort({ _id: 1 })
    .limit(page.limit)
    .lean<FilePart[]>()
