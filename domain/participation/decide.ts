import { workingDaysFrom } from '../moment.ts'
import type { Decide } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { deadline, type Calendar, type CivilDate } from '../time.ts'
import type { Invitation, Participation, ParticipationShape } from './participation.ts'

/** What follows from each command of a participation, or why it may not be. */
export const decideParticipation: Decide<ParticipationShape> = {
  receiveInvitation: (_, invitation) => [{ type: 'invited', data: invitation }],
  recordOpened: () => [{ type: 'opened', data: {} }],
  recordNoneThisYear: (_, { note }) => [{ type: 'saidNone', data: { ...(note !== undefined && { note }) } }],

  extend: (participation, { to, reason }, { calendar, now }) => {
    const { closesOn: from, arrivalOn } = datesOf(participation)
    if (to >= arrivalOn) throw new Refusal('participation.after-arrival', { arrivalOn })
    const { lastDay: on } = deadline(from, calendar)
    // R5: the latest counts, so that an earlier day would change nothing. Nobody knows the holidays of a day long ago.
    if (to <= from || deadline(to, calendar).lastDay <= on) throw new Refusal('participation.not-later', { on })
    const { lastDay, passesAt } = deadline(to, calendar)
    if (now >= passesAt) throw new Refusal('participation.date-past', { on: lastDay })
    return [{ type: isOver(participation) ? 'reopened' : 'extended', data: { from, to, reason } }]
  },

  moveDates: (participation, dates, { calendar, now }) => {
    const { closesOn: from } = datesOf(participation)
    const to = latest([dates.closesOn, participation.extendedTo], calendar)
    const stays = participation.status === 'noneThisYear' || lastDay(to, calendar) === lastDay(from, calendar)
    if (stays) return [{ type: 'cycleMoved', data: dates }]
    if (!isOver(participation)) return [{ type: 'closingMoved', data: { ...dates, from, to } }]
    const isAhead = now < deadline(to, calendar).passesAt
    return [isAhead ? { type: 'calledAgain', data: { ...dates, from, to } } : { type: 'cycleMoved', data: dates }]
  },

  closeParticipation: (_, __, context) => {
    if (context.facts.reachable) return [{ type: 'fellSilent', data: {} }]
    const by = workingDaysFrom(context, context.policy.newContactWorkingDays)
    return [{ type: 'foundUnreached', data: { by } }]
  },

  withdrawInvitation: ({ status }) => {
    const answered = status === 'silent' || status === 'noneThisYear'
    return [{ type: 'cancelled', data: { ...(answered && { answered }) } }]
  },
}

const lastDay = (on: CivilDate, calendar: Calendar): CivilDate => deadline(on, calendar).lastDay

/** R5: of days as they were stated, the one whose final day is the latest. */
const latest = ([first, own]: readonly [CivilDate, CivilDate | undefined], calendar: Calendar): CivilDate =>
  own !== undefined && lastDay(own, calendar) > lastDay(first, calendar) ? own : first

const isOver = ({ status }: Pick<Participation, 'status'>): boolean => status === 'silent' || status === 'notReached'

/** Every status but `none` comes with its dates. */
function datesOf({ closing, arrivalOn }: Participation): Pick<Invitation, 'closesOn' | 'arrivalOn'> {
  if (!closing || !arrivalOn) throw new Error('a participation that was never invited closes on no day')
  return { closesOn: closing.on, arrivalOn }
}
