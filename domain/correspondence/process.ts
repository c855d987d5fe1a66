import { defineProcess } from '../machine.ts'
import type { Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import type { Instant } from '../time.ts'
import { correspondenceCommands } from './commands.ts'
import {
  correspondenceBecomes,
  type Correspondence,
  type CorrespondenceFacts,
  type CorrespondenceShape,
  type Notice,
  type Pending,
} from './correspondence.ts'
import { mayGo, sendingMoment, type Hours } from './sending.ts'

/** Everything one party is to hear: joined into one digest per sending window, withdrawn when settled (R4). */
export const correspondence = defineProcess<CorrespondenceShape>({
  type: 'correspondence',
  commands: correspondenceCommands,
  initial: { status: 'none', pending: [], digests: 0 },
  becomes: correspondenceBecomes,
  ends: [],

  decide: {
    receive: ({ pending }, notice, context) => {
      if (pending.some(({ key }) => key === notice.key)) return []
      const urgent = context.policy.sending.urgentKinds.includes(notice.kind)
      return [
        {
          type: 'received',
          data: { ...notice, urgent, sendAt: momentOf({ ...notice, urgent }, context.now, context) },
        },
      ]
    },
    withdraw: ({ pending }, { subject, reason }) => {
      const keys = pending.filter((notice) => notice.subject === subject).map(({ key }) => key)
      return keys.length > 0 ? [{ type: 'withdrawn', data: { subject, keys, reason } }] : []
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
      if (state.sending) throw new Refusal('correspondence.sending')
      if (state.pending.length === 0) throw new Refusal('correspondence.nothing-pending')
      return [{ type: 'digested', data: { ...digestOf(state, state.pending, context), by: 'hand', reason } }]
    },
    recordOutcome: ({ sending }, { digest, outcome, code }) =>
      sending?.id === digest ? [{ type: 'digestEnded', data: { digest, outcome, ...(code && { code }) } }] : [],
  },

  evolve: {
    received: (state, notice) => ({ ...state, pending: [...state.pending, notice] }),
    withdrawn: (state, { keys }) => ({ ...state, pending: state.pending.filter(({ key }) => !keys.includes(key)) }),
    postponed: (state, { until }) => ({
      ...state,
      pending: state.pending.map((notice) => ({ ...notice, sendAt: until[notice.key] ?? notice.sendAt })),
    }),
    digested: (state, { id, notices }, at) => ({
      ...state,
      digests: state.digests + 1,
      pending: state.pending.filter(({ key }) => !notices.some((sent) => sent.key === key)),
      sending: { id, notices, at },
    }),
    digestEnded: (state) => ({ ...state, sending: undefined }),
  },

  cast: (_, id) => ({
    process: ['process'],
    mailer: ['mailer'],
    steward: ['role:officer', 'role:administrator'],
    recipient: [`person:${keyOf(id)}`],
    reader: ['role:headOfOffice', 'role:auditor'],
  }),

  waits: ({ pending, sending }) => {
    const first = pending.reduce<Pending | undefined>(
      (earliest, notice) => (earliest && earliest.sendAt <= notice.sendAt ? earliest : notice),
      undefined,
    )
    return first && !sending
      ? [
          {
            kind: 'digest',
            about: 'next',
            since: first.sendAt,
            until: first.sendAt,
            then: { type: 'sendDigest', input: {} },
          },
        ]
      : []
  },

  outgoing: ({ sending }) => sending?.id,
  tells: {},
  announces: {},
})

const keyOf = (id: string): string => id.slice(id.indexOf('/') + 1)

const hoursOf = ({ policy, calendar, calendarOf, facts }: Deciding<CorrespondenceFacts>): Hours => ({
  sending: policy.sending,
  calendar: facts.place ? calendarOf(facts.place) : calendar,
  reader: facts.place ? 'partner' : 'school',
})

const momentOf = (
  notice: Pick<Pending, 'urgent' | 'passesAt'>,
  from: Instant,
  context: Deciding<CorrespondenceFacts>,
): Instant => sendingMoment(notice, from, hoursOf(context))

/** A mail's id says nothing of its reader: the party's register id and a number. */
const digestOf = (
  { digests }: Correspondence,
  notices: readonly Pending[],
  { id }: Deciding,
): { id: string; notices: readonly Notice[] } => ({
  id: `${keyOf(id)}.${digests + 1}`,
  notices: notices.map(({ urgent: _, sendAt: __, ...notice }) => notice),
})
