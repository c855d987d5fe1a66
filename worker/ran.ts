import { setTimeout as pause } from 'node:timers/promises'
import type { Worker } from '@temporalio/worker'

/** A worker failed and does not end: its native half waits for polls that nobody answers, and would take tasks from a new one. */
export class WorkerStuck extends Error {
  override readonly name = 'WorkerStuck'
}

interface Patience {
  readonly lookEveryMs: number
  /** How long a worker that failed may take to end. */
  readonly endsWithinMs: number
}
// Longer than its own grace for what runs in it.
const usual: Patience = { lookEveryMs: 1000, endsWithinMs: 8000 }

/**
 * Runs a worker to its end; rejects with what it failed of. The SDK's own promise never settles when the namespace is gone, as that of an
 * engine begun anew (1.24.0: it waits for its native half): then with `WorkerStuck`, and nothing but the end of the process helps.
 */
export async function ran(
  worker: Pick<Worker, 'run' | 'getState'>,
  { lookEveryMs, endsWithinMs }: Patience = usual,
): Promise<void> {
  const run = worker.run().then(() => true)
  run.catch(() => undefined)
  const isOver = (ms: number): Promise<boolean> => Promise.race([run, pause(ms, false)])
  while (!(await isOver(lookEveryMs))) {
    if (worker.getState() === 'FAILED' && !(await isOver(endsWithinMs))) throw new WorkerStuck()
  }
}
