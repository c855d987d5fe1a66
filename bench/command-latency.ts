import { ask, startProcess } from './bare-processes.ts'
import { report } from './commands.ts'
import { medianOf, type Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { openOffice, partners, runPlan } from './plans.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 9
const commands = 25

/** How long one person waits for a command when nobody else asks: the median of each round, in milliseconds. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const office = await openOffice(ours)
  const key = await runPlan(office, { partner: partners[0] ?? '' })
  const id = await startProcess(bare)
  const oneAfterTheOther = async (give: () => Promise<unknown>): Promise<number> => {
    const waited: number[] = []
    for (let n = 0; n < commands; n++) waited.push(await millisecondsOf(give))
    return medianOf(waited)
  }
  const sides = await inTurn(rounds, {
    ours: () => oneAfterTheOther(() => report(office.pilot, key)),
    bare: () => oneAfterTheOther(() => ask(bare, id)),
  })
  return [{ metric: 'command-latency', unit: 'ms', ...sides, goals: [{ of: 'ratio', atMost: 1.25 }] }]
}
