import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { lookVia } from '../../api/gateway.ts'
import { keyOf } from '../../domain/id.ts'
import { at, deadline, instantOf, plusDays } from '../../domain/time.ts'
import { streamsWithUntaken } from '../../store/inbox.ts'
import { freePorts } from '../../local/ports.ts'
import { datesOfCycle } from '../current-cycle.ts'
import { rules } from '../domain/school.ts'
import { openHouse, until, type ApiOptions, type House, type Process } from '../house.ts'
import { startMailServer } from '../mail-server.ts'
import { cookiesOf } from '../signed-in.ts'
import { officers } from './draw.ts'
import { fill, lastDayBefore, ready } from './fill.ts'
import { standingBy } from './standing-by.ts'

const apis = 2
const atOnce = 8
const farMs = 3_600_000
const form = 'application/x-www-form-urlencoded'

/** The last day of the dossiers, and when it passes. */
export const { lastDay, passesAt } = deadline(datesOfCycle.dossiersCloseOn, rules.calendar)

/** A candidate at the pages of their link, who has entered its code. */
export interface Candidate {
  /** `'/dossier/{token}'` */
  readonly path: string
  readonly cookie: string
}
/** A dossier that can be sent: by its candidate, or by the office where there is none. */
export interface Ready {
  readonly id: `dossier/${string}`
  readonly candidate?: Candidate | undefined
}

/** What is asked of an API. */
interface Asking {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: object | string
  readonly key?: string | undefined
  /** Who asks: the nth of the office, or a candidate with the session of their own link. */
  readonly as?: number | Candidate | undefined
}
/** An installation with dossiers that are ready to be sent, and its processes, which may be killed. */
export interface Installation {
  readonly house: House
  /** The dossiers, and who sends each. */
  readonly dossiers: readonly Ready[]
  /** Asks the n-th API; throws where the connection is cut off. */
  ask(api: number, request: Asking): Promise<Response>
  /** Opens a connection to the n-th API, and asks when it is told to. */
  standingBy(api: number, request: Asking): () => Promise<Response>
  /** Kills a worker, or the n-th API, and starts another. */
  kill(what: 'worker' | 'api', n: number): Promise<void>
  /** Leaps to so many milliseconds before the deadline. */
  before(ms: number): Promise<void>
  /** Has the deadline pass in so many milliseconds from now, and everybody hear of it. Answers when that is by our clock, in milliseconds since 1970. */
  near(ms: number): Promise<number>
  /** Comes back when nothing waits to be taken. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Opens an installation two days before the deadline, has so many candidates nominated over HTTP, a document of each deposited, and leaps to an hour before it. */
export async function install(count: number): Promise<Installation> {
  const house = await openHouse()
  const mails = await startMailServer()
  const ports = await freePorts(apis)
  const processes: { worker?: Process<string>; apis: Process<string>[] } = { apis: [] }
  let aheadMs = 0
  const cookies: string[] = []

  const enter = (account: string): Promise<string> => cookiesOf(`http://127.0.0.1:${ports[0]}`, { account, mails })
  const apiOptions = (n: number): ApiOptions => ({ port: ports[n % apis] ?? 0, smtpUrl: mails.url, aheadMs })
  async function start(): Promise<void> {
    const [worker, ...started] = await Promise.all([
      house.startWorker({ smtpUrl: mails.url, aheadMs }),
      ...ports.map((_, n) => house.startApi(apiOptions(n))),
    ])
    processes.worker = worker
    processes.apis = started
    cookies[0] = await enter('officer')
  }
  const leap = async (to: number): Promise<void> => {
    aheadMs = to
    await Promise.all([processes.worker, ...processes.apis].map(async (one) => one?.leap(to)))
  }
  const prepared: Installation['standingBy'] = (api, { method, path, body, key, as = 0 }) =>
    standingBy({
      port: ports[api % apis] ?? 0,
      method,
      path,
      headers: {
        Cookie: typeof as === 'number' ? (cookies[as] ?? '') : as.cookie,
        'Content-Type': typeof body !== 'string' ? 'application/json' : typeof as === 'number' ? 'text/csv' : form,
        ...(method === 'POST' && { Accept: 'application/json' }),
        ...(method !== 'GET' && { 'If-Match': '*' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const ask: Installation['ask'] = (api, asking) => prepared(api, asking)()
  const look = lookVia(house.client)
  const settle = (): Promise<void> =>
    until(async () => {
      const waiting = await streamsWithUntaken(house.store, instantOf(8_640_000_000_000), 1000)
      // As the reconciler does after a minute; nobody waits that long here, and more often would only be more work.
      await Promise.all(waiting.map((stream) => look(stream).catch(() => undefined)))
      if (waiting.length > 0) await pause(2000)
      return waiting.length === 0
    }, 900_000)

  const before = at(plusDays(lastDayBefore(lastDay), -1), '09:00', rules.calendar)
  aheadMs = Date.parse(before) - Date.now()
  await start()
  const administrator = cookies.push(await enter('administrator')) - 1
  await fill({ house, ask, settle }, { count, lastDay, administrator })
  const files = await house.store.files.find({ type: 'dossier' }, { _id: 1 }).sort({ _id: 1 }).lean()
  const near = async (ms: number): Promise<number> => {
    const deadlineAt = Date.now() + ms
    await leap(Date.parse(passesAt) - deadlineAt)
    return deadlineAt
  }
  await near(farMs)
  const open = await house.store.files.find({ ended: false }, { _id: 1 }).lean()
  const limit = pLimit(atOnce)
  const ringAll = (): Promise<unknown> =>
    Promise.all(open.map(({ _id }) => limit(() => look(_id).catch(() => undefined))))
  await ringAll()
  await settle()
  for (const [n, account] of officers.entries()) cookies[n] = await enter(account)
  const dossiers: Ready[] = []
  for (const { _id } of files) dossiers.push(await ready(house.store, { id: `dossier/${keyOf(_id)}`, passesAt }))
  return {
    house,
    dossiers,
    ask,
    standingBy: prepared,
    settle,
    kill: async (what, n) => {
      if (what === 'worker') {
        await processes.worker?.kill()
        processes.worker = await house.startWorker({ smtpUrl: mails.url, aheadMs })
        return
      }
      await processes.apis[n % apis]?.kill()
      processes.apis[n % apis] = await house.startApi(apiOptions(n))
    },
    close: async () => {
      await house.close()
      await mails.close()
    },
    before: async (ms) => {
      await near(ms)
    },
    near: async (ms) => {
      const deadlineAt = await near(ms)
      // Their timers are those of before; in time for the deadline they know better.
      void ringAll()
      return deadlineAt
    },
  }
}
