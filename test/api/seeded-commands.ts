import { keyOf } from '../../domain/id.ts'
import { aboutAmendment, approvalId, planId } from '../../domain/plan/ids.ts'
import { audiences, partnerOpinions, renewals, revisionCauses, type Plan } from '../../domain/plan/plan.ts'
import { pillars } from '../../domain/policy.ts'
import { civil, plusDays, type CivilDate } from '../../domain/time.ts'
import { person } from '../domain/school.ts'

/** Numbers from 0 to 1, the same row of them for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One command that someone may give, or not. */
export interface SeededCommand {
  readonly account: string
  readonly path: string
  readonly body: object
}

const partners = ['usth', 'usj'] as const
const centres = ['cmp', 'cis', 'sms'] as const
const names = ['joint-master', 'cotutelles', 'chair', 'fair'] as const
const readers = [person('pilot'), person('centre-head.cmp'), person('direction')] as const
const accounts = [
  'pilot',
  'direction',
  'officer',
  'administrator',
  'centre-head.cmp',
  'centre-head.cis',
  'deputy.cmp',
  'auditor',
] as const

/** Draws commands as people give them: most when they make sense and by whom they may be given, some not. */
export function commandsFrom(
  random: () => number,
): (today: CivilDate, planOf: (id: string) => Promise<Plan | undefined>) => Promise<SeededCommand> {
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[Math.floor(random() * of.length)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
  const maybe = (share: number): boolean => random() < share
  const words = (): string =>
    `Because of ${one(['a strike', 'the budget', 'the partner', 'text:0123456789abcdef0123456789abcdef'])} (${Math.floor(random() * 1e6)}).`
  const milestone = (id: string, dueOn: CivilDate, carried: readonly string[]) => ({
    id,
    dueOn,
    title: `Milestone ${id} ${Math.floor(random() * 3)}`,
    pillar: one(pillars),
    centre: one(carried),
    owner: one([person('pilot'), person('officer')]),
  })
  const action = (id: string, year: number, carried: readonly string[]) => ({
    id,
    title: `Action ${id}`,
    year,
    pillar: one(pillars),
    centre: one(carried),
    ...(maybe(0.5) && {
      budget: {
        source: 'Own funds',
        currency: 'EUR',
        plannedCents: Math.floor(random() * 5) * 100_000,
        committedCents: 0,
        spentCents: 0,
      },
    }),
  })
  const content = (carried: readonly string[]) => ({
    pilot: person('pilot'),
    centres: carried,
    pillarGaps: maybe(0.9) ? pillars.map((pillar) => ({ pillar, reason: words() })) : [],
    actions: [2027, 2028, 2029].map((year) => action(`in-${year}`, year, carried)),
    milestones: [
      ...carried.map((centre) => ({ ...milestone(`of-${centre}`, civil('2029-05-08'), carried), centre })),
      ...names
        .filter(() => maybe(0.6))
        .map((id) => milestone(id, plusDays(civil('2028-09-01'), Math.floor(random() * 1000)), carried)),
    ],
  })

  return async (today, planOf) => {
    const partner = one(partners)
    const id = planId(partner, 2027)
    const plan = await planOf(id)
    const path = `/plans/${keyOf(id)}`
    const carried = centres.slice(0, 1 + Math.floor(random() * 3))
    const carriedNow = (): readonly string[] => (plan?.centres.length ? plan.centres : centres)
    const ahead = (): CivilDate => plusDays(today, Math.floor(random() * 1200) - 30)
    const known = (): string => one([...Object.keys(plan?.milestones ?? {}), ...names])
    const open = Object.entries(plan?.amendment?.opinions ?? plan?.opinions ?? {}).filter(
      ([, { opinion }]) => opinion === undefined,
    )
    const by = (account: string, command: string, body: object): SeededCommand => ({
      account: maybe(0.9) ? account : one(accounts),
      path: `${path}/${command}`,
      body,
    })
    const give = (): SeededCommand => {
      const [centre, asked] = open.length > 0 ? one(open) : ['cmp', { hash: 'none', version: 1 }]
      const opinion = maybe(0.85) ? 'approved' : one(['returned', 'refused'])
      const command = { opinion, hash: asked.hash, ...(opinion !== 'approved' && { reason: words() }) }
      return {
        ...by(`centre-head.${centre}`, '', command),
        path: `/approvals/${keyOf(approvalId(id, { centre, version: asked.version }))}/give`,
      }
    }
    const draft = (): SeededCommand => ({
      ...by('pilot', '', { ...content(carried), partner, firstYear: 2027 }),
      path: '/plans',
    })
    const revise = (): SeededCommand =>
      by('pilot', 'revise', content(maybe(0.5) ? (plan?.centres ?? carried) : carried))
    const submit = (): SeededCommand => by('pilot', 'submit', {})
    const validate = (): SeededCommand => by('direction', 'validate', {})
    const back = (): SeededCommand => by('direction', 'return', { reason: words() })
    const remove = (): SeededCommand => by('direction', 'removeCentre', { centre: one(centres), reason: words() })
    const send = (): SeededCommand => ({
      ...by('officer', '', { reason: words() }),
      path: `/messages/${one(readers)}/sendNow`,
    })
    const resume = (): SeededCommand => by('direction', 'resume', {})
    const amended = (): SeededCommand => {
      const amendment = plan?.amendment ? aboutAmendment(plan.amendment) : 'v2'
      if (open.length > 0 && maybe(0.5)) return give()
      const [account, command] = one([
        ['direction', 'validateAmendment'],
        ['direction', 'returnAmendment'],
        ['pilot', 'withdrawAmendment'],
      ] as const)
      return by(account, command, { amendment, ...(command !== 'validateAmendment' && { reason: words() }) })
    }
    const steer: readonly (() => SeededCommand)[] = [
      () =>
        by(
          'pilot',
          'addMilestone',
          milestone(`m${Math.floor(random() * 30)}`, ahead(), plan?.centres.length ? plan.centres : centres),
        ),
      () => by('pilot', 'startMilestone', { milestone: known() }),
      () => by('pilot', 'moveMilestone', { milestone: known(), to: ahead(), reason: words() }),
      () => by('pilot', 'completeMilestone', { milestone: known(), evidence: words() }),
      () => by('direction', 'acceptEvidence', { milestone: known() }),
      () => by('pilot', 'dropMilestone', { milestone: known(), reason: words() }),
      () =>
        by('head-of-office', 'assignOwner', {
          milestone: known(),
          owner: one([person('pilot'), person('officer')]),
          reason: words(),
        }),
      () => by('pilot', 'addAction', action(`a${Math.floor(random() * 30)}`, 2028, carriedNow())),
      () =>
        by('pilot', 'detailYear', {
          year: 2030,
          actions: [action(`a${Math.floor(random() * 30)}`, 2030, carriedNow())],
        }),
      () =>
        by('pilot', 'reviseYear', {
          year: 2028,
          cause: one(revisionCauses),
          reason: words(),
          actions: [action('in-2028', 2028, carriedNow())],
        }),
      () => by('pilot', 'reportYear', { year: one([2027, 2028]), report: words(), final: maybe(0.3) }),
      () => by('pilot', 'stateCarryReason', { milestone: known(), reason: words() }),
      () => by('direction', 'returnEvidence', { milestone: known(), reason: words() }),
      () => by('direction', 'publish', { audience: one(audiences) }),
      () => by('officer', 'recordPartnerOpinion', { opinion: one(partnerOpinions), text: words() }),
      () => by('direction', 'decideRenewal', { decision: one(renewals), reason: words() }),
      () =>
        by('pilot', 'amend', {
          reason: words(),
          centres: carriedNow(),
          pillarGaps: pillars.map((pillar) => ({ pillar, reason: words() })),
          actions: [action('amended', 2031, carriedNow())],
        }),
      amended,
      amended,
      () => by('direction', 'suspend', { reason: words(), reviewOn: plusDays(today, Math.floor(random() * 90)) }),
      send,
    ]
    const sensible = {
      none: [draft],
      draft: [submit, submit, revise],
      returned: [revise],
      inApproval: plan?.agreed ? [validate, validate, back] : [give, give, give, revise, remove, send],
      approved: steer,
      running: steer,
      suspended: [resume, resume, ...steer],
      closed: steer,
      abandoned: [draft],
    } as const
    return one(
      maybe(0.8) ? sensible[plan?.status ?? 'none'] : [draft, revise, submit, validate, back, remove, give, ...steer],
    )()
  }
}
