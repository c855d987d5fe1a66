import { join } from 'node:path'
import { npmStart, ownEnv } from '../test/local/npm-start.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { millisecondsOf } from './rounds.ts'

const rounds = 5

/** How long `npm start` takes until people can use it, with everything unpacked: in a new data folder, with its demonstration, and again. */
export async function measure({ home }: Ground): Promise<readonly Figure[]> {
  const [first, again]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const folder = join(home, `${round}`)
    first.push(await startAndEnd(folder))
    again.push(await startAndEnd(folder))
  }
  return [
    { metric: 'start', unit: 's', ours: again, goals: [{ of: 'ours', atMost: 15 }] },
    { metric: 'start-first', unit: 's', ours: first, goals: [] },
  ]
}

async function startAndEnd(folder: string): Promise<number> {
  const env = await ownEnv(folder)
  let started: ReturnType<typeof npmStart> | undefined
  const took = await millisecondsOf(async () => {
    started = npmStart({ env })
    await started.until('Longitude is ready')
  })
  started?.npm.kill('SIGTERM')
  await started?.ended()
  return took / 1000
}
