// An API as `api/main.ts` composes it, in a process of its own, whose ports a test sets.
import { createServer } from 'node:http'
import { pino } from 'pino'
import { createApp } from '../api/app.ts'
import { gatewayTo } from '../api/gateway.ts'
import { driverSilenceMs, patienceOfPeople } from '../api/http/patience.ts'
import { checkInThreads } from '../documents/check.ts'
import { openShelf } from '../documents/shelf.ts'
import { mailSender } from '../mail/smtp.ts'
import { connect } from '../store/connect.ts'
import { diesWhenTold } from './dies-when-told.ts'
import { rules, school } from './domain/school.ts'
import { aheadOf, leaps } from './leaps.ts'
import { stack } from './stack.ts'

interface Settings {
  readonly namespace: string
  readonly mongodbUri: string
  readonly smtpUrl: string
  readonly port: number
  /** Folder of uploaded documents. */
  readonly documents: string
  /** Whether it prints its log, all of it. */
  readonly logs?: boolean
  /** How many milliseconds it lives ahead of every clock. */
  readonly aheadMs?: number
}
const settings: Settings = JSON.parse(process.argv[2] ?? '{}')
const aheadMs = leaps(settings.aheadMs)
const reached = diesWhenTold()

const mail = mailSender({ smtpUrl: settings.smtpUrl, from: 'longitude@school.example' })
createServer(
  createApp({
    store: await connect(settings.mongodbUri, { silenceMs: driverSilenceMs }),
    rules,
    school,
    gateway: gatewayTo({ address: stack.temporalAddress, namespace: settings.namespace }),
    documents: { shelf: openShelf(settings.documents), check: checkInThreads(), mostBytes: 15_728_640 },
    secret: 'f'.repeat(64),
    publicUrl: `http://127.0.0.1:${settings.port}`,
    patience: patienceOfPeople,
    requestsPerMinute: 1_000_000,
    requestsAtOnce: 1_000_000,
    trustedProxies: 0,
    log: pino({ level: settings.logs ? 'trace' : 'silent' }),
    sendMail: async (letter) => {
      await mail.send(letter)
    },
    now: () => aheadOf(aheadMs),
    receivedAt: () => (settings.aheadMs === undefined ? undefined : { aheadMs: aheadMs(Date.now()) }),
    reached,
    measured: () => undefined,
  }),
).listen(settings.port, '127.0.0.1', () => process.send?.({ ready: true }))
