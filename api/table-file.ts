import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { faultCodeOf } from '../domain/input.ts'
import { isRefusalCode } from '../domain/refusals.ts'
import type { Words } from '../locales/words.ts'
import { Problem } from './problem.ts'

/** Something wrong with a row. */
export interface RowFault {
  readonly line: number
  readonly column: string | null
  /** A fault of an input, or the code of a refusal with its fields. */
  readonly code: string
  readonly fields?: Readonly<Record<string, unknown>>
}
/** One row that its contract has read. */
export interface ReadRow<R> {
  readonly line: number
  readonly row: R
}

/** A file that was read: its rows, what is wrong with others, and how many there are. */
export interface ReadFile<R> {
  readonly rows: readonly ReadRow<R>[]
  readonly faults: readonly RowFault[]
  readonly count: number
}
/** What a file of rows holds: its columns, the one it cannot do without, the contract of a row, and how many there may be. */
export interface Table<R> {
  readonly columns: readonly string[]
  readonly needed: string
  readonly row: z.ZodType<R>
  readonly mostRows: number
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

/** The first line of a file to fill in, as Excel reads it. */
export const templateOf = (columns: readonly string[]): string => `\uFEFF${columns.join(';')}\r\n`

/**
 * Reads a file of rows: `;` or `,`, quoted or not, any line ends, with or without a byte order mark. Throws `import-unreadable`
 * for what is no such file at all.
 */
export function readTable<R>(bytes: Uint8Array, table: Table<R>): ReadFile<R> {
  const [header, ...records] = recordsIn(textIn(bytes))
  const columns = columnsIn(header?.record ?? [], table)
  if (records.length > table.mostRows) throw new Problem(413, 'body-too-large')
  const read = records.map(({ record, info: { lines: line } }) =>
    readRow(table.row, { line, cells: rowOf(columns, record), tooLong: record.length > columns.length }),
  )
  return { rows: read.flatMap(({ rows }) => rows), faults: read.flatMap(({ faults }) => faults), count: records.length }
}

function readRow<R>(
  contract: z.ZodType<R>,
  { line, cells, tooLong }: { line: number; cells: object; tooLong: boolean },
): { rows: readonly ReadRow<R>[]; faults: readonly RowFault[] } {
  if (tooLong) return { rows: [], faults: [{ line, column: null, code: 'cells_extra' }] }
  const { data, error } = contract.safeParse(cells)
  if (!error) return { rows: [{ line, row: data }], faults: [] }
  return {
    rows: [],
    faults: error.issues.map((issue) => ({
      line,
      column: typeof issue.path[0] === 'string' ? issue.path[0] : null,
      code: faultCodeOf(issue),
    })),
  }
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(422, 'import-unreadable')
  }
}

function recordsIn(text: string): z.output<typeof Records> {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  try {
    return Records.parse(
      parse(text, {
        delimiter,
        bom: true,
        info: true,
        trim: true,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
      }),
    )
  } catch {
    throw new Problem(422, 'import-unreadable')
  }
}

function columnsIn(
  header: readonly string[],
  { columns: known, needed }: Pick<Table<unknown>, 'columns' | 'needed'>,
): readonly string[] {
  const columns = header.flatMap((name) => known.filter((column) => column === name))
  if (columns.length !== header.length || new Set(columns).size !== header.length || !columns.includes(needed))
    throw new Problem(422, 'import-unreadable')
  return columns
}

const rowOf = (columns: readonly string[], record: readonly string[]): object =>
  Object.fromEntries(columns.flatMap((column, at) => (record[at] ? [[column, record[at]]] : [])))

/** A fault as it is told. */
export const faultView = (
  { line, column, code, fields = {} }: RowFault,
  words: Words,
): { line: number; column: string | null; code: string; message: string } => ({
  line,
  column,
  code,
  message: isRefusalCode(code) ? words.refusal(code, fields).detail : words.fault({ path: column ?? '', code }),
})
