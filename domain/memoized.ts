// A cache that is let grow for ever is a leak in a process that lives for months.
const mostAnswers = 20_000

/** A function of one text that computes each answer once: same inputs, same answer. Forgets all past 20,000. */
export function memoized<T>(compute: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = compute(key)
    if (answers.size > mostAnswers) answers.clear()
    answers.set(key, answer)
    return answer
  }
}
