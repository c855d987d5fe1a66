import { personOf, settled } from '../../../domain/register/given.ts'
import { registerStream } from '../../../domain/register/register.ts'
import { findSameAs } from '../../../store/register/candidates.ts'
import { candidateKind as kind } from '../../../store/register/kinds.ts'
import { assertRight } from '../../access.ts'
import { base } from '../../address.ts'
import { basisOf } from '../../basis.ts'
import { CandidateSettle, CandidateView } from '../../contracts/register/candidate.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { noted, present } from '../../register/amend.ts'
import { candidateDocuments, stillHeld } from '../../register/candidates.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { sceneOf } from '../../register/scene.ts'
import { route, type Route } from '../../route.ts'

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
      const [one, other] = await Promise.all(
        [id, input.other].map(async (record) => (await kind.read(deps.store, [record]))[0]),
      )
      present(one)
      if (!other) throw new Refusal('participation.candidate-unknown', { candidate: input.other })
      stillHeld(other)
      const said = { person: personOf(other), same: input.same }
      if (said.person === id) throw new Refusal('register.candidate-itself', { candidate: id })
      return edited(scene, candidateDocuments, {
        kind,
        id,
        texts,
        seq: basisOf(asked.req, input),
        decide: (before) => ({ act: 'Edited', change: settled(stillHeld(present(before)), said), ...noted(input) }),
        // Whoever is of this person is of the other from now on: a record is never two steps away from its person.
        with: async () =>
          input.same
            ? (await findSameAs(deps.store, id)).map(({ _id }) => ({
                id: _id,
                decide: (before) => ({ act: 'Edited' as const, change: settled(present(before), said) }),
              }))
            : [],
      })
    },
  )
