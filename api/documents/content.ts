import type { Readable } from 'node:stream'
import { Changed, type Shelved } from '../../documents/shelf.ts'
import type { Actor } from '../../domain/actor.ts'
import { noteTrouble } from '../../store/troubles.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'

/** Whom a document is handed to. */
type To = Pick<Actor, 'id'>
type Handing = Pick<Deps, 'store' | 'documents' | 'log'>

/**
 * The content of a document that is noted, compared with its hash, for somebody to have; the log says who got which. Throws
 * `document-changed`, with the number of a trouble.
 */
export async function contentOf(
  { store, documents, log }: Handing,
  { document, to }: { readonly document: Shelved; readonly to: To },
): Promise<Readable> {
  const { id } = document
  const content = await documents.shelf.read(document).catch(async (error: unknown) => {
    throw error instanceof Changed ? await changed({ store }, id, error) : error
  })
  log.info({ document: id, to: to.id }, 'handed out')
  return content
}

/** Somebody has to look: the disk failed, or was written to by something else. */
const changed = async ({ store }: Pick<Deps, 'store'>, id: string, error: unknown): Promise<Problem> =>
  new Problem(500, 'document-changed', {
    id: await noteTrouble(store, { stream: `document/${id}`, what: 'content', error }),
  })
