import { ascending } from '../../domain/ascending.ts'
import type { Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { earliestFile } from '../../store/files.ts'

interface Passing<A> {
  /** What people do, each at its moment. */
  readonly acts: readonly A[]
  readonly until: Instant
  readonly act: (one: A) => Promise<void>
  /** Lets one process meet what falls due at that moment. */
  readonly wake: (next: { readonly id: string; readonly at: Instant }) => Promise<void>
}

/**
 * Lets time pass on a store without an engine: acts in the order of their moments, the clock in between; what falls due at the moment
 * of an act, or of the end, comes first.
 */
export async function passTime<A extends { readonly at: Instant }>(
  store: Store,
  { acts, until, act, wake }: Passing<A>,
): Promise<void> {
  const waiting = acts.toSorted(ascending(({ at }) => at))
  for (;;) {
    const next = await earliestFile(store)
    const [one] = waiting
    if (one && one.at <= until && (!next || one.at < next.wakeAt)) {
      waiting.shift()
      await act(one)
    } else if (next && next.wakeAt <= until) await wake({ id: next.id, at: next.wakeAt })
    else return
  }
}
