/** The first name that stands there twice, if one does. */
export function repeated(names: readonly string[]): string | undefined {
  const before = new Set<string>()
  return names.find((name) => before.size === before.add(name).size)
}
