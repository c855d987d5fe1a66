import { z } from 'zod'
import { outcomes, withdrawnFor } from '../../domain/correspondence/correspondence.ts'
import { noticeKinds } from '../../domain/notices.ts'
import { CivilDate, Instant } from '../../domain/time.ts'

// What entries of a correspondence's ledger hold, as `domain/correspondence/correspondence.ts` types it: read back here.

export const StoredNotice = z.object({
  key: z.string(),
  subject: z.string(),
  about: z.string(),
  kind: z.enum(noticeKinds),
  days: z.int().optional(),
  untilOn: CivilDate.optional(),
  wasOn: CivilDate.optional(),
  passesAt: Instant.optional(),
  again: z.literal(true).optional(),
})
/** `received` */
export const StoredPending = StoredNotice.extend({ urgent: z.boolean(), sendAt: Instant })
/** `withdrawn` */
export const StoredWithdrawal = z.object({
  subject: z.string(),
  keys: z.array(z.string()),
  reason: z.enum(withdrawnFor),
})
/** `superseded` */
export const StoredSuperseding = z.object({ subject: z.string(), keys: z.array(z.string()) })
/** `digested` */
export const StoredDigest = z.object({
  id: z.string(),
  notices: z.array(StoredNotice),
  by: z.enum(['clock', 'hand']),
  reason: z.string().optional(),
})
/** `digestEnded` */
const StoredFailure = z.object({
  digest: z.string(),
  code: z.string().optional(),
  again: z.array(StoredPending).default([]),
  lost: z.array(z.string()).default([]),
})
export const StoredOutcome = StoredFailure.extend({ outcome: z.enum(outcomes) })
/** `bounced` */
export const StoredBounce = StoredFailure
/** `passedOn`, `sharedWith` */
export const StoredPassing = z.object({ to: z.string(), notices: z.array(StoredNotice) })
