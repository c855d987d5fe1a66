import { trusted } from 'mongoose'
import type { Dossier } from '../../domain/dossier/dossier.ts'
import { dossier } from '../../domain/dossier/process.ts'
import type { Participation } from '../../domain/participation/participation.ts'
import { participation } from '../../domain/participation/process.ts'
import { candidateStream } from '../../domain/register/personal.ts'
import type { Stored } from '../../domain/process.ts'
import type { Store } from '../connect.ts'
import { foldFields, storedOf } from '../files.ts'
import type { Within } from '../register/kinds.ts'
import { refsIn } from '../story-texts.ts'

export type DossierFile = Stored<Dossier, `dossier/${string}`>

/** Where something of a candidate is held, beside their record. */
export interface Reach {
  readonly dossiers: readonly DossierFile[]
  /** What partners nominated them with: the file, and the nominations in it that are of them. */
  readonly nominations: readonly Nominated[]
  /** The texts that were written of them, by reference. */
  readonly texts: readonly string[]
}
export interface Nominated {
  readonly file: Stored<Participation>
  readonly nominations: readonly string[]
}

/** The dossiers of some candidates, by number. */
export async function dossiersOf(
  { files }: Pick<Store, 'files'>,
  candidates: readonly string[],
  within: Within = {},
): Promise<readonly DossierFile[]> {
  const theirs = { 'state.candidate': trusted({ $in: [...candidates] }) }
  const docs = await files
    .find({ type: dossier.type, ...theirs }, foldFields, within)
    .sort({ _id: 1 })
    .lean()
  return docs.map(storedOf).filter((file) => dossier.owns(file))
}

/** Everything in which something of a candidate is held: their dossiers, their nominations, and every text written of them. */
export async function reachOf(store: Store, candidate: string, within: Within = {}): Promise<Reach> {
  const dossiers = await dossiersOf(store, [candidate], within)
  const nominations = await nominationsOf(store, candidate, within)
  const streams = [candidateStream(candidate), ...dossiers.map(({ id }) => id)]
  const ofStreams = await store.texts.find({ stream: trusted({ $in: streams }) }, { _id: 1 }, within).lean()
  const named = await namesOf(store, dossiers, within)
  const said: string[] = []
  for (const one of nominations) said.push(...(await writtenIn(store, { candidate, one, within })))
  const texts = [...new Set([...ofStreams.map(({ _id }) => _id), ...named, ...said])]
  return { dossiers, nominations, texts }
}

async function nominationsOf(
  { files }: Pick<Store, 'files'>,
  candidate: string,
  within: Within,
): Promise<readonly Nominated[]> {
  const docs = await files.find({ type: participation.type }, foldFields, within).sort({ _id: 1 }).lean()
  return docs
    .map(storedOf)
    .filter((file) => participation.owns(file))
    .map((file) => ({
      file,
      nominations: Object.entries(file.state.nominations).flatMap(([id, one]) =>
        one.candidate === candidate ? [id] : [],
      ),
    }))
    .filter(({ nominations }) => nominations.length > 0)
}

/** What the files of their documents were called. */
async function namesOf({ documents }: Store, dossiers: readonly DossierFile[], within: Within): Promise<string[]> {
  const attached = { attachedTo: trusted({ $in: dossiers.map(({ id }) => id) }) }
  const docs = await documents.find(attached, { name: 1 }, within).lean()
  return docs.map(({ name }) => name)
}

/** What was written of their nominations: in the ledger, and in commands that came to nothing. What was done stands in the ledger, by nomination. */
async function writtenIn(
  { ledger, inbox }: Store,
  { candidate, one, within }: { candidate: string; one: Nominated; within: Within },
): Promise<string[]> {
  const { file, nominations } = one
  const [entries, rows] = await Promise.all([
    ledger.find({ stream: file.id }, { data: 1 }, within).lean(),
    inbox.find({ stream: file.id, 'answer.outcome': trusted({ $ne: 'done' }) }, { input: 1 }, within).lean(),
  ])
  const isTheirs = (fields: Readonly<Record<string, unknown>>): boolean =>
    fields['candidate'] === candidate || nominations.some((nomination) => fields['nomination'] === nomination)
  return [...entries.map(({ data }) => data), ...rows.map(({ input }) => input)].flatMap((said) =>
    textsOf(said, isTheirs),
  )
}

/** The texts of whatever is theirs, however deep it stands. */
function textsOf(said: unknown, isTheirs: (fields: Readonly<Record<string, unknown>>) => boolean): string[] {
  if (typeof said !== 'object' || said === null) return []
  return isTheirs({ ...said }) ? refsIn(said) : Object.values(said).flatMap((part: unknown) => textsOf(part, isTheirs))
}
