import { z } from 'zod'
import { withDecision } from '../../../domain/register/decided.ts'
import { nameOn } from '../../../domain/register/partner.ts'
import { findingsOf } from '../../../domain/register/proposals.ts'
import { registerStream } from '../../../domain/register/register.ts'
import { findPartners } from '../../../store/register/lists.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { base } from '../../address.ts'
import { PartnerDecide, PartnerView, Proposals } from '../../contracts/register/partner.ts'
import { NoQuery, WholeListQuery } from '../../contracts/scalars.ts'
import type { Deps } from '../../deps.ts'
import { proposalTable } from '../../exports/tables.ts'
import { listRoute } from '../../http/list-route.ts'
import { invalid } from '../../http/problem.ts'
import { route, type Route } from '../../http/route.ts'
import { present } from '../../register/amend.ts'
import { bodyOf, edited } from '../../register/documents.ts'
import { partnerDocuments } from '../../register/partners.ts'
import { plansWith, proposalsFor, proposalView } from '../../register/proposals.ts'
import { sceneOf, type Scene } from '../../register/scene.ts'
import { assertRight } from '../../session/access.ts'

const tag = 'partners'

/** What is decided of partners, and what the rules propose to decide (R12). */
export const decideRoutes = (deps: Deps): readonly Route[] => [proposalsRoute(deps), decideRoute(deps)]

const proposalsRoute = (deps: Deps): Route =>
  listRoute(
    deps,
    {
      // No id of a partner has a capital.
      path: `${base}/partners/openProposals`,
      id: 'openProposals',
      tag,
      summary: 'What the rules propose to decide of partners: strategic or complete, or no longer (R12)',
      query: WholeListQuery,
      description: 'By partner; `decide` settles each, followed or not.',
      page: Proposals,
      table: proposalTable,
    },
    async (asked) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'decidePartners')
      const partners = await findPartners(scene.store, {})
      const items = await Promise.all(partners.map((partner) => proposedOf(partner, scene)))
      return { items: items.flat() }
    },
  )

async function proposedOf(partner: PartnerDoc, scene: Scene): Promise<z.output<typeof Proposals>['items']> {
  const proposals = await proposalsFor(partner, scene)
  return proposals.map((proposal) => ({
    ...proposalView(proposal, scene),
    partner: { id: partner._id, name: nameOn(partner, scene.on) },
    href: `${base}/partners/${partner._id}`,
  }))
}

const decideRoute = (deps: Deps): Route =>
  route(
    {
      method: 'post',
      path: `${base}/partners/{id}/decide`,
      id: 'partner.decide',
      tag,
      summary: 'Decide that a partner is strategic or complete, or not: as proposed, or otherwise (R12)',
      query: NoQuery,
      body: PartnerDecide,
      repeatable: true,
      answers: { 200: { description: 'As it is now.', body: PartnerView } },
    },
    async ({ key: id, ...asked }) => {
      const scene = sceneOf(deps, asked)
      assertRight(scene.actor, 'decidePartners')
      const { input, texts } = bodyOf(scene, { contract: PartnerDecide, stream: registerStream('partner', id) })
      const { fact, value, on = scene.on, reason } = input
      if (on > scene.on) throw invalid('invalid-body', [{ path: 'on', code: 'day_ahead' }])
      const { [fact]: finding } = findingsOf((await plansWith(scene))(id), scene)
      const decision = { value, on, by: scene.actor.id, reason, ...(finding && { finding }) }
      return edited(scene, partnerDocuments, {
        kind: partnerDocuments.kind,
        id,
        texts,
        decide: (before) => ({
          act: 'Edited',
          change: { [fact]: withDecision(present(before)[fact], decision) },
          notes: { reason },
        }),
      })
    },
  )
