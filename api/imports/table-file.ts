import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { grouped } from '../../domain/grouped.ts'
import { faultKindOf } from '../../domain/input.ts'
import { isRefusalCode } from '../../domain/refusals.ts'
import type { Words } from '../../locales/words.ts'
import { Problem } from '../http/problem.ts'

/** Something wrong with a row. */
export interface RowFault {
  readonly line: number
  readonly column: string | null
  /** A fault of an input with what would do, or the code of a refusal with its fields. */
  readonly code: string
  readonly fields?: Readonly<Record<string, unknown>>
}
/** One row that its contract has read. */
export interface ReadRow<R> {
  readonly line: number
  readonly row: R
}

/** A file that was read: its rows, what is wrong with others, what those say that can be read all the same, and how many there are. */
export interface ReadFile<R> {
  readonly rows: readonly ReadRow<R>[]
  readonly faults: readonly RowFault[]
  readonly partly: readonly { readonly line: number; readonly said: object }[]
  readonly count: number
}
/** What a file of rows holds: its columns, the one it cannot do without, the contract of a row, and how many there may be. */
export interface Table<R> {
  readonly columns: readonly string[]
  readonly needed: string
  readonly row: z.ZodType<R>
  readonly mostRows: number
}

/** A line of a file, whatever it was written with. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** How far a file is read, in lines from its first: reading holds up everyone else, and a row takes longer than its bytes. */
export const mostLines = 10_000

/** What a file is told that goes on below what is read of it, or has more rows than are taken at once. */
export const tooLong = (most: number): Problem => new Problem(413, 'import-too-long', { most })

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

/** The first line of a file to fill in, as Excel reads it. */
export const templateOf = (columns: readonly string[]): string => `\uFEFF${columns.join(';')}\r\n`

/**
 * Reads a file of rows: `;` or `,`, quoted or not, any line ends, with or without a byte order mark. Throws `import-unreadable`
 * for what is no such file at all, `import-too-long` for more rows than there may be.
 */
export function readTable<R>(bytes: Uint8Array, table: Table<R>): ReadFile<R> {
  const [header, ...lines] = csvLines(bytes)
  const columns = columnsIn(header?.cells ?? [], table)
  if (lines.length > table.mostRows) throw tooLong(table.mostRows)
  return readAll(
    lines.map(({ line, cells }) =>
      cells.length > columns.length
        ? { rows: [], faults: [{ line, column: null, code: 'cells_extra' }], partly: [] }
        : readRow(table.row, { line, said: rowOf(columns, cells) }),
    ),
  )
}

/** What rows come to that were read one by one. */
export const readAll = <R>(read: readonly Omit<ReadFile<R>, 'count'>[]): ReadFile<R> => ({
  rows: read.flatMap(({ rows }) => rows),
  faults: read.flatMap(({ faults }) => faults),
  partly: read.flatMap(({ partly }) => partly),
  count: read.length,
})

/** Reads what a line says, by column. */
export function readRow<R>(
  contract: z.ZodType<R>,
  { line, said }: { readonly line: number; readonly said: object },
): Omit<ReadFile<R>, 'count'> {
  const { data, error } = contract.safeParse(said)
  if (!error) return { rows: [{ line, row: data }], faults: [], partly: [] }
  const faults = error.issues.map((issue) => {
    const { code, ...fields } = faultKindOf(issue)
    return { line, column: typeof issue.path[0] === 'string' ? issue.path[0] : null, code, fields }
  })
  const sound = Object.entries(said).filter(([column]) => faults.every((fault) => fault.column !== column))
  return { rows: [], faults, partly: [{ line, said: Object.fromEntries(sound) }] }
}

/** A row as far as it can be read. */
export interface PartlyRead<R, Part> {
  readonly line: number
  readonly said: Part
  /** Where all of it can be. */
  readonly row?: R
  /** The columns that cannot be. */
  readonly unread: ReadonlySet<string | null>
}

/** The rows of a file in its order, those that can be read in part among them. */
export function partlyRead<Part, R extends Part>(
  { rows, partly, faults }: ReadFile<R>,
  part: z.ZodType<Part>,
): readonly PartlyRead<R, Part>[] {
  const unread = grouped(faults, ({ line }) => line)
  return [
    ...rows.map(({ line, row }) => ({ line, row, said: row })),
    ...partly.map(({ line, said }) => ({ line, said: part.parse(said) })),
  ]
    .toSorted((one, other) => one.line - other.line)
    .map((row) => ({ ...row, unread: new Set(unread.get(row.line)?.map(({ column }) => column)) }))
}

/** The lines of a file with `;` or `,` that say anything. Throws `import-unreadable` for what is no such file, `import-too-long` for more than `mostLines`, those without a word included. */
export function csvLines(bytes: Uint8Array): readonly Line[] {
  const records = recordsIn(bytes)
  if (records.length > mostLines) throw tooLong(mostLines)
  return records
    .filter(({ record }) => record.some((cell) => cell !== ''))
    .map(({ record, info }) => ({ line: info.lines, cells: record }))
}

function recordsIn(bytes: Uint8Array): z.output<typeof Records> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const first = text.slice(0, text.search(/[\r\n]|$/))
    const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
    return Records.parse(
      parse(text, {
        delimiter,
        // Lines of several programs, put together by hand, end in several ways.
        record_delimiter: ['\r\n', '\n', '\r'],
        bom: true,
        info: true,
        trim: true,
        relax_column_count: true,
        skip_empty_lines: true,
        to: mostLines + 1,
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

// Whoever corrects that many sends the file again anyway.
const mostFaults = 1000

/** What is wrong with a file in the order of its lines, as it is told: the first thousand faults. */
export const toldOf = (faults: readonly RowFault[], words: Words): ReturnType<typeof faultView>[] =>
  faults
    .toSorted((one, other) => one.line - other.line)
    .slice(0, mostFaults)
    .map((fault) => faultView(fault, words))

/** A fault as it is told. */
export const faultView = (
  { line, column, code, fields = {} }: RowFault,
  words: Words,
): { line: number; column: string | null; code: string; message: string } => ({
  line,
  column,
  code,
  message: isRefusalCode(code)
    ? words.refusal(code, fields).detail
    : words.fault({ ...fields, path: column ?? '', code }),
})
