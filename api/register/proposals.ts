import type { z } from 'zod'
import { coveredBy } from '../../domain/indicators/coverage.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { decidedOn, type Decided, type Ground } from '../../domain/register/decided.ts'
import { successorOn } from '../../domain/register/merge.ts'
import { findingsOf, proposalsOf, type Proposal } from '../../domain/register/proposals.ts'
import { findPartners } from '../../store/register/lists.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import { listPlans } from '../../store/typed.ts'
import type { PartnerView, ProposalView } from '../contracts/register/partner.ts'
import type { Scene } from './scene.ts'

type View = z.output<typeof PartnerView>
type PlansWith = (partner: string) => readonly Plan[]

const known = new WeakMap<Scene, Promise<PlansWith>>()

/** The plans with a partner, those of its predecessors included; all are read once a request. */
export function plansWith(scene: Scene): Promise<PlansWith> {
  const plans = known.get(scene) ?? readPlans(scene)
  known.set(scene, plans)
  return plans
}

async function readPlans({ store, on }: Scene): Promise<PlansWith> {
  const [plans, partners] = await Promise.all([listPlans(store), findPartners(store, {})])
  const byId = new Map(partners.map((partner) => [partner._id, partner]))
  return (partner) =>
    plans.map(({ state }) => state).filter((plan) => successorOn(plan.partner, (id) => byId.get(id), on) === partner)
}

/** What is proposed of a partner now; nothing of one that is part of another. */
export async function proposalsFor(partner: PartnerDoc, scene: Scene): Promise<readonly Proposal[]> {
  if (partner.mergedInto && partner.mergedInto.on <= scene.on) return []
  return proposalsOf(partner, findingsOf((await plansWith(scene))(partner._id), scene))
}

/** A proposal with its grounds, in words. */
export const proposalView = (
  { fact, value, ground, sinceOn }: Proposal,
  { words }: Pick<Scene, 'words'>,
): z.output<typeof ProposalView> => ({
  fact,
  value,
  words: words.register.proposals[fact][value ? 'yes' : 'no'],
  ground: groundView(ground, { words }),
  sinceOn: sinceOn ?? null,
})

const groundView = (ground: Ground, { words }: Pick<Scene, 'words'>): z.output<typeof ProposalView>['ground'] => ({
  code: ground,
  words: words.register.grounds[ground],
})

/** What is decided of a partner, and what the rules say of it to whoever may see indicators. */
export async function decidedView(
  partner: PartnerDoc,
  scene: Scene,
): Promise<Pick<View, 'strategic' | 'complete' | 'decisions' | 'coverage' | 'proposals'>> {
  const reckons = scene.has('readIndicators')
  return {
    strategic: heldOn(partner.strategic, scene),
    complete: heldOn(partner.complete, scene),
    decisions: {
      strategic: partner.strategic.map((one) => decisionView(one, scene)),
      complete: partner.complete.map((one) => decisionView(one, scene)),
    },
    coverage: reckons ? await coverageView(partner, scene) : null,
    proposals: reckons ? (await proposalsFor(partner, scene)).map((one) => proposalView(one, scene)) : null,
  }
}

const decisionView = (
  { value, on, by, reason, finding }: Decided,
  { words }: Scene,
): View['decisions']['strategic'][number] => ({
  value,
  on,
  by,
  reason,
  finding: finding
    ? { value: finding.value, ground: groundView(finding.ground, { words }), sinceOn: finding.sinceOn ?? null }
    : null,
})

const heldOn = (decisions: readonly Decided[], scene: Scene): View['strategic'] => {
  const held = decidedOn(decisions, scene.on)
  return held ? decisionView(held, scene) : null
}

/** The four pillars as the plans with a partner stand. */
async function coverageView({ _id }: PartnerDoc, scene: Scene): Promise<NonNullable<View['coverage']>> {
  const { words } = scene
  return coveredBy((await plansWith(scene))(_id), scene).map(
    ({ pillar, coverage, evidencedOn, countsUntilOn, dueOn }) => ({
      pillar: { code: pillar, words: words.pillar(pillar) },
      coverage: { code: coverage, words: words.coverage(coverage) },
      evidencedOn: evidencedOn ?? null,
      countsUntilOn: countsUntilOn ?? null,
      dueOn: dueOn ?? null,
    }),
  )
}
