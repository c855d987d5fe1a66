import { instantOf, type Instant } from '../domain/time.ts'

/** How many milliseconds a process of a test lives ahead of a clock, by what that shows (ms since 1970). */
export type AheadMs = (nowMs: number) => number

/** By how much a process of a test is ahead of every clock: as it began, until it is told otherwise; it may also be told to stand at a moment. */
export function leaps(beganMs = 0): AheadMs {
  let aheadMs: AheadMs = () => beganMs
  process.on('message', (message: object) => {
    const told = toldBy(message)
    if (!told) return
    aheadMs = told
    process.send?.({ leapt: true })
  })
  return (nowMs) => aheadMs(nowMs)
}

function toldBy(message: object): AheadMs | undefined {
  if ('aheadMs' in message && typeof message.aheadMs === 'number') {
    const { aheadMs } = message
    return () => aheadMs
  }
  if ('standsAt' in message && typeof message.standsAt === 'string') {
    const standsAtMs = Date.parse(message.standsAt)
    return (nowMs) => standsAtMs - nowMs
  }
  return undefined
}

/** What it is for whoever is that much ahead. */
export function aheadOf(aheadMs: AheadMs): Instant {
  const nowMs = Date.now()
  return instantOf(nowMs + aheadMs(nowMs))
}
