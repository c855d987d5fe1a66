import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import type { Point } from '../activities/ports.ts'
import type { ApiPoint } from '../api/deps.ts'
import { gatewayVia, temporalClient, type Gateway } from '../api/gateway.ts'
import { actorOf } from '../api/session/actor.ts'
import { root } from '../config/root.ts'
import type { CommandTo, ProcessType } from '../domain/catalogue.ts'
import { instantOf, type Instant } from '../domain/time.ts'
import type { MailTimeouts } from '../mail/smtp.ts'
import { connect, type Store } from '../store/connect.ts'
import { findRow, putRow, rowIdOf, type Row } from '../store/inbox.ts'
import { readLedger } from '../store/ledger.ts'
import { seedRegister } from '../store/register/seed.ts'
import type { LedgerDoc } from '../store/schemas.ts'
import { person, registeredAt, rules, school } from './domain/school.ts'
import { passingFolder } from './shelf.ts'
import { freshDatabase, freshName, stack } from './stack.ts'

/** A worker or an API of a test, in its own process. */
export interface Process<P extends string> {
  readonly pid: number
  readonly printed: string[]
  /** From now on, the first time it reaches this point is its end. */
  dieAt(point: P): Promise<void>
  /** From now on it lives so many milliseconds ahead of every clock; it began ahead of them. */
  leap(aheadMs: number): Promise<void>
  /** From now on its clock stands still at a moment; it began ahead of every clock. */
  stand(at: Instant): Promise<void>
  readonly ended: Promise<void>
  kill(): Promise<void>
}
export type WorkerProcess = Process<Point>
export interface WorkerOptions {
  readonly transaction?: boolean
  readonly smtpUrl?: string
  readonly mailTimeouts?: Partial<MailTimeouts>
  readonly mailsPerSecond?: number
  /** Another engine than the one of this run, with a namespace of its own. */
  readonly temporalAddress?: string
  readonly namespace?: string
  /** Mail is sent by the engine's clock, which skips, instead of the time of day. */
  readonly onEngineTime?: boolean
  /** How many milliseconds it lives ahead of every clock (ADR 66). */
  readonly aheadMs?: number
  /** Its rules are the school's, without the bug that is planted in them (`planted.ts`). */
  readonly sound?: boolean
  /** Where people reach the product, else this machine. */
  readonly publicUrl?: string
  /** Path of the certificate of an authority that it trusts beside those of the Internet. */
  readonly trusts?: string
}
export interface ApiOptions {
  readonly port: number
  readonly smtpUrl: string
  readonly aheadMs?: number
  /** Whether it prints its log, all of it. */
  readonly logs?: boolean
}
export interface AskOptions {
  readonly key?: string
  readonly receivedAt?: Instant
}

/** One installation for one test: a database and a namespace of its own on the servers of this run. */
export interface House {
  readonly store: Store
  readonly mongodbUri: string
  readonly namespace: string
  readonly client: Client
  readonly gateway: Gateway
  /** Folder of uploaded documents. */
  readonly documents: string
  startWorker(options?: WorkerOptions): Promise<WorkerProcess>
  startApi(options: ApiOptions): Promise<Process<ApiPoint>>
  /** Gives a command as the API does: the row first, then the engine; comes back with the row as it stands then. */
  ask<T extends ProcessType>(
    account: string,
    to: `${T}/${string}`,
    command: CommandTo<T>,
    options?: AskOptions,
  ): Promise<Row>
  /** The same, again and again with the same key until it is answered. */
  insist<T extends ProcessType>(
    account: string,
    to: `${T}/${string}`,
    command: CommandTo<T>,
    options?: AskOptions,
  ): Promise<Row>
  ledger(stream: string): Promise<LedgerDoc[]>
  close(): Promise<void>
}

