/** What an input names, wherever it has a field of that name: `namedIn({ nominations: [{ candidate: 'c1' }] }, 'candidate')` → `['c1']`. */
export function namedIn(input: unknown, field: string): readonly string[] {
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) =>
    name === field && typeof value === 'string' ? [value] : namedIn(value, field),
  )
}
