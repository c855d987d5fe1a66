import { trusted } from 'mongoose'
import { admissionCycle } from '../domain/cycle/process.ts'
import { keyOf } from '../domain/id.ts'
import { participationCommands } from '../domain/participation/commands.ts'
import { candidateClaim } from '../domain/participation/ids.ts'
import { standing } from '../domain/participation/nominations/nomination.ts'
import { isOutdated } from '../domain/participation/persons.ts'
import { participation } from '../domain/participation/process.ts'
import type { Stored } from '../domain/process.ts'
import type { Participation } from '../domain/participation/participation.ts'
import { isHeld } from '../domain/register/candidate.ts'
import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { foldFields, storedOf } from './files.ts'
import { candidatesById, findCandidatesLike, perhapsOf } from './register/candidates.ts'
import type { Ask } from './register/edit.ts'
import type { Within } from './register/kinds.ts'

const command = 'notePersons' satisfies keyof typeof participationCommands

/** Of some candidates, by id, those of whom the office still has to say who they are (ADR 62). */
export async function toSettleAmong(store: Store, ids: readonly string[]): Promise<readonly string[]> {
  const perhaps = await perhapsOf(store, [...(await candidatesById(store, ids)).values()])
  return [...perhaps.keys()]
}

/**
 * Participations that say otherwise than the register whom the office has to settle, with the number of their last entry: all of them, or those of which
 * edits since a moment can have come to be so.
 */
export async function outdatedPersons(
  store: Store,
  since?: Instant,
): Promise<readonly { readonly id: string; readonly seq: number }[]> {
  const { here, candidates } = since === undefined ? await everywhere(store) : await concernedSince(store, since)
  const toSettle = new Set(await toSettleAmong(store, candidates))
  return here.filter(({ state }) => isOutdated(state, toSettle)).map(({ id, seq }) => ({ id, seq }))
}

interface Looked {
  readonly here: readonly File[]
  /** Those of whom it is asked whether they are to be settled. */
  readonly candidates: readonly string[]
}

async function everywhere(store: Store): Promise<Looked> {
  const here = await participationsIn(store)
  const candidates = here.flatMap(({ state }) => standing(state).map(({ candidate }) => candidate))
  return { here, candidates: [...new Set(candidates)] }
}

/** Whoever was edited, and whoever is like them by now, where they are nominated; who was like them before stands where somebody waits. */
async function concernedSince(store: Store, since: Instant): Promise<Looked> {
  const edited = await candidatesEdited(store, since)
  if (edited.length === 0) return { here: [], candidates: [] }
  const held = [...(await candidatesById(store, edited)).values()].filter(isHeld)
  const like = held.length > 0 ? await findCandidatesLike(store, held) : []
  const concerned = [...new Set([...held, ...like].map(({ _id }) => _id))]
  const [waiting, holding] = await Promise.all([
    participationsIn(store, { 'waits.kind': 'participationPersons' }),
    participationsHolding(store, await toSettleAmong(store, concerned)),
  ])
  const here = [...new Map([...waiting, ...holding].map((file) => [file.id, file])).values()]
  const open = here.flatMap(({ state: { toSettle = {} } }) => Object.keys(toSettle))
  return { here, candidates: [...new Set([...concerned, ...open])] }
}

/** The candidates of whom the register says something since a moment. */
async function candidatesEdited({ ledger }: Pick<Store, 'ledger'>, since: Instant): Promise<readonly string[]> {
  const entries = await ledger
    .find({ takenAt: trusted({ $gt: since }), stream: trusted({ $regex: /^candidate\// }) }, { stream: 1 })
    .lean()
  return [...new Set(entries.map(({ stream }) => keyOf(stream)))]
}

/** The participations in which one of these stands, by what they claim (ADR 69), whatever the cycle. */
async function participationsHolding(
  store: Pick<Store, 'files'>,
  candidates: readonly string[],
): Promise<readonly File[]> {
  if (candidates.length === 0) return []
  const cycles = await store.files.find({ type: admissionCycle.type }, { _id: 1 }).lean()
  const claims = cycles.flatMap(({ _id }) => candidates.map((one) => candidateClaim(keyOf(_id), one)))
  return claims.length === 0 ? [] : participationsIn(store, { claims: trusted({ $in: claims }) })
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
  narrowed: Readonly<Record<string, unknown>> = {},
  within: Within = {},
): Promise<readonly File[]> {
  const status = trusted({ $in: [...participationCommands[command].from] })
  const docs = await files
    .find({ type: participation.type, status, ...narrowed }, foldFields, within)
    .sort({ _id: 1 })
    .lean()
  return docs.map(storedOf).filter((file) => participation.owns(file))
}
