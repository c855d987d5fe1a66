import type { Express } from 'express'
import pLimit from 'p-limit'
import pino from 'pino'
import { steps } from '../../activities/steps.ts'
import { createApp } from '../../api/app.ts'
import type { Deps, DirectMail } from '../../api/deps.ts'
import type { Gateway } from '../../api/gateway.ts'
import type { Patience } from '../../api/http/patience.ts'
import { checkInThreads } from '../../documents/check.ts'
import { instant, instantOf, type Instant } from '../../domain/time.ts'
import { inTransaction } from '../../store/commit.ts'
import type { Store } from '../../store/connect.ts'
import { streamsWithUntaken } from '../../store/inbox.ts'
import { seedRegister } from '../../store/register/seed.ts'
import { registeredAt, rules, school } from '../domain/school.ts'
import { until } from '../house.ts'
import { emptyShelf } from '../shelf.ts'
import { openDatabase } from './database.ts'

export { rules, school }

/** The API on the real MongoDB with its processes run in place of an engine, its mails kept, and a clock to set. */
export interface Door {
  readonly store: Store
  readonly deps: Deps
  readonly app: Express
  readonly mails: DirectMail[]
  /** Sets the moment it is, for the API and for what it receives. */
  at(moment: string): void
  /** The engine is away from now on, or back. */
  engine(up: boolean): void
  /** Has a process look at the clock. */
  wake(stream: string): Promise<void>
  /** Has every process take what waits for it, as workers do. */
  settle(): Promise<void>
  /** Empties everything but the register. */
  forget(): Promise<void>
  /** The register as it came in, as if nobody had ever edited it. */
  reseed(): Promise<void>
  close(): Promise<void>
}

/** The path of the newest mailed sign-in link, once so many mails are there. */
export async function mailedLink({ mails }: Pick<Door, 'mails'>, count = 1): Promise<string> {
  await until(async () => mails.length >= count, 5_000)
  return /\/sign-in\/[\w-]{43}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? ''
}

const registerStreams = /^(?:partner|person|contact|centre|country|programme)\//

/** Empties collections; of the ledger and the texts what the register does not need. */
export async function empty({ connection }: Store, names: readonly string[]): Promise<void> {
  await Promise.all(
    names.map((name) =>
      connection
        .collection(name)
        .deleteMany(name === 'ledger' || name === 'texts' ? { stream: { $not: registerStreams } } : {}),
    ),
  )
}

// Few tests are about how long people wait, and a busy machine is to fail none of the others.
const patience: Patience = { engineMs: 15_000, doubtMs: 15_000, verdictMs: 4_000, senderMs: 60_000 }
const silenceMs = 10_000

/** Opens a door; with `patience: patienceOfPeople` whatever is away is known as soon as in the product. */
export async function openDoor(changes: Partial<Deps> = {}): Promise<Door> {
  const { store, leave } = await openDatabase(changes.patience ? {} : { silenceMs })
  await seedRegister(store, school, { at: registeredAt })
  let now: Instant = instant('2027-04-26T08:00:00Z')
  let up = true
  const mails: DirectMail[] = []
  const { takeStep } = steps({ store, rules, transact: inTransaction(store), reached: () => undefined })
  // As the shell does: one step at a time.
  const queue = pLimit(1)
  const step = (id: string, rowId?: string) =>
    queue(() => takeStep({ id, now: Date.parse(now), ...(rowId !== undefined && { rowId }) }))
  const gateway: Gateway = {
    take: async (stream, rowId) => (up ? step(stream, rowId) : undefined),
    isUp: async () => up,
  }
  const deps: Deps = {
    store,
    rules,
    school,
    gateway,
    documents: { shelf: emptyShelf(), check: checkInThreads(), mostBytes: 1_048_576 },
    secret: '5e'.repeat(32),
    publicUrl: 'http://127.0.0.1:3999',
    log: pino({ level: 'silent' }),
    patience,
    requestsPerMinute: 1_000_000,
    requestsAtOnce: 1_000_000,
    trustedProxies: 0,
    sendMail: (mail) => Promise.resolve(mails.push(mail)).then(() => undefined),
    now: () => now,
    receivedAt: () => now,
    reached: () => undefined,
    measured: () => undefined,
    ...changes,
  }
  return {
    store,
    deps,
    mails,
    app: createApp(deps),
    at: (moment) => (now = instant(moment)),
    engine: (isUp) => (up = isUp),
    wake: async (stream) => {
      await step(stream)
    },
    settle: async () => {
      const waiting = () => streamsWithUntaken(store, instantOf(8_640_000_000_000), 200)
      for (let streams = await waiting(); streams.length > 0; streams = await waiting())
        for (const id of streams) await step(id)
    },
    forget: async () => {
      mails.length = 0
      await empty(store, ['files', 'ledger', 'inbox', 'links', 'signInLinks', 'sessions', 'numbers'])
    },
    reseed: async () => {
      const ofRegister = (name: string) => store.connection.collection(name).deleteMany({ stream: registerStreams })
      await Promise.all(['ledger', 'texts'].map(ofRegister))
      const kinds = ['partners', 'people', 'centres', 'countries', 'programmes'] as const
      await Promise.all(kinds.map((name) => store.connection.collection(name).deleteMany({})))
      await seedRegister(store, school, { at: registeredAt })
    },
    close: leave,
  }
}
