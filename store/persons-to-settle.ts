import { trusted } from 'mongoose'
import { participationCommands } from '../domain/participation/commands.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import { isOutdated } from '../domain/participation/persons.ts'
import { participation } from '../domain/participation/process.ts'
import type { Stored } from '../domain/process.ts'
import type { Participation } from '../domain/participation/participation.ts'
import type { Store } from './connect.ts'
import { foldFields, storedOf } from './files.ts'
import { candidatesById, perhapsOf } from './register/candidates.ts'
import type { Ask } from './register/edit.ts'
import type { Within } from './register/kinds.ts'

const command = 'notePersons' satisfies keyof typeof participationCommands

/** Of some candidates, by id, those of whom the office still has to say who they are (ADR 62). */
export async function toSettleAmong(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const perhaps = await perhapsOf(store, [...(await candidatesById(store, ids)).values()])
  return [...perhaps.keys()]
}

/** Participations that say otherwise than the register whom the office has to settle, with the number of their last entry. */
export async function outdatedPersons(store: Store): Promise<readonly { readonly id: string; readonly seq: number }[]> {
  const here = await participationsIn(store)
  const candidates = here.flatMap(({ state }) => standing(state).map(({ candidate }) => candidate))
  const toSettle = new Set(await toSettleAmong(store, [...new Set(candidates)]))
  return here.filter(({ state }) => isOutdated(state, toSettle)).map(({ id, seq }) => ({ id, seq }))
}

/** What an edit that says who somebody is asks of those that wait for it: to look again whom the office has to settle. */
export async function personAsks(
  store: Pick<Store, 'files'>,
  candidates: readonly string[],
  within: Within,
): Promise<readonly Ask[]> {
  const waiting = await participationsIn(store, { 'waits.kind': 'participationPersons' }, within)
  return waiting
    .filter(({ state: { toSettle = {} } }) => candidates.some((one) => Object.hasOwn(toSettle, one)))
    .map(({ id }) => ({ stream: id, command, input: {} }))
}

type File = Stored<Participation, `participation/${string}`>

/** The participations in which nominations may stand. */
async function participationsIn(
  { files }: Pick<Store, 'files'>,
  narrowed: Readonly<Record<string, string>> = {},
  within: Within = {},
): Promise<readonly File[]> {
  const status = trusted({ $in: [...participationCommands[command].from] })
  const docs = await files
    .find({ type: participation.type, status, ...narrowed }, foldFields, within)
    .sort({ _id: 1 })
    .lean()
  return docs.map(storedOf).filter((file) => participation.owns(file))
}
