import type { Evolve } from '../process.ts'
import { dayMs, plusMs, type Instant } from '../time.ts'
import { without } from '../without.ts'
import type { Correspondence, CorrespondenceShape, Notice, Standing, WithdrawnFor } from './correspondence.ts'
import { takenBack } from './moved.ts'

// A mail server gives up, and says so, after four to five days (RFC 5321, 4.5.4.1).
const reportsWithinMs = 7 * dayMs

/** What a correspondence remembers of what happened. */
export const evolveCorrespondence: Evolve<CorrespondenceShape> = {
  received: (state, notice) => ({ ...state, pending: [...state.pending, notice] }),
  kept: (state, notice) => ({ ...state, pending: [...state.pending, notice] }),
  withdrawn: (state, { subject, keys, reason }) => {
    const pending = state.pending.filter(({ key }) => !keys.includes(key))
    return { ...over(state, { subject, reason }), pending }
  },
  superseded: (state, { keys }) => ({ ...state, pending: state.pending.filter(({ key }) => !keys.includes(key)) }),
  settled: over,
  restored: (state, { subject, pending, standing }) => {
    const { wasOn } = state.untold[subject] ?? {}
    return {
      ...state,
      pending: [...state.pending, ...pending],
      standing: [...state.standing, ...standing],
      untold:
        wasOn === undefined
          ? without(state.untold, [subject])
          : { ...state.untold, [subject]: { wasOn, pending: [], standing: [] } },
    }
  },
  postponed: (state, { until }) => ({ ...state, pending: putOff(state, until) }),
  digested: (state, { id, notices, by }, at) => {
    const sent = new Set(notices.map(({ key }) => key))
    return {
      ...state,
      digests: state.digests + 1,
      pending: state.pending.filter(({ key }) => !sent.has(key)),
      untold: without(
        state.untold,
        notices.map(({ subject }) => subject),
      ),
      standing: standingAfter(state, { digest: id, notices, at }),
      sending: { id, notices, at, by },
    }
  },
  digestEnded: (state, { digest, outcome, again = [] }) => ({
    ...state,
    sending: undefined,
    astraySince: outcome === 'takenBack' ? (state.astraySince ?? state.sending?.at) : undefined,
    pending: [...state.pending, ...again],
    standing:
      outcome === 'failed' || outcome === 'takenBack'
        ? state.standing.filter((one) => one.digest !== digest)
        : state.standing,
  }),
  bounced: (state, { digest, again = [] }) => ({
    ...state,
    pending: [...state.pending, ...again],
    standing: state.standing.filter((one) => one.digest !== digest),
  }),
  foundUnreachable: (state, { pending, ...found }, at) => ({
    ...state,
    pending,
    standing: [],
    untold: {},
    unreachable: { ...found, at },
  }),
  passedOn: (state, { to, notices }) => ({
    ...state,
    pending: [],
    standing: [],
    untold: {},
    passed: passedTo(state, { to, notices }),
    ...(state.unreachable && { unreachable: { ...state.unreachable, newContactBy: undefined } }),
  }),
  sharedWith: (state, { to, notices }) => ({ ...state, passed: passedTo(state, { to, notices }) }),
  enrolled: (state, { askAt }) => ({ ...state, confirming: { askAt } }),
  confirmationAsked: (state, { by, askAt }, at) => ({ ...state, confirming: { askAt, asked: { at, by } } }),
  confirmationSkipped: (state, { askAt }) => ({ ...state, confirming: { askAt } }),
  contactConfirmed: ({ confirming, ...state }) => ({
    ...state,
    standing: withoutQuestion(state),
    ...(confirming && { confirming: { askAt: confirming.askAt } }),
  }),
  left: ({ confirming: _, ...state }) => ({
    ...state,
    standing: withoutQuestion(state),
    ...(state.unreachable && { unreachable: { ...state.unreachable, newContactBy: undefined } }),
  }),
  forgotten: ({ confirming: _, ...state }) => ({
    ...state,
    pending: [],
    standing: [],
    untold: {},
    unreachable: undefined,
    held: undefined,
    forgotten: true,
  }),
  held: (state, { until, ...held }, at) => ({ ...state, pending: putOff(state, until), held: { ...held, at } }),
  released: (state, { until }) => ({ ...state, pending: putOff(state, until), held: undefined }),
  readdressed: (state, { until }) => ({
    ...state,
    pending: putOff(state, until),
    earlierDigests: state.digests,
    unreachable: undefined,
  }),
}

/** What was sent and still holds, without the question whether they answer. */
const withoutQuestion = ({ standing }: Pick<Correspondence, 'standing'>): Correspondence['standing'] =>
  standing.filter(({ kind }) => kind !== 'confirmation')

const putOff = ({ pending }: Correspondence, until: Readonly<Record<string, Instant>>): Correspondence['pending'] =>
  pending.map((notice) => ({ ...notice, sendAt: until[notice.key] ?? notice.sendAt }))

/** What was said of a subject no longer holds; of one whose date moved it is remembered until the move is told. */
function over(
  state: Correspondence,
  { subject, reason }: { readonly subject: string; readonly reason: WithdrawnFor },
): Correspondence {
  return {
    ...state,
    passed: without(state.passed, [subject]),
    untold:
      reason === 'moved' ? { ...state.untold, [subject]: takenBack(state, subject) } : without(state.untold, [subject]),
    standing: state.standing.filter((notice) => notice.subject !== subject),
  }
}

const passedTo = (
  { passed }: Correspondence,
  { to, notices }: { to: string; notices: readonly Notice[] },
): Correspondence['passed'] => ({ ...passed, ...Object.fromEntries(notices.map(({ subject }) => [subject, to])) })

/** Of each subject what was said last; news as long as its delivery report may still come. */
function standingAfter(
  { standing }: Correspondence,
  { digest, notices, at }: { digest: string; notices: readonly Notice[]; at: Instant },
): readonly Standing[] {
  const oldest = plusMs(at, -reportsWithinMs)
  const said = new Set(notices.map(({ subject }) => subject))
  const kept = standing.filter(({ subject, passesAt, sentAt }) =>
    passesAt === undefined ? sentAt >= oldest : !said.has(subject),
  )
  return [...kept, ...notices.map((notice) => ({ ...notice, digest, sentAt: at }))]
}
