import { z } from 'zod'
import { noticeKinds } from '../notices.ts'
import type { Rows } from '../process.ts'
import { FreeText } from '../text.ts'
import { CivilDate, Instant } from '../time.ts'
import {
  outcomes,
  withdrawnFor,
  type CorrespondenceEvents,
  type CorrespondencePart,
  type CorrespondenceStatus,
} from './correspondence.ts'

const any = ['none', 'open'] as const

/** What may be asked of a party's correspondence: notices come from processes, outcomes from the mailer. */
export const correspondenceCommands = {
  receive: {
    by: ['process'],
    from: any,
    emits: ['received'],
    input: z.strictObject({
      key: z.string(),
      subject: z.string(),
      about: z.string(),
      kind: z.enum(noticeKinds),
      days: z.int().optional(),
      untilOn: CivilDate.optional(),
      passesAt: Instant.optional(),
    }),
  },
  withdraw: {
    by: ['process'],
    from: any,
    emits: ['withdrawn'],
    input: z.strictObject({ subject: z.string(), reason: z.enum(withdrawnFor) }),
  },
  sendDigest: { by: ['clock'], from: ['open'], emits: ['digested', 'postponed'], input: z.strictObject({}) },
  sendNow: { by: ['steward'], from: ['open'], emits: ['digested'], input: z.strictObject({ reason: FreeText }) },
  recordOutcome: {
    by: ['mailer'],
    from: ['open'],
    emits: ['digestEnded'],
    input: z.strictObject({
      digest: z.string(),
      outcome: z.enum(outcomes),
      code: z.string().max(60).optional(),
    }),
  },
} as const satisfies Rows<CorrespondencePart, CorrespondenceStatus, keyof CorrespondenceEvents>
