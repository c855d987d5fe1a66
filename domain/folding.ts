import { keyOf } from './id.ts'
import { forgetting, joined, leaving } from './memory.ts'
import { isParked, isReminded, isRerouted } from './own-events.ts'
import type { Definition, Entry, EventOf, IdOf, Name, Process, Shape, Stored } from './process.ts'
import type { Instant } from './time.ts'
import { subjectOfKey } from './wait.ts'
import { without } from './without.ts'

/** How a file follows from its entries, one after the other: nothing else ever changes it. */
export interface Folding<X extends Shape> {
  /** Whether an entry is one of the process's own events. */
  isEvent(entry: Entry): entry is EventOf<X>
  /** The file after one more entry. Throws for an event that `evolve` does not know. */
  apply(file: Stored<X['state'], IdOf<X>>, entry: Entry, at: Instant): Stored<X['state'], IdOf<X>>
  /** What every process can do with its files. */
  readonly filing: Pick<Process<X['state'], IdOf<X>>, 'open' | 'fold' | 'after' | 'owns'>
}

/** The fold of a process. */
export function foldingOf<X extends Shape>(definition: Definition<X>): Folding<X> {
  type S = X['state']
  type File = Stored<S, IdOf<X>>
  const { evolve, becomes } = definition
  const isEvent = (entry: Entry): entry is EventOf<X> => Object.hasOwn(evolve, entry.type)

  function evolved<E extends Name<X['events']>>(state: S, { type, data }: EventOf<X, E>, at: Instant): S {
    const next = evolve[type](state, data, at)
    const status = becomes[type] ?? state.status
    return next.status === status ? next : { ...next, status }
  }
  function happened(state: S, entry: Entry, at: Instant): S {
    if (isEvent(entry)) return evolved(state, entry, at)
    if (isReminded(entry)) {
      const { opens, key } = entry.data
      return opens && definition.opened ? definition.opened(state, opens, keyOf(subjectOfKey(key))) : state
    }
    if (isParked(entry) || isRerouted(entry)) return state
    throw new Error(`no such event as ${entry.type}: a released event never disappears from evolve`)
  }
  function apply(file: File, entry: Entry, at: Instant): File {
    const parked =
      isReminded(entry) && Object.hasOwn(file.parked, entry.data.key)
        ? without(file.parked, [entry.data.key])
        : file.parked
    const next = {
      id: file.id,
      seq: file.seq + 1,
      at,
      state: happened(file.state, entry, at),
      climbed: isReminded(entry) ? { ...file.climbed, [entry.data.key]: at } : file.climbed,
      heard: joined(isRerouted(entry) ? leaving(file.heard, entry.data.left) : file.heard, entry.told),
      parked: isParked(entry)
        ? { ...parked, [entry.data.key]: { tries: entry.data.tries, until: entry.data.until } }
        : parked,
    }
    return entry.settled ? forgetting(next, entry.settled) : next
  }

  const open = (id: IdOf<X>): File => ({
    id,
    seq: 0,
    at: null,
    state: definition.initial,
    climbed: {},
    heard: {},
    parked: {},
  })
  const after: Folding<X>['filing']['after'] = (file, entries) =>
    entries.reduce((next, entry) => apply(next, entry, entry.at), file)
  const owns = (file: Stored): file is File => file.id.startsWith(`${definition.type}/`)

  return { isEvent, apply, filing: { open, after, owns, fold: (id, entries) => after(open(id), entries) } }
}
