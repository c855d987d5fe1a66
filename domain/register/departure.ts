import { openMilestones } from '../plan/milestones.ts'
import type { Plan, PlanStatus } from '../plan/plan.ts'
import { mandatesOn } from '../mandates.ts'
import { isVacant, type Absence, type Mandate, type Member, type Party, type Roster } from '../roster.ts'
import { plusDays, type CivilDate } from '../time.ts'

/** Someone leaves; it takes effect once nothing remains that only they can do, and never before its day is over. */
export interface Departure {
  /** Their last day at the school. */
  readonly on: CivilDate
  readonly askedOn: CivilDate
  /** `person:p16` */
  readonly by: string
  /** The day on which it took effect: their mandates are over since. */
  readonly doneOn?: CivilDate | undefined
}

/** What says when someone leaves. */
export interface Leaving extends Pick<Member, 'mandates'> {
  readonly departure?: Departure | undefined
}

/** What a process waits for, and whatever in it that is about. */
export interface WaitedFor {
  readonly kind: 'wait'
  readonly process: string
  /** The kind of wait it is. */
  readonly wait: string
  readonly about: string
}

/** What waits for a successor. */
export type Remaining =
  | { readonly kind: 'pilot'; readonly process: string; readonly status: PlanStatus }
  | {
      readonly kind: 'milestone'
      readonly process: string
      readonly about: string
      readonly title: string
      readonly status: PlanStatus
    }
  | WaitedFor
  | ({ readonly kind: 'mandate' } & Pick<Mandate, 'role' | 'centre'>)
  | ({ readonly kind: 'delegate'; readonly of: string } & Pick<Absence, 'fromOn' | 'untilOn'>)

/** What the register and the open processes say of whoever leaves. */
export interface Held {
  readonly people: readonly Pick<Member, 'id' | 'mandates' | 'absences'>[]
  readonly plans: readonly { readonly id: string; readonly state: Plan }[]
  /** What else is waited for, and from whom. */
  readonly waits: readonly (WaitedFor & { readonly parties: readonly Party[] })[]
}

/** Someone's last day: the one that is recorded, or the one on which the last of their mandates ends by itself; the earlier of both. */
export function lastDayOf({ mandates, departure }: Leaving): CivilDate | undefined {
  const ends = mandates.flatMap(({ untilOn }) => untilOn ?? [])
  const last = ends.length === mandates.length ? ends.toSorted().at(-1) : undefined
  return [departure?.on, last].flatMap((day) => day ?? []).toSorted()[0]
}

/** The first day on which somebody else has to answer: the day after the last one, today where that is past. */
export const successionOn = (last: CivilDate, today: CivilDate): CivilDate => {
  const after = plusDays(last, 1)
  return after > today ? after : today
}

/** Everything of whoever leaves after that last day that needs a successor now; nothing: they can go. */
export function remainingOf(
  person: string,
  { people, plans, waits }: Held,
  { last, today }: { last: CivilDate; today: CivilDate },
): readonly Remaining[] {
  const from = successionOn(last, today)
  return [
    ...plans.flatMap((plan) => ownedIn(plan, person)),
    ...waits
      .filter(({ parties }) => parties.includes(`person:${person}`))
      .map(({ parties: _, ...waited }): Remaining => waited),
    ...soleMandates(person, people, { last, from }),
    ...people.flatMap(({ id, absences }) =>
      absences
        .filter(({ delegate, untilOn }) => delegate === person && untilOn >= from)
        .map(({ fromOn, untilOn }): Remaining => ({ kind: 'delegate', of: id, fromOn, untilOn })),
    ),
  ]
}

const ownedIn = ({ id: process, state }: Held['plans'][number], person: string): readonly Remaining[] => [
  ...(state.pilot === person ? [{ kind: 'pilot' as const, process, status: state.status }] : []),
  // What a closed plan left unfinished is nobody's to finish any more.
  ...(state.status === 'closed' ? [] : openMilestones(state))
    .filter(([, { owner }]) => owner === person)
    .map(([about, { title }]) => ({ kind: 'milestone' as const, process, about, title, status: state.status })),
]

/** What they hold on their last day and nobody else from that day on. */
function soleMandates(
  person: string,
  people: Held['people'],
  { last, from }: { last: CivilDate; from: CivilDate },
): readonly Remaining[] {
  const others = people.filter(({ id }) => id !== person).flatMap((one) => mandatesOn(one, from))
  const own = people.filter(({ id }) => id === person).flatMap((one) => mandatesOn(one, last))
  return own
    .filter(({ role, centre }) => !others.some((other) => other.role === role && other.centre === centre))
    .map(({ role, centre }) => ({ kind: 'mandate', role, ...(centre !== undefined && { centre }) }))
}

/** An edit of someone's mandates, as the roster is before it. */
export interface Resigning {
  readonly person: string
  readonly mandates: readonly Mandate[]
  readonly roster: Roster
  readonly today: CivilDate
}

/**
 * The roles that somebody holds on some day, today or later, and nobody any more after such an edit. Not those of a research centre: what is asked
 * of its head goes on to the deputy and to direction (R7).
 */
export function rolesVacated({ person, mandates, roster, today }: Resigning): readonly Party[] {
  const after = roster.map((member) => (member.id === person ? { ...member, mandates } : member))
  const days = [today, ...mandates.flatMap(({ untilOn }) => (untilOn ? [plusDays(untilOn, 1)] : []))]
  const parties = (roster.find(({ id }) => id === person)?.mandates ?? [])
    .filter(({ centre }) => centre === undefined)
    .map(({ role }): Party => `role:${role}`)
  const isGivenUp = (party: Party): boolean =>
    days.some((on) => on >= today && isVacant(party, after, on) && !isVacant(party, roster, on))
  return [...new Set(parties)].filter(isGivenUp)
}

/** What is waited for from roles that nobody holds any more, and from no one else. */
export const ownerless = (waits: Held['waits'], vacated: readonly Party[]): readonly Remaining[] =>
  waits
    .filter(({ parties }) => parties.every((party) => vacated.includes(party)))
    .map(({ parties: _, ...waited }) => waited)

/** Mandates that all end by a last day; one that would have begun later is none. */
export const mandatesUntil = (mandates: readonly Mandate[], last: CivilDate): readonly Mandate[] =>
  mandates
    .filter(({ fromOn }) => fromOn <= last)
    .map((mandate) =>
      mandate.untilOn !== undefined && mandate.untilOn <= last ? mandate : { ...mandate, untilOn: last },
    )
