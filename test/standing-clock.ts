import { setTimeout as pause } from 'node:timers/promises'
import { longestSettleMs } from '../activities/turn.ts'
import { plusMs, type Instant } from '../domain/time.ts'
import { passTime } from '../local/demonstration/pass-time.ts'
import { isRegisterStream } from '../store/register/fold.ts'
import { skipToTimer } from './clock.ts'
import type { House, WorkerProcess } from './house.ts'

/** Something that somebody does at a moment. */
interface Deed {
  readonly at: Instant
  readonly does: () => Promise<unknown>
}
interface Lives {
  readonly worker: WorkerProcess
  readonly deeds: readonly Deed[]
  readonly until: Instant
}

const lookAgainMs = 5
const skipAgainMs = 500
const patienceMs = 30_000

/**
 * Lets processes live through deeds until a moment, on the real engine, while the clock of all of them stands: at the moment of each deed, and
 * at that of each thing that is due, ten seconds after it, as long as a step waits at most (ADR 3, ADR 76). Whoever has something due is woken by its own timer, to which
 * its clock skips; everybody else by whoever tells them. The next moment comes when nothing is left to do in this one.
 */
export async function liveOnStandingClock(house: House, { worker, deeds, until }: Lives): Promise<void> {
  await passTime(house.store, {
    acts: deeds,
    until,
    act: async ({ at, does }) => {
      await worker.stand(at)
      await does()
      await quiet(house, at)
    },
    wake: async ({ id, at }) => {
      const standsAt = plusMs(at, longestSettleMs)
      await worker.stand(standsAt)
      await met(house, { id, at })
      await quiet(house, standsAt)
    },
  })
}

/** Comes back when a process met what was due at a moment. */
async function met(house: House, { id, at }: { readonly id: string; readonly at: Instant }): Promise<void> {
  const end = Date.now() + patienceMs
  for (let skipAt = 0; ;) {
    if (Date.now() >= skipAt) {
      await skipToTimer(house, id)
      skipAt = Date.now() + skipAgainMs
    }
    const next = await house.store.files.findOne({ _id: id }, { wakeAt: 1, ended: 1 }).lean()
    if (next?.ended || !next?.wakeAt || next.wakeAt > at) return
    if (Date.now() > end) throw new Error(`${id} did not meet what was due at ${at}`)
    await pause(lookAgainMs)
  }
}

/** Comes back when every row is taken, no mail is on its way, and the engine holds nothing for those whom this moment concerned. */
async function quiet(house: House, moment: Instant): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    const trouble = await house.store.troubles.findOne().lean()
    if (trouble) throw new Error(`at ${moment} a rule failed: ${JSON.stringify(trouble)}`)
    const busy = await busyIn(house, moment)
    if (busy === undefined) return
    if (Date.now() > end) throw new Error(`at ${moment} ${busy} did not come to rest`)
    await pause(lookAgainMs)
  }
}

async function busyIn({ store, client, namespace }: House, moment: Instant): Promise<string | undefined> {
  const [untaken, sending, taken, written] = await Promise.all([
    store.inbox.findOne({ taken: false }, { stream: 1 }).lean(),
    store.files.collection.findOne({ type: 'correspondence', 'state.sending': { $ne: null } }),
    store.inbox.distinct('stream', { receivedAt: new Date(moment) }),
    store.ledger.distinct('stream', { takenAt: moment }),
  ])
  if (untaken) return `a row of ${untaken.stream}`
  if (sending) return `the mail of ${String(sending._id)}`
  for (const workflowId of new Set([...taken, ...written].filter((id) => !isRegisterStream(id)))) {
    const { pendingWorkflowTask, pendingActivities } = await client.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId },
    })
    if (pendingWorkflowTask) return `a task of ${workflowId}`
    if (pendingActivities?.length) return `an activity of ${workflowId}`
  }
  return undefined
}
