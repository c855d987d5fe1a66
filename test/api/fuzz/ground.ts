import { expect } from 'chai'
import pLimit from 'p-limit'
import { person } from '../../domain/school.ts'
import { describedBy, type Given } from '../described.ts'
import { sessionCookie } from '../desk.ts'
import type { Door } from '../door.ts'
import { openScene, type Scene } from '../rights-scene.ts'
import { addressOf } from './examples.ts'
import { operationsOf, type Operation } from './operations.ts'
import type { Named } from './schema.ts'
import { mark } from './values.ts'
import { openWire, type Asking, type Got, type Wire } from './wire.ts'

/** Where strange things are sent: files at several stages, people who may send everything, and the API on a port. */
export interface Ground {
  readonly desk: Scene['desk']
  readonly wire: Wire
  readonly operations: readonly Operation[]
  readonly named: Named
  /** A request to an operation by someone who may make it, about something that is there; a command asks for a preview. */
  asking(operation: Operation, changes?: Partial<Asking>): Promise<Asking>
  /** Someone's session. */
  cookieOf(account: string): Promise<string>
  /** What is wrong with an answer that has to be a refusal, in words; undefined where nothing is. */
  wrongInRefusal(operation: Pick<Operation, 'method'>, got: Got & { path: string }): string | undefined
  close(): Promise<void>
}

const accounts = ['head-of-office', 'direction', 'administrator', 'officer', 'pilot', 'data-protection'] as const

export async function openGround(): Promise<Ground> {
  const scene = await openScene()
  const { desk } = scene
  const wire = await openWire(desk.app)
  const wrongIn = await describedBy(desk.app)
  const cookies = new Map<string, Promise<string>>()
  const cookieOf = (account: string): Promise<string> => {
    const cookie = cookies.get(account) ?? sessionCookie(desk, person(account))
    cookies.set(account, cookie)
    return cookie
  }
  const admitted = new Map<string, Promise<string>>()
  // Whoever has the right hears that a number is no body; whoever has not hears that first.
  const admittedTo = async ({ method, path }: Operation): Promise<string> => {
    // Whoever is signed in ends their own session, and nobody is to try.
    if (method === 'delete') return accounts[0]
    for (const account of accounts) {
      const headers = { 'Content-Type': 'application/json', Cookie: await cookieOf(account) }
      const { status } = await wire.ask({
        method,
        path: addressOf(path),
        headers,
        ...(method !== 'get' && { body: '7' }),
      })
      if (status !== 401 && status !== 403) return account
    }
    throw new Error(`nobody may ${method} ${path}`)
  }
  return {
    ...{ desk, wire, cookieOf, ...(await operationsOf(desk.app)) },
    asking: async (operation, { headers, ...changes } = {}) => {
      const { id, method, path, query, bodyType = 'application/json' } = operation
      const account = admitted.get(id) ?? admittedTo(operation)
      admitted.set(id, account)
      return {
        method,
        path: `${addressOf(path)}${query.includes('preview') ? '?preview=true' : ''}`,
        headers: { 'Content-Type': bodyType, 'If-Match': '*', Cookie: await cookieOf(await account), ...headers },
        ...changes,
      }
    },
    wrongInRefusal: ({ method }, got) => wrongInRefusal({ ...got, method }, wrongIn),
    close: async () => {
      await wire.close()
      await scene.close()
    },
  }
}

// Places in our code, and of Node.
const traces = /\bat .{0,200}\.[cm]?[jt]s:\d|node_modules|node:internal|\bError:/

function wrongInRefusal(
  { status, type, text, method, path }: Got & { method: string; path: string },
  wrongIn: (given: Given) => string | undefined,
): string | undefined {
  if (status < 400 || status >= 500) return `${status} ${text.slice(0, 200)}`
  if (type !== 'application/problem+json') return `${status} as ${type}`
  if (text.includes(mark)) return `repeats what was sent: ${text.slice(0, 200)}`
  if (traces.test(text)) return `tells of our code: ${text.slice(0, 200)}`
  return wrongIn({ method, path: path.split('?', 1)[0] ?? '', status, type, body: JSON.parse(text) })
}

/** The fields that a refusal names. */
export function namedIn(text: string): readonly string[] {
  const { fields }: { fields?: { faults?: readonly { path: string }[] } } = JSON.parse(text)
  return (fields?.faults ?? []).map(({ path }) => path)
}

/** A sixth of them, for each number another one: where sorts of places are alike, together they see everything. */
export const sixthOf = <T>(values: readonly T[], number: number): readonly T[] =>
  values.filter((_, index) => (index + number) % 6 === 0)

/** Looks into each, several at once, and comes back with what was found, one a line, the first dozen. */
export async function foundIn<T>(all: Iterable<T>, look: (one: T) => Promise<string | undefined>): Promise<string> {
  const limit = pLimit(8)
  const found = await Promise.all([...all].map((one) => limit(() => look(one))))
  return found
    .filter((one) => one !== undefined)
    .slice(0, 12)
    .join('\n')
}

/** Opens a ground for the tests of one `describe`; each of them has to leave everything that is stored as it was. */
export function groundLeftAsItWas(begin: (ground: Ground) => void): void {
  let ground: Ground
  let stored: Stored
  before(async () => {
    ground = await openGround()
    begin(ground)
    stored = await everything(ground.desk)
  })
  afterEach(() => expectUnchanged(ground.desk, stored))
  after(() => ground?.close())
}

type Stored = ReadonlyMap<string, readonly string[]>

/** Everything that is stored but the sessions, document by document. */
export async function everything({ store: { connection } }: Pick<Door, 'store'>): Promise<Stored> {
  const names = (await connection.listCollections()).map(({ name }) => name).filter((name) => name !== 'sessions')
  const all = names.toSorted().map(async (name): Promise<[string, string[]]> => {
    const docs = await connection.collection(name).find().sort({ _id: 1 }).toArray()
    return [name, docs.map((doc) => JSON.stringify(doc))]
  })
  return new Map(await Promise.all(all))
}

/** Fails with what was written, changed or lost since; not a document may differ. */
export async function expectUnchanged(door: Pick<Door, 'store'>, before: Stored): Promise<void> {
  const now = await everything(door)
  const changed = [...new Set([...before.keys(), ...now.keys()])].flatMap((name) => {
    const [docs, was] = [now.get(name) ?? [], before.get(name) ?? []]
    const others = docs.filter((doc) => !was.includes(doc)).map((doc) => `${name}: ${doc.slice(0, 500)}`)
    return [...others, ...(docs.length < was.length ? [`${name}: ${was.length} → ${docs.length}`] : [])]
  })
  expect(changed.join('\n')).to.equal('')
}
