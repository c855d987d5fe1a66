import type { PolicyDefect } from './files.ts'

/** A defect for each value that stands in a list of a file a second time. */
export function repeated(at: { file: string; list: string; field: string }, values: readonly string[]): PolicyDefect[] {
  return values.flatMap((value, index) => {
    const path = `${at.list}.${index}.${at.field}`
    return values.indexOf(value) < index ? [{ file: at.file, path, reason: `stands here twice: ${value}` }] : []
  })
}

export const ids = (items: readonly { id: string }[] = []): string[] => items.map(({ id }) => id)
