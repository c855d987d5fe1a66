import { condition, defineUpdate, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow'
import type { writes } from './writes.ts'

// What the engine does when it is asked for nothing else: no queue, no turn, no rule, no hand-over.

const { writeThree } = proxyLocalActivities<ReturnType<typeof writes>>({
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 1 },
})
const take = defineUpdate<string, [row: string]>('take')
const dayMs = 86_400_000

/** Answers each update once a local activity has written. */
export async function bareProcess(): Promise<void> {
  setHandler(take, (row) => writeThree(row))
  await condition(() => false)
}

/** The same, with a timer that each update sets anew. */
export async function bareTimer(): Promise<void> {
  let wakeAt = Date.now() + dayMs
  setHandler(take, async (row) => {
    const written = await writeThree(row)
    wakeAt += dayMs
    return written
  })
  for (;;) {
    const until = wakeAt
    await condition(() => wakeAt !== until, until - Date.now())
  }
}

/** Sleeps and writes, so many times. */
export async function bareYears({ wakes, everyMs }: { wakes: number; everyMs: number }): Promise<void> {
  for (let wake = 0; wake < wakes; wake++) {
    await sleep(everyMs)
    await writeThree(`${wake}`)
  }
}
