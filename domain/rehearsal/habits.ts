import type { Rules } from '../policy.ts'
import {
  at,
  dayOf,
  deadline,
  plusDays,
  plusWorkingDays,
  workingDayFrom,
  workingDayUpTo,
  type CivilDate,
  type Instant,
} from '../time.ts'
import { hasLadder, type Wait } from '../wait.ts'
import { officeHabits, partnerHabits } from './admission-habits.ts'
import type { Chore, ChoreKind } from './chores.ts'

/** How people of a rehearsal behave. */
export const behaviours = ['onTime', 'late', 'incomplete', 'silent', 'mixed'] as const
export type Behaviour = (typeof behaviours)[number]
/** Those of them that the people of a plan can have: nothing of a plan is sent incomplete. */
export const planBehaviours = behaviours.filter((one) => one !== 'incomplete')

/** A share between 0 and 1, always the same for the same words: chance comes from outside, and does not depend on order. */
export type Chance = (words: string) => number

/** When something is done, as the first and last day between which chance decides. */
interface Habit {
  /** Working days since it could be done; calendar days from its effective date; calendar days after its last reminder. */
  readonly from: 'since' | 'date' | 'lastRung'
  readonly days: readonly [number, number]
  /** How often it is done at all, 1 when absent. */
  readonly odds?: number
}
export type Habits = Readonly<Partial<Record<ChoreKind, Habit>>>

// Whatever else they are, people finish what they write; and the office holds someone's mail now and then.
const always: Habits = {
  submit: { from: 'since', days: [1, 3] },
  revise: { from: 'since', days: [1, 5] },
  hold: { from: 'since', days: [1, 60], odds: 0.2 },
  release: { from: 'date', days: [-5, -1], odds: 0.4 },
  ...officeHabits,
}

/** What each kind of person does when; a chore without a line is left undone. */
const habits: Readonly<Record<Exclude<Behaviour, 'mixed' | 'incomplete'>, Habits>> = {
  onTime: {
    ...always,
    approve: { from: 'since', days: [1, 8] },
    validate: { from: 'since', days: [1, 5] },
    settleRefusal: { from: 'since', days: [1, 5] },
    startMilestone: { from: 'date', days: [-80, -40] },
    redate: { from: 'since', days: [1, 5] },
    completeMilestone: { from: 'date', days: [-28, -2] },
    acceptEvidence: { from: 'since', days: [1, 8] },
    resume: { from: 'date', days: [-10, -1] },
    detailYear: { from: 'date', days: [-40, -12] },
    reportYear: { from: 'date', days: [-12, -2] },
    stateCarryReason: { from: 'date', days: [-12, -2] },
    recordPartnerOpinion: { from: 'since', days: [2, 10] },
    decideRenewal: { from: 'date', days: [-220, -100] },
    confirmContact: { from: 'since', days: [1, 8] },
  },
  // Somewhere on the ladder: deputies and direction act, once they may.
  late: {
    ...always,
    approve: { from: 'date', days: [4, 16] },
    validate: { from: 'date', days: [2, 12] },
    settleRefusal: { from: 'date', days: [2, 12] },
    startMilestone: { from: 'date', days: [-5, 1] },
    redate: { from: 'date', days: [2, 12] },
    completeMilestone: { from: 'date', days: [2, 29] },
    acceptEvidence: { from: 'date', days: [2, 12] },
    resume: { from: 'date', days: [2, 12] },
    detailYear: { from: 'date', days: [2, 29] },
    reportYear: { from: 'date', days: [2, 12] },
    stateCarryReason: { from: 'date', days: [2, 12] },
    // After its end there is nothing to decide: late is shortly before.
    decideRenewal: { from: 'date', days: [-20, -2] },
    confirmContact: { from: 'date', days: [2, 12] },
  },
  // Not before the last reminder has gone.
  silent: {
    ...always,
    approve: { from: 'lastRung', days: [1, 6] },
    validate: { from: 'lastRung', days: [1, 6] },
    settleRefusal: { from: 'lastRung', days: [1, 6] },
    redate: { from: 'lastRung', days: [1, 6] },
    completeMilestone: { from: 'lastRung', days: [1, 15] },
    acceptEvidence: { from: 'lastRung', days: [1, 15] },
    resume: { from: 'lastRung', days: [1, 6] },
    detailYear: { from: 'lastRung', days: [1, 15] },
    reportYear: { from: 'lastRung', days: [1, 15] },
    stateCarryReason: { from: 'lastRung', days: [1, 15] },
    confirmContact: { from: 'lastRung', days: [1, 15] },
  },
}
/** What sometimes happens among people who are not all alike. */
const surprises: Habits = {
  sendBack: { from: 'since', days: [1, 3], odds: 0.15 },
  refuse: { from: 'since', days: [1, 3], odds: 0.1 },
  moveMilestone: { from: 'date', days: [-25, -8], odds: 0.15 },
  returnEvidence: { from: 'since', days: [1, 3], odds: 0.1 },
  suspend: { from: 'since', days: [100, 900], odds: 0.2 },
}
// How many of a mixed school are like that; the rest are silent.
const punctual = 0.6
const slow = 0.28

