import { verifyLedger } from '../../store/verify.ts'
import { listTroubles } from '../../store/troubles.ts'
import { rules } from '../domain/school.ts'
import { draw, type Asked } from './draw.ts'
import { install } from './installation.ts'
import { faultsOf, judgedLateMs } from './judge.ts'
import { inLastSecond, storm, type Storm } from './storm.ts'

/** What a stress came to. */
export interface Stressed extends Asked {
  readonly seconds: number
  /** Commands to send that were received, and of these within the last second, done, and refused as late. */
  readonly received: number
  readonly receivedInLastSecond: number
  readonly done: number
  readonly refusedAsLate: number
  /** Clicks of before the deadline that were refused as late, and by how many milliseconds the earliest of them was before it. */
  readonly clickedInTimeJudgedLate: number
  readonly clickedInTimeByMs: number
  /** How long what was received had waited to be written down, at most, in milliseconds. */
  readonly waitedAtTheDoorMs: number
  /** Clicks that were answered nothing, as their API was killed. */
  readonly cutOff: number
  /** How long people waited for an answer, in milliseconds. */
  readonly waitedMs: { readonly median: number; readonly p95: number; readonly most: number }
  readonly entries: number
  readonly faults: readonly string[]
}

const leadMs = 500

/** Lives through one stress and judges what came of it; `found` is what was judged. */
export async function stress(asked: Asked): Promise<Stressed & Pick<Storm, 'found'>> {
  const began = performance.now()
  const drawn = draw(asked)
  const installation = await install(drawn.submissions.length)
  try {
    const { found, waitedMs } = await storm(installation, drawn, await installation.near(asked.windowMs + leadMs))
    const { store } = installation.house
    const [{ entries, faults }, troubles] = [await verifyLedger(store), await listTroubles(store)]
    const rows = found.flatMap((one) => one.rows)
    const sorted = waitedMs.toSorted((a, b) => a - b)
    const share = (of: number): number => sorted[Math.min(sorted.length - 1, Math.floor(of * sorted.length))] ?? 0
    return {
      ...asked,
      seconds: Math.round((performance.now() - began) / 1000),
      received: rows.length,
      receivedInLastSecond: rows.filter(inLastSecond).length,
      done: rows.filter(({ answer }) => answer?.outcome === 'done').length,
      refusedAsLate: rows.filter(
        ({ answer }) => answer?.outcome === 'refused' && answer.code === 'dossier.close-passed',
      ).length,
      clickedInTimeJudgedLate: judgedLateMs(found).length,
      clickedInTimeByMs: Math.max(0, ...judgedLateMs(found)),
      waitedAtTheDoorMs: Math.max(0, ...rows.map(({ waitedMs = 0 }) => waitedMs)),
      cutOff: found.flatMap(({ clicks }) => clicks).filter(({ status }) => status === 0).length,
      waitedMs: { median: share(0.5), p95: share(0.95), most: share(1) },
      entries,
      faults: [
        ...found.flatMap((one) => faultsOf(one, rules.calendar)),
        ...faults.map(({ stream, seq, fault }) => `${stream} ${seq}: ${fault}`),
        ...troubles.map(({ stream, what, error }) => `${stream}: ${what}: ${error}`),
      ],
      found,
    }
  } finally {
    await installation.close()
  }
}
