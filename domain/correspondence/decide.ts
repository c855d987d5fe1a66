import { fileIn, keyOf } from '../id.ts'
import { takesPlaceOf } from '../notices.ts'
import type { Deciding, Decide, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import type { Instant } from '../time.ts'
import type {
  Correspondence,
  CorrespondenceFacts,
  CorrespondenceShape,
  Notice,
  Pending,
  UnreachableCause,
} from './correspondence.ts'
import { hold, release } from './hold.ts'
import { isNeedless, restored, sinceTold } from './moved.ts'
import { found, nextContact, numberOf, undelivered } from './reach.ts'
import { hoursOf, momentOf, noticeOf, pendingOf, rescheduled } from './scheduling.ts'
import { askConfirmation, confirmContact, enrolled, leave } from './september.ts'
import { mayGo } from './sending.ts'

type Context = Deciding<CorrespondenceFacts>

/** The rules of one party's correspondence (R4, R10). */
export const decideCorrespondence: Decide<CorrespondenceShape> = {
  receive: (state, received, context) => {
    if (state.pending.some(({ key }) => key === received.key)) return []
    const notice = sinceTold(state, received)
    if (isNeedless(state, notice)) return []
    const pending = pendingOf(notice, state, context)
    if (state.status === 'notReached') return [...superseded(state, notice), { type: 'kept', data: pending }]
    if (state.status !== 'passedOn')
      return [...enrolled(state, context), ...superseded(state, notice), { type: 'received', data: pending }]
    const to = nextContact(context.facts)
    if (to !== undefined) return [{ type: 'passedOn', data: { to, notices: [notice] } }]
    const { cause = 'unknown', code } = state.unreachable ?? {}
    return [...found(state, { cause, ...(code && { code }) }, context), { type: 'kept', data: pending }]
  },
  withdraw: (state, { subject, reason, untilOn }, context) => {
    const { pending, standing, passed } = state
    const keys = pending.filter((notice) => notice.subject === subject).map(({ key }) => key)
    // Where others answer by now, whoever announced it has told them.
    const heir = reason !== 'rerouted' && Object.hasOwn(passed, subject) ? passed[subject] : undefined
    const data = { subject, reason, ...(untilOn && { untilOn }), ...(heir !== undefined && { to: heir }) }
    const back = restored(state, { subject, untilOn }, context)
    if (keys.length > 0) return [{ type: 'withdrawn', data: { ...data, keys } }, ...back]
    const wasTold = Object.hasOwn(passed, subject) || standing.some((notice) => notice.subject === subject)
    return wasTold ? [{ type: 'settled', data }, ...back] : back
  },
  sendDigest: (state, _, context) => {
    const due = state.pending.filter(({ sendAt }) => sendAt <= context.now)
    const ready = due.filter((notice) => mayGo(notice, context.takenAt, hoursOf(context)))
    const later = due
      .filter((notice) => !ready.includes(notice))
      .map((notice) => [notice.key, momentOf(notice, context.takenAt, context)] as const)
    const postponed =
      later.length > 0 ? [{ type: 'postponed' as const, data: { until: Object.fromEntries<Instant>(later) } }] : []
    return ready.length > 0
      ? [...postponed, { type: 'digested', data: { ...digestOf(state, ready, context), by: 'clock' } }]
      : postponed
  },
  sendNow: (state, { reason }, context) => {
    if (state.held) throw new Refusal('correspondence.held', { untilOn: state.held.untilOn })
    if (state.sending) throw new Refusal('correspondence.sending')
    if (state.pending.length === 0) throw new Refusal('correspondence.nothing-pending')
    return [{ type: 'digested', data: { ...digestOf(state, state.pending, context), by: 'hand', reason } }]
  },
  recordOutcome: (state, { digest, outcome, code, unreachable }, context) => {
    if (state.sending?.id !== digest) return []
    const said = { digest, ...(code && { code }) }
    if (outcome === 'takenBack' && state.status === 'open') {
      // The server had nothing of it: what still holds goes with whatever else waits, when R4 lets it.
      const again = undelivered(state, digest).map((notice) => pendingOf(notice, state, context))
      return [{ type: 'digestEnded', data: { ...said, outcome, ...(again.length > 0 && { again }) } }]
    }
    // Of what did not arrive, whoever answers by now has heard already.
    if (outcome !== 'failed' || state.status !== 'open') return [{ type: 'digestEnded', data: { ...said, outcome } }]
    return failed(state, { ended: { ...said, outcome }, unreachable }, context)
  },
  recordBounce: (state, { digest, code, unreachable }, context) => {
    const current = numberOf(digest) > state.earlierDigests && numberOf(digest) <= state.digests
    if (!current || state.status !== 'open') return []
    if (state.sending?.id === digest)
      return failed(state, { ended: { digest, outcome: 'failed', code }, unreachable }, context)
    if (unreachable)
      return [
        { type: 'bounced', data: { digest, code } },
        ...found(state, { cause: unreachable, digest, code }, context),
      ]
    const { rest, shared } = retried(state, digest, context)
    return [{ type: 'bounced', data: { digest, code, ...rest } }, ...shared]
  },
  reportUnreachable: (state, { reason }, context) => {
    assertKnown(context)
    return found(state, { cause: 'reported', reason }, context)
  },
  passOn: ({ pending }, { to }, { facts }) => {
    const other = facts.others?.find(({ id }) => id === to)
    if (!other || (other.status !== 'none' && other.status !== 'open'))
      throw new Refusal('correspondence.contact-not-working', { contact: to })
    return [{ type: 'passedOn', data: { to, notices: pending.map(noticeOf), introduced: true } }]
  },
  askConfirmation,
  confirmContact,
  forget: () => [{ type: 'forgotten', data: {} }],
  leave,
  hold,
  release,
  readdress: (state, { reason }, context) => {
    assertKnown(context)
    const relieves = (context.facts.others ?? []).filter(({ status }) => status === 'notReached').map(({ id }) => id)
    return [
      {
        type: 'readdressed',
        data: { ...(reason !== undefined && { reason }), until: rescheduled(state, context), relieves },
      },
    ]
  },
}

function assertKnown({ facts }: Context): void {
  if (!facts.known) throw new Refusal('correspondence.party-unknown')
}

/** What a notice leaves nothing to, still waiting to go: a reader needs the last word alone. */
function superseded(
  { pending }: Correspondence,
  notice: Notice,
): readonly EventOf<CorrespondenceShape, 'superseded'>[] {
  const { key, subject } = notice
  const keys = pending.filter((one) => saysTheSame(one, notice) || isOutdated(one, notice)).map((one) => one.key)
  return keys.length > 0 ? [{ type: 'superseded', data: { subject, keys, by: key } }] : []
}

/** The same word on the same wait. */
const saysTheSame = (before: Notice, { subject, kind, passesAt }: Notice): boolean =>
  before.subject === subject && before.kind === kind && before.passesAt !== undefined && passesAt !== undefined

/** Earlier news of the same thing whose place these take. */
const isOutdated = (before: Notice, { subject, about, kind }: Notice): boolean =>
  before.about === about &&
  fileIn(before.subject) === fileIn(subject) &&
  takesPlaceOf[kind]?.includes(before.kind) === true

/** A mail did not arrive: where the address is at fault nobody is reached by it; else what still holds goes once more. */
function failed(
  state: Correspondence,
  {
    ended,
    unreachable,
  }: { ended: { digest: string; outcome: 'failed'; code?: string }; unreachable: UnreachableCause | undefined },
  context: Context,
): readonly EventOf<CorrespondenceShape, 'digestEnded' | 'sharedWith' | 'foundUnreachable' | 'passedOn'>[] {
  const { digest, code } = ended
  if (unreachable)
    return [
      { type: 'digestEnded', data: ended },
      ...found(state, { cause: unreachable, digest, ...(code && { code }) }, context),
    ]
  const { rest, shared } = retried(state, digest, context)
  return [{ type: 'digestEnded', data: { ...ended, ...rest } }, ...shared]
}

/** What did not arrive goes once more in the next window: to the next contact where there is one, else to the same reader. */
function retried(
  state: Correspondence,
  digest: string,
  context: Context,
): {
  rest: { again?: readonly Pending[]; lost?: readonly string[] }
  shared: readonly EventOf<CorrespondenceShape, 'sharedWith'>[]
} {
  const notices = undelivered(state, digest)
  const first = notices.filter(({ again }) => !again).map((notice): Notice => ({ ...notice, again: true }))
  const lost = notices.filter(({ again }) => again).map(({ key }) => key)
  const to = nextContact(context.facts)
  const isShared = to !== undefined && first.length > 0
  return {
    rest: {
      ...(!isShared && first.length > 0 && { again: first.map((notice) => pendingOf(notice, state, context)) }),
      ...(lost.length > 0 && { lost }),
    },
    shared: isShared ? [{ type: 'sharedWith', data: { to, notices: first } }] : [],
  }
}

/** A mail's id says nothing of its reader: the party's register id and a number. */
const digestOf = (
  { digests }: Correspondence,
  notices: readonly Pending[],
  { id }: Context,
): { id: string; notices: readonly Notice[] } => ({
  id: `${keyOf(id)}.${digests + 1}`,
  notices: notices.map(noticeOf),
})
