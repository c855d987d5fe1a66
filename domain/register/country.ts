import { isWithin, type Period } from '../period.ts'
import { Refusal } from '../refusals.ts'
import type { CivilDate } from '../time.ts'

/** How the school's policy targets a country; a country may be targeted in several ways (S4, S6), or in none (S10). */
export const targets = ['imtDeveloped', 'ownPriority'] as const
export type Target = (typeof targets)[number]

/** What S5 looks at in a country. */
export const criteria = [
  'economicPotential',
  'academicLevel',
  'priorKnowledge',
  'acceptability',
  'stability',
  'sharedWill',
  'room',
] as const
export type Criterion = (typeof criteria)[number]

/** A mark of S5, 1 (low) to 5 (high): of the day it was given, by whoever gave it. */
export interface Score {
  readonly criterion: Criterion
  readonly value: number
  readonly on: CivilDate
  /** `person:p3` */
  readonly by: string
}
/** Nothing new is begun there for now. */
export interface Watch {
  /** The last day of it. */
  readonly suspendedUntil: CivilDate
  /** A text of the store. */
  readonly reason: string
  readonly on: CivilDate
  readonly by: string
}
/** What people say of a country; how it is targeted, and when people work there, is policy. */
export interface CountryFile {
  /** Every mark ever given, in order. */
  readonly scores: readonly Score[]
  readonly watch?: Watch | undefined
}

/** Who knows a country's public holidays: the policy; the holiday library alone, which nobody at the school has checked; nobody. */
export const holidayOrigins = ['policy', 'library', 'none'] as const
export type HolidayOrigin = (typeof holidayOrigins)[number]

/** A dated statement of the policy: these countries are targeted so, from a day on, perhaps until another. */
export interface Statement extends Period {
  readonly target: Target
  readonly zone?: string | undefined
  readonly countries: readonly string[]
  /** `'S6'` */
  readonly source: string
}

/** The statements that target a country on a day; none: it is unlisted, which rules nothing out (S10). */
export const targetingOn = (
  statements: readonly Statement[],
  { country, on }: { country: string; on: CivilDate },
): readonly Statement[] =>
  statements.filter((statement) => statement.countries.includes(country) && isWithin(on, statement))

/** A country that no statement lists is always allowed, with a reason. Throws `register.unlisted-reason` without one (S10). */
export function assertReasonWhereUnlisted(
  statements: readonly Statement[],
  { country, on, reason }: { country: string; on: CivilDate; reason: string | undefined },
): void {
  if (reason === undefined && targetingOn(statements, { country, on }).length === 0)
    throw new Refusal('register.unlisted-reason', { country })
}

/** The mark of each criterion that counts on a day: the last given by then. */
export const scoresOn = (scores: readonly Score[], on: CivilDate): readonly Score[] =>
  criteria.flatMap((criterion) => scores.filter((score) => score.criterion === criterion && score.on <= on).slice(-1))

/** The watch that holds on a day, if any. */
export const watchOn = ({ watch }: Pick<CountryFile, 'watch'>, on: CivilDate): Watch | undefined =>
  watch && watch.on <= on && on <= watch.suspendedUntil ? watch : undefined
