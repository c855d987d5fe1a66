import type { Uninvitable } from '../domain/cycle/invitable.ts'
import { loadOf, outcomesOf, type Load, type Outcomes } from '../domain/rehearsal/admission-figures.ts'
import { admissionsOf } from '../domain/rehearsal/admissions.ts'
import type { Checks } from '../domain/rehearsal/checks.ts'
import { figuresOf, type Figures } from '../domain/rehearsal/figures.ts'
import { temperOf, type Behaviour, type Chance, type PartnerTemper } from '../domain/rehearsal/habits.ts'
import type { Nominee, NomineesOf } from '../domain/rehearsal/nominees.ts'
import { play, type Played, type Refused } from '../domain/rehearsal/play.ts'
import { civil, endOf } from '../domain/time.ts'
import { loadPolicy, type SchoolPolicy } from '../policy/load.ts'
import { chanceOf, partnersOf } from './rehearsed-school.ts'
import { rehearsedWorld, type RehearsedWorld } from './rehearsed-world.ts'

/** What is rehearsed: a year of admissions with so many partners and dossiers, and how partners behave. A seed always gives the same year. */
export interface AskedCycle {
  readonly dossiers: number
  readonly partners: number
  readonly behaviour: Behaviour
  readonly seed: number
  /** The academic year of arrival, as its first year. */
  readonly firstYear: number
}
/** What came of it, as `--json` prints it. */
export interface RehearsedCycle extends AskedCycle, Omit<Figures, 'answers'> {
  /** The version of the policy that applied. */
  readonly policy: string
  readonly entries: number
  readonly acts: number
  readonly refused: readonly Refused[]
  /** How many of the invited partners are like that. */
  readonly tempers: Readonly<Partial<Record<PartnerTemper, number>>>
  /** Partners that were not invited, by why (R8). */
  readonly uninvitable: Readonly<Partial<Record<Uninvitable, number>>>
  readonly outcomes: Outcomes
  readonly load: readonly Load[]
  readonly checks: Checks
}

/** A year of admissions as it was lived, and by which rules. */
export interface LivedCycle {
  readonly played: Played
  readonly invited: readonly string[]
  readonly uninvitable: RehearsedCycle['uninvitable']
  readonly world: RehearsedWorld
}

/** Rehearses a year of admissions with the people and partners of a policy, to the day before its arrival. Nothing is stored. */
export async function rehearseCycle(asked: AskedCycle, school: SchoolPolicy = loadPolicy()): Promise<RehearsedCycle> {
  const { played, invited, uninvitable, world } = await liveCycle(asked, school)
  const { rehearsal, acts, refused } = played
  const { ledger } = rehearsal
  const { answers: _, ...figures } = figuresOf(ledger, world)
  return {
    ...asked,
    policy: school.policy.version,
    entries: ledger.length,
    acts: acts.length,
    refused,
    tempers: countsOf(invited.map((partner) => temperOf(partner, { ...asked, chance: chanceOf(asked.seed) }))),
    uninvitable,
    outcomes: outcomesOf(rehearsal),
    load: loadOf(ledger, {
      people: new Set(school.people.map(({ id }) => id)),
      calendar: world.rules.calendar,
    }),
    ...figures,
  }
}

/** Lets a year of admissions be lived, act by act. */
export async function liveCycle(asked: AskedCycle, school: SchoolPolicy): Promise<LivedCycle> {
  const { behaviour, seed, firstYear } = asked
  const chance = chanceOf(seed)
  const partners = partnersOf(school, asked.partners)
  const rehearsed = rehearsedWorld(school, partners)
  const { world } = rehearsed
  const programmes = school.programmes.filter(({ kind }) => kind === 'engineer')
  const { acts, invited, uninvitable } = admissionsOf({
    world,
    chance,
    firstYear,
    semesters: Math.min(...programmes.map(({ semesters }) => semesters)),
    partners,
  })
  const nomineesOf = nomineesFor(invited, { ...asked, chance, programmes: programmes.map(({ id }) => id) })
  const until = endOf(civil(`${firstYear}-08-31`), world.calendar)
  const temper = { behaviour, rules: world, chance }
  return { played: await play(acts, { world, temper, nomineesOf }, until), invited, uninvitable, world: rehearsed }
}

// Of those who answer, and of those who will fall silent, how many have somebody to nominate.
const nominatingShare = { onTime: 0.92, late: 0.92, incomplete: 1, silent: 0.5 } as const

/** So many candidates, each of one partner that means to nominate, in turn. */
function nomineesFor(
  invited: readonly string[],
  {
    dossiers,
    behaviour,
    chance,
    programmes,
  }: Pick<AskedCycle, 'dossiers' | 'behaviour'> & { readonly chance: Chance; readonly programmes: readonly string[] },
): NomineesOf {
  const means = invited.filter(
    (partner) => chance(`${partner} nominates`) < nominatingShare[temperOf(partner, { behaviour, chance })],
  )
  const nominating = means.length > 0 ? means : invited.slice(0, 1)
  const nominees = new Map<string, Nominee[]>(nominating.map((partner) => [partner, []]))
  for (let n = 0; n < dossiers; n++) {
    const candidate = `candidate-${`${n + 1}`.padStart(5, '0')}`
    const first = Math.floor(chance(`${candidate} wishes`) * programmes.length)
    const wishes = [...programmes.slice(first), ...programmes.slice(0, first)]
    nominees.get(nominating[n % nominating.length] ?? '')?.push({ candidate, wishes })
  }
  return (partner) => nominees.get(partner) ?? []
}

const countsOf = <T extends string>(names: readonly T[]): Readonly<Partial<Record<T, number>>> =>
  names.reduce<Partial<Record<T, number>>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {})
