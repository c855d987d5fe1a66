import { trusted } from 'mongoose'
import { isHeld, type Candidate, type Recognised } from '../../domain/register/candidate.ts'
import type { Store } from '../connect.ts'
import type { CandidateDoc } from './schemas.ts'

/** Candidates by id, after an id. */
export const findCandidates = ({ candidates }: Pick<Store, 'candidates'>, after = ''): Promise<CandidateDoc[]> =>
  candidates
    .find({ _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .lean()

/** Everyone who could be one of these: who has the same address, or was born on the same day. */
export async function findCandidatesLike(
  { candidates }: Pick<Store, 'candidates'>,
  some: readonly Pick<Recognised, 'email' | 'birthOn'>[],
): Promise<(CandidateDoc & Candidate)[]> {
  const docs = await candidates
    .find({
      $or: [
        { email: trusted({ $in: some.map(({ email }) => email.toLowerCase()) }) },
        { birthOn: trusted({ $in: some.map(({ birthOn }) => birthOn) }) },
      ],
    })
    .sort({ _id: 1 })
    .lean()
  return docs.filter(isHeld)
}

/** Those of these candidates that exist, by id. */
export async function candidatesById(
  { candidates }: Pick<Store, 'candidates'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CandidateDoc>> {
  const docs = ids.length > 0 ? await candidates.find({ _id: trusted({ $in: [...ids] }) }).lean() : []
  return new Map(docs.map((doc) => [doc._id, doc]))
}
