import { Readable } from 'node:stream'
import type { z } from 'zod'
import { archived, type Archived } from '../../documents/archive.ts'
import { attachmentNamed, extensions, plainName } from '../../documents/name.ts'
import type { Version } from '../../domain/dossier/pieces.ts'
import { keyOf } from '../../domain/id.ts'
import type { Only } from '../../store/file-pages.ts'
import { pageOfDossiers } from '../../store/typed.ts'
import { notedAmong } from '../../store/uploads.ts'
import type { DossiersNarrowed } from '../contracts/dossier.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Asked, Reply } from '../http/route.ts'
import { assertRight, partiesOf } from '../session/access.ts'
import { narrowedTo } from '../views/dossier-page.ts'
import type { DossierFile } from '../views/dossier.ts'
import { viewing, type Viewing } from '../views/viewing.ts'
import { isVisible } from '../views/views.ts'
import { contentOf } from './content.ts'
import { handedOut } from './download.ts'

/** How many dossiers are read at a time. */
const perPage = 50

/**
 * What was handed in with the dossiers of a cycle, as far as somebody reads it, as one archive that is made while it is sent. Throws `not-found`
 * for a cycle that is not for them, `forbidden` for whoever reads no papers, and `documents-none` where there are none.
 */
export async function cycleArchive(
  deps: Deps,
  { key, query, ...asked }: Asked<z.output<typeof DossiersNarrowed>>,
): Promise<Reply> {
  const reading = viewing(deps, asked)
  if (!(await isVisible(`admissionCycle/${key}`, reading))) throw new Problem(404, 'not-found')
  assertRight(asked.caller.actor, 'readDossierPapers')
  const papers = papersIn(deps, { reading, only: narrowedTo({ ...query, cycle: key }) })
  const first = await papers.next()
  if (first.done === true) throw new Problem(404, 'documents-none')
  return {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentNamed(`${plainName(key)}-documents.zip`),
      ...handedOut,
    },
    body: archived(beginningWith(first.value, papers)),
  }
}

/** Each document of these dossiers, all of its versions, opened when its turn comes; last a list of those that could not be. */
async function* papersIn(
  deps: Deps,
  { reading, only }: { readonly reading: Viewing; readonly only: Only },
): AsyncGenerator<Archived, void> {
  const missing: string[] = []
  for await (const dossier of dossiersIn(reading, only)) {
    const papers = papersOf(dossier)
    const noted = await notedAmong(
      deps.store,
      papers.map(({ document }) => document),
    )
    for (const { path, document: id, sha256, at } of papers) {
      const content = noted.has(id) ? await readable(deps, { document: { id, sha256 }, to: reading.actor }) : undefined
      if (content) yield { path, at, content }
      else missing.push(path)
    }
  }
  if (missing.length > 0) yield missingList(missing, reading)
}

async function* dossiersIn({ store, actor }: Viewing, only: Only): AsyncGenerator<DossierFile, void> {
  let after: string | undefined
  do {
    const files = await pageOfDossiers(store, { parties: partiesOf(actor), limit: perPage, after, only })
    yield* files
    const last = files.length === perPage ? files.at(-1) : undefined
    after = last && keyOf(last.id)
  } while (after !== undefined)
}

/** `00017/transcript/00017-transcript-1.pdf`: a file that is taken out of its folder still says what it is. */
const papersOf = ({ id, state }: DossierFile): readonly (Version & { readonly path: string })[] =>
  Object.entries(state.pieces).flatMap(([code, { versions }]) => {
    const [number, piece] = [plainName(keyOf(id)), plainName(code)]
    return versions.map((version, at) => ({
      ...version,
      path: `${number}/${piece}/${number}-${piece}-${at + 1}.${extensions[version.type]}`,
    }))
  })

/** The content of a document; nothing where it is gone, or is not what it was, which somebody is told of. */
const readable = (deps: Deps, handing: Parameters<typeof contentOf>[1]): Promise<Readable | undefined> =>
  contentOf(deps, handing).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'document-changed') return undefined
    throw error
  })

/** As Windows opens it: a byte order mark, and lines that end in CRLF. */
const missingList = (paths: readonly string[], { now, words }: Viewing): Archived => ({
  path: 'missing.txt',
  at: now,
  content: Readable.from([`\ufeff${[words.dossier.missingInArchive, '', ...paths, ''].join('\r\n')}`]),
})

async function* beginningWith(first: Archived, rest: AsyncIterable<Archived>): AsyncGenerator<Archived, void> {
  yield first
  yield* rest
}
