import { randomBytes } from 'node:crypto'
import { recognisedBy, type Candidate } from '../../domain/register/candidate.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import { findCandidatesLike } from '../../store/register/candidates.ts'
import type { Editing } from '../../store/register/edit.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import type { Store } from '../../store/connect.ts'
import type { NominationRow } from '../contracts/nominations-file.ts'
import { candidateIdOf } from '../register/candidates.ts'
import type { ReadFile, RowFault } from '../table-file.ts'
import { assertCountry } from '../register/places.ts'

/** Who the rows of a file are: the record of each, those that are edits, and what is wrong with others. */
export interface Recognition {
  readonly rows: readonly { readonly line: number; readonly row: NominationRow; readonly candidate: string }[]
  readonly edits: readonly Editing<CandidateDoc>[]
  readonly faults: readonly RowFault[]
}

/**
 * Recognises whoever stands in a file by their address, and has everyone else registered. An address that is somebody else's, a person who
 * stands there twice, and one who likely is somebody with another address are faults: a person decides.
 */
export async function recognised(
  { rows }: Pick<ReadFile<NominationRow>, 'rows'>,
  { store, school, on }: { store: Store; school: SchoolPolicy; on: CivilDate },
): Promise<Recognition> {
  const known = await findCandidatesLike(
    store,
    rows.map(({ row }) => row),
  )
  const found: { line: number; row: NominationRow; candidate: string }[] = []
  const faults: RowFault[] = []
  for (const { line, row } of rows) {
    const before = found.find((other) => recognisedBy(row, other.row) !== undefined)
    const fault = before ? { column: 'email', code: 'named_twice' } : faultOf(row, { known, school, on })
    const same = known.find((other) => recognisedBy(row, other) === 'email')
    if (fault) faults.push({ line, ...fault })
    else found.push({ line, row, candidate: same?._id ?? candidateIdOf(randomBytes(16).toString('hex')) })
  }
  return { rows: found, faults, edits: found.map(editOf) }
}

function faultOf(
  row: NominationRow,
  { known, school, on }: { known: readonly (CandidateDoc & Candidate)[]; school: SchoolPolicy; on: CivilDate },
): Omit<RowFault, 'line'> | undefined {
  for (const column of ['nationality', 'residence'] as const) {
    const fault = refusedFor(() => assertCountry(school, row[column]))
    if (fault) return { column, code: fault.code, fields: fault.fields }
  }
  if (row.birthOn >= on) return { column: 'birthOn', code: 'register.birth-ahead', fields: { on: row.birthOn } }
  const same = known.find((other) => recognisedBy(row, other) === 'email')
  if (same) {
    const isSame = recognisedBy({ ...row, email: '' }, { ...same, email: '-' }) !== undefined
    return isSame ? undefined : { column: 'email', code: 'register.candidate-known', fields: { candidate: same._id } }
  }
  const likely = known.filter((other) => recognisedBy(row, other) !== undefined)
  if (likely.length === 0) return undefined
  return { column: 'name', code: 'register.candidate-likely', fields: { candidates: likely.map(({ _id }) => _id) } }
}

function refusedFor(check: () => void): Refusal | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error
  }
}

function editOf({ row, candidate: id }: Recognition['rows'][number]): Editing<CandidateDoc> {
  const { name, birthOn, email, language, nationality, residence, level } = row
  const change = { name, birthOn, email: email.toLowerCase(), language, nationality, residence, level }
  return { id, decide: (before) => ({ act: before ? 'Edited' : 'Added', change }) }
}
