import { plusMs, type Instant } from '../time.ts'

const [minuteMs, hourMs] = [60_000, 3_600_000]

// As the Standard Webhooks specification suggests: soon at first, then long enough for a receiver that is away for a weekend's day.
const pausesMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs, 10 * hourMs, 24 * hourMs] as const
const switchedOffAfterMs = 5 * 24 * hourMs

/** When a delivery is tried again after so many failures, the last of them at that moment; nothing once it is given up, after the eighth. */
export function triedAgainAt(failures: number, at: Instant): Instant | undefined {
  const pauseMs = pausesMs[failures - 1]
  return pauseMs === undefined ? undefined : plusMs(at, pauseMs)
}

/** Whether a webhook that fails since then, without one success, is switched off: after five days. */
export const isSwitchedOff = (failingSince: Instant, now: Instant): boolean =>
  now >= plusMs(failingSince, switchedOffAfterMs)
