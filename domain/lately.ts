// As many as one step asks about, and a few more: what is remembered for longer would only be kept from being forgotten.
const most = 8

/**
 * The last few answers to a question that is asked again and again of the same things, which never change: things are the same by identity.
 * `waitsLately([state, policy, calendar], () => waits(state, rules))`
 */
export function lately<T>(): (of: readonly unknown[], reckon: () => T) => T {
  const known: { readonly of: readonly unknown[]; readonly answer: T }[] = []
  let next = 0
  return (of, reckon) => {
    for (const one of known) if (areSame(one.of, of)) return one.answer
    const answer = reckon()
    known[next] = { of, answer }
    next = (next + 1) % most
    return answer
  }
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let n = 0; n < some.length; n++) if (some[n] !== others[n]) return false
  return true
}
