import { mailer } from '../domain/actor.ts'
import { isAddressAtFault } from '../mail/failures.ts'
import type { Store } from '../store/connect.ts'
import { putRow, rowIdOf } from '../store/inbox.ts'
import { correspondenceOf } from '../store/mails.ts'

export interface BouncePorts {
  readonly store: Store
  /** Rings a process: "the store has something for you". */
  readonly look: (stream: string) => Promise<void>
}

/**
 * Reports to a correspondence that a digest of its did not arrive (R10). Idempotent by the digest: it can come back once.
 * Throws where the store is away; an engine that is away is rung by the reconciler.
 */
export const bounceRecorder =
  ({ store, look }: BouncePorts) =>
  async ({ digest, code }: { readonly digest: string; readonly code: string }): Promise<void> => {
    const stream = await correspondenceOf(store, digest)
    if (stream === undefined) return
    await putRow(store, {
      id: rowIdOf(stream, mailer.id, `bounce ${digest}`),
      stream,
      actor: mailer,
      command: 'recordBounce',
      input: { digest, code, ...(isAddressAtFault(code) && { unreachable: 'bounced' }) },
    })
    await look(stream).catch(() => undefined)
  }
