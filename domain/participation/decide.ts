import { workingDaysFrom } from '../moment.ts'
import type { Decide } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { deadline } from '../time.ts'
import { assertLater, lastDay, latest, reconsideredUntil } from './dates.ts'
import { assertNoneOpen, decideExtension, withdrawnIn } from './decide-extension.ts'
import { decideNominations } from './nominations/decide.ts'
import { importing } from './nominations/importing.ts'
import { closingOf, type Participation, type ParticipationShape, type ParticipationStatus } from './participation.ts'
import { decidePersons, foundAlike } from './persons.ts'

/** What follows from each command of a participation, or why it may not be. */
export const decideParticipation: Decide<ParticipationShape> = {
  ...decideNominations,
  ...decideExtension,
  ...decidePersons,

  importNominations: (participation, { nominations }, context) => {
    const { events, refused } = importing(participation, nominations, context)
    // All of a file or nothing of it.
    for (const { refusal } of refused) throw refusal
    const made = events.flatMap((event) => (event.type === 'nominated' ? [event.data.candidate] : []))
    return [...events, ...foundAlike(participation, made, context)]
  },

  receiveInvitation: (_, invitation) => [{ type: 'invited', data: invitation }],
  recordOpened: (participation, _, { calendar, now }) => {
    if (participation.status !== 'noneThisYear') return [{ type: 'opened', data: {} }]
    const on = reconsideredUntil(participation, calendar)
    const { lastDay: closedOn, passesAt } = deadline(on, calendar)
    if (now >= passesAt) throw new Refusal('participation.nominations-closed', { on: closedOn })
    return [{ type: 'reconsidered', data: { on } }]
  },
  recordNoneThisYear: (participation, { note }) => [
    ...withdrawnIn(participation),
    { type: 'saidNone', data: { ...(note !== undefined && { note }) } },
  ],

  extend: (participation, { to, reason }, context) => {
    assertNoneOpen(participation)
    assertLater(participation, to, context)
    const { closesOn: from } = closingOf(participation)
    return [{ type: isOver(participation) ? 'reopened' : 'extended', data: { from, to, reason } }]
  },

  moveDates: (participation, dates, { calendar, now }) => {
    const { closesOn: from } = closingOf(participation)
    const to = latest([dates.closesOn, participation.extendedTo], calendar)
    const stays = participation.status === 'noneThisYear' || lastDay(to, calendar) === lastDay(from, calendar)
    if (stays) return [{ type: 'cycleMoved', data: dates }]
    const moved = { ...dates, from, to }
    const isAhead = now < deadline(to, calendar).passesAt
    if (participation.status === 'finished')
      return [isAhead ? { type: 'closingMoved', data: moved } : { type: 'cycleMoved', data: dates }]
    if (!isOver(participation)) return [{ type: 'closingMoved', data: moved }]
    return [isAhead ? { type: 'calledAgain', data: moved } : { type: 'cycleMoved', data: dates }]
  },

  closeParticipation: ({ nominations }, _, context) => {
    // Whoever nominated somebody has answered, also where nobody is left of them.
    if (Object.keys(nominations).length > 0) return [{ type: 'nominationsEnded', data: {} }]
    if (context.facts.reachable) return [{ type: 'fellSilent', data: {} }]
    const by = workingDaysFrom(context, context.policy.newContactWorkingDays)
    return [{ type: 'foundUnreached', data: { by } }]
  },

  withdrawInvitation: ({ status }) => {
    const answered = knowing.includes(status)
    return [{ type: 'cancelled', data: { ...(answered && { answered }) } }]
  },
}

/** The statuses in which nothing more was to come of the invitation, or something had. */
const knowing: readonly ParticipationStatus[] = ['nominating', 'finished', 'silent', 'noneThisYear']

const isOver = ({ status }: Pick<Participation, 'status'>): boolean => status === 'silent' || status === 'notReached'
