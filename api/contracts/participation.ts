import { z } from 'zod'
import { uninvitables } from '../../domain/cycle/invitable.ts'
import { extensionCauses } from '../../domain/participation/extension.ts'
import { participationStatuses } from '../../domain/participation/participation.ts'
import { NominationNumbers, NominationView } from './nomination.ts'
import { Partner, WaitView } from './plan.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

const status = coded(z.enum(participationStatuses))

export const ParticipationView = z
  .object({
    key: z.string(),
    seq: z.int(),
    cycle: z.object({ key: z.string(), name: z.string(), href: z.string() }),
    partner: Partner,
    status,
    closesOn: Day.nullable().meta({ description: 'The last day for its nominations, as stated.' }),
    finalOn: Day.nullable().meta({ description: 'The day that counts, after weekends, holidays and closures (R1).' }),
    cycleClosesOn: Day.nullable().meta({ description: 'That of its cycle or its country, as stated.' }),
    extendedTo: Day.nullable().meta({ description: 'One of its own: the later of both counts (R5).' }),
    note: Text.optional().meta({ description: 'What was said where it nominates nobody.' }),
    nominations: z.array(NominationView).meta({
      description: 'Those that stand, the most wanted first; then those that were cancelled.',
    }),
    numbers: NominationNumbers.nullable().meta({ description: 'Null before the invitation.' }),
    extension: z
      .object({
        to: Day.meta({ description: 'The last day that is asked for.' }),
        cause: coded(z.enum(extensionCauses)),
        reason: Text,
        askedAt: Moment,
        answerBy: Day.meta({ description: 'Until when the office owes an answer.' }),
        answer: z
          .object({
            at: Moment,
            to: Day.nullable().meta({ description: 'The day that was given; null where it was refused.' }),
            reason: Text.optional(),
          })
          .nullable()
          .meta({ description: 'Null while it is open.' }),
      })
      .nullable()
      .meta({ description: 'The last request for more time.' }),
    waits: z.array(WaitView),
    may: z.array(z.string()).meta({ description: 'The commands you may give it now.' }),
  })
  .meta({ id: 'Participation' })

const ParticipationLine = ParticipationView.pick({
  key: true,
  cycle: true,
  partner: true,
  status: true,
  finalOn: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const ParticipationPage = pageOf(ParticipationLine)

/** Every partner beside one cycle: whether it is invitable, or was invited (R8, S10). */
export const CyclePartners = z
  .object({
    items: z.array(
      z.object({
        partner: Partner,
        invitable: z.boolean().meta({ description: 'Without a reason, today (R8).' }),
        why: coded(z.enum(uninvitables))
          .nullable()
          .meta({ description: 'Why it is not: the first reason that holds.' }),
        invited: z
          .object({
            at: Moment,
            status,
            reason: Text.nullable().meta({ description: 'Why it was invited, where somebody said so.' }),
            href: z.string(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'CyclePartners' })
