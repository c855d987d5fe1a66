import { keptAt } from '../../store/inbox.ts'
import { passesAt } from './installation.ts'
import { late, type Found } from './judge.ts'

const lastSecondMs = 1000

/** Of a number of things, in milliseconds. */
export interface Spread {
  readonly median: number
  readonly p95: number
  readonly most: number
}
/** A click of before the deadline that was judged late: when it was sent, had come in whole and was written down, in milliseconds after the deadline. */
interface JudgedLate {
  readonly id: string
  readonly sentMs: number
  readonly arrivedMs: number
  readonly keptMs: number
}
/** How far those who clicked kept to what was drawn, and how long it took to the API. */
export interface Punctual {
  /** Dossiers that were drawn to be sent within the last second; of all, those that were sent and those that had come in within it. */
  readonly lastSecondOf: { readonly drawn: number; readonly sent: number; readonly received: number }
  /** By how much first clicks were sent after the moment that was drawn for them. */
  readonly sentLateMs: Spread
  /** From the first click of each dossier to the moment at which the first of its commands had come in whole. */
  readonly onItsWayMs: Spread
  readonly clickedInTimeJudgedLate: readonly JudgedLate[]
}

/** The middle of some numbers, what 95 of 100 do not exceed, and the most; 0 where there are none. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b)
  const share = (of: number): number => sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? 0
  return { median: share(0.5), p95: share(0.95), most: share(1) }
}

const afterMs = (at: string): number => Date.parse(at) - Date.parse(passesAt)
const isInLastSecond = (ms: number): boolean => ms >= -lastSecondMs && ms < 0

/** How punctually those clicked of whom everything is known. */
export function punctual(found: readonly Found[]): Punctual {
  const firsts = found.map(({ clicks }) => clicks.filter(({ drawnMs }) => drawnMs !== undefined))
  const sent = found.map(({ clicks }) => Math.min(...clicks.map(({ atMs }) => atMs)))
  const received = found.map(({ rows }) => Math.min(...rows.map(({ receivedAt }) => afterMs(receivedAt))))
  const count = (some: readonly boolean[]): number => some.filter(Boolean).length
  return {
    lastSecondOf: {
      drawn: count(firsts.map((clicks) => clicks.some(({ drawnMs = 0 }) => isInLastSecond(drawnMs)))),
      sent: count(sent.map(isInLastSecond)),
      received: count(received.map(isInLastSecond)),
    },
    sentLateMs: spreadOf(firsts.flat().map(({ atMs, drawnMs = atMs }) => atMs - drawnMs)),
    onItsWayMs: spreadOf(sent.map((ms, n) => (received[n] ?? 0) - ms).filter(Number.isFinite)),
    clickedInTimeJudgedLate: found.flatMap(judgedLate),
  }
}

/** Whoever clicked on a page knows no receipt: theirs is the last such click before it had come in. */
function judgedLate({ id, clicks, rows }: Found): readonly JudgedLate[] {
  return rows
    .filter(({ answer }) => answer?.outcome === 'refused' && answer.code === late)
    .flatMap((row) => {
      const arrivedMs = afterMs(row.receivedAt)
      const own =
        clicks.find(({ receipt }) => receipt === row.id) ??
        clicks.findLast(({ byLink, status, atMs }) => byLink && status !== 0 && atMs <= arrivedMs)
      return own && own.atMs < 0 ? [{ id, sentMs: own.atMs, arrivedMs, keptMs: afterMs(keptAt(row)) }] : []
    })
}
