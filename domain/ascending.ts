/** Sorts by a text of each: `acts.toSorted(ascending(({ at }) => at))`; those that say the same stay in their order. */
export const ascending =
  <T>(textOf: (one: T) => string) =>
  (a: T, b: T): number => {
    const [one, other] = [textOf(a), textOf(b)]
    return Number(one > other) - Number(one < other)
  }
