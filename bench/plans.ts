import { z } from 'zod'
import { firstYearOf } from '../domain/academic-year.ts'
import { dayOf, instantOf, plusDays } from '../domain/time.ts'
import { pillars } from '../domain/policy.ts'
import { rulesOf } from '../policy/calendar.ts'
import { loadPolicy } from '../policy/load.ts'
import type { Installation } from './installation.ts'
import { eventually, signIn, type Someone } from './people.ts'

/** Everyone who has a say in a plan, signed in. */
export interface Office {
  readonly pilot: Someone
  readonly officer: Someone
  readonly direction: Someone
  readonly heads: Readonly<Record<Centre, Someone>>
}
const centres = ['cmp', 'cis'] as const
type Centre = (typeof centres)[number]

/** The school as it is shipped. */
const school = loadPolicy()
/** Its rules. */
export const rules = rulesOf(school)
export const today = dayOf(instantOf(Date.now()), rules.calendar)
/** The first year of the academic year it is: a plan of it runs as soon as it is validated. */
export const thisYear = firstYearOf(today)
/** Partner institutions that can have a plan. */
export const partners: readonly string[] = school.partners.map(({ id }) => id)

/** Signs in everyone who has a say in a plan. */
export async function openOffice(ours: Installation): Promise<Office> {
  const [pilot, officer, direction, cmp, cis] = await Promise.all([
    signIn(ours, 'pilot'),
    signIn(ours, 'officer'),
    signIn(ours, 'direction'),
    signIn(ours, 'centre-head.cmp'),
    signIn(ours, 'centre-head.cis'),
  ])
  return { pilot, officer, direction, heads: { cmp, cis } }
}

const Asked = z.object({ hash: z.string() })
const Agreed = z.object({ agreedAt: z.string().nullable() })
// From the first reminder, 60 days before, to the last, 30 days after, of every milestone: within the plan's years.
const firstDueDays = 75
const lastDueDays = 1600

/** A plan of this year that runs, drafted, approved and validated over HTTP. Answers its key. */
export async function runPlan(
  { pilot, direction, heads }: Office,
  { partner, milestones = 4 }: { partner: string; milestones?: number },
): Promise<string> {
  const key = `${partner}-${thisYear}`
  await pilot.give('/plans', {
    partner,
    firstYear: thisYear,
    pilot: 'p1',
    centres,
    actions: [{ id: 'mission', title: 'Action mission', year: thisYear, pillar: 'teaching', centre: 'cmp' }],
    milestones: Array.from({ length: milestones }, (_, n) => milestone(n, milestones)),
  })
  await pilot.give(`/plans/${key}/submit`, {})
  for (const centre of centres) {
    const approval = `/approvals/partnershipPlan.${key}.v1.${centre}`
    const { hash } = await eventually(() => heads[centre].get(approval).then(Asked.parse, () => undefined))
    await heads[centre].give(`${approval}/give`, { opinion: 'approved', hash })
  }
  await eventually(async () => Agreed.parse(await pilot.get(`/plans/${key}`)).agreedAt ?? undefined)
  await direction.give(`/plans/${key}/validate`, {})
  return key
}

const milestone = (n: number, of: number): object => ({
  id: `m${n}`,
  title: `Milestone ${n}`,
  pillar: pillars[n % pillars.length],
  centre: centres[n % centres.length],
  owner: 'p1',
  dueOn: plusDays(today, firstDueDays + Math.floor((n * (lastDueDays - firstDueDays)) / of)),
})

/** So many plans that run, each with a partner of its own. Answers their keys. */
export async function runPlans(office: Office, count: number): Promise<readonly string[]> {
  const keys: string[] = []
  for (const partner of partners.slice(0, count)) keys.push(await runPlan(office, { partner }))
  return keys
}
