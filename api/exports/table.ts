import type { z } from 'zod'
import type { ColumnName } from '../../locales/columns.ts'

/** A day in a cell, that a spreadsheet is to sort as one. */
export interface Day {
  /** `'2027-01-31'` */
  readonly day: string
}
/** What stands in one cell. */
export type Cell = string | number | Day | null
/** How the lines of a list stand in a table. */
export interface Table {
  readonly columns: readonly ColumnName[]
  /** The rows of some lines, as the list shows them. */
  rowsOf(lines: readonly unknown[]): readonly (readonly Cell[])[]
}

/** The table of lines of one kind: its columns in order, each with what stands in it. */
export const tableOf = <L extends z.ZodType>(
  line: L,
  columns: Partial<Readonly<Record<ColumnName, (line: z.output<L>) => Cell>>>,
): Table => ({
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- keys of an object are typed as any text
  columns: Object.keys(columns) as ColumnName[],
  rowsOf: (lines) =>
    line
      .array()
      .parse(lines)
      .map((one) => Object.values(columns).map((cell) => cell(one))),
})

/** A day in a cell, where there is one. `onDay('2027-01-31')` → `{ day: '2027-01-31' }` */
export const onDay = (day: string | null): Day | null => (day === null ? null : { day })

/** Whether a cell holds a day. */
export const isDay = (cell: Cell | undefined): cell is Day => typeof cell === 'object' && cell !== null

/** Several values in one cell. `several(['a', 'b'])` → `'a, b'` */
export const several = (values: readonly string[]): string => values.join(', ')
