import { z } from 'zod'
import {
  agreementKinds,
  agreementStatuses,
  centreViews,
  flowDirections,
  renewalDeciders,
  renewalDecisions,
  sides,
  studyLevels,
} from '../../domain/agreement/agreement.ts'
import { AttachedView } from './document.ts'
import { WaitView } from './plan.ts'
import { coded, Day, Moment, pageOf, Text } from './scalars.ts'

const Named = z.object({ id: z.string(), name: z.string() })
const Validity = z.object({
  from: Day,
  until: Day.meta({ description: 'The last day: a boundary, which no holiday moves (R1).' }),
})
const students = {
  direction: coded(z.enum(flowDirections)),
  level: coded(z.enum(studyLevels)),
  year: z.int().meta({ description: 'The academic year, as its first year.' }),
}
const terms = {
  partners: z.array(Named),
  validity: Validity,
  noticeMonths: z.int().meta({ description: 'Whole months between the notice of a termination and its day.' }),
  places: z.array(z.object({ ...students, places: z.int() })),
}
const totals = { incoming: z.int(), outgoing: z.int(), balance: z.int() }
const Totals = z.object(totals).meta({ description: 'Those who came, those who went, and the one less the other.' })

/** How far a renewal has come. */
const Renewal = z.object({
  months: z.int().meta({ description: 'The step of the ladder: so many months before the end.' }),
  of: coded(z.enum(renewalDeciders)).meta({ description: 'Who is asked to decide.' }),
  at: Moment,
  flows: Totals,
  results: z
    .object({ milestones: z.int(), evidenced: z.int() })
    .meta({ description: 'Of all milestones of the plans with these partners, those with accepted evidence.' }),
  decided: z.object({ decision: coded(z.enum(renewalDecisions)), at: Moment, reason: Text }).nullable(),
})

export const AgreementView = z
  .object({
    key: z.string().meta({ description: 'Its register number.' }),
    seq: z.int(),
    title: z.string(),
    kind: coded(z.enum(agreementKinds)),
    status: coded(z.enum(agreementStatuses)),
    inForce: z.boolean().meta({ description: 'Whether it is valid today.' }),
    ...terms,
    lastDay: Day.meta({ description: 'Its last day, agreed on or by notice.' }),
    withImt: z.boolean().meta({ description: 'Institut Mines-Télécom is a party as well.' }),
    centres: z.array(
      z.object({
        ...Named.shape,
        answerBy: Day.nullable().meta({ description: 'Until when its opinion is asked; null where it is not.' }),
        opinion: coded(z.enum(centreViews)).nullable(),
        reason: Text.optional(),
        may: z.array(z.string()),
      }),
    ),
    stage: z
      .object({ kind: z.enum(['legal', 'sending', 'signature']), since: Moment, by: Day })
      .nullable()
      .meta({ description: 'What is owed on its way to a signature, and until when as it was counted.' }),
    sentOn: Day.nullable(),
    signedOn: Day.nullable(),
    agreed: z
      .array(
        z.object({
          version: z.int(),
          signedOn: Day,
          ...terms,
          scans: z.array(AttachedView).meta({ description: 'Its signed copies, the last one attached last.' }),
        }),
      )
      .meta({ description: 'The versions both sides agreed on, in order: the last one is in force.' }),
    amendment: z
      .object({ version: z.int(), ...terms, reason: Text, by: Day })
      .nullable()
      .meta({ description: 'A version that is not agreed on yet: nothing of it is in force.' }),
    transfers: z.array(z.object({ from: Named, into: Named, on: Day, finalOn: Day })).meta({
      description:
        'Partners that are, or will be, part of another: until an amendment names that one it stays in force as it was signed.',
    }),
    renewal: Renewal.nullable(),
    termination: z.object({ side: coded(z.enum(sides)), noticedOn: Day, endsOn: Day, reason: Text }).nullable(),
    flows: z.object({
      counts: z.array(z.object({ ...students, students: z.int() })),
      years: z.array(z.object({ year: z.int(), ...totals })),
      total: Totals,
    }),
    renews: z.string().nullable().meta({ description: 'The number of the agreement that it is to renew.' }),
    successor: z.string().nullable().meta({ description: 'The number of the agreement that renewed it.' }),
    waits: z.array(WaitView),
    may: z.array(z.string()).meta({ description: 'The commands you may give it now.' }),
  })
  .meta({ id: 'Agreement' })

const AgreementLine = AgreementView.pick({
  key: true,
  title: true,
  kind: true,
  status: true,
  inForce: true,
  partners: true,
  validity: true,
  lastDay: true,
}).extend({
  href: z.string(),
  next: WaitView.nullable().meta({ description: 'What is waited for first.' }),
})
export const AgreementPage = pageOf(AgreementLine)
