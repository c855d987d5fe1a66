import { readFileSync } from 'node:fs'
import { runScript } from '../local/own-process.ts'
import { rateOf } from './callers.ts'
import { report } from './commands.ts'
import { copyPlan } from './copies.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startOurs, type Installation } from './installation.ts'
import { openOffice, runPlans } from './plans.ts'
import { inTurn } from './rounds.ts'

const rounds = 5
const plans = 5000
const processes = 8

/** How many commands a second are done beside 5,000 plans that sleep, and without them, on servers of their own; and what a sleeping plan holds. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const [laden, empty] = [await running(ground, 'laden'), await running(ground, 'empty')]
  const before = kilobytesOf(laden.ours)
  await copyPlan(laden.ours, laden.keys[0] ?? '', { count: plans, into: [laden.ours] })
  const { settings: env, stack } = laden.ours
  await runScript({ name: 'Restore', file: 'scripts/restore.ts', home: stack.home, env, graceMs: 0 }, ground.adopt)
  const memory = (kilobytesOf(laden.ours) - before) / plans
  const sides = await inTurn(rounds, { ours: () => laden.rate(), bare: () => empty.rate() })
  return [
    { metric: 'standing-load', unit: 'commands/s', ...sides, goals: [{ of: 'ratio', atLeast: 0.9 }] },
    { metric: 'standing-load-memory', unit: 'KB a plan', ours: [memory], goals: [] },
  ]
}

interface Running {
  readonly ours: Installation
  readonly keys: readonly string[]
  rate(): Promise<number>
}

/** An installation with eight plans of which commands are asked. */
async function running(ground: Ground, name: string): Promise<Running> {
  const ours = await startOurs(ground, await ground.servers(name))
  const office = await openOffice(ours)
  const keys = await runPlans(office, processes)
  return { ours, keys, rate: () => rateOf(keys, async (key) => (await report(office.pilot, key)) === 200) }
}

/** What worker, Temporal and MongoDB hold in memory together. */
const kilobytesOf = ({ pids, stack }: Installation): number =>
  [pids.worker, stack.pids.temporal, stack.pids.mongod]
    .map((pid) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]))
    .reduce((sum, one) => sum + one, 0)
