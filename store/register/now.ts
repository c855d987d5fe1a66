import { ascending } from '../../domain/ascending.ts'
import type { CorrespondenceStatus } from '../../domain/correspondence/correspondence.ts'
import type { Store } from '../connect.ts'
import type { Within } from './kinds.ts'
import { unreachable } from './reach.ts'
import type { CentreDoc, CountryDoc, EditsDoc, PartnerDoc, PersonDoc, ProgrammeDoc } from './schemas.ts'

/** What nearly everything asks of the register, as it stands. It is shared: nobody changes it. */
export interface RegisterNow {
  readonly people: readonly PersonDoc[]
  readonly partners: readonly PartnerDoc[]
  readonly centres: readonly CentreDoc[]
  readonly programmes: readonly ProgrammeDoc[]
  readonly countries: readonly CountryDoc[]
  /** Who cannot be reached, by register id (R10). */
  readonly unreachable: ReadonlyMap<string, CorrespondenceStatus>
}
/** The collections that are read for it. */
export type Registers = Pick<Store, 'people' | 'partners' | 'centres' | 'programmes' | 'countries' | 'edits' | 'files'>

// Two edits that meet at one counter wait for each other (`contended`): there are several, and each takes any.
const counters = 8
// What somebody changed with a tool of MongoDB's, past every edit, is seen by then.
const longestMs = 60_000

/** Counts an edit of the register, or that somebody can be reached or no longer, in its transaction: whoever reads afterwards knows that something changed. */
export async function countEdit({ edits }: Pick<Store, 'edits'>, within: Within = {}): Promise<void> {
  const _id = Math.floor(Math.random() * counters)
  await edits.updateOne({ _id }, { $inc: { count: 1 } }, { ...within, upsert: true })
}

interface Known {
  readonly edits: number
  /** When it was read, in milliseconds of the monotonic clock. */
  readonly readAt: number
  readonly register: RegisterNow
}
// By the collection of counters, of which each open database has one.
const known = new WeakMap<Store['edits'], Known>()
const looks = new WeakMap<Store['edits'], Promise<RegisterNow>>()

/**
 * The register as it stands now: asks how many edits there were, and reads again only if there was one since. Those who ask in the same
 * turn share one look, which begins once all of them have asked.
 */
export function registerNow(store: Registers): Promise<RegisterNow> {
  const shared = looks.get(store.edits)
  if (shared) return shared
  const look = Promise.resolve().then(() => {
    looks.delete(store.edits)
    return lookAt(store)
  })
  looks.set(store.edits, look)
  return look
}

/** How many edits of the register there were: another number says that something changed. */
export async function editsSoFar({ edits }: Pick<Store, 'edits'>): Promise<number> {
  return (await edits.collection.find<EditsDoc>({}).toArray()).reduce((sum, { count }) => sum + count, 0)
}

async function lookAt(store: Registers): Promise<RegisterNow> {
  // Counted before it is read: an edit in between is read again, never missed.
  const edits = await editsSoFar(store)
  const before = known.get(store.edits)
  const readAt = performance.now()
  if (before?.edits === edits && readAt - before.readAt < longestMs) return before.register
  const [people, partners, centres, programmes, countries, lost] = await Promise.all([
    store.people.find().lean(),
    store.partners.find().lean(),
    store.centres.find().lean(),
    store.programmes.find().lean(),
    store.countries.find().lean(),
    unreachable(store),
  ])
  const register = { people, partners, centres, programmes, countries, unreachable: lost }
  known.set(store.edits, { edits, readAt, register })
  return register
}

/** Something that follows from the register alone: reckoned once for as long as it stands. */
export function ofRegister<T>(reckon: (register: RegisterNow) => T): (register: RegisterNow) => T {
  const reckoned = new WeakMap<RegisterNow, { readonly value: T }>()
  return (register) => {
    const before = reckoned.get(register)
    if (before) return before.value
    const value = reckon(register)
    reckoned.set(register, { value })
    return value
  }
}

/** The order in which documents are listed. */
export const byId = ascending(({ _id }: { readonly _id: string }) => _id)