/** What a habit is measured against: the file it is about, the rules of its dates, and chance. */
export interface Temper {
  readonly behaviour: Behaviour
  readonly rules: Rules
  readonly chance: Chance
}

/** When a chore is done, in the working hours of the school; undefined when it is left undone. */
export function momentOf(file: string, chore: Chore, temper: Temper): Instant | undefined {
  const words = `${file} ${chore.key}`
  const habit = habitOf(chore, words, temper)
  if (!habit || temper.chance(`${words} odds`) >= (habit.odds ?? 1)) return undefined
  const day = dayOfHabit(habit, chore, { ...temper, words })
  return day && at(day, hourOf(temper.chance(`${words} hour`)), temper.rules.calendar)
}

/** What a partner is like in all that it does of admissions: among partners who are not all alike, as chance has it. */
export function temperOf(partner: string, { behaviour, chance }: Pick<Temper, 'behaviour' | 'chance'>): PartnerTemper {
  if (behaviour !== 'mixed') return behaviour
  const draw = chance(`${partner} temper`)
  return partnerTempers.find((_, n) => draw < (upTo[n] ?? 1)) ?? 'silent'
}
/** What partners of a rehearsal can be like. */
export const partnerTempers = ['onTime', 'late', 'incomplete', 'silent'] as const
export type PartnerTemper = (typeof partnerTempers)[number]
// More than half of the partners of a mixed year are on time, a tenth silent.
const upTo = [0.55, 0.75, 0.9, 1]

function habitOf(
  { kind, wait, of }: Chore,
  words: string,
  { behaviour, chance }: Pick<Temper, 'behaviour' | 'chance'>,
): Habit | undefined {
  if (of !== undefined) return partnerHabits[temperOf(of, { behaviour, chance })][kind]
  // Whoever of the school has what is incomplete before them is on time with it.
  if (behaviour === 'incomplete') return habits.onTime[kind]
  if (behaviour !== 'mixed') return habits[behaviour][kind]
  // Whoever is late for a thing is late with all of it.
  const draw = chance(`${words.split(' ', 1).join('')} ${wait?.about ?? ''} temper`)
  return surprises[kind] ?? habits[draw < punctual ? 'onTime' : draw < punctual + slow ? 'late' : 'silent'][kind]
}

function dayOfHabit(
  { from, days: [first, last] }: Habit,
  { since, wait }: Chore,
  { rules, chance, words }: Temper & { readonly words: string },
): CivilDate | undefined {
  const { calendar, policy } = rules
  const days = first + Math.floor(chance(`${words} day`) * (last - first + 1))
  if (from === 'since') return plusWorkingDays(dayOf(since, calendar), days, calendar)
  if (!wait) return undefined
  const { lastDay } = deadline(wait.until, calendar, wait.boundary)
  if (from === 'lastRung') return workingDayFrom(plusDays(lastDay, lastRungOf(wait, policy) + days), calendar)
  const day = plusDays(lastDay, days)
  return days < 0 ? workingDayUpTo(day, calendar) : workingDayFrom(day, calendar)
}

/** The last reminder of a wait, in days from its date; one that repeats has gone twice more by then. */
const lastRungOf = ({ kind }: Wait, { ladders }: Rules['policy']): number =>
  !hasLadder(kind) ? 0 : Math.max(0, ...(ladders[kind] ?? []).map(({ days, every = 0 }) => days + 2 * every))

/** A share of the day between 07:30 and 17:29: some are up before the mail of the day, and what it was to say is over. */
function hourOf(share: number): string {
  const minutes = 450 + Math.floor(share * 600)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':')
}
