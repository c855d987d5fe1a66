import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { z } from 'zod'
import { lookVia } from '../../api/gateway.ts'
import { keyOf } from '../../domain/id.ts'
import { at, civil, dayOf, deadline, instantOf, plusDays, workingDayUpTo, type CivilDate } from '../../domain/time.ts'
import { streamsWithUntaken } from '../../store/inbox.ts'
import { freePorts } from '../../local/ports.ts'
import { cycle, datesOfCycle } from '../current-cycle.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type ApiOptions, type House, type Process } from '../house.ts'
import { startMailServer } from '../mail-server.ts'
import { cookiesOf } from '../signed-in.ts'

const partners = ['usth', 'usj', 'tohoku', 'rwth', 'emi'] as const
/** The country of the first of them alone. */
export const movedCountry = 'VN'
const apis = 2
const atOnce = 8
const farMs = 3_600_000
const base = '/api/v1'

/** The last day of the dossiers, and when it passes. */
export const { lastDay, passesAt } = deadline(datesOfCycle.dossiersCloseOn, rules.calendar)

/** An installation with dossiers that are ready to be sent, and its processes, which may be killed. */
export interface Installation {
  readonly house: House
  /** The dossiers, by id. */
  readonly dossiers: readonly `dossier/${string}`[]
  /** Asks the n-th API; throws where the connection is cut off. */
  ask(
    api: number,
    request: {
      readonly method: 'GET' | 'POST'
      readonly path: string
      readonly body?: object | string
      readonly key?: string | undefined
    },
  ): Promise<Response>
  /** Kills a worker, or the n-th API, and starts another. */
  kill(what: 'worker' | 'api', n: number): Promise<void>
  /** Has the deadline pass in so many milliseconds from now. Answers when that is by our clock, in milliseconds since 1970. */
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
  let cookie = ''

  const apiOptions = (n: number): ApiOptions => ({ port: ports[n % apis] ?? 0, smtpUrl: mails.url, aheadMs })
  async function start(): Promise<void> {
    const [worker, ...started] = await Promise.all([
      house.startWorker({ smtpUrl: mails.url, aheadMs }),
      ...ports.map((_, n) => house.startApi(apiOptions(n))),
    ])
    processes.worker = worker
    processes.apis = started
    cookie = await cookiesOf(`http://127.0.0.1:${ports[0]}`, { account: 'officer', mails })
  }
  const leap = async (to: number): Promise<void> => {
    aheadMs = to
    await Promise.all([processes.worker, ...processes.apis].map(async (one) => one?.leap(to)))
  }
  const ask: Installation['ask'] = (api, { method, path, body, key }) =>
    fetch(`http://127.0.0.1:${ports[api % apis]}${path}`, {
      method,
      headers: {
        Cookie: cookie,
        'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json',
        ...(method === 'POST' && { 'If-Match': '*' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    })
  const look = lookVia(house.client)
  const settle = (): Promise<void> =>
    until(async () => {
      const waiting = await streamsWithUntaken(house.store, instantOf(8_640_000_000_000), 1000)
      // As the reconciler does after a minute; nobody waits that long here, and more often would only be more work.
      await Promise.all(waiting.map((stream) => look(stream).catch(() => undefined)))
      if (waiting.length > 0) await pause(2000)
      return waiting.length === 0
    }, 300_000)

  const before = at(plusDays(lastDayBefore(lastDay), -1), '09:00', rules.calendar)
  aheadMs = Date.parse(before) - Date.now()
  await start()
  await fill({ house, ask, settle }, count)
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
  cookie = await cookiesOf(`http://127.0.0.1:${ports[0]}`, { account: 'officer', mails })
  return {
    house,
    dossiers: files.map(({ _id }) => `dossier/${keyOf(_id)}` as const),
    ask,
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
    near: async (ms) => {
      const deadlineAt = await near(ms)
      // Their timers are those of before; in time for the deadline they know better.
      void ringAll()
      return deadlineAt
    },
  }
}

const Received = z.object({ href: z.string() })
const Outcome = z.object({ outcome: z.string() })

const lastDayBefore = (day: CivilDate): CivilDate => workingDayUpTo(plusDays(day, -1), rules.calendar)

/** Nominates so many candidates, and deposits one document of each. */
async function fill(
  { house, ask, settle }: Pick<Installation, 'house' | 'ask' | 'settle'>,
  count: number,
): Promise<void> {
  const done = async (path: string, body: object | string): Promise<void> => {
    const request = { method: 'POST', path: base + path, body, key: randomUUID() } as const
    let response = await ask(0, request)
    for (; response.status === 503; response = await ask(0, request)) await pause(500)
    if (response.status > 202) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    if (response.status !== 202) {
      await response.arrayBuffer()
      return
    }
    const { href } = Received.parse(await response.json())
    await until(async () => {
      const { outcome } = Outcome.parse(await (await ask(0, { method: 'GET', path: href })).json())
      if (outcome !== 'waiting' && outcome !== 'done') throw new Error(`${path}: ${outcome}`)
      return outcome === 'done'
    })
  }
  const key = keyOf(cycle)
  await done('/cycles', { firstYear: Number(key.slice(0, 4)), population: 'engineer' })
  await done(`/cycles/${key}/setDates`, { dates: { nominationsCloseOn: lastDayBefore(lastDay) } })
  await done(`/cycles/${key}/open`, {})
  const reason = 'A partnership that begins.'
  await done(`/cycles/${key}/invite`, { partners: partners.map((partner) => ({ partner, reason })) })
  await settle()
  const limit = pLimit(atOnce)
  const each = <T>(all: readonly T[], work: (one: T, n: number) => Promise<void>): Promise<unknown> =>
    Promise.all(all.map((one, n) => limit(() => work(one, n))))
  const candidates = Array.from({ length: count }, (_, n) => candidate(n))
  for (const [p, partner] of partners.entries())
    await done(
      `/participations/${key}.${partner}/importNominationsFile`,
      csvOf(candidates.filter((_, n) => n % partners.length === p)),
    )
  await until(async () => (await house.store.files.countDocuments({ type: 'dossier' })) === count, 120_000)
  await settle()
  const now = dayOf(instantOf(Date.now()), rules.calendar)
  const numbers = await house.store.files.find({ type: 'dossier' }, { _id: 1 }).lean()
  await each(numbers, async ({ _id }, n) => {
    const sha256 = createHash('sha256').update(_id).digest('hex')
    const document = sha256.slice(0, 32)
    const by = `person:${person('officer')}`
    await house.store.documents.create({
      _id: document,
      by,
      type: 'pdf',
      bytes: 1000,
      sha256,
      name: `text-${n}`,
      at: new Date(now),
    })
    await done(`/dossiers/${keyOf(_id)}/deposit`, { piece: 'cv', document })
  })
  await settle()
}

const candidate = (n: number): readonly string[] => [
  `Candidate ${Array.from(`${n}`, (digit) => 'abcdefghij'[Number(digit)]).join('')}`,
  plusDays(civil('2004-01-01'), n),
  `candidate-${n}@student.example`,
]
const csvOf = (candidates: readonly (readonly string[])[]): string =>
  [
    'name;birthOn;email;language;nationality;residence;level;wish1;channel',
    ...candidates.map((one) => [...one, 'en', 'VN', 'VN', 'bachelor', 'icm', 'partnerContact'].join(';')),
  ].join('\n')
