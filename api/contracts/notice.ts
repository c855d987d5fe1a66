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
  passesAt: Instant.optional(),
})
/** `received` */
export const StoredPending = StoredNotice.extend({ urgent: z.boolean(), sendAt: Instant })
/** `withdrawn` */
export const StoredWithdrawal = z.object({
  subject: z.string(),
  keys: z.array(z.string()),
  reason: z.enum(withdrawnFor),
})
/** `digested` */
export const StoredDigest = z.object({
  id: z.string(),
  notices: z.array(StoredNotice),
  by: z.enum(['clock', 'hand']),
  reason: z.string().optional(),
})
/** `digestEnded` */
export const StoredOutcome = z.object({ digest: z.string(), outcome: z.enum(outcomes), code: z.string().optional() })
