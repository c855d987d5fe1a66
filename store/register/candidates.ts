import { trusted } from 'mongoose'
import { isHeld, type Candidate, type Recognised } from '../../domain/register/candidate.ts'
import { grouped } from '../../domain/grouped.ts'
import { perhapsSameAs, personOf } from '../../domain/register/given.ts'
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

/** Those that partners gave, by id: whoever they may be was not always said yet. */
export const findGiven = ({ candidates }: Pick<Store, 'candidates'>): Promise<CandidateDoc[]> =>
  candidates
    .find({ givenBy: trusted({ $exists: true }) })
    .sort({ _id: 1 })
    .lean()

/** The other records that are said to be of the person of this one. */
export const findSameAs = ({ candidates }: Pick<Store, 'candidates'>, person: string): Promise<CandidateDoc[]> =>
  candidates.find({ sameAs: person }).sort({ _id: 1 }).lean()

/** The ids of all records of the person of this one, it among them. */
export const recordsOfPerson = async (store: Pick<Store, 'candidates'>, id: string): Promise<readonly string[]> =>
  (await recordsOfPersons(store, [id])).get(id) ?? []

/** The same of several, by each of their ids; of one that is not there it alone. */
export async function recordsOfPersons(
  { candidates }: Pick<Store, 'candidates'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const docs = await candidates.find({ _id: trusted({ $in: [...ids] }) }, { sameAs: 1 }).lean()
  const personBy = new Map(docs.map((doc) => [doc._id, personOf(doc)]))
  const person = (id: string): string => personBy.get(id) ?? id
  const persons = trusted({ $in: [...new Set(ids.map(person))] })
  const records = await candidates
    .find({ $or: [{ _id: persons }, { sameAs: persons }] }, { sameAs: 1 })
    .sort({ _id: 1 })
    .lean()
  const byPerson = grouped(records, personOf)
  return new Map(ids.map((id) => [id, (byPerson.get(person(id)) ?? []).map(({ _id }) => _id)]))
}

/** Whom some records may be of, by their ids; none where that is nobody, or was said. */
export async function perhapsOf(
  store: Pick<Store, 'candidates'>,
  some: readonly CandidateDoc[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const given = some.filter(isHeld).filter(({ givenBy }) => givenBy !== undefined)
  if (given.length === 0) return new Map()
  const known = await findCandidatesLike(store, given)
  // Nobody else could be one of them: of thousands not each is compared with each.
  const byEmail = grouped(known, ({ email }) => email.toLowerCase())
  const byBirth = grouped(known, ({ birthOn }) => birthOn)
  const like = ({ email, birthOn }: Recognised) => [
    ...new Set([...(byEmail.get(email.toLowerCase()) ?? []), ...(byBirth.get(birthOn) ?? [])]),
  ]
  const found = given.map((one) => [one._id, perhapsSameAs(one, like(one))] as const)
  return new Map(found.filter(([, perhaps]) => perhaps.length > 0))
}

/** The person of each record that is not the first of its person, by id. */
export async function personsOf({ candidates }: Pick<Store, 'candidates'>): Promise<ReadonlyMap<string, string>> {
  const docs = await candidates.find({ sameAs: trusted({ $exists: true }) }, { sameAs: 1 }).lean()
  return new Map(docs.map((doc) => [doc._id, personOf(doc)]))
}
