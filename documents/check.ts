import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import pLimit from 'p-limit'
import { Verdict } from './verdict.ts'

/** Says what a file is, or why it is refused; `name` is what its sender calls it. */
export type Check = (path: string, name: string) => Promise<Verdict>

/** What one check may take. */
export interface CheckLimits {
  readonly ms: number
  readonly heapMegabytes: number
}
const usual: CheckLimits = { ms: 20_000, heapMegabytes: 256 }
// Checks are work for the processor: what else is asked meanwhile has to be answered.
const atOnce = 2

/**
 * Checks files in threads of their own, two at a time: one that takes too long or too much memory ends alone, and its file is refused as
 * `document-unchecked`.
 */
export function checkInThreads({ ms, heapMegabytes }: CheckLimits = usual): Check {
  const limit = pLimit(atOnce)
  return (path, name) =>
    limit(async () => {
      const thread = new Worker(new URL('check-thread.mjs', import.meta.url), {
        workerData: { path, name },
        resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
        // Nothing of ours is to be read from there.
        env: {},
      })
      const patience = new AbortController()
      try {
        const [said]: unknown[] = await Promise.race([
          once(thread, 'message'),
          once(thread, 'exit').then(() => []),
          pause(ms, [], { signal: patience.signal }),
        ])
        return said === undefined ? { fault: 'document-unchecked' } : Verdict.parse(said)
      } catch {
        return { fault: 'document-unchecked' }
      } finally {
        patience.abort()
        await thread.terminate()
      }
    })
}
