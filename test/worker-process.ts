// A worker as `worker/main.ts` composes it, whose ports a test sets: where to die, and what to break.
import { activityInfo } from '@temporalio/activity'
import { NativeConnection } from '@temporalio/worker'
import { openShelf } from '../documents/shelf.ts'
import { instantOf } from '../domain/time.ts'
import { mailSender, type MailTimeouts } from '../mail/smtp.ts'
import { inTransaction } from '../store/commit.ts'
import { connect } from '../store/connect.ts'
import { isAtHome } from '../webhooks/address.ts'
import { poster } from '../webhooks/post.ts'
import { temporalClient } from '../api/gateway.ts'
import { makeWorkers } from '../worker/compose.ts'
import { diesWhenTold } from './dies-when-told.ts'
import { aheadOf, leaps } from './leaps.ts'
import { rules, school } from './domain/school.ts'
import { plantedRules } from './planted.ts'
import './quiet-runtime.ts'
import { stack } from './stack.ts'

interface Settings {
  readonly namespace: string
  readonly mongodbUri: string
  /** Without it, the writes of a commit are made one by one. */
  readonly transaction: boolean
  readonly smtpUrl?: string
  readonly mailTimeouts?: Partial<MailTimeouts>
  readonly mailsPerSecond?: number
  readonly temporalAddress?: string
  /** Folder of uploaded documents. */
  readonly documents: string
  /** Mail is sent by the engine's clock, which skips, instead of the time of day. */
  readonly onEngineTime?: boolean
  /** Where people reach the product; webhooks stay on this machine where that is this machine. */
  readonly publicUrl?: string
  /** How many milliseconds it lives ahead of every clock. */
  readonly aheadMs?: number
  /** Its rules are the school's, without the bug that is planted in them. */
  readonly sound?: boolean
}
const settings: Settings = JSON.parse(process.argv[2] ?? '{}')
const aheadMs = leaps(settings.aheadMs)
const reached = diesWhenTold()
const publicUrl = settings.publicUrl ?? 'http://127.0.0.1:3000'

const temporalAddress = settings.temporalAddress ?? stack.temporalAddress
const store = await connect(settings.mongodbUri)
const workers = await makeWorkers({
  connection: await NativeConnection.connect({ address: temporalAddress }),
  client: temporalClient({ address: temporalAddress, namespace: settings.namespace }),
  namespace: settings.namespace,
  store,
  rules: settings.sound ? rules : plantedRules(school),
  shelf: openShelf(settings.documents),
  // Tests do not wait for a mail server's patience.
  mailsPerSecond: settings.mailsPerSecond ?? 1000,
  mail: mailSender({
    smtpUrl: settings.smtpUrl ?? stack.smtpUrl,
    from: 'longitude@school.example',
    reportSecret: 'f'.repeat(64),
    timeouts: settings.mailTimeouts,
  }),
  post: poster({ atHome: isAtHome(publicUrl) }),
  secret: 'f'.repeat(64),
  publicUrl,
  transact: settings.transaction ? inTransaction(store) : (run) => run(undefined),
  reached,
  ...(settings.onEngineTime && {
    engineNow: () => instantOf(activityInfo().currentAttemptScheduledTimestampMs),
  }),
  ...(settings.aheadMs !== undefined && { aheadMs, engineNow: () => aheadOf(aheadMs) }),
  bundle: stack.workflowBundle,
})
process.send?.({ ready: true })
await Promise.all(workers.map((worker) => worker.run()))
