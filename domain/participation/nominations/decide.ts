import { workingDaysFrom, type Moment } from '../../moment.ts'
import type { Context, Decide, EventOf, Input } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline } from '../../time.ts'
import { withdrawnIn } from '../decide-extension.ts'
import { closingOf, type Participation, type ParticipationShape } from '../participation.ts'
import { foundAlike } from '../persons.ts'
import { checkCandidate, checkLimit, checkRoom, checkedBy, checkWishes, type Checked } from './checks.ts'
import type { nominationCommands } from './commands.ts'
import { nextNomination, standingOne, type Nominated, type NominationContent } from './nomination.ts'

type Decisions = Omit<Pick<Decide<ParticipationShape>, keyof typeof nominationCommands>, 'importNominations'>
type Made = Input<typeof nominationCommands, 'nominate'>
type Correction = Input<typeof nominationCommands, 'correctNomination'>

/** What follows from each command on nominations, or why it may not be. */
export const decideNominations: Decisions = {
  nominate: (participation, made, context) => {
    if (participation.status === 'finished') checkOpen(participation, context)
    const one = nominatedOf(made, checkedBy(participation, context))
    return [
      ...begunIn(participation),
      { type: 'nominated', data: one },
      ...foundAlike(participation, [one.candidate], context),
    ]
  },

  correctNomination: (participation, correction, { facts }) => {
    const { nomination } = correction
    const before = standingOne(participation, nomination)
    if (participation.status === 'finished' && before.state !== 'returned')
      throw new Refusal('participation.not-returned', { nomination })
    const content = correctedBy(before, correction)
    // What was wrong with a returned one may be in the register, and be corrected there.
    if (before.state !== 'returned' && isSame(before, content))
      throw new Refusal('participation.nomination-same', { nomination })
    checkWishes(content.wishes, { participation, facts })
    if (content.wishes[0] !== before.wishes[0]) checkLimit(content.wishes, { participation, facts })
    const answers = before.state === 'returned' ? { answers: true as const } : {}
    return [{ type: 'nominationCorrected', data: { nomination, ...content, ...answers } }]
  },

  reorder: ({ order: before }, { order }) => {
    if (order.length !== before.length || order.some((id) => !before.includes(id)))
      throw new Refusal('participation.order-differs', { nominations: before })
    return [{ type: 'nominationsOrdered', data: { order } }]
  },

  replaceNomination: (participation, { nomination, reason, ...made }, context) => {
    standingOne(participation, nomination)
    const rank = participation.order.indexOf(nomination) + 1
    // Whoever is in the place of themselves is corrected, not replaced.
    checkCandidate(made.candidate, checkedBy(participation, context))
    const order = participation.order.filter((id) => id !== nomination)
    const one = nominatedOf({ ...made, rank }, checkedBy({ ...participation, order }, context))
    return [
      { type: 'nominationCancelled', data: { nomination, reason, replacedBy: one.nomination } },
      { type: 'nominated', data: { ...one, replaces: nomination } },
      ...foundAlike(participation, [one.candidate], context),
    ]
  },

  cancelNomination: (participation, { nomination, reason }) => {
    standingOne(participation, nomination)
    return [{ type: 'nominationCancelled', data: { nomination, reason } }, ...emptiedBy(participation)]
  },

  // Cancelled meanwhile, it stays that.
  noteWithdrawn: (participation, { nomination, by }) =>
    participation.order.includes(nomination)
      ? [{ type: 'nominationWithdrawn', data: { nomination, by } }, ...emptiedBy(participation)]
      : [],

  returnNomination: (participation, { nomination, reason }, context) => {
    const { state } = standingOne(participation, nomination)
    if (state === 'returned') throw new Refusal('participation.nomination-returned', { nomination })
    const by = workingDaysFrom(context, context.policy.nominationCorrectionWorkingDays)
    return [{ type: 'nominationReturned', data: { nomination, reason, by } }]
  },

  finish: (participation) => [...withdrawnIn(participation), { type: 'nominationsFinished', data: {} }],

  reopenNominations: (participation, _, context) => {
    checkOpen(participation, context)
    return [{ type: participation.order.length > 0 ? 'nominationsBegun' : 'nominationsEmptied', data: {} }]
  },
}

/** The first of what a partner nominates, or nominates again, has its nominations begin. */
export const begunIn = ({ status }: Participation): readonly EventOf<ParticipationShape, 'nominationsBegun'>[] =>
  status === 'nominating' ? [] : [{ type: 'nominationsBegun', data: {} }]

/** Of those that were made none is left without one that stands. */
const emptiedBy = ({ status, order }: Participation): readonly EventOf<ParticipationShape, 'nominationsEmptied'>[] =>
  status === 'nominating' && order.length === 1 ? [{ type: 'nominationsEmptied', data: {} }] : []

/** One more nomination, at its place or the last. Throws what forbids it. */
function nominatedOf(made: Made, checked: Checked): Nominated {
  checkCandidate(made.candidate, checked)
  checkWishes(made.wishes, checked)
  checkRoom(checked)
  checkLimit(made.wishes, checked)
  return newNomination(made, checked.participation)
}

/** One more nomination of whoever may be nominated, at its place or the last. */
export function newNomination({ rank, statement, ...made }: Made, participation: Participation): Nominated {
  const last = participation.order.length + 1
  return {
    ...made,
    ...(statement !== undefined && { statement }),
    nomination: nextNomination(participation),
    rank: Math.min(rank ?? last, last),
  }
}

/** What is said of a candidate once that was corrected. */
function correctedBy(
  before: NominationContent,
  { wishes = [...before.wishes], channel = before.channel, statement = before.statement }: Correction,
): NominationContent {
  return { wishes, channel, ...(typeof statement === 'string' && { statement }) }
}

/** Whether what is said of a candidate is what was said before. */
export const isSame = (before: NominationContent, { wishes, channel, statement }: NominationContent): boolean =>
  channel === before.channel && statement === before.statement && wishes.join() === before.wishes.join()

/** After the close nothing is nominated. Throws `participation.nominations-closed`. */
export function checkOpen(
  participation: Participation,
  { calendar, now, receivedAt = now }: Moment & Pick<Context, 'receivedAt'>,
): void {
  const { lastDay, passesAt } = deadline(closingOf(participation).closesOn, calendar)
  if (receivedAt >= passesAt) throw new Refusal('participation.nominations-closed', { on: lastDay })
}
