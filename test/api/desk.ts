import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { once } from 'node:events'
import { Agent, createServer, type Server } from 'node:http'
import express from 'express'
import request from 'supertest'
import type { Deps } from '../../api/deps.ts'
import { beginSession, sessionMiddleware } from '../../api/session/session.ts'
import { heldOn } from '../../domain/mandates.ts'
import { planId } from '../../domain/plan/ids.ts'
import type { PlanContent } from '../../domain/plan/plan.ts'
import { dayOf } from '../../domain/time.ts'
import { findPerson } from '../../store/register/people.ts'
import { content } from '../domain/plan-script.ts'
import { person } from '../domain/school.ts'
import { describedBy, type Given } from './described.ts'
import { empty, openDoor, type Door } from './door.ts'

/** How a request is made, beside its address and body. */
export interface Manner {
  readonly key?: string
  readonly language?: string
  /** What the body is written in, where it is no JSON. */
  readonly type?: string
  /** What the edit is based on, as `If-Match`; whatever there is, unless it says otherwise, or null for nothing said. */
  readonly basis?: string | null
}
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an answer holds is what a test is about
  readonly body: any
}
/** Someone who is signed in. */
export interface Client {
  get(path: string, manner?: Manner): Promise<Answered>
  delete(path: string, manner?: Manner): Promise<Answered>
  post(path: string, body?: object | string, manner?: Manner): Promise<Answered>
  patch(path: string, body?: object, manner?: Manner): Promise<Answered>
  readonly agent: ReturnType<typeof request.agent>
}
/** The whole API on a door of its own: the real MongoDB, an engine that takes its steps at once, a clock to set. */
export interface Desk extends Door {
  /** Someone, signed in. */
  as(account: string): Promise<Client>
  /** The same, by their id in the register. */
  asPerson(id: string): Promise<Client>
}

export const usthPlan = planId('usth', 2027)
/** What `POST /plans` takes: the plan of `test/domain/plan-script.ts`. */
export const draftBody = (): PlanContent & { partner: string; firstYear: number } => ({
  ...content(),
  partner: 'usth',
  firstYear: 2027,
})

// Every desk answers by the same contracts: what the first says of itself is what all of them are held against.
let described: ReturnType<typeof describedBy> | undefined

export async function openDesk(changes: Partial<Deps> = {}): Promise<Desk> {
  const door = await openDoor(changes)
  const { app } = door
  const server = createServer(app).listen(0, '127.0.0.1')
  // A connection is kept for as long as the desk: none ends just as it is used again.
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  const connections = new Agent({ keepAlive: true })
  const clients = new Map<string, Client>()
  const wrongIn = await (described ??= describedBy(app))
  const asPerson = async (id: string): Promise<Client> => {
    // A session lasts half a day, and while its person holds the same: later by the clock, and in another role, people sign in again.
    const now = door.deps.now()
    const who = await findPerson(door.store, id)
    const name = `${id} ${now.slice(0, 13)} ${who && heldOn(who, dayOf(now, door.deps.rules.calendar))}`
    const client = clients.get(name) ?? clientOf(await signedIn(door, { server, id }), { connections, wrongIn })
    clients.set(name, client)
    return client
  }
  return {
    ...door,
    // Whoever is signed in stays so.
    forget: () =>
      empty(door.store, [
        'files',
        'ledger',
        'inbox',
        'texts',
        'troubles',
        'links',
        'numbers',
        'candidates',
        'erasedTexts',
      ]),
    as: (account) => asPerson(person(account)),
    asPerson,
    close: async () => {
      connections.destroy()
      server.closeAllConnections()
      server.close()
      await door.close()
    },
  }
}

/** The cookie of a session that begins as by signing in, without the mail: what `test/api/session.test.ts` is about is no concern here. */
export async function sessionCookie({ deps }: Pick<Door, 'deps'>, id: string): Promise<string> {
  const entrance = express()
  entrance.post('/', ...sessionMiddleware(deps), async (req, res) => {
    const who = await findPerson(deps.store, id)
    if (who) await beginSession(req, { person: who, link: randomUUID(), at: deps.now(), deps })
    res.end()
  })
  const { headers } = await request(entrance).post('/').expect(200)
  return String(headers['set-cookie']).split(';', 1)[0] ?? ''
}

