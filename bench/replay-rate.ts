import { fileURLToPath } from 'node:url'
import type { History } from '@temporalio/common/lib/proto-utils.js'
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayWorkerOptions } from '@temporalio/worker'
import { bundleFile } from '../local/bundle.ts'
import '../test/quiet-runtime.ts'
import { ask, startProcess } from './bare-processes.ts'
import { report } from './commands.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs, type Installation } from './installation.ts'
import { openOffice, partners, runPlan } from './plans.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 7
// A run of ours turns after 2000 events.
const commands = 250
const copies = 20
const eventsPerUpdate = 6

/** How many events a second are replayed of a process's history, beside a bare one of the same length. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const { pilot, ...others } = await openOffice(ours)
  const key = await runPlan({ pilot, ...others }, { partner: partners[0] ?? '' })
  for (let n = 0; n < commands; n++) await report(pilot, key)
  const lived = await historyOf(ours, `partnershipPlan/${key}`)
  const id = await startProcess(bare)
  for (let n = 0; n < (lived.events?.length ?? 0) / eventsPerUpdate; n++) await ask(bare, id)
  const other = await historyOf(bare, id)
  const logger = new DefaultLogger('ERROR')
  const workflowsPath = fileURLToPath(new URL('bare/workflows.ts', import.meta.url))
  const { code } = await bundleWorkflowCode({ workflowsPath, logger })
  const sides = await inTurn(rounds, {
    ours: () => rateOf(lived, { codePath: bundleFile() }),
    bare: () => rateOf(other, { code }),
  })
  return [{ metric: 'replay-rate', unit: 'events/s', ...sides, goals: [{ of: 'ratio', atLeast: 0.9 }] }]
}

const historyOf = ({ client }: Installation, id: string): Promise<History> =>
  client.workflow.getHandle(id).fetchHistory()

async function rateOf(
  history: History,
  workflowBundle: NonNullable<ReplayWorkerOptions['workflowBundle']>,
): Promise<number> {
  const all = Array.from({ length: copies }, (_, n) => ({ workflowId: `copy-${n}`, history }))
  const took = await millisecondsOf(async () => {
    for await (const { error } of Worker.runReplayHistories({ workflowBundle }, all)) if (error) throw error
  })
  return ((history.events?.length ?? 0) * copies * 1000) / took
}
