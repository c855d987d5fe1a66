import type { Deciding, EventOf } from '../process.ts'
import type { CivilDate } from '../time.ts'
import type { Correspondence, CorrespondenceFacts, CorrespondenceShape, Notice, Untold } from './correspondence.ts'
import { noticeOf, pendingOf } from './scheduling.ts'

type State = Pick<Correspondence, 'pending' | 'standing' | 'untold' | 'passed'>
const saysMoved = ({ wasOn }: Notice): boolean => wasOn !== undefined
const untoldOf = ({ untold }: State, subject: string): Untold | undefined =>
  Object.hasOwn(untold, subject) ? untold[subject] : undefined

/** R11: several moves before any was told are one, from the date that stood before the first of them. */
export function sinceTold(state: Correspondence, notice: Notice): Notice {
  const wasOn = untoldOf(state, notice.subject)?.wasOn
  return saysMoved(notice) && wasOn !== undefined ? { ...notice, wasOn } : notice
}

/** Whether something of a subject went to this reader, or to who hears in their place; of an earlier date of it, too. */
const wasSent = (state: State, subject: string): boolean =>
  Object.hasOwn(state.passed, subject) ||
  [...state.standing, ...(untoldOf(state, subject)?.standing ?? [])].some((notice) => notice.subject === subject)

/**
 * Whether it has nothing to say: moved back before this reader was told (R11), or of a date of whose move they hear, or heard; or that
 * something is over of which they were never told.
 */
export function isNeedless(
  state: State,
  { subject, wasOn, untilOn, unlessMoved, ifUntold, ifTold, unlessTold }: Notice,
): boolean {
  if (ifTold !== undefined && !wasSent(state, ifTold)) return true
  if (unlessTold !== undefined && wasSent(state, unlessTold)) return true
  if (wasOn !== undefined && wasOn === untilOn) return true
  if (ifUntold) return untilOn === undefined || untoldOf(state, subject)?.wasOn !== untilOn
  return (
    unlessMoved === true &&
    [...state.pending, ...state.standing].some((one) => one.subject === subject && saysMoved(one))
  )
}

/** What is remembered of a subject whose date moves: all that is taken back and was not told since. */
export function takenBack(state: State, subject: string): Untold {
  const { wasOn, pending = [], standing = [] } = untoldOf(state, subject) ?? {}
  const ofIt = state.pending.filter((one) => one.subject === subject)
  return {
    wasOn: wasOn ?? ofIt.find(saysMoved)?.wasOn,
    pending: [...pending, ...ofIt.filter((one) => !saysMoved(one)).map(noticeOf)],
    standing: [...standing, ...state.standing.filter((one) => one.subject === subject)],
  }
}

/** R11: what was said of the date that a subject moved back to holds again, where nothing was told meanwhile. */
export function restored(
  state: Correspondence,
  { subject, untilOn }: { subject: string; untilOn: CivilDate | undefined },
  context: Deciding<CorrespondenceFacts>,
): readonly EventOf<CorrespondenceShape, 'restored'>[] {
  const { pending = [], standing = [] } = untoldOf(state, subject) ?? {}
  const ofThatDate = (notice: Notice): boolean => untilOn !== undefined && notice.untilOn === untilOn
  const data = {
    subject,
    pending: pending.filter(ofThatDate).map((notice) => pendingOf(notice, state, context)),
    standing: standing.filter(ofThatDate),
  }
  return data.pending.length + data.standing.length > 0 ? [{ type: 'restored', data }] : []
}
