import type { Absence, Member, Roster } from '../domain/roster.ts'
import { plusDays, plusMonths, type CivilDate } from '../domain/time.ts'
import { holdsMandate } from '../domain/mandates.ts'
import { Problem } from './problem.ts'

/** Nobody is away for longer in one go; whoever is, has left. */
const longestMonths = 18

interface Around {
  /** Whose absences they are. */
  readonly self: string
  readonly roster: Roster
  readonly today: CivilDate
}

/**
 * Checks someone's absences, as a whole. Throws a problem (422) whose `absence` is the place in the list: `absence-order`,
 * `absence-too-long`, `absence-overlap`, `absence-delegate-self`, `absence-delegate-unknown`, `absence-delegate-away`. What is over
 * is history: its delegate may have left since.
 */
export function assertAbsences(absences: readonly Absence[], around: Around): void {
  absences.forEach((absence, index) => {
    const refuse = (code: string): never => {
      throw new Problem(422, code, { absence: index })
    }
    const { fromOn, untilOn, delegate } = absence
    if (untilOn < fromOn) refuse('absence-order')
    if (untilOn >= plusMonths(fromOn, longestMonths)) refuse('absence-too-long')
    if (absences.some((other, place) => place < index && overlap(other, absence))) refuse('absence-overlap')
    if (delegate === undefined || untilOn < around.today) return
    if (delegate === around.self) refuse('absence-delegate-self')
    const from = fromOn > around.today ? fromOn : around.today
    const member = around.roster.find(({ id }) => id === delegate)
    if (!member || !holdsMandate(member, from)) return refuse('absence-delegate-unknown')
    if (isAwayThroughout(member, { fromOn: from, untilOn })) refuse('absence-delegate-away')
  })
}

const overlap = (one: Absence, other: Absence): boolean => one.fromOn <= other.untilOn && other.fromOn <= one.untilOn

/** Whether someone is away on every day of a span, be it by several absences in a row. */
function isAwayThroughout({ absences }: Member, { fromOn, untilOn }: Pick<Absence, 'fromOn' | 'untilOn'>): boolean {
  let day = fromOn
  for (const absence of absences.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (absence.fromOn <= day && day <= absence.untilOn) day = plusDays(absence.untilOn, 1)
  }
  return day > untilOn
}
