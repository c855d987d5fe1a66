import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lastDayOf } from '../domain/plan/span.ts'
import { dayMs, endOf, instantOf, plusMs } from '../domain/time.ts'
import { fastForward } from '../test/clock.ts'
import { runsOf } from '../test/runs.ts'
import { taskQueue } from './bare/task-queue.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs, type Installation } from './installation.ts'
import { eventually } from './people.ts'
import { openOffice, partners, rules, runPlan, thisYear, type Office } from './plans.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 5
// With what the years themselves remind of, about 240 wakes.
const milestones = 32
const everyMs = 7 * dayMs

/** How long five years of a plan take when time is skipped, its reminders handed over, beside a timer that fires as often and writes. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const office = await openOffice(ours)
  let wakes = 0
  const sides = await inTurn(rounds, {
    ours: async (round) => {
      const key = await runPlan(office, { partner: partners[round] ?? '', milestones })
      const seconds = await liveThrough(ours, office, key)
      wakes = await wakesOf(ours, `partnershipPlan/${key}`)
      return seconds
    },
    bare: () => sleepThrough(bare, wakes),
  })
  const goals = [
    { of: 'ratio', atMost: 1.25 },
    { of: 'ours', atMost: 8 },
  ] as const
  return [{ metric: 'five-year-plan', unit: `s, ${wakes} wakes`, ...sides, goals }]
}

const Plan = z.object({ status: z.object({ code: z.string() }) })

async function liveThrough(ours: Installation, { direction }: Office, key: string): Promise<number> {
  const end = endOf(lastDayOf({ firstYear: thisYear }), rules.calendar)
  const took = await millisecondsOf(async () => {
    await fastForward(ours, `partnershipPlan/${key}`, end)
    await eventually(async () => {
      const { status } = Plan.parse(await direction.get(`/plans/${key}`))
      return status.code === 'closed' ? true : undefined
    })
  })
  return took / 1000
}

async function sleepThrough(bare: Installation, wakes: number): Promise<number> {
  const workflowId = `bare-${randomUUID()}`
  const handle = await bare.client.workflow.start('bareYears', {
    taskQueue,
    workflowId,
    args: [{ wakes, everyMs }],
  })
  const end = plusMs(instantOf(Date.now()), (wakes + 1) * everyMs)
  const took = await millisecondsOf(async () => {
    await fastForward(bare, workflowId, end).catch(() => undefined)
    await handle.result()
  })
  return took / 1000
}

/** How often the clock woke a process, in all its runs. */
async function wakesOf(ours: Installation, id: string): Promise<number> {
  const runs = await runsOf(ours, id)
  return runs.flatMap(({ events }) => events ?? []).filter((event) => event.timerFiredEventAttributes).length
}
