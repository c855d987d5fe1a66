import { plusMs, type Instant } from '../domain/time.ts'

/** For how long what works once answers its own browser as it did: somebody pressed a button twice, or their line broke off (ADR 80). */
const pressedAgainMs = 30_000

/** What was used after this moment was used just now. */
export const justBefore = (now: Instant): Instant => plusMs(now, -pressedAgainMs)
