/** What somebody is recognised by, as far as it can be read. */
interface Said {
  readonly email?: string | undefined
  readonly birthOn?: string | undefined
}

/** People, in the order in which they were added, of whom those alone are looked at who could be somebody: of hundreds not each is compared with each. */
export interface Near<R extends Said> {
  add(one: R): void
  /** Whoever has the same address, or was born on the same day: nobody else is recognised as them. */
  of(somebody: Said): readonly R[]
}

/** Begins with these people. */
export function nearAmong<R extends Said>(people: readonly R[] = []): Near<R> {
  const groups = new Map<string, Map<number, R>>()
  let count = 0
  const keysOf = ({ email, birthOn }: Said): readonly string[] =>
    [email?.toLowerCase(), birthOn].filter((key) => key !== undefined)
  const near: Near<R> = {
    add(one) {
      for (const key of keysOf(one)) groups.set(key, (groups.get(key) ?? new Map<number, R>()).set(count, one))
      count++
    },
    of: (somebody) => {
      const found = new Map(keysOf(somebody).flatMap((key) => [...(groups.get(key) ?? [])]))
      return [...found].toSorted(([one], [other]) => one - other).map(([, person]) => person)
    },
  }
  for (const one of people) near.add(one)
  return near
}
