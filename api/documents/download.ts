import type { Actor } from '../../domain/actor.ts'
import { processOf } from '../../domain/processes.ts'
import { attachmentNamed } from '../../documents/name.ts'
import { Changed } from '../../documents/shelf.ts'
import { documentNames } from '../../store/documents.ts'
import { loadFile } from '../../store/files.ts'
import { noteTrouble } from '../../store/troubles.ts'
import { findDocument, type Kept } from '../../store/uploads.ts'
import { mayReadPapers, partiesMeet } from '../access.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { Reply } from '../route.ts'

const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
const extensions = { pdf: 'pdf', jpeg: 'jpg', png: 'png' } as const

/**
 * The content of a document for whoever sees what it belongs to, or for who uploaded it while it belongs to nothing, to be saved and not shown.
 * Throws `not-found` for anybody else, and `document-changed` where it is not what was uploaded.
 */
export async function downloaded(
  deps: Deps,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<Reply> {
  const { store, documents } = deps
  const document = await findDocument(store, id)
  if (!document || !(await isVisible(deps, { actor, document }))) throw new Problem(404, 'not-found')
  const [names, body] = await Promise.all([
    documentNames(store, [id]),
    documents.shelf.read(document).catch(async (error: unknown) => {
      throw error instanceof Changed ? await changed(deps, id, error) : error
    }),
  ])
  return {
    headers: {
      'Content-Type': mediaTypes[document.type],
      'Content-Length': `${document.bytes}`,
      'Content-Disposition': attachmentNamed(names.get(id) ?? `${id}.${extensions[document.type]}`),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
    body,
  }
}

async function isVisible(
  { store }: Deps,
  { actor, document: { by, attachedTo } }: { actor: Actor; document: Kept & { attachedTo?: string | undefined } },
): Promise<boolean> {
  if (attachedTo === undefined) return by === actor.id
  if (!mayReadPapers(actor, attachedTo)) return false
  const filed = await loadFile(store, attachedTo)
  return filed !== undefined && partiesMeet(actor, processOf(attachedTo).parties(filed.file))
}

/** Somebody has to look: the disk failed, or was written to by something else. */
const changed = async ({ store }: Deps, id: string, error: unknown): Promise<Problem> =>
  new Problem(500, 'document-changed', {
    id: await noteTrouble(store, { stream: `document/${id}`, what: 'content', error }),
  })
