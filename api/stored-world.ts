import { processOf } from '../domain/processes.ts'
import type { World } from '../domain/rehearsal.ts'
import { sha256 } from '../store/chain.ts'
import { factsFor } from '../store/facts.ts'
import { loadFile } from '../store/files.ts'
import { loadRoster } from '../store/register/roster.ts'
import { partiesMeet } from './access.ts'
import type { Deps } from './deps.ts'
import { rowOf, type Order } from './order.ts'
import { Problem } from './problem.ts'

/** The stored files, each read once: what judging a command, and a preview of it, see of the world. */
export async function storedWorld({ store, rules }: Pick<Deps, 'store' | 'rules'>): Promise<World> {
  return {
    policy: rules.policy,
    calendar: rules.calendar,
    calendarOf: (place) => rules.calendarOf(place),
    roster: await loadRoster(store),
    hash: sha256,
    load: once(async (id) => (await loadFile(store, id))?.file),
    facts: once((id) => factsFor(store, id)),
  }
}

function once<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (id) => {
    const value = known.get(id) ?? read(id)
    known.set(id, value)
    return value
  }
}

/**
 * Whether the file is there, and concerns the actor. Throws `not-found`, or `plan.exists` for who would begin one
 * under a key that is taken: that much everyone may know.
 */
export async function assertVisible({ load }: World, { stream, command, actor }: Order): Promise<void> {
  const begins = rowOf(stream, command).from.includes('none')
  const file = await load(stream)
  if (file ? partiesMeet(actor, processOf(stream).parties(file)) : begins) return
  throw begins ? new Problem(409, 'plan.exists') : new Problem(404, 'not-found')
}
