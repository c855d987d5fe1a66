import { Refusal } from '../../../domain/refusals.ts'
import { personOf, settled } from '../../../domain/register/given.ts'
import { registerStream } from '../../../domain/register/register.ts'
import type { Store } from '../../../store/connect.ts'
import { personAsks } from '../../../store/persons-to-settle.ts'
import { findSameAs, recordsOfPerson } from '../../../store/register/candidates.ts'
import { candidateKind as kind } from '../../../store/register/kinds.ts'
import { base } from '../../address.ts'
import { CandidateSettle, CandidateView } from '../../contracts/register/candidate.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { basisOf } from '../../http/basis.ts'
import { route, type Route } from '../../http/route.ts'
import { noted, present } from '../../register/amend.ts'
import { candidateDocuments, stillHeld } from '../../register/candidates.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'

/** Somebody says whether the record that a partner gave is of a person who was there before: the nomination stays, and counts for that person (ADR 62). */
export const settleRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/candidates/{id}/settle`,
      id: 'candidate.settle',
      tag: 'candidates',
      summary: 'Say whether a candidate is the same person as another, or somebody else',
      query: NoQuery,
      body: CandidateSettle,
      repeatable: true,
      basis: 'seq',
      answers: { 200: { description: 'As it is now; `ETag` is its number.', body: CandidateView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'editCandidates')
      const { input, texts } = bodyOf(scene, { contract: CandidateSettle, stream: registerStream('candidate', id) })
      // Whoever the other record is of, each time it is tried.
      let person = ''
      const said = () => ({ person, same: input.same })
      return edited(scene, candidateDocuments, {
        kind,
        id,
        texts,
        seq: basisOf(asked.req, input),
        checked: async () => {
          person = await otherPerson(deps.store, { id, other: input.other })
        },
        decide: (before) => ({ act: 'Edited', change: settled(stillHeld(present(before)), said()), ...noted(input) }),
        // Whoever waited for it waits no more, and hears nothing of it any more.
        asks: async (within) => {
          const both = await Promise.all([id, person].map((one) => recordsOfPerson(deps.store, one)))
          return personAsks(deps.store, both.flat(), within)
        },
        // Whoever is of this person is of the other from now on: a record is never two steps away from its person.
        with: async () =>
          input.same
            ? (await findSameAs(deps.store, id)).map(({ _id }) => ({
                id: _id,
                decide: (before) => ({ act: 'Edited' as const, change: settled(present(before), said()) }),
              }))
            : [],
      })
    },
  )

/** Whom the other record is of. Throws `not-found` where the first is not there, `participation.candidate-unknown`, `register.erased`, and `register.candidate-itself`. */
async function otherPerson(
  store: Store,
  { id, other }: { readonly id: string; readonly other: string },
): Promise<string> {
  const both = await kind.read(store, [id, other])
  present(both.find(({ _id }) => _id === id))
  const known = both.find(({ _id }) => _id === other)
  if (!known) throw new Refusal('participation.candidate-unknown', { candidate: other })
  const person = personOf(stillHeld(known))
  if (person === id) throw new Refusal('register.candidate-itself', { candidate: id })
  return person
}
