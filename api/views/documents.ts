import type { z } from 'zod'
import type { StoredDocument } from '../../domain/documents.ts'
import type { Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { documentNames } from '../../store/documents.ts'
import { documentHref } from '../address.ts'
import type { AttachedView } from '../contracts/document.ts'

/** A document as the state of a file holds it. */
interface Attached extends StoredDocument {
  readonly document: string
  readonly at: Instant
}

/** Documents of a file as they are shown there: what each was called is read once for all of them. */
export async function attachedViews(
  store: Store,
  attached: readonly Attached[],
): Promise<(one: Attached) => z.output<typeof AttachedView>> {
  const names = await documentNames(
    store,
    attached.map(({ document }) => document),
  )
  return ({ document: id, type, bytes, sha256, at }) => ({
    id,
    href: documentHref(id),
    name: names.get(id) ?? null,
    type,
    bytes,
    sha256,
    at,
  })
}
