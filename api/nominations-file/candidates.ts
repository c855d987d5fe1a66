import { randomBytes } from 'node:crypto'
import { standing } from '../../domain/participation/nominations/nomination.ts'
import type { Participation } from '../../domain/participation/participation.ts'
import { recognisedBy, type Candidate } from '../../domain/register/candidate.ts'
import { findCandidatesLike } from '../../store/register/candidates.ts'
import type { Editing } from '../../store/register/edit.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import type { NominationRow } from '../contracts/nominations-file.ts'
import type { ReadFile } from '../imports/table-file.ts'
import { candidateIdOf } from '../register/candidates.ts'
import type { VisitorScene } from '../register/scene.ts'
import { nearAmong } from './near.ts'
import type { Fault } from './unsound.ts'

/** Who a row is of: their record, the edit that has it say so, and what is wrong with it where that cannot be. */
export interface RecognisedRow {
  readonly line: number
  readonly row: NominationRow
  readonly candidate: string
  readonly edit: Editing<CandidateDoc>
  readonly fault?: Fault | undefined
}
export interface Recognising {
  readonly scene: VisitorScene
  readonly file: { readonly state: Participation }
}
/** Says who the rows of a file are, before they are nominated to it. */
export type Recognise = (
  read: Pick<ReadFile<NominationRow>, 'rows'>,
  recognising: Recognising,
) => Promise<readonly RecognisedRow[]>

/**
 * Recognises whoever stands in a file by their address, and has everyone else registered. An address that is somebody else's, and one who likely is
 * somebody with another address are faults: a person decides.
 */
export const recognised: Recognise = async ({ rows }, { scene: { store }, file }) => {
  const here = standing(file.state).map(({ candidate }) => candidate)
  const like = await findCandidatesLike(
    store,
    rows.map(({ row }) => row),
  )
  // Of several with one address it is the one who stands here.
  const known = [true, false].flatMap((stands) => like.filter(({ _id }) => here.includes(_id) === stands))
  const people = nearAmong(known)
  return rows.map(({ line, row }) => {
    const near = people.of(row)
    const fault = faultOf(row, near)
    const same = fault ? undefined : near.find((other) => recognisedBy(row, other) === 'email')
    const candidate = same?._id ?? anyCandidateId()
    return { line, row, candidate, edit: editOf(candidate, row), fault }
  })
}

function faultOf(row: NominationRow, known: readonly (CandidateDoc & Candidate)[]): Fault | undefined {
  const same = known.find((other) => recognisedBy(row, other) === 'email')
  if (same) {
    const isSame = recognisedBy({ ...row, email: '' }, { ...same, email: '-' }) !== undefined
    return isSame ? undefined : { column: 'email', code: 'register.candidate-known', fields: { candidate: same._id } }
  }
  const likely = known.filter((other) => recognisedBy(row, other) !== undefined)
  if (likely.length === 0) return undefined
  return { column: 'name', code: 'register.candidate-likely', fields: { candidates: likely.map(({ _id }) => _id) } }
}

/** The id of somebody whom nobody knows yet. */
export const anyCandidateId = (): string => candidateIdOf(randomBytes(16).toString('hex'))

const editOf = (id: string, row: NominationRow): Editing<CandidateDoc> => ({
  id,
  decide: (before) => ({ act: before ? 'Edited' : 'Added', change: candidateIn(row) }),
})

/** Who a row says that somebody is, as the register has it. */
export function candidateIn({ name, birthOn, email, language, nationality, residence, level }: Candidate): Candidate {
  return { name, birthOn, email: email.toLowerCase(), language, nationality, residence, level }
}
