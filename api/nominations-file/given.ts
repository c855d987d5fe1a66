import { standing } from '../../domain/participation/nominations/nomination.ts'
import { isHeld, recognisedBy, type Candidate } from '../../domain/register/candidate.ts'
import { certainlySameAs, type Identified } from '../../domain/register/given.ts'
import { hashOfAsked } from '../../store/register/asked.ts'
import { candidatesById, findCandidatesLike } from '../../store/register/candidates.ts'
import type { Editing } from '../../store/register/edit.ts'
import type { CandidateDoc } from '../../store/register/schemas.ts'
import type { Store } from '../../store/connect.ts'
import { candidateIdOf } from '../register/candidates.ts'
import { candidateIn, type Recognise } from './candidates.ts'
import { nearAmong } from './near.ts'

/**
 * Who the rows of a partner are, by its own word (ADR 62): what it gives is a record of its own, the same for the same words, whoever else is
 * known; nothing that is there changes. Who stands among its nominations with other details is a fault.
 */
export const givenByPartner: Recognise = async ({ rows }, { scene: { store, deps }, file: { state } }) => {
  const by = state.partner
  const people = rows.map((one) => ({ ...one, said: candidateIn(one.row) }))
  const owns = await ownIds(
    store,
    people.map(({ said }) => ({ secret: deps.secret, by, said })),
  )
  const given = people.map((one, at) => ({ ...one, own: owns[at] ?? '' }))
  const stand = standing(state)
  const [known, records] = await Promise.all([
    findCandidatesLike(
      store,
      rows.map(({ row }) => row),
    ),
    candidatesById(store, [...given.map(({ own }) => own), ...stand.map(({ candidate }) => candidate)]),
  ])
  const here = stand.flatMap(({ candidate }) => records.get(candidate) ?? []).filter(isHeld)
  const byId = new Map(here.map((one) => [one._id, one]))
  const [standingHere, everybody] = [nearAmong(here), nearAmong(known)]
  return given.map(({ line, row, said, own }) => {
    const found = byId.get(own) ?? standingHere.of(said).find((one) => isPerson(said, one))
    const differs = found && found._id !== own && !saysTheSame(said, found)
    const candidate = found?._id ?? own
    const edit = addingOf(candidate, { said, by, known: everybody.of(said) })
    const fault = { column: 'email', code: 'participation.candidate-differs', fields: { name: found?.name } }
    return { line, row, candidate, edit, ...(differs && { fault }) }
  })
}

/** What a partner says of somebody, by the secret of the installation. */
interface Saying {
  readonly secret: string
  readonly by: string
  readonly said: Candidate
}

/**
 * The ids of what a partner says of each: the same for the same words, and another once that record was erased. Nobody without the
 * installation's secret finds out which words.
 */
async function ownIds(
  store: Pick<Store, 'candidates'>,
  sayings: readonly Saying[],
  turn = 0,
): Promise<readonly string[]> {
  const ids = sayings.map(({ secret, by, said }) => candidateIdOf(hashOfAsked(secret, ['candidate', by, said, turn])))
  const records = await candidatesById(store, ids)
  const isErased = (id: string | undefined): boolean => {
    const record = id === undefined ? undefined : records.get(id)
    return record !== undefined && !isHeld(record)
  }
  const erased = sayings.filter((_, at) => isErased(ids[at]))
  const others = erased.length > 0 ? [...(await ownIds(store, erased, turn + 1))] : []
  return ids.map((id) => (isErased(id) ? (others.shift() ?? id) : id))
}

const isPerson = (said: Candidate, one: Candidate): boolean => {
  const why = recognisedBy(said, one)
  return why === 'email' || why === 'person'
}

const saysTheSame = (said: Candidate, one: Candidate): boolean =>
  JSON.stringify(said) === JSON.stringify(candidateIn(one))

/** Adds a record that is not there; one that is there stays as it is. */
const addingOf = (
  id: string,
  { said, by, known }: { readonly said: Candidate; readonly by: string; readonly known: readonly Identified[] },
): Editing<CandidateDoc> => ({
  id,
  decide: (before) => {
    if (before) return undefined
    const sameAs = certainlySameAs(said, { by, known })
    return { act: 'Added', change: { ...said, givenBy: by, ...(sameAs !== undefined && { sameAs }) } }
  },
})
