import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import { Worker, type NativeConnection } from '@temporalio/worker'
import { handOver } from '../activities/hand-over.ts'
import type { Reached } from '../activities/ports.ts'
import { reconciler } from '../activities/reconcile.ts'
import { reminders } from '../activities/reminders.ts'
import { steps, type StepPorts } from '../activities/steps.ts'
import { webhooks } from '../activities/webhooks.ts'
import { hrefOf } from '../api/address.ts'
import { lookVia, taskQueue } from '../api/gateway.ts'
import type { Shelf } from '../documents/shelf.ts'
import type { Rules } from '../domain/policy.ts'
import { instantOf, type Instant } from '../domain/time.ts'
import type { MailSender } from '../mail/smtp.ts'
import type { Transact } from '../store/commit.ts'
import type { Store } from '../store/connect.ts'
import type { Post } from '../webhooks/post.ts'
import { mailQueue } from '../workflows/mail-queue.ts'

/** What a worker is made of; `reached`, `transact`, `engineNow` and `aheadMs` are ports that only tests change. */
export interface WorkerParts {
  readonly connection: NativeConnection
  readonly client: Client
  readonly namespace: string
  readonly store: Store
  readonly rules: Rules
  readonly shelf: Shelf
  readonly mail: MailSender
  /** Posts to webhooks. */
  readonly post: Post
  /** How many digests a second the mail server is offered at most, by all workers together. */
  readonly mailsPerSecond: number
  readonly secret: string
  readonly publicUrl: string
  readonly transact: Transact
  readonly reached: Reached
  /** The time of an activity's own process, where it is not the time of day: the engine of a test skips (ADR 42). */
  readonly engineNow?: (() => Instant) | undefined
  /** How many milliseconds the processes live ahead of the engine's clock, by what that shows: the deadline of a test is near (ADR 66). */
  readonly aheadMs?: StepPorts['aheadMs']
  /** A prebuilt bundle of the workflows; without it they are bundled now. */
  readonly bundle?: string | undefined
}

// What is interrupted within a workflow takes Node down with it (nodejs/node#38503), and the clock of that goes on where a machine is so busy that the
// worker gets no processor. Nothing in a workflow takes longer than milliseconds of one.
// An option of the SDK that its types do not name; `test/workflows/starved.test.ts` sees that it counts.
const patientWithin = { isolateExecutionTimeout: '60s' }

// A cached process costs about 300 KB: this many fit a small machine.
const maxCachedWorkflows = 1500

/** The two workers of a process: processes and their steps, and mail, which may wait for its server without holding them up. */
export async function makeWorkers(parts: WorkerParts): Promise<readonly Worker[]> {
  const { connection, client, namespace, store, rules, mail, post, secret, publicUrl, transact, reached, bundle } =
    parts
  const look = lookVia(client)
  const now = parts.engineNow ?? ((): Instant => instantOf(Date.now()))
  const workflows = bundle
    ? { workflowBundle: { codePath: bundle } }
    : { workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)) }
  const processes = await Worker.create({
    connection,
    namespace,
    taskQueue,
    ...workflows,
    activities: {
      ...steps({ store, rules, transact, reached, look, aheadMs: parts.aheadMs }),
      ...handOver({ store, look, reached }),
      ...reconciler({ store, rules, shelf: parts.shelf, look, now }),
      ...webhooks({ store, post, secret, now }),
    },
    maxCachedWorkflows,
    // A run that cannot be replayed is given up: the truth is in the store, and the next ring starts another from there.
    workflowFailureErrorTypes: { '*': ['NondeterminismError', 'DeterminismViolationError'] },
    ...patientWithin,
    // Whoever asks waits no longer than this for a worker that died.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '3s',
  })
  const mails = await Worker.create({
    connection,
    namespace,
    taskQueue: mailQueue,
    activities: reminders({ store, mail, secret, publicUrl, hrefOf, rules, reached, now, receivedAt: parts.engineNow }),
    maxConcurrentActivityTaskExecutions: 10,
    maxTaskQueueActivitiesPerSecond: parts.mailsPerSecond,
    shutdownGraceTime: '3s',
  })
  return [processes, mails]
}
