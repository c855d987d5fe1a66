import type { PolicyDefect } from './files.ts'

/** A defect for each value that stands in a list of a file a second time. */
export function repetitions(
  at: { file: string; list: string; field: string },
  values: readonly string[],
): PolicyDefect[] {
  return values.flatMap((value, index) => {
    const path = `${at.list}.${index}.${at.field}`
    return values.indexOf(value) < index ? [{ file: at.file, path, reason: `stands here twice: ${value}` }] : []
  })
}

/** The ids of a list, in its order. */
export const ids = (items: readonly { id: string }[] = []): string[] => items.map(({ id }) => id)
