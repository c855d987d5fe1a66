import { z } from 'zod'
import {
  correspondenceStatuses,
  outcomes,
  unreachableCauses,
  withdrawnFor,
} from '../../domain/correspondence/correspondence.ts'
import { noticeKinds } from '../../domain/notices.ts'
import { coded, Day, Moment, Text } from './scalars.ts'

const Notice = z.object({
  key: z.string(),
  kind: z.enum(noticeKinds),
  heading: z.string(),
  partner: z.string().nullable().meta({ description: 'The partner institution; null where it is about none.' }),
  subject: z.string(),
  about: z.string(),
  finalOn: Day.nullable().meta({ description: 'The date it announces.' }),
  wasOn: Day.optional().meta({ description: 'The date that stood before, where it tells that it moved (R11).' }),
})

/** One party’s mail: what is to come, what went, and what did not. */
export const Messages = z
  .object({
    party: z.string(),
    seq: z.int(),
    status: coded(z.enum(correspondenceStatuses)).meta({ description: 'Whether mail reaches them (R10).' }),
    unreachable: z
      .object({
        cause: coded(z.enum(unreachableCauses)),
        code: z.string().optional(),
        reason: Text.optional().meta({ description: 'Why an officer reported it.' }),
        since: Moment,
        newContactBy: Day.nullable().meta({ description: 'Until when another contact, or an address, is owed.' }),
      })
      .nullable(),
    held: z
      .object({ reason: Text, since: Moment, untilOn: Day })
      .nullable()
      .meta({ description: 'Nothing is sent to them before this day is over; what waits is in `pending`.' }),
    pending: z.array(Notice.extend({ sendAt: Moment, urgent: z.boolean() })),
    nextAt: Moment.nullable().meta({ description: 'When the next digest goes.' }),
    digests: z.array(
      z.object({
        id: z.string(),
        madeAt: Moment,
        by: z.enum(['clock', 'hand']),
        reason: Text.optional().meta({ description: 'Why it was sent by hand.' }),
        notices: z.array(Notice),
        outcome: coded(z.enum(outcomes))
          .nullable()
          .meta({ description: 'What became of it; null while it is on its way.' }),
        code: z.string().optional().meta({ description: 'What the mail server said.' }),
        again: z.array(z.string()).meta({ description: 'Keys of notices that did not arrive and are sent once more.' }),
        lost: z.array(z.string()).meta({ description: 'Keys of notices that did not arrive twice.' }),
        endedAt: Moment.nullable(),
      }),
    ),
    withdrawn: z.array(
      z.object({
        at: Moment,
        subject: z.string(),
        notices: z.array(z.string()),
        reason: z.enum([...withdrawnFor, 'superseded', 'unreachable']),
        to: z.string().optional().meta({ description: 'The contact who hears of it instead.' }),
      }),
    ),
    may: z.array(z.string()),
  })
  .meta({ id: 'Messages' })

const MessagesLine = z.object({
  party: z.string(),
  status: coded(z.enum(correspondenceStatuses)),
  pending: z.int(),
  nextAt: Moment.nullable(),
  sending: z.boolean(),
  heldUntilOn: Day.nullable().meta({ description: 'The last day on which nothing is sent to them.' }),
  href: z.string(),
})

/** The caller’s own mail, and the other parties whose mail they may see. */
export const MessagesPage = z
  .object({ own: Messages, parties: z.array(MessagesLine), next: z.string().nullable() })
  .meta({ id: 'MessagesPage' })
