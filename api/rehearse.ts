import { partiesMeet } from './access.ts'
import { Rehearsal, type World } from '../domain/rehearsal.ts'
import { processOf } from '../domain/processes.ts'
import type { Rules } from '../domain/policy.ts'
import type { Instant } from '../domain/time.ts'
import { sha256 } from '../store/chain.ts'
import type { Store } from '../store/connect.ts'
import { factsFor } from '../store/facts.ts'
import { loadFile } from '../store/files.ts'
import { loadRoster } from '../store/register/people.ts'
import { rowOf, type Order } from './order.ts'
import { Problem } from './problem.ts'

/** The stored files, each read once: what a rehearsal, and a preview after it, see of the world. */
export async function storedWorld(store: Store, rules: Rules): Promise<World> {
  const once = <T>(read: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
    const known = new Map<string, Promise<T>>()
    return (id) => {
      const value = known.get(id) ?? read(id)
      known.set(id, value)
      return value
    }
  }
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

/**
 * Whether the file is there, and concerns the actor. Throws `not-found`, or `command.not-now` for who would begin one
 * under a key that is taken: that much everyone may know.
 */
export async function assertVisible({ load }: World, { stream, command, actor }: Order): Promise<void> {
  const begins = rowOf(stream, command).from.includes('none')
  const file = await load(stream)
  if (file ? partiesMeet(actor, processOf(stream).parties(file)) : begins) return
  throw begins ? new Problem(409, 'command.not-now', { command }) : new Problem(404, 'not-found')
}

/** Gives the command to the stored file, in memory. Throws the `Refusal` with which it would be refused. */
export async function rehearse(world: World, { order, at }: { order: Order; at: Instant }): Promise<Rehearsal> {
  const rehearsal = new Rehearsal(world)
  const { stream, command, actor, input } = order
  await rehearsal.act({ to: stream, type: command, input, actor, at })
  return rehearsal
}
