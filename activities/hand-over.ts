import { markRung, unrungRows, type Recipients } from '../store/inbox.ts'
import type { Store } from '../store/connect.ts'
import type { Reached } from './ports.ts'

export interface HandOverPorts {
  readonly store: Store
  /** Rings a process: "the store has something for you", and starts its workflow where there is none. */
  readonly look: (stream: string) => Promise<void>
  readonly reached: Reached
}

const atATime = 200

/**
 * Rings those for whom a process left rows. Idempotent: ringing carries nothing, and a row stays unrung until its
 * recipient was rung.
 */
export function handOver({ store, look, reached }: HandOverPorts): {
  requestApprovals: (id: string) => Promise<void>
  tellProcesses: (id: string) => Promise<void>
} {
  const ring =
    (recipients: Recipients) =>
    async (id: string): Promise<void> => {
      for (;;) {
        const rows = await unrungRows(store, id, { recipients, limit: atATime })
        if (rows.length === 0) return
        for (const stream of new Set(rows.map((row) => row.stream))) await look(stream)
        reached('rung')
        await markRung(
          store,
          rows.map((row) => row.id),
        )
      }
    }
  return { requestApprovals: ring('approvals'), tellProcesses: ring('processes') }
}