export async function openHouse(): Promise<House> {
  const name = freshName()
  const mongodbUri = freshDatabase(name)
  const store = await connect(mongodbUri)
  await seedRegister(store, school, { at: registeredAt })
  const client = temporalClient({ address: stack.temporalAddress, namespace: name })
  await client.connection.workflowService.registerNamespace({
    namespace: name,
    workflowExecutionRetentionPeriod: msToTs('1d'),
  })
  await until(
    async () =>
      (await client.connection.workflowService.describeNamespace({ namespace: name }).catch(() => undefined)) !==
      undefined,
  )
  const gateway = gatewayVia(client)
  const documents = passingFolder()
  const processes: { kill(): Promise<void> }[] = []

  async function put<T extends ProcessType>(
    account: string,
    to: `${T}/${string}`,
    command: CommandTo<T>,
    { key = randomUUID(), receivedAt }: AskOptions,
  ): Promise<Row> {
    const actor = await actorOf(store, person(account), { now: receivedAt ?? instantOf(Date.now()), rules })
    const id = rowIdOf(to, actor.id, key)
    return putRow(store, {
      id,
      stream: to,
      actor,
      command: command.type,
      input: command.input,
      ...(receivedAt && { receivedAt }),
    })
  }
  const house: House = {
    store,
    mongodbUri,
    namespace: name,
    client,
    gateway,
    documents,
    startWorker: async ({ trusts, ...options } = {}) => {
      const settings = { namespace: name, mongodbUri, transaction: true, documents, ...options }
      const worker = await spawned<Point>('worker-process.ts', settings, trusts)
      processes.push(worker)
      return worker
    },
    startApi: async (options) => {
      const api = await spawned<ApiPoint>('api-process.ts', { namespace: name, mongodbUri, documents, ...options })
      processes.push(api)
      return api
    },
    ask: async (account, to, command, options = {}) => {
      const { id } = await put(account, to, command, options)
      await gateway.take(to, id, command.type)
      const row = await findRow(store, id)
      if (!row) throw new Error('the row is gone')
      return row
    },
    insist: async (account, to, command, options = {}) => {
      const key = options.key ?? randomUUID()
      for (;;) {
        const row = await house.ask(account, to, command, { ...options, key }).catch(() => undefined)
        if (row?.answer) return row
        await pause(100)
      }
    },
    ledger: (stream) => readLedger(store, stream),
    close: async () => {
      await Promise.all(processes.map((one) => one.kill()))
      await store.close()
      await client.connection.close()
    },
  }
  return house
}

// Dozens of them are started.
const oneFile = join(root, 'local', 'one-file.mjs')

async function spawned<P extends string>(program: string, settings: object, trusts?: string): Promise<Process<P>> {
  const child = spawn(process.execPath, [oneFile, join('test', program), JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...(trusts !== undefined && { NODE_EXTRA_CA_CERTS: trusts }) },
  })
  const printed: string[] = []
  child.stdout?.on('data', (data: Buffer) => {
    printed.push(data.toString())
    process.stdout.write(data)
  })
  const ended = once(child, 'exit').then(() => undefined)
  const leapt = async (where: object): Promise<void> => {
    child.send(where)
    await said(child, 'leapt')
  }
  await Promise.race([said(child, 'ready'), ended.then(() => Promise.reject(new Error(`${program} did not start`)))])
  return {
    pid: child.pid ?? 0,
    printed,
    dieAt: async (point) => {
      child.send({ dieAt: point })
      await said(child, 'armed')
    },
    leap: (aheadMs) => leapt({ aheadMs }),
    stand: (at) => leapt({ standsAt: at }),
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
const said = async (child: ChildProcess, word: string): Promise<void> => {
  for (;;) {
    const [message] = await once(child, 'message')
    if (message[word]) return
  }
}

/** Looks again and again until it holds; throws after `ms` milliseconds. */
export async function until(holds: () => Promise<boolean>, ms = 30_000): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it did not come to hold within ${ms} ms`)
    await pause(50)
  }
}
