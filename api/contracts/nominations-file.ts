import { z } from 'zod'
import { channels } from '../../domain/participation/nominations/nomination.ts'
import { FreeText, Id } from '../../domain/text.ts'
import type { ColumnName } from '../../locales/columns.ts'
import { candidateFields } from './register/candidate.ts'
import { Imported } from './register/import.ts'

/** The columns of a file of nominations, in the order of the template. */
export const nominationColumns = [
  'name',
  'birthOn',
  'email',
  'language',
  'nationality',
  'residence',
  'level',
  'wish1',
  'wish2',
  'wish3',
  'channel',
  'statement',
] as const satisfies readonly ColumnName[]
export type NominationColumn = (typeof nominationColumns)[number]

/** One row: a candidate and what is said of them; an empty cell says nothing. */
export const NominationRow = z.strictObject({
  ...candidateFields,
  wish1: Id,
  wish2: Id.optional(),
  wish3: Id.optional(),
  channel: z.enum(channels),
  statement: FreeText.optional(),
})
export type NominationRow = z.output<typeof NominationRow>

/** What a row says where it can be read, though it cannot elsewhere. */
export const PartOfRow = NominationRow.partial()
export type PartOfRow = z.output<typeof PartOfRow>

/** What a file of nominations did, or would do. */
export const NominationsImported = Imported.pick({ dryRun: true, rows: true, faults: true })
  .extend({
    nominated: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    candidates: z.object({ added: z.int(), edited: z.int() }),
  })
  .meta({ id: 'NominationsImported' })
