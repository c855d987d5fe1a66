import { z } from 'zod'
import { noticeKinds } from '../notices.ts'
import { opinions } from '../plan/plan.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { CivilDate, Instant, NearDay } from '../time.ts'
import {
  outcomes,
  withdrawnFor,
  type CorrespondenceEvents,
  type CorrespondencePart,
  type CorrespondenceStatus,
} from './correspondence.ts'

const any = ['none', 'open', 'passedOn', 'notReached'] as const
const written = ['open', 'passedOn', 'notReached'] as const

/** What may be asked of a party's correspondence: notices come from processes, outcomes from the mailer, reachability from both and from people. */
export const correspondenceCommands = {
  receive: {
    by: ['process'],
    from: any,
    emits: ['enrolled', 'received', 'kept', 'superseded', 'passedOn', 'foundUnreachable'],
    input: z.strictObject({
      key: z.string(),
      subject: z.string(),
      about: z.string(),
      kind: z.enum(noticeKinds),
      days: z.int().optional(),
      untilOn: CivilDate.optional(),
      wasOn: CivilDate.optional(),
      passesAt: Instant.optional(),
      reason: z.string().optional(),
      opinion: z.enum(opinions).optional(),
      again: z.literal(true).optional(),
      unlessMoved: z.literal(true).optional(),
      ifUntold: z.literal(true).optional(),
      ifTold: z.string().optional(),
      unlessTold: z.string().optional(),
    }),
  },
  withdraw: {
    by: ['process'],
    from: any,
    emits: ['withdrawn', 'settled', 'restored'],
    input: z.strictObject({
      subject: z.string(),
      reason: z.enum(withdrawnFor),
      /** The final date it moved to. */
      untilOn: CivilDate.optional(),
    }),
  },
  sendDigest: { by: ['clock'], from: ['open'], emits: ['digested', 'postponed'], input: z.strictObject({}) },
  sendNow: { by: ['steward'], from: ['open'], emits: ['digested'], input: z.strictObject({ reason: FreeText }) },
  recordOutcome: {
    by: ['mailer'],
    from: written,
    emits: ['digestEnded', 'sharedWith', 'foundUnreachable', 'passedOn'],
    input: z.strictObject({
      digest: z.string(),
      outcome: z.enum(outcomes),
      code: z.string().max(60).optional(),
      /** The reader's address is at fault, and no later try will do (R10). */
      unreachable: z.enum(['refused', 'unknown']).optional(),
    }),
  },
  recordBounce: {
    by: ['mailer'],
    from: written,
    emits: ['digestEnded', 'bounced', 'sharedWith', 'foundUnreachable', 'passedOn'],
    input: z.strictObject({
      digest: z.string(),
      code: z.string().max(60),
      unreachable: z.literal('bounced').optional(),
    }),
  },
  reportUnreachable: {
    by: ['steward'],
    from: ['none', 'open'],
    emits: ['foundUnreachable', 'passedOn'],
    input: z.strictObject({ reason: FreeText }),
  },
  passOn: { by: ['steward', 'process'], from: ['notReached'], emits: ['passedOn'], input: z.strictObject({ to: Id }) },
  askConfirmation: {
    by: ['clock'],
    from: written,
    emits: ['confirmationAsked', 'confirmationSkipped'],
    input: z.strictObject({}),
  },
  confirmContact: {
    by: ['steward', 'headOfOffice', 'register'],
    // Who cannot be reached by mail may have said so on the phone.
    from: written,
    emits: ['contactConfirmed', 'withdrawn', 'settled'],
    input: z.strictObject({
      /** When they said so; today where it is not given. */
      on: NearDay.optional(),
    }),
  },
  forget: { by: ['register'], from: written, emits: ['forgotten'], input: z.strictObject({}) },
  leave: { by: ['register'], from: written, emits: ['left', 'withdrawn', 'settled'], input: z.strictObject({}) },
  hold: {
    by: ['steward'],
    from: any,
    emits: ['held'],
    input: z.strictObject({
      reason: FreeText,
      /** The last day on which nothing is sent. */
      untilOn: NearDay,
    }),
  },
  release: { by: ['steward', 'clock'], from: any, emits: ['released'], input: z.strictObject({}) },
  readdress: {
    by: ['steward', 'headOfOffice', 'register'],
    from: any,
    emits: ['readdressed'],
    /** Without a reason where the register's own entry has it. */
    input: z.strictObject({ reason: FreeText.optional() }),
  },
} as const satisfies Rows<CorrespondencePart, CorrespondenceStatus, keyof CorrespondenceEvents>
