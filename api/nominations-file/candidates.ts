import { randomBytes } from 'node:crypto'
import { standing } from '../../domain/participation/nominations/nomination.ts'
import type { Participation } from '../../domain/participation/participation.ts'
import { Refusal } from '../../domain/refusals.ts'
import { recognisedBy, type Candidate } from '../../domain/register/candidate.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import { findCandidatesLike } from '../../store/register/candidates.ts'
import type { Editing } from '../../store/register/edit.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import type { NominationRow } from '../contracts/nominations-file.ts'
import type { ReadFile, RowFault } from '../imports/table-file.ts'
import { candidateIdOf } from '../register/candidates.ts'
import { assertCountry } from '../register/places.ts'
import type { VisitorScene } from '../register/scene.ts'

/** Who the rows of a file are: the record of each, those that are edits, and what is wrong with others. */
export interface Recognition {
  readonly rows: readonly { readonly line: number; readonly row: NominationRow; readonly candidate: string }[]
  readonly edits: readonly Editing<CandidateDoc>[]
  readonly faults: readonly RowFault[]
}

/** What is wrong with a row, wherever it stands. */
export type Fault = Omit<RowFault, 'line'>
export type Rows = Pick<ReadFile<NominationRow>, 'rows'>
export interface Recognising {
  readonly scene: VisitorScene
  readonly file: { readonly state: Participation }
}
/** Says who the rows of a file are, before they are nominated to it. */
export type Recognise = (read: Rows, recognising: Recognising) => Promise<Recognition>

/**
 * Recognises whoever stands in a file by their address, and has everyone else registered. An address that is somebody else's, a person who
 * stands there twice, and one who likely is somebody with another address are faults: a person decides.
 */
export const recognised: Recognise = async ({ rows }, { scene: { store, on, deps }, file }) => {
  const { school } = deps
  const here = standing(file.state).map(({ candidate }) => candidate)
  const like = await findCandidatesLike(
    store,
    rows.map(({ row }) => row),
  )
  // Of several with one address it is the one who stands here.
  const known = [true, false].flatMap((stands) => like.filter(({ _id }) => here.includes(_id) === stands))
  const found: { line: number; row: NominationRow; candidate: string }[] = []
  const faults: RowFault[] = []
  for (const { line, row } of rows) {
    const fault = twiceIn(row, found) ?? faultOf(row, { known, school, on })
    const same = known.find((other) => recognisedBy(row, other) === 'email')
    if (fault) faults.push({ line, ...fault })
    else found.push({ line, row, candidate: same?._id ?? candidateIdOf(randomBytes(16).toString('hex')) })
  }
  return { rows: found, faults, edits: found.map(editOf) }
}

function faultOf(
  row: NominationRow,
  { known, school, on }: { known: readonly (CandidateDoc & Candidate)[]; school: SchoolPolicy; on: CivilDate },
): Fault | undefined {
  const unsound = unsoundIn(row, { school, on })
  if (unsound) return unsound
  const same = known.find((other) => recognisedBy(row, other) === 'email')
  if (same) {
    const isSame = recognisedBy({ ...row, email: '' }, { ...same, email: '-' }) !== undefined
    return isSame ? undefined : { column: 'email', code: 'register.candidate-known', fields: { candidate: same._id } }
  }
  const likely = known.filter((other) => recognisedBy(row, other) !== undefined)
  if (likely.length === 0) return undefined
  return { column: 'name', code: 'register.candidate-likely', fields: { candidates: likely.map(({ _id }) => _id) } }
}

/** What cannot be said of anybody: a country that is none, a birth that is still to come. */
export function unsoundIn(
  row: NominationRow,
  { school, on }: { readonly school: SchoolPolicy; readonly on: CivilDate },
): Fault | undefined {
  for (const column of ['nationality', 'residence'] as const) {
    const fault = refusedFor(() => assertCountry(school, row[column]))
    if (fault) return { column, code: fault.code, fields: fault.fields }
  }
  return row.birthOn >= on
    ? { column: 'birthOn', code: 'register.birth-ahead', fields: { on: row.birthOn } }
    : undefined
}

/** Somebody stands in a file twice. */
export const twiceIn = (row: NominationRow, before: readonly Pick<Rows['rows'][number], 'row'>[]): Fault | undefined =>
  before.some((other) => recognisedBy(row, other.row) !== undefined)
    ? { column: 'email', code: 'named_twice' }
    : undefined

function refusedFor(check: () => void): Refusal | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error
  }
}

const editOf = ({ row, candidate: id }: Recognition['rows'][number]): Editing<CandidateDoc> => ({
  id,
  decide: (before) => ({ act: before ? 'Edited' : 'Added', change: candidateIn(row) }),
})

/** Who a row says that somebody is, as the register has it. */
export function candidateIn({ name, birthOn, email, language, nationality, residence, level }: Candidate): Candidate {
  return { name, birthOn, email: email.toLowerCase(), language, nationality, residence, level }
}
