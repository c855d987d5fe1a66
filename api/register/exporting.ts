import { Readable } from 'node:stream'
import { archived, type Archived } from '../../documents/archive.ts'
import { attachmentNamed, extensions, plainName } from '../../documents/name.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import type { DocumentType } from '../../domain/documents.ts'
import { keyOf } from '../../domain/id.ts'
import { registerStream, type RegisterType } from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time.ts'
import { documentNames } from '../../store/documents.ts'
import { partyHeld } from '../../store/erasing/party.ts'
import { reachOf, type DossierFile, type Reach } from '../../store/erasing/reach.ts'
import { linksOf } from '../../store/links.ts'
import { storyTexts, textsToTell, told } from '../../store/story-texts.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { looseNamed, notedAmong } from '../../store/uploads.ts'
import { contentOf } from '../documents/content.ts'
import { handedOut } from '../documents/download.ts'
import { Problem } from '../http/problem.ts'
import type { Reply } from '../http/route.ts'
import { historyOf } from '../views/history.ts'
import { messagesView } from '../views/messages.ts'
import { registerHistory } from './history.ts'
import type { Scene } from './scene.ts'

/** A document of someone, where it stands in the archive and what it is. */
interface Paper {
  readonly path: string
  readonly document: string
  readonly sha256: string
  readonly at: Instant
}
type Told = object & { readonly items: readonly { readonly data: Readonly<Record<string, unknown>> }[] }

/** A record of a candidate, as it is shown. */
interface Recorded {
  readonly id: string
  readonly record: object
}

/**
 * Everything that is held of a candidate as one archive, made while it is sent: `person.json`, and each document that they handed in. `others`: the
 * other records that are of the same person (ADR 62).
 */
export async function candidateExport(
  scene: Scene,
  { others, ...one }: Recorded & { readonly others: readonly Recorded[] },
): Promise<Reply> {
  const [own, ...rest] = await Promise.all([one, ...others].map((each) => candidateHeld(scene, each)))
  const papers = [own, ...rest].flatMap((each) => each?.papers ?? [])
  const said = { ...own?.said, others: rest.map((each) => each.said) }
  return asArchive(scene, { id: one.id, files: contents(scene, { papers, said }) })
}

async function candidateHeld(
  scene: Scene,
  { id, record }: Recorded,
): Promise<{ readonly said: object; readonly papers: readonly Paper[] }> {
  const reach = await reachOf(scene.store, id)
  const papers = reach.dossiers.flatMap(papersOf)
  const said = {
    ...(await heldOf(scene, { type: 'candidate', id, record })),
    nominations: await Promise.all(reach.nominations.map((one) => nominationsOf(scene, { id, one }))),
    dossiers: await Promise.all(reach.dossiers.map((file) => dossierOf(scene, { file, reach }))),
    documents: await named(scene, papers),
  }
  return { said, papers }
}

/** Everything that is held of a person of the school as one archive: `person.json`. What they did in files stands there as work, under their id. */
export async function personExport(scene: Scene, { id, record }: { id: string; record: object }): Promise<Reply> {
  return archiveOf(scene, { id, said: await heldOf(scene, { type: 'person', id, record }) })
}

/** What is said of somebody who handed no documents in, as one archive: `person.json`. */
export const archiveOf = (scene: Scene, { id, said }: { readonly id: string; readonly said: object }): Reply =>
  asArchive(scene, { id, files: contents(scene, { papers: [], said }) })

/** What is held of anybody: their record, everything that was said in it, their mail, and the links that were sent to them. */
async function heldOf(
  scene: Scene,
  { type, id, record }: { type: RegisterType; id: string; record: object },
): Promise<object> {
  const stream = registerStream(type, id)
  const history = await every((after) => registerHistory({ stream, after }, scene))
  return { record, history, ...(await mailHeld(scene, id)) }
}

/** What is held of whoever mail goes to: what waits and went to them, every word that was said of their mailbox, the links that were sent to them with their codes and sessions, what was offered to their server, and the names of files of theirs that belong to nothing. */
export async function mailHeld(scene: Scene, party: string): Promise<object> {
  const { store, now: exportedAt } = scene
  const stream = correspondenceId(party)
  const mail = await loadCorrespondence(store, stream)
  const quotes = (other: string): boolean => other === stream
  const loose = await looseNamed(store, `person:${party}`)
  return {
    exportedAt,
    mail: mail ? await messagesView(mail, scene) : null,
    mailHistory: await every((after) => historyOf({ stream, after, quotes }, scene)),
    links: await linksOf(store, party),
    ...(await partyHeld(store, party)),
    files: loose.map(({ names }) => names.at(-1) ?? null),
  }
}