async function signedIn(door: Door, { server, id }: { server: Server; id: string }): Promise<Client['agent']> {
  const agent = request.agent(server)
  agent.set('Cookie', [await sessionCookie(door, id)])
  return agent
}

const base = '/api/v1'

/** Asks as someone; every answer must be one that the API describes. */
function clientOf(
  agent: Client['agent'],
  { connections, wrongIn }: { connections: Agent; wrongIn: (given: Given) => string | undefined },
): Client {
  const made = (test: request.Test, { key, language, basis = '*' }: Manner): request.Test => {
    test.agent(connections)
    if (key !== undefined) test.set('Idempotency-Key', key)
    if (basis !== null && test.method !== 'GET') test.set('If-Match', basis)
    if (language !== undefined) test.set('Accept-Language', language)
    return test
  }
  const answered = async (test: request.Test): Promise<Answered> => {
    const { status, headers, body, text, type } = await test
    const { method, url } = test
    const given = { method: method.toLowerCase(), path: new URL(url).pathname, status, type }
    expect(wrongIn({ ...given, body: type.endsWith('json') ? body : text })).to.equal(undefined)
    return { status, headers, body }
  }
  return {
    agent,
    get: (path, manner = {}) => answered(made(agent.get(base + path), manner)),
    delete: (path, manner = {}) => answered(made(agent.delete(base + path), manner)),
    patch: (path, body = {}, manner = {}) => answered(made(agent.patch(base + path), manner).send(body)),
    post: (path, body = {}, manner = {}) =>
      answered(
        made(agent.post(base + path), manner)
          .set('Content-Type', manner.type ?? 'application/json')
          .send(body),
      ),
  }
}

/** Draws a plan up and submits it; both centres have been asked. */
export async function submitPlan(desk: Desk): Promise<void> {
  const pilot = await desk.as('pilot')
  expect((await pilot.post('/plans', draftBody())).status).to.equal(201)
  expect((await pilot.post('/plans/usth-2027/submit')).status).to.equal(200)
  await desk.settle()
}

/** Both centres approve what they were asked. */
export async function approveAll(desk: Desk): Promise<void> {
  for (const centre of ['cmp', 'cis']) {
    const head = await desk.as(`centre-head.${centre}`)
    const { body } = await head.get(`/approvals/partnershipPlan.usth-2027.v1.${centre}`)
    expect((await head.post(`/approvals/${body.key}/give`, { opinion: 'approved', hash: body.hash })).status).to.equal(
      200,
    )
    await desk.settle()
  }
}

/** A plan that every centre approved and direction validated, on the first day of its first year: it runs. */
export async function startPlan(desk: Desk): Promise<void> {
  desk.at('2027-04-26T08:00:00Z')
  await submitPlan(desk)
  await approveAll(desk)
  desk.at('2027-09-01T08:00:00Z')
  expect((await (await desk.as('direction')).post('/plans/usth-2027/validate')).status).to.equal(200)
  await desk.settle()
}
export const pilotId = person('pilot')

const collections = [
  'ledger',
  'files',
  'inbox',
  'texts',
  'links',
  'mails',
  'troubles',
  'numbers',
  'people',
  'partners',
  'centres',
  'countries',
  'programmes',
] as const

/** Everything that is stored but the sessions, as text. */
export async function stored({ store }: Pick<Door, 'store'>): Promise<string> {
  const all = await Promise.all(
    collections.map(async (name) => [name, await store.connection.collection(name).find().sort({ _id: 1 }).toArray()]),
  )
  return JSON.stringify(all)
}

/** The same, as a hash of each collection, which the server reckons: for whoever compares again and again. */
export async function hashed({ store }: Pick<Door, 'store'>): Promise<object> {
  const { collections: hashes } = (await store.connection.db?.command({ dbHash: 1, collections })) ?? {}
  expect(hashes).to.include.keys('ledger', 'files', 'people')
  return hashes
}
