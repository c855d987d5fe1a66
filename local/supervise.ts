import { setTimeout as sleep } from 'node:timers/promises'
import { type Child, inWords } from './child.ts'

/** What to keep running. */
export interface SupervisedOptions {
  readonly name: string
  /** Starts it and returns when it is ready; shows each process it makes to `adopt` at once. */
  readonly start: (adopt: (child: Child) => void) => Promise<Child>
  readonly say: (line: string) => void
  /** Told of each process, ready or not. */
  readonly onSpawned: (child: Child) => void
  /** Told when it runs again after it ended. */
  readonly onRestarted?: () => void
  /** Told when it could not be started again `attempts` times in a row. */
  readonly onLost: (error: unknown) => void
  /** How often a new start may fail in a row; for ever by default. */
  readonly attempts?: number
}

/** Something that is kept running. */
export interface Supervised {
  readonly name: string
  /** Settles when it runs for the first time; rejects when it cannot. */
  readonly ready: Promise<Child>
  stop(how: 'graceful' | 'quick'): Promise<void>
}

const firstDelayMs = 100
const longestDelayMs = 10_000
/** After living this long its ending is taken for a new trouble, and the delays begin anew. */
const steadyMs = 30_000

/** Starts something, and starts it again, with growing delays, whenever it ends by itself. */
export function supervise(options: SupervisedOptions): Supervised {
  const { name, say, attempts = Infinity } = options
  const stopping = new AbortController()
  let current: Child | undefined
  let delayMs = firstDelayMs

  const adopt = (child: Child) => {
    current = child
    options.onSpawned(child)
    if (stopping.signal.aborted) void child.stop('quick')
  }

  const startAgain = async (): Promise<Child> => {
    for (let failed = 1; ; failed++) {
      await sleep(delayMs, undefined, { signal: stopping.signal })
      delayMs = Math.min(2 * delayMs, longestDelayMs)
      try {
        return await options.start(adopt)
      } catch (error) {
        stopping.signal.throwIfAborted()
        if (failed >= attempts) throw error
        say(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }

  const keep = async (first: Child): Promise<void> => {
    for (let child = first; ;) {
      const since = Date.now()
      const ending = await child.ended
      if (stopping.signal.aborted) return
      say(`${name} (pid ${child.pid}) ended: ${inWords(ending)}. Starting it again.`)
      if (Date.now() - since > steadyMs) delayMs = firstDelayMs
      child = await startAgain()
      say(`${name} runs again, pid ${child.pid}.`)
      options.onRestarted?.()
    }
  }

  const ready = options.start(adopt)
  ready.then(
    (child) => keep(child).catch((error: unknown) => stopping.signal.aborted || options.onLost(error)),
    () => undefined, // Told by `ready`.
  )
  return {
    name,
    ready,
    stop: async (how) => {
      stopping.abort()
      await current?.stop(how)
    },
  }
}
