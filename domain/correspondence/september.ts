import { firstYearOf, yearBeginsOn } from '../academic-year.ts'
import { subjectIn } from '../id.ts'
import { workingDaysFrom, type Moment } from '../moment.ts'
import { isWithin, type Period } from '../period.ts'
import type { Decide, Deciding, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { at, dayOf, deadline, type CivilDate, type Instant } from '../time.ts'
import { subjectOf } from '../wait.ts'
import type { Correspondence, CorrespondenceFacts, CorrespondenceShape } from './correspondence.ts'

/** A contact's first notice begins their Septembers (R10); people of the school are known by their mandates. */
export const enrolled = (
  { confirming }: Correspondence,
  context: Deciding<CorrespondenceFacts>,
): readonly EventOf<CorrespondenceShape, 'enrolled'>[] =>
  context.facts.place && !context.facts.candidate && !confirming
    ? [{ type: 'enrolled', data: { askAt: nextSeptember(context) } }]
    : []

/** What a request to confirm oneself is about, so that an answer takes it back. */
export const confirmationOf = (id: string): string =>
  subjectIn(id, subjectOf({ kind: 'confirmation', about: 'contact' }))

/** Each 1 September, a boundary: whoever is a contact still and can be reached, of a partner with whom not all has ended. */
export const askConfirmation: Decide<CorrespondenceShape>['askConfirmation'] = ({ status }, _, context) => {
  const { facts, calendar, policy } = context
  const askAt = nextSeptember(context)
  // Who cannot be reached is owed an address before anything else.
  if (!facts.known || facts.partnerEnded || status !== 'open') return [{ type: 'confirmationSkipped', data: { askAt } }]
  const by = workingDaysFrom(context, policy.confirmationWorkingDays)
  return [{ type: 'confirmationAsked', data: { by, passesAt: deadline(by, calendar).passesAt, askAt } }]
}

/** Days at the school. */
interface Days extends Period {
  readonly untilOn: CivilDate
}

/**
 * The days on which a contact's word answers what they are asked (R10); nothing where nothing is asked. From the day on which they were asked, for an earlier
 * word answered an earlier question; until today, for of a day to come nobody can have heard. A question that is due by now counts as
 * asked: the clock comes before whatever is received later.
 */
export function daysThatAnswer(
  { confirming }: Pick<Correspondence, 'confirming'>,
  { now, calendar }: Moment,
): Days | undefined {
  const askedAt = confirming && confirming.askAt <= now ? confirming.askAt : confirming?.asked?.at
  return askedAt && { fromOn: dayOf(askedAt, calendar), untilOn: dayOf(now, calendar) }
}

/**
 * The office has heard that they still answer, today unless it says on which day; what would have asked them, or whoever was told in their place, is taken
 * back. Throws `correspondence.nothing-to-confirm`, and `correspondence.confirmed-outside` for a day that answers nothing they are asked.
 */
export const confirmContact: Decide<CorrespondenceShape>['confirmContact'] = (state, { on }, context) => {
  const days = daysThatAnswer(state, context)
  if (!days || !state.confirming?.asked) throw new Refusal('correspondence.nothing-to-confirm')
  const confirmed = { on: on ?? days.untilOn }
  if (!isWithin(confirmed.on, days)) throw new Refusal('correspondence.confirmed-outside', { ...days })
  return [{ type: 'contactConfirmed', data: confirmed }, ...askedNoMore(state, confirmationOf(context.id))]
}

/** The register names them as a contact no more: what would have asked them, or whoever was told in their place, is taken back. */
export const leave: Decide<CorrespondenceShape>['leave'] = (state, _, { id }) => [
  { type: 'left', data: {} },
  ...askedNoMore(state, confirmationOf(id)),
]

/** What waits to ask them is taken back, and what another contact was told in their place. */
function askedNoMore(
  { pending, passed }: Correspondence,
  subject: string,
): readonly EventOf<CorrespondenceShape, 'withdrawn' | 'settled'>[] {
  const keys = pending.filter((notice) => notice.subject === subject).map(({ key }) => key)
  const to = Object.hasOwn(passed, subject) ? passed[subject] : undefined
  const data = { subject, reason: 'settled' as const, ...(to !== undefined && { to }) }
  if (keys.length > 0) return [{ type: 'withdrawn', data: { ...data, keys } }]
  return to === undefined ? [] : [{ type: 'settled', data }]
}

/** The next first moment of a 1 September at the school. */
const nextSeptember = ({ now, calendar }: Moment): Instant =>
  at(yearBeginsOn(firstYearOf(dayOf(now, calendar)) + 1), '00:00', calendar)
