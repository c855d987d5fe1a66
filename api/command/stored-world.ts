import { mayEnter } from '../../domain/actor.ts'
import { memoized } from '../../domain/memoized.ts'
import { processOf, typeOf } from '../../domain/processes.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { World } from '../../domain/rehearsal.ts'
import { sha256 } from '../../store/chain.ts'
import { factsFor, type Asked } from '../../store/facts.ts'
import { loadFile } from '../../store/files.ts'
import { numbersAt } from '../../store/numbers.ts'
import type { RegisterNow } from '../../store/register/now.ts'
import { rosterOf } from '../../store/register/roster.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { partiesMeet } from '../session/access.ts'
import { beginnings } from './beginnings.ts'
import { begins, startsMailbox, type Order } from './order.ts'

/** The stored files, each read once, that of a command first: what judging it, and a preview of it, see of the world. */
export async function storedWorld(
  { store, rules }: Pick<Deps, 'store' | 'rules'>,
  {
    stream,
    register,
    commands: asked,
  }: { readonly stream: string; readonly register: RegisterNow; readonly commands: readonly Asked[] },
): Promise<World> {
  const load = memoized(async (id) => (await loadFile(store, id))?.file)
  const commands = async () => asked
  const look = {}
  const facts = memoized((id) => factsFor({ store, register, file: () => load(id), look, commands }, id))
  await Promise.all([load(stream), facts(stream)])
  return {
    policy: rules.policy,
    calendar: rules.calendar,
    calendarOf: (place) => rules.calendarOf(place),
    roster: rosterOf(register),
    hash: sha256,
    load,
    facts,
    numbers: (begun) => numbersAt(store, begun),
  }
}

/**
 * Whether the file is there, and concerns the actor. Throws `not-found`; of a command that begins a file,
 * `command.not-yours` for whoever may begin none, and `plan.exists` or its like for who may, under a key that is taken: that much
 * they may know.
 */
export async function assertVisible(world: World, order: Order): Promise<void> {
  const { load } = world
  const { stream, command, actor } = order
  const process = processOf(stream)
  const file = (await load(stream)) ?? ((await hasMailbox(world, order)) ? process.open(stream) : undefined)
  const concerned = file !== undefined && mayEnter(actor, stream) && partiesMeet(actor, process.parties(file))
  if (!begins(order)) {
    if (!concerned) throw new Problem(404, 'not-found')
    return
  }
  if (!process.may(process.open(stream), actor).includes(command)) throw new Refusal('command.not-yours', { command })
  const exists = beginnings[typeOf(stream)]?.exists
  if (exists && file && !concerned) throw new Problem(409, exists)
}

/** Whoever the register knows has a mailbox, an empty one until they are written to. */
async function hasMailbox({ facts }: World, order: Order): Promise<boolean> {
  if (!startsMailbox(order)) return false
  const known = await facts(order.stream)
  return 'known' in known && known.known === true
}
