import { pillars } from '../../domain/policy.ts'
import { civil, plusDays, type CivilDate } from '../../domain/time.ts'
import { person, school } from '../domain/school.ts'

/** A number from 0 to 1, the same row of them for the same seed (mulberry32). */
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

const partners = ['usth', 'usj', 'rwth'] as const
const centres = ['cmp', 'cis', 'sms'] as const
const names = ['joint-master', 'cotutelles', 'chair', 'fair', 'school', 'lab'] as const
const accounts = ['pilot', 'direction', 'officer', 'administrator', 'centre-head.cmp', 'centre-head.cis', 'deputy.cmp', 'auditor'] as const

/** Draws commands as people might give them: most by whom and when they make sense, some not. */
export function commandsFrom(random: () => number): (today: CivilDate, hashOf: (approval: string) => Promise<string>) => Promise<SeededCommand> {
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[Math.floor(random() * of.length)]
    if (drawn === undefined) throw new Error('nothing to draw from')
    return drawn
  }
  const some = <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.6)
  const maybe = (share: number): boolean => random() < share
  const words = (): string => `Because of ${one(['a strike', 'the budget', 'the partner', 'text:0123456789abcdef0123456789abcdef'])} (${Math.floor(random() * 1e6)}).`
  const day = (today: CivilDate): CivilDate => plusDays(today, Math.floor(random() * 2000) - 30)
  const milestone = (id: string, today: CivilDate, carried: readonly string[]) => ({
    id, title: `Milestone ${id} ${Math.floor(random() * 100)}`, pillar: one(pillars), centre: one(carried), owner: one([person('pilot'), person('officer')]), dueOn: day(today),
  })
  const content = (today: CivilDate) => {
    const carried = maybe(0.9) ? centres.slice(0, 1 + Math.floor(random() * 2)) : some(centres)
    const ids = [...new Set([...some(names), ...carried.map((centre) => `of-${centre}`)])]
    return {
      pilot: person('pilot'),
      centres: carried,
      pillarGaps: maybe(0.8) ? pillars.map((pillar) => ({ pillar, reason: words() })) : [],
      milestones: ids.map((id) => ({ ...milestone(id, civil('2028-01-03'), carried.length > 0 ? carried : centres), ...(id.startsWith('of-') && { centre: id.slice(3) }) })),
    }
  }

  return async (today, hashOf) => {
    const partner = one(partners)
    const plan = `/plans/${partner}-2027`
    const by = (account: string): string => (maybe(0.85) ? account : one(accounts))
    const centre = one(centres.slice(0, 2))
    const approval = `partnershipPlan.${partner}-2027.v${1 + Math.floor(random() * 2)}.${centre}`
    const drawn: readonly (() => Promise<SeededCommand> | SeededCommand)[] = [
      () => ({ account: by('pilot'), path: '/plans', body: { ...content(today), partner, firstYear: 2027 } }),
      () => ({ account: by('pilot'), path: `${plan}/revise`, body: content(today) }),
      () => ({ account: by('pilot'), path: `${plan}/submit`, body: {} }),
      () => ({ account: by('pilot'), path: `${plan}/submit`, body: {} }),
      () => ({ account: by('direction'), path: `${plan}/return`, body: { reason: words() } }),
      () => ({ account: by('direction'), path: `${plan}/removeCentre`, body: { centre: one(centres), reason: words() } }),
      () => ({ account: by('direction'), path: `${plan}/validate`, body: {} }),
      () => ({ account: by('direction'), path: `${plan}/validate`, body: {} }),
      () => ({ account: by('pilot'), path: `${plan}/addMilestone`, body: milestone(one(names), today, centres) }),
      () => ({ account: by('pilot'), path: `${plan}/startMilestone`, body: { milestone: one(names) } }),
      () => ({ account: by('pilot'), path: `${plan}/moveMilestone`, body: { milestone: one(names), to: day(today), reason: words() } }),
      () => ({ account: by('pilot'), path: `${plan}/completeMilestone`, body: { milestone: one(names), evidence: words() } }),
      ...Array.from({ length: 4 }, () => async () => {
        const opinion = maybe(0.8) ? 'approved' : one(['returned', 'refused'])
        return { account: by(`centre-head.${centre}`), path: `/approvals/${approval}/give`, body: { opinion, hash: await hashOf(approval), ...(opinion !== 'approved' && { reason: words() }) } }
      }),
      () => ({ account: by('officer'), path: `/messages/${one(school.people).id}/sendNow`, body: { reason: words() } }),
    ]
    return one(drawn)()
  }
}
