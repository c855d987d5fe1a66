import { verifyLedger } from '../../store/verify.ts'
import { listTroubles } from '../../store/troubles.ts'
import { rules } from '../domain/school.ts'
import { draw, type Asked } from './draw.ts'
import { install } from './installation.ts'
import { faultsOf, late } from './judge.ts'
import { punctual, spreadOf, type Punctual, type Spread } from './punctual.ts'
import { storm, type Storm } from './storm.ts'

/** What a stress came to. */
export interface Stressed extends Asked, Punctual {
  readonly seconds: number
  /** Commands to send that were received, and of these done, and refused as late. */
  readonly received: number
  readonly done: number
  readonly refusedAsLate: number
  /** How long what was received had waited to be written down, at most, in milliseconds. */
  readonly waitedAtTheDoorMs: number
  /** Clicks that were answered nothing, as their API was killed. */
  readonly cutOff: number
  /** How long people waited for an answer, in milliseconds. */
  readonly waitedMs: Spread
  readonly entries: number
  readonly faults: readonly string[]
}

/** Lives through one stress and judges what came of it; `found` is what was judged. */
export async function stress(asked: Asked): Promise<Stressed & Pick<Storm, 'found'>> {
  const began = performance.now()
  const drawn = draw(asked)
  const installation = await install(drawn.submissions.length)
  try {
    const { found, waitedMs } = await storm(installation, drawn, asked.windowMs)
    const { store } = installation.house
    const [{ entries, faults }, troubles] = [await verifyLedger(store), await listTroubles(store)]
    const rows = found.flatMap((one) => one.rows)
    return {
      ...asked,
      seconds: Math.round((performance.now() - began) / 1000),
      received: rows.length,
      done: rows.filter(({ answer }) => answer?.outcome === 'done').length,
      refusedAsLate: rows.filter(({ answer }) => answer?.outcome === 'refused' && answer.code === late).length,
      ...punctual(found),
      waitedAtTheDoorMs: Math.max(0, ...rows.map(({ waitedMs = 0 }) => waitedMs)),
      cutOff: found.flatMap(({ clicks }) => clicks).filter(({ status }) => status === 0).length,
      waitedMs: spreadOf(waitedMs),
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
