import { setTimeout as pause } from 'node:timers/promises'
import { longestSettleMs } from '../activities/turn.ts'
import { taskQueue } from '../api/gateway.ts'
import { typeOf } from '../domain/processes.ts'
import type { Act } from '../domain/rehearsal.ts'
import { instant, plusMs, type Instant } from '../domain/time.ts'
import { findRow, putRow, rowIdOf } from '../store/inbox.ts'
import type { FileDoc } from '../store/schemas.ts'
import { fastForward } from './clock.ts'
import type { House } from './house.ts'

/** Processes that live together, from before the first act until a moment. */
export interface Lives {
  readonly ids: readonly string[]
  readonly script: readonly Act[]
  readonly until: Instant
}

// Past a moment by far more than what a step waits before it acts (ADR 3): time skipping does not see an end that is nearly there once the
// step is taken, and jumps past it to whatever falls due next.
const pastMs = longestSettleMs + 5000
const lookAgainMs = 10
const patienceMs = 20_000

/**
 * Several processes on one clock: all of them are brought to the moment of each act, and each to every moment at which it has something to
 * do; the next moment comes when all is quiet. They are started beforehand: one that others ring for the first time would begin today.
 */
export async function liveOnOneClock(house: House, { ids, script, until }: Lives): Promise<void> {
  const acts = script.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const bring = async (to: readonly string[], moment: Instant): Promise<void> => {
    await Promise.all(to.map((id) => fastForward(house, id, plusMs(moment, pastMs))))
    await quiet(house, moment)
  }
  await Promise.all(ids.map((id) => begin(house, id)))
  for (;;) {
    const open = await openFiles(house)
    const wakeAt = open.flatMap((file) => (file.wakeAt === null ? [] : [instant(file.wakeAt)])).toSorted()[0]
    const act = acts[0]
    if (act && act.at <= until && (wakeAt === undefined || act.at < wakeAt)) {
      acts.shift()
      const ended = await house.store.files.distinct('_id', { ended: true })
      await bring(
        ids.filter((id) => !ended.includes(id)),
        act.at,
      )
      await give(house, act)
    } else if (wakeAt !== undefined && wakeAt <= until) {
      await bring(
        open.filter((file) => file.wakeAt === wakeAt).map(({ _id }) => _id),
        wakeAt,
      )
    } else return
  }
}

/** One act as a row that was received at its moment; nothing here is refused. */
async function give(house: House, { at, actor, to, type, input }: Act): Promise<void> {
  const id = rowIdOf(to, actor.id, `${at} ${type}`)
  await putRow(house.store, { id, stream: to, actor, command: type, input, receivedAt: at })
  await house.gateway.take(to, id, type)
  await quiet(house, at)
  const answer = (await findRow(house.store, id))?.answer
  if (answer?.outcome !== 'done') throw new Error(`${at} ${type}: ${JSON.stringify(answer)}`)
}

/** Starts a process before anyone rings it, so that its clock can be brought to a moment. */
export const begin = (house: House, id: string): Promise<unknown> =>
  house.client.workflow.start(typeOf(id), {
    taskQueue,
    workflowId: id,
    args: [{ id }],
    workflowTaskTimeout: '3s',
  })

const openFiles = ({ store }: House): Promise<Pick<FileDoc, '_id' | 'wakeAt' | 'state'>[]> =>
  store.files.find({ ended: false }, { wakeAt: 1, state: 1 }).lean()

/** Comes back when every row is taken, nothing is due any more and no mail is on its way. */
async function quiet(house: House, moment: Instant): Promise<void> {
  const end = Date.now() + patienceMs
  for (;;) {
    const [untaken, open] = await Promise.all([house.store.inbox.findOne({ taken: false }).lean(), openFiles(house)])
    const busy = open.find(({ wakeAt, state }) => (wakeAt !== null && wakeAt <= moment) || isSending(state))
    if (!untaken && !busy) return
    if (Date.now() > end) throw new Error(`at ${moment} ${untaken?._id ?? busy?._id ?? ''} did not come to rest`)
    await pause(lookAgainMs)
  }
}
const isSending = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'sending' in state && state.sending !== undefined
