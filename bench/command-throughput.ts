import { ask, startProcess } from './bare-processes.ts'
import { rateOf } from './callers.ts'
import { report } from './commands.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { openOffice, runPlans } from './plans.ts'
import { inTurn } from './rounds.ts'

const rounds = 7
const processes = 8

/** How many commands a second are done when sixteen people ask at once, two of each of eight processes. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const office = await openOffice(ours)
  const keys = await runPlans(office, processes)
  const ids = await Promise.all(Array.from({ length: processes }, () => startProcess(bare)))
  const sides = await inTurn(rounds, {
    ours: () => rateOf(keys, async (key) => (await report(office.pilot, key)) === 200),
    bare: () => rateOf(ids, (id) => ask(bare, id)),
  })
  return [{ metric: 'command-throughput', unit: 'commands/s', ...sides, goals: [{ of: 'ratio', atLeast: 0.85 }] }]
}
