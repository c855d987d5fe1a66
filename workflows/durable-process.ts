// The durable shell: what every process does between two steps. No rule, no date arithmetic, no personal data.
import * as wf from '@temporalio/workflow'
import type { handOver } from '../activities/hand-over.ts'
import type { reminders } from '../activities/reminders.ts'
import type { StepAnswer, steps } from '../activities/steps.ts'
import { beside } from './beside.ts'
import { mailQueue } from './mail-queue.ts'

/** What the shell remembers of its process. The truth is in the store: this may be forgotten at any time. */
export interface Known {
  readonly wakeAt: number | null
  /** What it wakes for, in codes. */
  readonly next?: string | null
  readonly ended: boolean
}
/** What a run begins with; all but the id may be missing. */
export interface Run {
  readonly id: string
  readonly known?: Known
  /** Rows left that nobody was rung for when the run before turned. */
  readonly left?: Left
  /** Turn after so many events; tests turn early. */
  readonly turnAt?: number
}
interface Left {
  readonly approvals: boolean
  readonly rows: boolean
}
export type Outcome = Pick<StepAnswer, 'outcome' | 'seq'>

/** "A row of yours is in the inbox: take it and answer." The command's name is there for whoever reads the history. */
const take = wf.defineUpdate<Outcome, [rowId: string, command: string]>('take')
/** "The store has something for you." Carries nothing, so one too many, one too few or one too early is harmless. */
const look = wf.defineSignal('look')

// One attempt, short: whoever asked hears soon. Trying again is the loop's business, in a timer, not inside the task.
const { takeStep } = wf.proxyLocalActivities<ReturnType<typeof steps>>({
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 1 },
})
const { requestApprovals, tellProcesses } = wf.proxyActivities<ReturnType<typeof handOver>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
})
// A mail may wait hours for its server: the activity itself says when to give up.
const { sendReminder } = wf.proxyActivities<ReturnType<typeof reminders>>({
  taskQueue: mailQueue,
  startToCloseTimeout: '3m',
  heartbeatTimeout: '5s',
  retry: { initialInterval: '2s', maximumInterval: '10m' },
})

const maxEvents = 2000
const maxRunMs = 180 * 86_400_000
const maxBackoffMs = 60_000
// The last answers leave in a task of their own. Long enough not to be over before the server has stored that it began: its
// time skipping does not see such a timer, and jumps past everything that falls due.
const turnPauseMs = 100

/** One process from its first row to its end, whatever its type: waits, steps, hands over, and continues as a new run. */
export async function durableProcess(run: Run): Promise<void> {
  let known = run.known
  let stale = known === undefined // the store may know more than we do
  let turning = false // about to continue as new
  let outages = 0
  let failures = 0
  let queue: Promise<unknown> = Promise.resolve()
  let mailing: string | null = null
  let inFlight = 0 // steps asked for and not yet answered
  const approvals = beside(() => requestApprovals(run.id), run.left?.approvals)
  const others = beside(() => tellProcesses(run.id), run.left?.rows)

  function step(rowId?: string): Promise<Outcome> {
    const outage = outages
    const turn = queue.then(async () => {
      if (rowId && outage !== outages) throw failure('Unavailable') // what queued behind a failed step fails with it
      stale = false // before the call: a `look` that arrives during it counts
      try {
        const answer = await takeStep({ id: run.id, now: Date.now(), ...(rowId && { rowId }) })
        known = { wakeAt: answer.wakeAt, next: answer.next, ended: answer.ended }
        stale ||= answer.more
        failures = 0
        if (answer.approvals) approvals.start()
        if (answer.rows) others.start()
        if (answer.digest && mailing === null) void mail(answer.digest)
        return {
          ...(answer.outcome && { outcome: answer.outcome }),
          ...(answer.seq !== undefined && { seq: answer.seq }),
        }
      } catch {
        stale = true // it may have been committed all the same
        outages++
        throw failure('Unavailable')
      }
    })
    inFlight++
    queue = turn
      .catch(() => undefined)
      .finally(() => {
        inFlight--
      })
    return turn
  }

  /** Sends one digest beside the queue; what became of it is a row in our own inbox. */
  async function mail(digest: string): Promise<void> {
    mailing = digest
    try {
      await sendReminder({ id: run.id, digest })
    } catch {
      // The digest is still on its way in the store: the next step sends it again, but not at once.
      await wf.sleep(maxBackoffMs)
    }
    mailing = null
    stale = true
  }

  const stay = (_rowId: string, _command: string): void => {
    if (turning) throw failure('Turning') // refused: no history
  }
  wf.setHandler(take, (rowId: string, _command: string) => step(rowId), { validator: stay })
  wf.setHandler(look, () => {
    stale = true
  })

  const due = (): boolean => typeof known?.wakeAt === 'number' && known.wakeAt <= Date.now()
  const full = (): boolean => {
    const { continueAsNewSuggested, historyLength, runStartTime } = wf.workflowInfo()
    // A mail on its way would be cut off, and whether it was accepted unknown.
    if (mailing !== null) return false
    return (
      continueAsNewSuggested ||
      historyLength > (run.turnAt ?? maxEvents) ||
      Date.now() - runStartTime.getTime() > maxRunMs
    )
  }

  while (stale || !known?.ended) {
    if (stale || due()) {
      await step().catch(() => {
        failures++
      })
      if (failures > 0) {
        stale = false
        await wf.condition(() => failures === 0 || stale, Math.min(1000 * 2 ** failures, maxBackoffMs))
        stale = true
      }
    } else {
      const wakeAt = known?.wakeAt
      // Not while a step is in flight: a replay may hear of its answer before the signal that came meanwhile, and the timer
      // must be given up in the same order.
      const changed = (): boolean =>
        inFlight === 0 && (stale || known?.ended === true || known?.wakeAt !== wakeAt || full())
      if (typeof wakeAt === 'number')
        await wf.condition(changed, wakeAt - Date.now(), known?.next ? { summary: known.next } : {})
      else await wf.condition(changed)
    }
    if (full() && !known?.ended) {
      turning = true
      await wf.condition(wf.allHandlersFinished)
      await queue
      await wf.sleep(turnPauseMs)
      if (known?.ended && !stale) break
      await wf.continueAsNew<typeof durableProcess>({
        id: run.id,
        left: { approvals: approvals.pending(), rows: others.pending() },
        ...(known && !stale && { known }),
        ...(run.turnAt && { turnAt: run.turnAt }),
      })
    }
  }
  await wf.condition(() => wf.allHandlersFinished() && !approvals.pending() && !others.pending() && mailing === null)
}

const failure = (type: string): wf.ApplicationFailure => wf.ApplicationFailure.nonRetryable(type, type)
