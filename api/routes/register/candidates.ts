import { z } from 'zod'
import { registerStream } from '../../../domain/register/register.ts'
import { recordsOfPerson } from '../../../store/register/candidates.ts'
import { base } from '../../address.ts'
import { CandidateErase, CandidateView } from '../../contracts/register/candidate.ts'
import { NoQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { Problem } from '../../http/problem.ts'
import { route, type Route } from '../../http/route.ts'
import { present } from '../../register/amend.ts'
import { candidateDocuments } from '../../register/candidates.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { emptied, erasureOf, mayErase } from '../../register/erasing.ts'
import { candidateExport } from '../../register/exporting.ts'
import { sceneOf } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'
import { documentRoutes } from './documents.ts'
import { settleRoute } from './settle.ts'

/** Candidates: reading, adding, editing, saying who they are, and handing out and erasing all that is held of them. */
export const candidateRoutes = (deps: Deps): readonly Route[] => [
  ...documentRoutes(deps, candidateDocuments),
  settleRoute(deps),
  exportRoute(deps),
  eraseRoute(deps),
]

/** How everything that is held of somebody is handed out. */
export const exported = {
  200: {
    description: '`person.json`, and each document that they handed in.',
    body: z.string(),
    mediaType: 'application/zip',
  },
} as const

const exportRoute = (deps: Deps): Route =>
  route(
    {
      method: 'get',
      path: `${base}/candidates/{id}/export`,
      id: 'candidate.export',
      tag: 'candidates',
      summary: 'Download everything that is held of a candidate, to be handed to them (GDPR, articles 15 and 20)',
      query: NoQuery,
      answers: exported,
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'exportPeople')
      const records = await candidateDocuments.kind.read(scene.store, await recordsOfPerson(scene.store, id))
      const shown = await Promise.all(
        records.map(async (each) => ({ id: each._id, record: await candidateDocuments.shown(each, scene) })),
      )
      const own = present(shown.find((each) => each.id === id))
      return candidateExport(scene, { ...own, others: shown.filter((each) => each !== own) })
    },
  )

const eraseRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/candidates/{id}/erase`,
      id: 'candidate.erase',
      tag: 'candidates',
      summary:
        'Erase a candidate with every text, document, link and mail that is held of them; the ledger, counts and numbers stay',
      query: NoQuery,
      body: CandidateErase,
      repeatable: true,
      answers: { 200: { description: 'What is left.', body: CandidateView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      if (!mayErase(scene)) throw new Problem(403, 'forbidden')
      const { input } = bodyOf(scene, { contract: CandidateErase, stream: registerStream('candidate', id) })
      const reply = await edited(scene, candidateDocuments, erasureOf(scene, { id, ground: input.reason }))
      await emptied(scene)
      return reply
    },
  )
