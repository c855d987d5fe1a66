import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import { shownName } from '../../documents/name.ts'
import type { Received } from '../../documents/shelf.ts'
import type { Verdict } from '../../documents/verdict.ts'
import type { DocumentType } from '../../domain/documents.ts'
import { isDuplicate } from '../../store/duplicate.ts'
import { rowIdOf } from '../../store/inbox.ts'
import { findAsked, hashOfAsked } from '../../store/register/asked.ts'
import { textRefOf } from '../../store/texts.ts'
import { countLoose, findDocument, keepDocument, UnsureKept, type Kept } from '../../store/uploads.ts'
import type { Deps } from '../deps.ts'
import { gaveUp, takeTime } from '../http/patience.ts'
import { because, Problem, Unavailable } from '../http/problem.ts'
import { idempotencyKeyOf } from '../http/request.ts'
import type { Caller } from '../session/caller.ts'
import { diskFull } from './disk-full.ts'
import { receivedFrom, type Sent } from './receive.ts'

/** How many documents somebody may have that they attached to nothing. */
const mostLoose = 500

/** Who uploads, with or without an account. */
interface Asking {
  readonly caller: Pick<Caller, 'actor'>
  readonly req: Request
}

/**
 * Takes a document in: received, checked, put on the shelf and noted, or nothing of it. The same again under the same `Idempotency-Key` is the
 * same document. Throws a `Problem` that says why not.
 */
export async function uploaded(deps: Deps, asking: Asking): Promise<Kept> {
  const { store, documents } = deps
  const { actor } = asking.caller
  if ((await countLoose(store, actor.id)) >= mostLoose) throw new Problem(409, 'documents-unused', { most: mostLoose })
  const sent = await receivedFrom(asking.req, documents)
  try {
    return await kept(deps, asking, { ...sent, name: shownName(sent.name) })
  } finally {
    await documents.shelf.discard(sent.received)
  }
}

async function kept(deps: Deps, asking: Asking, sent: Sent): Promise<Kept> {
  const asked = askedBy(deps, asking, sent)
  const before = await earlier(deps, asked)
  if (before) return before
  const type = typeIn(await deps.documents.check(sent.received.path, sent.name))
  // Whoever has been told that we are away is not to find it done behind their back.
  if (gaveUp(asking.req)) throw new Unavailable()
  try {
    const document = await noted(deps, asking, { sent, type, asked })
    takeTime(asking.req)
    return document
  } catch (error) {
    // The same, sent twice at once.
    const meanwhile = isDuplicate(error) ? await earlier(deps, asked) : undefined
    if (!meanwhile) throw error
    return meanwhile
  }
}

/** What was asked under a key: a file of that content and name. */
interface AskedOnce {
  readonly cause: string
  readonly hash: string
}
function askedBy({ secret }: Deps, { caller, req }: Asking, { received, name }: Sent): AskedOnce | undefined {
  const key = idempotencyKeyOf(req)
  return key === undefined
    ? undefined
    : {
        cause: rowIdOf('document', caller.actor.id, key),
        hash: hashOfAsked(secret, [received.sha256, name]),
      }
}

/** What was taken in under this key before. Throws `key-reused` for another file, and `not-found` for one that was swept since. */
async function earlier({ store }: Deps, asked: AskedOnce | undefined): Promise<Kept | undefined> {
  const done = asked && (await findAsked(store, asked.cause))
  if (!done) return undefined
  if (done.hash !== asked.hash) throw new Problem(422, 'key-reused')
  const [written] = done.written
  const document = written && (await findDocument(store, written.id))
  if (!document) throw new Problem(404, 'not-found')
  return document
}

function typeIn(verdict: Verdict): DocumentType {
  if ('type' in verdict) return verdict.type
  const { fault, found } = verdict
  throw new Problem(422, fault, found === undefined ? {} : { found })
}

/** On the shelf first, then noted: what lies there and is noted nowhere is swept. */
async function noted(
  { store, documents: { shelf }, now, secret }: Deps,
  { caller: { actor } }: Asking,
  { sent, type, asked }: { readonly sent: Sent; readonly type: DocumentType; readonly asked: AskedOnce | undefined },
): Promise<Kept> {
  const { bytes, sha256 }: Received = sent.received
  const id = randomBytes(16).toString('hex')
  const stream = `document/${id}`
  const name = { ref: textRefOf(secret, { stream, text: sent.name }), text: sent.name, stream, author: actor.id }
  const document = { id, type, bytes, sha256, by: actor.id }
  await shelf.keep(sent.received, id).catch((error: unknown) => {
    throw diskFull(error)
  })
  try {
    await keepDocument(store, { document, name, at: now(), asked })
  } catch (error) {
    // Where nobody knows whether it was noted it stays: without its note it is swept.
    if (!(error instanceof UnsureKept)) await shelf.remove(document)
    throw error instanceof UnsureKept ? because(new Unavailable(), error) : error
  }
  return document
}
