import type { Policy, Rules } from '../policy.ts'
import { dayMs, dayOf, later, plusDays, plusMonths, type CivilDate, type Instant } from '../time.ts'
import type { Dossier } from './dossier.ts'

/** R15: for how long what is held of a candidate is kept once nothing more is decided of them. */
export interface Retention {
  /** The last decision or withdrawal so far, or the end of its cycle's year where there was none by then: it counts from that day. */
  readonly since: Instant
  /** A later end than the policy's: somebody said why, or another dossier of the same candidate is kept longer. */
  readonly keptUntil?: CivilDate | undefined
  /** Its end was reached: somebody erases, or says why not. */
  readonly reached?: { readonly since: Instant; readonly by: CivilDate } | undefined
}
/** An appeal: it suspends the retention, so that no day of it counts (R15). */
export interface Appeal {
  readonly since: Instant
  /** A text of the store. */
  readonly reason: string
}

/** What the policy says of it. */
export interface RetentionRules {
  /** Years from the last decision or withdrawal, by population. */
  readonly years: Readonly<Record<Dossier['population'], number>>
  /** School working days in which somebody erases, or says why not. */
  readonly actWorkingDays: number
}

type Kept = Pick<Dossier, 'retention' | 'suspendedMs' | 'population'>

/**
 * R15: the day on which the retention of a dossier ends, so many years after its last decision or withdrawal, and as many days later as an appeal took:
 * what suspends a term takes no day of it (French Civil Code, article 2230). Nothing while it is open.
 */
export function retentionEndsOn(
  { retention, suspendedMs = 0, population }: Kept,
  { policy, calendar }: Pick<Rules, 'calendar'> & { readonly policy: Pick<Policy, 'dossiers'> },
): CivilDate | undefined {
  if (!retention) return undefined
  const years = policy.dossiers.retention.years[population]
  const stated = plusMonths(dayOf(retention.since, calendar), years * 12)
  const own = plusDays(stated, Math.ceil(suspendedMs / dayMs))
  return retention.keptUntil !== undefined && retention.keptUntil > own ? retention.keptUntil : own
}

/** How long appeals have suspended it, with the one that ends now. */
export const suspendedUntil = ({ suspendedMs = 0, appeal, retention }: Dossier, at: Instant): number =>
  appeal && retention ? suspendedMs + Date.parse(at) - Date.parse(later(appeal.since, retention.since)) : suspendedMs
