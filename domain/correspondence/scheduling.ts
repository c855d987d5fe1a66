import type { Rules } from '../policy.ts'
import type { Instant } from '../time.ts'
import type { Correspondence, CorrespondenceFacts, Notice, Pending } from './correspondence.ts'
import { mayGo, sendingMoment, type Hours } from './sending.ts'

/** Whose mail it is, by which rules. */
interface Reading extends Rules {
  readonly facts: Pick<CorrespondenceFacts, 'place'>
}
interface Context extends Reading {
  readonly now: Instant
}

/** R4's hours, by the reader's own calendar. */
export const hoursOf = ({ policy, calendar, calendarOf, facts }: Reading): Hours => ({
  sending: policy.sending,
  calendar: facts.place ? calendarOf(facts.place) : calendar,
  reader: facts.place ? 'partner' : 'school',
})

/** When R4 lets a notice go, from a moment on. */
export const momentOf = (notice: Pick<Pending, 'urgent' | 'passesAt'>, from: Instant, context: Reading): Instant =>
  sendingMoment(notice, from, hoursOf(context))

/** From when on anything may go to this reader: now, or when the hold on their mail is over. */
const openFrom = ({ held }: Pick<Correspondence, 'held'>, { now }: Pick<Context, 'now'>): Instant =>
  held && held.releaseAt > now ? held.releaseAt : now

/** A notice with the moment at which it goes. */
export function pendingOf(notice: Notice, state: Pick<Correspondence, 'held'>, context: Context): Pending {
  const urgent = isUrgent(notice, context)
  return { ...notice, urgent, sendAt: momentOf({ ...notice, urgent }, openFrom(state, context), context) }
}

const isUrgent = ({ kind }: Pick<Notice, 'kind'>, { policy }: Pick<Rules, 'policy'>): boolean =>
  policy.sending.urgentKinds.includes(kind)

/** Whether a digest that could not be handed over yet may still go at this moment (R4); one sent by hand may at any. */
export function mayStillGo(
  { held, sending }: Pick<Correspondence, 'held' | 'sending'>,
  notices: readonly Notice[],
  context: Context,
): boolean {
  if (held) return false
  if (sending?.by === 'hand') return true
  return notices.every((notice) =>
    mayGo({ ...notice, urgent: isUrgent(notice, context) }, context.now, hoursOf(context)),
  )
}

/** A notice as it was received. */
export const noticeOf = ({ urgent: _, sendAt: __, ...notice }: Pending): Notice => notice

/** When everything that waits goes from now on: key → moment. */
export const rescheduled = (
  state: Pick<Correspondence, 'pending' | 'held'>,
  context: Context,
): Readonly<Record<string, Instant>> =>
  Object.fromEntries(
    state.pending.map((notice) => [notice.key, momentOf(notice, openFrom(state, context), context)] as const),
  )
