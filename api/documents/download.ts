import { attachmentNamed, extensions } from '../../documents/name.ts'
import type { Actor } from '../../domain/actor.ts'
import { processOf } from '../../domain/processes.ts'
import { documentNames } from '../../store/documents.ts'
import { loadFile } from '../../store/files.ts'
import { findDocument, type Kept } from '../../store/uploads.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Reply } from '../http/route.ts'
import { mayReadPapers, partiesMeet } from '../session/access.ts'
import { contentOf } from './content.ts'

const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
/** What every answer says that hands out what people uploaded: to be saved, shown nowhere and kept by no cache. */
export const handedOut = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
} as const

/**
 * The content of a document for whoever sees what it belongs to, or for who uploaded it while it belongs to nothing, to be saved and not shown.
 * Throws `not-found` for anybody else, and `document-changed` where it is not what was uploaded.
 */
export async function downloaded(
  deps: Deps,
  { actor, id }: { readonly actor: Actor; readonly id: string },
): Promise<Reply> {
  const { store } = deps
  const document = await findDocument(store, id)
  if (!document || !(await isVisible(deps, { actor, document }))) throw new Problem(404, 'not-found')
  const [names, body] = await Promise.all([documentNames(store, [id]), contentOf(deps, { document, to: actor })])
  return {
    headers: {
      'Content-Type': mediaTypes[document.type],
      'Content-Length': `${document.bytes}`,
      'Content-Disposition': attachmentNamed(names.get(id) ?? `${id}.${extensions[document.type]}`),
      ...handedOut,
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
