import { trusted, type QueryFilter } from 'mongoose'
import type { DatedWait } from '../domain/dated-wait.ts'
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

/** A part of a file: some fields of its state, and what it waits for, whoever waits for it. */
export interface FilePart extends Pick<FileDoc, '_id' | 'state' | 'policy'> {
  readonly waits: readonly DatedWait[]
}
const datedWaits = ['kind', 'about', 'since', 'lastOn', 'passesAt'] as const satisfies readonly (keyof DatedWait)[]

const shown = (paths: readonly string[]): Readonly<Record<string, 1>> =>
  Object.fromEntries(paths.map((path) => [path, 1]))

/** A page of files, of each no more than these fields of its state and what it waits for. */
export const listParts = (
  { files }: Store,
  { fields, ...page }: FilesAsked & { readonly fields: readonly string[] },
): Promise<FilePart[]> =>
  files
    .find(asked(page), { ...inState(shown(fields)), ...shown(datedWaits.map((field) => `waits.${field}`)), policy: 1 })
    .sort({ _id: 1 })
    .limit(page.limit)
    .lean<FilePart[]>()
