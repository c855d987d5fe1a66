import type { z } from 'zod'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { isHeld, recognisedBy, type Recognised } from '../../domain/register/candidate.ts'
import { hasWords, wordsIn } from '../../domain/register/words.ts'
import { Refusal } from '../../domain/refusals.ts'
import { findCandidates, findCandidatesLike, findGiven, perhapsOf } from '../../store/register/candidates.ts'
import { candidateKind } from '../../store/register/kinds.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import { CandidateCreate, CandidatePatch, CandidateQuery, CandidateView } from '../contracts/register/candidate.ts'
import { candidateTable } from '../exports/tables.ts'
import { candidateView } from '../views/candidate.ts'
import type { Documents } from './documents.ts'
import { mayErase } from './erasing.ts'
import { assertCountry } from './places.ts'
import type { Scene } from './scene.ts'

type Described = Omit<z.output<typeof CandidatePatch>, 'seq' | 'reason'>

/** Those who are nominated: one record a person, whoever nominates them (S17, S18). */
export const candidateDocuments: Documents<
  CandidateDoc,
  typeof CandidateQuery,
  typeof CandidateCreate,
  typeof CandidatePatch
> = {
  kind: candidateKind,
  collection: 'candidates',
  reads: 'readCandidates',
  edits: 'editCandidates',
  view: CandidateView,
  table: candidateTable,
  query: CandidateQuery,
  create: CandidateCreate,
  patch: CandidatePatch,
  list: async ({ after, q, toSettle }, { store }, limit) =>
    (toSettle ? await openOnes(store, after) : await findCandidates(store, after))
      .filter((one) => !q || hasWords(`${one._id} ${one.name ?? ''} ${one.email ?? ''}`, wordsIn(q)))
      .slice(0, limit),
  shown: async (candidate, scene) => {
    const perhaps = (await perhapsOf(scene.store, [candidate])).get(candidate._id)
    return {
      ...candidateView(candidate, scene, perhaps),
      may: isHeld(candidate) ? mayOf(scene, perhaps !== undefined) : [],
    }
  },
  // Nothing of a name may stand in an id.
  idFor: (_, cause) => candidateIdOf(cause),
  begun: async ({ name, birthOn, email, language, nationality, residence, level, confirmDuplicate }, { scene, id }) => {
    const one = { name, birthOn, email, language, nationality, residence, level }
    await assertSound({ ...one, confirmDuplicate }, { scene, id })
    return { ...one, email: email.toLowerCase() }
  },
  edited: (candidate, body) => {
    stillHeld(candidate)
    return changesOf(body)
  },
  // The links of what was mailed to the earlier address open nothing any more; what waits goes to the new one (R10).
  beside: (before, { email }) =>
    email !== undefined && email !== before.email
      ? { asks: [{ stream: correspondenceId(before._id), command: 'readdress', input: {} }] }
      : {},
  checked: assertSound,
}

/** A record of somebody who was not erased. Throws `register.erased`. */
export function stillHeld(candidate: CandidateDoc): CandidateDoc {
  const { erasedOn: on } = candidate
  if (on !== undefined) throw new Refusal('register.erased', { on })
  return candidate
}

/** What someone may do with a candidate's record. */
const mayOf = (scene: Scene, isOpen: boolean): string[] => [
  ...(scene.has('editCandidates') ? ['edit', ...(isOpen ? ['settle'] : [])] : []),
  ...(scene.has('exportPeople') ? ['export'] : []),
  ...(mayErase(scene) ? ['erase'] : []),
]
/** Those who may be somebody who was there before, by id, after an id. */
async function openOnes(store: Scene['store'], after = ''): Promise<CandidateDoc[]> {
  const given = (await findGiven(store)).filter(({ _id }) => _id > after)
  const perhaps = await perhapsOf(store, given)
  return given.filter(({ _id }) => perhaps.has(_id))
}

/** The id of a new candidate: says nothing of them, and is the same for one `Idempotency-Key`. */
export const candidateIdOf = (cause: string): string => `c${cause.slice(0, 16)}`

/** What is sent and not left out. */
const changesOf = ({ name, birthOn, email, language, nationality, residence, level }: Described) => ({
  ...(name !== undefined && { name }),
  ...(birthOn !== undefined && { birthOn }),
  ...(email !== undefined && { email: email.toLowerCase() }),
  ...(language && { language }),
  ...(nationality !== undefined && { nationality }),
  ...(residence !== undefined && { residence }),
  ...(level && { level }),
})

/** Throws for countries that are none, a birth that is still to come, and who is in the register already. */
async function assertSound(described: Described, { scene, id }: { scene: Scene; id: string }): Promise<void> {
  const { birthOn, nationality, residence } = described
  for (const country of [nationality, residence]) if (country !== undefined) assertCountry(scene.deps.school, country)
  if (birthOn !== undefined && birthOn >= scene.on) throw new Refusal('register.birth-ahead', { on: birthOn })
  await assertAnother(described, { scene, id })
}

/**
 * Whoever is nominated twice is recognised, and has one record. Throws `register.candidate-known` for an address that is somebody's, and
 * `register.candidate-likely` for who has the name and the birth date of somebody, or nearly, unless it is confirmed that they are another.
 */
async function assertAnother(
  { name, birthOn, email, confirmDuplicate }: Described,
  { scene: { store }, id }: { scene: Scene; id: string },
): Promise<void> {
  if (name === undefined && birthOn === undefined && email === undefined) return
  const [before] = await candidateKind.read(store, [id])
  // Who that is may be open, and is said by `settle`.
  if (before?.givenBy !== undefined) return
  const one = recognised({ name, birthOn, email }, before)
  if (!one) return
  // What partners gave waits to be settled: no edit of what the office has waits for it.
  const others = (await findCandidatesLike(store, [one])).filter(
    (other) => other._id !== id && (before === undefined || other.givenBy === undefined),
  )
  const known = others.find((other) => recognisedBy(one, other) === 'email')
  if (known) throw new Refusal('register.candidate-known', { candidate: known._id })
  const likely = others.filter((other) => recognisedBy(one, other) !== undefined)
  if (likely.length > 0 && !confirmDuplicate)
    throw new Refusal('register.candidate-likely', { candidates: likely.map(({ _id }) => _id) })
}

/** What someone would be recognised by after an edit. */
function recognised(
  { name, birthOn, email }: Pick<Described, 'name' | 'birthOn' | 'email'>,
  before: CandidateDoc | undefined,
): Recognised | undefined {
  const after = { name: name ?? before?.name, birthOn: birthOn ?? before?.birthOn, email: email ?? before?.email }
  if (after.name === undefined || after.birthOn === undefined || after.email === undefined) return undefined
  return { name: after.name, birthOn: after.birthOn, email: after.email }
}
