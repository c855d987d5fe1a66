import { workingDaysFrom } from '../moment.ts'
import type { Deciding, EventOf } from '../process.ts'
import type {
  Correspondence,
  CorrespondenceFacts,
  CorrespondenceShape,
  Found,
  Notice,
  Standing,
} from './correspondence.ts'
import { noticeOf, pendingOf } from './scheduling.ts'

type Context = Deciding<CorrespondenceFacts>

const sentNoticeOf = ({ digest: _, sentAt: __, ...notice }: Standing): Notice => notice

/** The contact of the same partner who answers when this one cannot (R10). */
export const nextContact = ({ others = [] }: CorrespondenceFacts): string | undefined =>
  others.find(({ status }) => status === 'none' || status === 'open')?.id

/** The number of a digest in its party's correspondence. `numberOf('usth-c1.12')` → `12` */
export const numberOf = (digest: string): number => Number(digest.slice(digest.lastIndexOf('.') + 1))

/** What was sent, still holds, and did not arrive with a digest that failed. */
export const undelivered = ({ standing }: Correspondence, digest: string): readonly Notice[] =>
  standing.filter((notice) => notice.digest === digest).map(sentNoticeOf)

/** Everything that still holds: what waits, what was sent and is waited for, and the news that went since a digest that failed. */
function whatHolds(
  { pending, standing, sending }: Correspondence,
  digest: string | undefined = sending?.id,
): readonly Notice[] {
  const since = digest === undefined ? Infinity : numberOf(digest)
  const sent = standing.filter((notice) => notice.passesAt !== undefined || numberOf(notice.digest) >= since)
  const waiting = sent.map(sentNoticeOf).filter(({ key }) => !pending.some((one) => one.key === key))
  // That they answer concerns themselves alone.
  return [...waiting, ...pending.map(noticeOf)].filter(({ kind }) => kind !== 'nowAnswering')
}

/** The address does not work (R10): the next contact answers from then on; where there is none, someone owes one. */
export function found(
  state: Correspondence,
  how: Omit<Found, 'of' | 'newContactBy'>,
  context: Context,
): readonly EventOf<CorrespondenceShape, 'foundUnreachable' | 'passedOn'>[] {
  const { facts } = context
  const next = nextContact(facts)
  const notices = whatHolds(state, how.digest)
  const newContactBy = workingDaysFrom(context, context.policy.newContactWorkingDays)
  return [
    {
      type: 'foundUnreachable',
      data: {
        ...how,
        of: facts.candidate ? 'candidate' : facts.place ? 'contact' : 'person',
        ...(next === undefined && { newContactBy }),
        pending: notices.map((notice) => pendingOf(notice, state, context)),
      },
    },
    ...(next === undefined
      ? []
      : [{ type: 'passedOn' as const, data: { to: next, notices, introduced: true as const } }]),
  ]
}
