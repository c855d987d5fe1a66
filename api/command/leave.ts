import { putRow, type Row } from '../../store/inbox.ts'
import type { Within } from '../../store/register/kinds.ts'
import { putTexts } from '../../store/texts.ts'
import type { Deps } from '../deps.ts'
import { Unavailable } from '../http/problem.ts'
import { assertSame, type Order } from './order.ts'

/** A command that is left for its process, under the id of its row. */
interface Leaving {
  readonly id: string
  readonly order: Order
  readonly basedOn?: number | undefined
  /** Whether whoever asks has been told meanwhile that we are away. */
  readonly gaveUp?: (() => boolean) | undefined
  /** For how long it has been here, in milliseconds: it counts from when it came, not from when it is written down (ADR 76). */
  readonly waitedMs?: (() => number) | undefined
}

/**
 * Leaves a command in the inbox of its process, its texts first, within a transaction where there is one; the row of that id that is there already stays, and
 * is what comes back. Throws `Unavailable` where whoever asked was told that we are away, and `key-reused` for a row that says otherwise.
 */
export async function leave(
  { store, receivedAt }: Pick<Deps, 'store' | 'receivedAt'>,
  { id, order, basedOn, gaveUp, waitedMs }: Leaving,
  within: Within = {},
): Promise<Row> {
  const { texts, stream, actor, command, input } = order
  await putTexts(store, texts, within)
  // Whoever has been told that we are away is not to find it done behind their back.
  if (gaveUp?.()) throw new Unavailable()
  const received = { receivedAt: receivedAt(), waitedMs: waitedMs?.() }
  const row = await putRow(store, { id, stream, actor, command, input, basedOn, ...received }, within)
  assertSame(row, order)
  return row
}
