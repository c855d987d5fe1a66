import { z } from 'zod'
import { nominationColumns, NominationRow, type NominationColumn } from '../../contracts/nominations-file.ts'
import { readAll, readRow, type ReadFile } from '../../imports/table-file.ts'

/** What was sent of one candidate, as it was typed. */
export type TypedNomination = Readonly<Partial<Record<NominationColumn, string>>>
/** A sent form: what was typed, what can be read of it, and the last entry that its reader saw. */
export interface NominateForm {
  readonly typed: TypedNomination
  readonly read: ReadFile<NominationRow>
  readonly seq: string
}

/** What nobody has typed in yet: whoever fills it in is the partner. */
export const emptyNomination: TypedNomination = { channel: 'partnerContact' }

const text = z.string().optional().catch(undefined)
const Sent = z.object({ seq: text, ...Object.fromEntries(nominationColumns.map((column) => [column, text])) }).catch({})

/** Reads a sent form as the one row of a file; what is wrong with it is told by field. */
export function readNominateForm(body: unknown): NominateForm {
  const sent: Readonly<Record<string, string | undefined>> = Sent.parse(body ?? {})
  const typed = Object.fromEntries(nominationColumns.map((column) => [column, sent[column]?.trim() ?? '']))
  const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
  return { typed, read: readAll([readRow(NominationRow, { line: 1, said })]), seq: sent['seq'] ?? '' }
}
