import { planYears } from '../domain/plan/span.ts'
import { draftsOf } from '../domain/rehearsal/beginnings.ts'
import type { Checks } from '../domain/rehearsal/checks.ts'
import { figuresOf, type Figures } from '../domain/rehearsal/figures.ts'
import type { Behaviour } from '../domain/rehearsal/habits.ts'
import { play, type Refused } from '../domain/rehearsal/play.ts'
import { civil, endOf } from '../domain/time.ts'
import { loadPolicy, type SchoolPolicy } from '../policy/load.ts'
import { chanceOf, partnersOf } from './rehearsed-school.ts'
import { rehearsedWorld } from './rehearsed-world.ts'

/** What is rehearsed: so many plans of one first academic year, and how people behave. A seed always gives the same lives. */
export interface Asked {
  readonly plans: number
  readonly behaviour: Behaviour
  readonly seed: number
  readonly firstYear: number
}
/** What came of it, as `--json` prints it. */
export interface Rehearsed extends Asked, Figures {
  /** The version of the policy that applied. */
  readonly policy: string
  readonly entries: number
  readonly acts: number
  readonly refused: readonly Refused[]
  readonly checks: Checks
}

/** Rehearses plans with the people, centres and partners of a policy, until the December after their end. Nothing is stored. */
export async function rehearsePlans(asked: Asked, school: SchoolPolicy = loadPolicy()): Promise<Rehearsed> {
  const { plans, behaviour, seed, firstYear } = asked
  const partners = partnersOf(school, plans)
  const { world, ...judged } = rehearsedWorld(school, partners)
  const chance = chanceOf(seed)
  const drafts = draftsOf({
    world,
    chance,
    partners: partners.map(({ id }) => id),
    centres: school.centres.map(({ id }) => id),
    firstYear,
  })
  const until = endOf(civil(`${firstYear + planYears}-12-31`), world.calendar)
  const { rehearsal, acts, refused } = await play(drafts, { world, temper: { behaviour, rules: world, chance } }, until)
  const { ledger } = rehearsal
  return {
    ...asked,
    policy: school.policy.version,
    entries: ledger.length,
    acts: acts.length,
    refused,
    ...figuresOf(ledger, judged),
  }
}
