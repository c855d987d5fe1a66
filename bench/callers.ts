import { millisecondsOf } from './rounds.ts'

const callers = 16
const commands = 240

/**
 * How many commands a second are done when sixteen people ask at once, spread over some processes. `give` says whether one was: one that
 * was only received does not count.
 */
export async function rateOf(on: readonly string[], give: (one: string) => Promise<boolean>): Promise<number> {
  let [left, done] = [commands, 0]
  const call = async (caller: number): Promise<void> => {
    while (left-- > 0) if (await give(on[caller % on.length] ?? '')) done++
  }
  const took = await millisecondsOf(() => Promise.all(Array.from({ length: callers }, (_, n) => call(n))))
  return (done * 1000) / took
}
