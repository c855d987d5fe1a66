/** One value of ours and one of bare, each from a round of its own. */
export interface Sides {
  ours(round: number): Promise<number>
  bare(round: number): Promise<number>
}

/** Ours and bare in turn, so many rounds each, after one of each that does not count. */
export async function inTurn(
  rounds: number,
  sides: Sides,
): Promise<{ readonly ours: readonly number[]; readonly bare: readonly number[] }> {
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await sides.ours(round), await sides.bare(round)]
    if (round === 0) continue
    ours.push(one)
    bare.push(other)
  }
  return { ours, bare }
}

/** How long some work takes, in milliseconds. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
