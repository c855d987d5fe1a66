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

/**
 * Who the rows of a partner are, by its own word (ADR 62): what it gives is a record of its own, the same for the same words, whoever else is
 * known; nothing that is there changes. Who stands among its nominations with other details is a fault.
 */
export const givenByPartner: Recognise = async ({ rows }, { scene: { store, deps }, file: { state } }) => {
  const by = state.partner
  const given = await Promise.all(
    rows.map(async (one) => {
      const said = candidateIn(one.row)
      return { ...one, said, own: await ownId(store, { secret: deps.secret, by, said }) }
    }),
  )
  const stand = standing(state)
  const [known, records] = await Promise.all([
    findCandidatesLike(
      store,
      rows.map(({ row }) => row),
    ),
    candidatesById(store, [...given.map(({ own }) => own), ...stand.map(({ candidate }) => candidate)]),
  ])
  const here = stand.flatMap(({ candidate }) => records.get(candidate) ?? []).filter(isHeld)
  return given.map(({ line, row, said, own }) => {
    const found = here.find((one) => one._id === own) ?? here.find((one) => isPerson(said, one))
    const differs = found && found._id !== own && !saysTheSame(said, found)
    const candidate = found?._id ?? own
    const edit = addingOf(candidate, { said, by, known })
    const fault = { column: 'email', code: 'participation.candidate-differs', fields: { name: found?.name } }
    return { line, row, candidate, edit, ...(differs && { fault }) }
  })
}

/**
 * The id of what a partner says of somebody: the same for the same words, and another once that record was erased. Nobody without the
 * installation's secret finds out which words.
 */
async function ownId(
  store: Pick<Store, 'candidates'>,
  {
    secret,
    by,
    said,
    turn = 0,
  }: { readonly secret: string; readonly by: string; readonly said: Candidate; readonly turn?: number },
): Promise<string> {
  const id = candidateIdOf(hashOfAsked(secret, ['candidate', by, said, turn]))
  const before = (await candidatesById(store, [id])).get(id)
  return !before || isHeld(before) ? id : ownId(store, { secret, by, said, turn: turn + 1 })
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
