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
// A thread takes a second to begin; what it remembers of files is not to grow for ever.
const checksEach = 100
const idleMs = 30_000

/** A thread, how many files it has checked, and what ends it where it stays idle. */
interface Checker {
  readonly thread: Worker
  checks: number
  ending?: NodeJS.Timeout
}

/**
 * Checks files in threads of their own, two at a time: one that takes too long or too much memory ends alone, and its file is refused as
 * `document-unchecked`.
 */
export function checkInThreads({ ms, heapMegabytes }: CheckLimits = usual): Check {
  const limit = pLimit(atOnce)
  const idle: Checker[] = []
  const begun = (): Checker => {
    const thread = new Worker(new URL('check-thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      // Nothing of ours is to be read from there.
      env: {},
    })
    // Whoever waits for it hears of it; when nobody does it is over all the same.
    thread.on('error', () => undefined)
    return { thread, checks: 0 }
  }
  const rest = (checker: Checker): void => {
    checker.thread.unref()
    checker.ending = setTimeout(() => {
      idle.splice(idle.indexOf(checker), 1)
      void checker.thread.terminate()
    }, idleMs).unref()
    idle.push(checker)
  }
  return (path, name) =>
    limit(async () => {
      const checker = idle.pop() ?? begun()
      clearTimeout(checker.ending)
      checker.thread.ref()
      const verdict = await asked(checker.thread, { path, name, ms })
      if (verdict && ++checker.checks < checksEach) rest(checker)
      else await checker.thread.terminate()
      return verdict ?? { fault: 'document-unchecked' }
    })
}

/** The verdict of a thread; nothing where it ends, or takes longer. */
async function asked(
  thread: Worker,
  { ms, ...file }: { readonly path: string; readonly name: string; readonly ms: number },
): Promise<Verdict | undefined> {
  const over = new AbortController()
  const { signal } = over
  try {
    thread.postMessage(file)
    const [said]: unknown[] = await Promise.race([
      once(thread, 'message', { signal }),
      once(thread, 'exit', { signal }).then(() => []),
      pause(ms, [], { signal }),
    ])
    return Verdict.safeParse(said).data
  } catch {
    return undefined
  } finally {
    over.abort()
  }
}
