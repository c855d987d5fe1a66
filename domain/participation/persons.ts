import { workingDaysFrom } from '../moment.ts'
import type { Announcement, Deciding, Decide, EventOf, Evolve } from '../process.ts'
import type { CivilDate, Instant } from '../time.ts'
import { subjectOf, type Wait } from '../wait.ts'
import { aboutNominations as about } from './ids.ts'
import { standing } from './nominations/nomination.ts'
import type { Participation, ParticipationFacts, ParticipationPart, ParticipationShape } from './participation.ts'

/** Candidates of one partner of whom the office still has to say whether they were there before (ADR 62): by id, since when, and until when it has. */
export type PersonsToSettle = Readonly<Record<string, { readonly since: Instant; readonly by: CivilDate }>>

export type PersonEvents = {
  /** They may be somebody whom the register had, or has from another partner. */
  personsFoundAlike: { readonly candidates: readonly string[]; readonly by: CivilDate }
  /** It was said who they are, or nothing is alike any more. */
  personsSettled: { readonly candidates: readonly string[] }
}

/** What no partner is to notice: whom the school knows (ADR 62). */
export const unseenByPartners: readonly (keyof PersonEvents)[] = ['personsFoundAlike', 'personsSettled']

type Persons = Pick<Participation, 'toSettle'>
const openIn = ({ toSettle = {} }: Persons): PersonsToSettle => toSettle

/** Of some candidates who is to be settled and was not found before; no event where that is nobody. */
export function foundAlike(
  participation: Persons,
  candidates: readonly string[],
  context: Pick<Deciding<ParticipationFacts>, 'facts' | 'policy' | 'calendar' | 'now'>,
): readonly EventOf<ParticipationShape, 'personsFoundAlike'>[] {
  const open = openIn(participation)
  const found = candidates.filter((one) => context.facts.toSettle.includes(one) && !Object.hasOwn(open, one))
  if (found.length === 0) return []
  const by = workingDaysFrom(context, context.policy.settlingWorkingDays)
  return [{ type: 'personsFoundAlike', data: { candidates: found, by } }]
}

/** What follows where the register says anew who is to be settled: of those who stand, who is alike now, and who is not any more. */
export const decidePersons: Pick<Decide<ParticipationShape>, 'notePersons'> = {
  notePersons: (participation, _, context) => {
    const here = standing(participation).map(({ candidate }) => candidate)
    const over = Object.keys(openIn(participation)).filter((one) => !context.facts.toSettle.includes(one))
    return [
      ...foundAlike(participation, here, context),
      ...(over.length > 0 ? [{ type: 'personsSettled' as const, data: { candidates: over } }] : []),
    ]
  },
}

/** Whether a participation says otherwise than the register of whom the office has to settle. */
export const isOutdated = (participation: Participation, toSettle: ReadonlySet<string>): boolean => {
  const open = openIn(participation)
  return (
    Object.keys(open).some((one) => !toSettle.has(one)) ||
    standing(participation).some(({ candidate }) => toSettle.has(candidate) && !Object.hasOwn(open, candidate))
  )
}

/** What is left to settle by each event. */
export const evolvePersons: Pick<Evolve<ParticipationShape>, keyof PersonEvents> = {
  personsFoundAlike: (participation, { candidates, by }, since) => ({
    ...participation,
    toSettle: { ...participation.toSettle, ...Object.fromEntries(candidates.map((one) => [one, { since, by }])) },
  }),
  personsSettled: withoutPersons,
}

/** Of whoever stands no more nobody has to say who they are. */
export function withoutPersons(
  participation: Participation,
  { candidates }: { readonly candidates: readonly string[] },
): Participation {
  const open = openIn(participation)
  if (!candidates.some((one) => Object.hasOwn(open, one))) return participation
  return {
    ...participation,
    toSettle: Object.fromEntries(Object.entries(open).filter(([one]) => !candidates.includes(one))),
  }
}

/** One wait for all of them, until the first day by which one is to be settled. */
export function personWaits(participation: Persons): readonly Wait<ParticipationPart, never>[] {
  const [first] = Object.values(openIn(participation)).toSorted((one, other) =>
    `${one.by} ${one.since}` < `${other.by} ${other.since}` ? -1 : 1,
  )
  return first ? [{ kind: 'participationPersons', about, from: 'officer', since: first.since, until: first.by }] : []
}

/** The office hears of the first; of others as well where it was sent nothing yet. */
export function personsAnnounced(participation: Persons): readonly Announcement<ParticipationPart>[] {
  const wait = subjectOf({ kind: 'participationPersons', about })
  return personWaits(participation).map(() => ({
    part: 'officer',
    kind: 'participationPersons',
    about,
    waitsFor: wait,
    unlessTold: wait,
  }))
}
