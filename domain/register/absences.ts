import { ascending } from '../ascending.ts'
import { holdsMandate } from '../mandates.ts'
import { mayStandIn, type Absence, type Mandate, type Member, type Roster } from '../roster.ts'
import { plusDays, plusMonths, type CivilDate } from '../time.ts'

/** Nobody is away for longer in one go; whoever is, has left. */
const longestMonths = 18

/** What can be wrong with an absence. */
export type AbsenceFault =
  | 'absence-order'
  | 'absence-too-long'
  | 'absence-overlap'
  | 'absence-delegate-self'
  | 'absence-delegate-unknown'
  | 'absence-delegate-watching'
  | 'absence-delegate-away'

/** Whose absences are judged, among whom, and when. */
export interface Around {
  readonly self: string
  /** What they hold, where the same edit says so; else what the roster does. */
  readonly mandates?: readonly Mandate[] | undefined
  readonly roster: Roster
  readonly today: CivilDate
}

/** The first of someone's absences that cannot be, by its place in the list, and why. What is over is history: its delegate may have left since. */
export function absenceFault(
  absences: readonly Absence[],
  around: Around,
): { readonly absence: number; readonly code: AbsenceFault } | undefined {
  for (const [index, absence] of absences.entries()) {
    const code = faultOf(absence, absences.slice(0, index), around)
    if (code) return { absence: index, code }
  }
  return undefined
}

function faultOf(absence: Absence, before: readonly Absence[], around: Around): AbsenceFault | undefined {
  const { fromOn, untilOn, delegate } = absence
  if (untilOn < fromOn) return 'absence-order'
  if (untilOn >= plusMonths(fromOn, longestMonths)) return 'absence-too-long'
  if (before.some((other) => overlap(other, absence))) return 'absence-overlap'
  if (delegate === undefined || untilOn < around.today) return undefined
  if (delegate === around.self) return 'absence-delegate-self'
  const from = fromOn > around.today ? fromOn : around.today
  const member = around.roster.find(({ id }) => id === delegate)
  if (!member || !holdsMandate(member, from)) return 'absence-delegate-unknown'
  const { mandates = around.roster.find(({ id }) => id === around.self)?.mandates ?? [] } = around
  if (!mayStandIn(member, { mandates }, from)) return 'absence-delegate-watching'
  return isAwayThroughout(member, { fromOn: from, untilOn }) ? 'absence-delegate-away' : undefined
}

const overlap = (one: Absence, other: Absence): boolean => one.fromOn <= other.untilOn && other.fromOn <= one.untilOn

/** Whether someone is away on every day of a span, be it by several absences in a row. */
function isAwayThroughout({ absences }: Member, { fromOn, untilOn }: Pick<Absence, 'fromOn' | 'untilOn'>): boolean {
  let day = fromOn
  for (const absence of absences.toSorted(ascending(({ fromOn }) => fromOn))) {
    if (absence.fromOn <= day && day <= absence.untilOn) day = plusDays(absence.untilOn, 1)
  }
  return day > untilOn
}