/** Every page of a history. */
export async function every<T>(
  read: (after: number) => Promise<{ items: readonly T[]; next: number | null }>,
): Promise<T[]> {
  const all: T[] = []
  for (let after: number | null = 0; after !== null;) {
    const { items, next }: { items: readonly T[]; next: number | null } = await read(after)
    all.push(...items)
    after = next
  }
  return all
}

/** What one partner nominated them with, and what became of it: of others nothing. */
async function nominationsOf(
  scene: Scene,
  { id, one: { file, nominations } }: { id: string; one: Reach['nominations'][number] },
): Promise<object> {
  const quotes = (stream: string): boolean => stream === file.id
  const entries = await every((after) => historyOf({ stream: file.id, after, quotes }, scene))
  const isTheirs = ({ data }: Told['items'][number]): boolean =>
    data['candidate'] === id || nominations.some((nomination) => data['nomination'] === nomination)
  const textOf = await storyTexts(scene.store, { data: file.state.nominations, quotes })
  return {
    participation: keyOf(file.id),
    partner: file.state.partner,
    nominations: nominations.map((nomination) => ({
      nomination,
      ...told({ ...file.state.nominations[nomination] }, textOf),
    })),
    history: entries.filter(isTheirs),
  }
}

/** A dossier as it stands, with every word that was written of it. */
async function dossierOf(scene: Scene, { file, reach }: { file: DossierFile; reach: Reach }): Promise<object> {
  const streams = new Set<string>([file.id, ...reach.nominations.map((one) => one.file.id)])
  const quotes = (stream: string): boolean => streams.has(stream)
  return {
    dossier: keyOf(file.id),
    ...told({ ...file.state }, await textsToTell(scene.store, { data: file.state, quotes })),
    history: await every((after) => historyOf({ stream: file.id, after, quotes }, scene)),
  }
}

const papersOf = ({ id, state }: DossierFile): readonly (Paper & { readonly type: DocumentType })[] =>
  Object.entries(state.pieces).flatMap(([code, { versions }]) =>
    versions.map((version, at) => ({
      ...version,
      path: `documents/${plainName(keyOf(id))}-${plainName(code)}-${at + 1}.${extensions[version.type]}`,
    })),
  )

/** What each file was called by whoever sent it. */
async function named({ store }: Scene, papers: readonly Paper[]): Promise<readonly object[]> {
  const names = await documentNames(
    store,
    papers.map(({ document }) => document),
  )
  return papers.map(({ path, document, sha256, at }) => ({ path, name: names.get(document) ?? null, sha256, at }))
}

/** Each document, opened when its turn comes; last what is said, with the documents that could not be read. */
async function* contents(
  { deps, actor, store, now }: Scene,
  { papers, said }: { readonly papers: readonly Paper[]; readonly said: object },
): AsyncGenerator<Archived, void> {
  const noted = await notedAmong(
    store,
    papers.map(({ document }) => document),
  )
  const missing: string[] = []
  for (const { path, document: id, sha256, at } of papers) {
    const content = noted.has(id) ? await readable({ deps, actor }, { id, sha256 }) : undefined
    if (content) yield { path, at, content }
    else missing.push(path)
  }
  yield { path: 'person.json', at: now, content: Readable.from([JSON.stringify({ ...said, missing }, null, 2)]) }
}

const readable = (
  { deps, actor }: Pick<Scene, 'deps' | 'actor'>,
  document: { readonly id: string; readonly sha256: string },
): Promise<Readable | undefined> =>
  contentOf(deps, { document, to: actor }).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'document-changed') return undefined
    throw error
  })

const asArchive = (
  { deps, actor }: Scene,
  { id, files }: { readonly id: string; readonly files: AsyncIterable<Archived> },
): Reply => {
  deps.log.info({ person: id, to: actor.id }, 'exported')
  return {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentNamed(`${plainName(id)}.zip`),
      ...handedOut,
    },
    body: archived(files),
  }
}
