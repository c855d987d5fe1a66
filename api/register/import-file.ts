import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { faultCodeOf } from '../../domain/input.ts'
import { importColumns, ImportRow, type ImportColumn } from '../contracts/register/import.ts'
import { Problem } from '../problem.ts'

/** Something wrong with a row. */
export interface RowFault {
  readonly line: number
  readonly column: string | null
  /** A fault of an input, or the code of a refusal with its fields. */
  readonly code: string
  readonly fields?: Readonly<Record<string, unknown>>
}
/** One row that its contract has read. */
export interface ReadRow {
  readonly line: number
  readonly row: ImportRow
}

/** A file that was read: its rows, what is wrong with others, and how many there are. */
export interface ReadFile {
  readonly rows: readonly ReadRow[]
  readonly faults: readonly RowFault[]
  readonly count: number
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))
const mostRows = 5000

/** The first line of a file to fill in, as Excel reads it. */
export const importTemplate = `\uFEFF${importColumns.join(';')}\r\n`

/**
 * Reads a file of partners: `;` or `,`, quoted or not, any line ends, with or without a byte order mark. Throws `import-unreadable`
 * for what is no such file at all.
 */
export function readRows(bytes: Uint8Array): ReadFile {
  const [header, ...records] = recordsIn(textIn(bytes))
  const columns = columnsIn(header?.record ?? [])
  if (records.length > mostRows) throw new Problem(413, 'body-too-large')
  const read = records.map(({ record, info: { lines: line } }) =>
    readRow(line, rowOf(columns, record), record.length > columns.length),
  )
  return { rows: read.flatMap(({ rows }) => rows), faults: read.flatMap(({ faults }) => faults), count: records.length }
}

function readRow(
  line: number,
  cells: object,
  tooLong: boolean,
): { rows: readonly ReadRow[]; faults: readonly RowFault[] } {
  if (tooLong) return { rows: [], faults: [{ line, column: null, code: 'cells_extra' }] }
  const { data, error } = ImportRow.safeParse(cells)
  if (data) return { rows: [{ line, row: data }], faults: [] }
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

function columnsIn(header: readonly string[]): readonly ImportColumn[] {
  const columns = header.flatMap((name) => importColumns.filter((column) => column === name))
  if (columns.length !== header.length || new Set(columns).size !== header.length || !columns.includes('name'))
    throw new Problem(422, 'import-unreadable')
  return columns
}

const rowOf = (columns: readonly ImportColumn[], record: readonly string[]): object =>
  Object.fromEntries(columns.flatMap((column, at) => (record[at] ? [[column, record[at]]] : [])))
