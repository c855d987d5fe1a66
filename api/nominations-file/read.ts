import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import { faultCodeOf } from '../../domain/input.ts'
import { languages } from '../../domain/language.ts'
import { mostNominations } from '../../domain/participation/nominations/commands.ts'
import { wordsOf } from '../../locales/words.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { nominationColumns, NominationRow, type NominationColumn } from '../contracts/nominations-file.ts'
import { mediaTypes } from '../exports/formats.ts'
import { Problem } from '../problem.ts'
import type { ReadFile, RowFault } from '../table-file.ts'
import { codesOf } from './choices.ts'
import { assertUnpacks } from './unpacked.ts'

/** A file that was sent: what it is, and its bytes. */
export interface SentFile {
  readonly type: string
  readonly bytes: Uint8Array
}
interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

const mostColumns = 50

/** Reads a spreadsheet, or lines with `;` or `,`. Throws `import-unreadable` for what is no such file, and `body-too-large`. */
export async function readNominations(
  file: SentFile,
  programmes: readonly ProgrammeDoc[],
): Promise<ReadFile<NominationRow>> {
  const [header, ...lines] = (await linesIn(file)).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const columns = columnsIn(header?.cells ?? [])
  if (lines.length > mostNominations) throw new Problem(413, 'body-too-large')
  const codeOf = codesOf(programmes)
  const read = lines.map(({ line, cells }) => {
    const said = columns.flatMap((column, at) => (column && cells[at] ? [[column, codeOf(column, cells[at])]] : []))
    const { data, error } = NominationRow.safeParse(Object.fromEntries(said))
    return data ? { rows: [{ line, row: data }], faults: [] } : { rows: [], faults: error.issues.map(faultAt(line)) }
  })
  return { rows: read.flatMap(({ rows }) => rows), faults: read.flatMap(({ faults }) => faults), count: lines.length }
}

const faultAt =
  (line: number) =>
  (issue: z.core.$ZodIssue): RowFault => ({
    line,
    column: typeof issue.path[0] === 'string' ? issue.path[0] : null,
    code: faultCodeOf(issue),
  })

const linesIn = ({ type, bytes }: SentFile): Promise<readonly Line[]> | readonly Line[] =>
  type === mediaTypes.xlsx ? sheetLines(bytes) : csvLines(bytes)

async function sheetLines(bytes: Uint8Array): Promise<readonly Line[]> {
  assertUnpacks(bytes)
  const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: mostNominations + 2 }).catch(() => {
    throw new Problem(422, 'import-unreadable')
  })
  const rows = sheets[0]?.rows ?? []
  return rows.map((cells, at) => ({ line: at + 1, cells: cells.slice(0, mostColumns).map(textOf) }))
}

/** A day that a spreadsheet keeps as a day is written as one. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
}

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }))

function csvLines(bytes: Uint8Array): readonly Line[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const first = text.slice(0, text.search(/[\r\n]|$/))
    const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
    const options = { delimiter, bom: true, info: true, trim: true, relax_column_count: true, skip_empty_lines: true }
    return Records.parse(parse(text, options)).map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch {
    throw new Problem(422, 'import-unreadable')
  }
}

/** The columns by their names in any of our languages, or as the API calls them. */
function columnsIn(header: readonly string[]): readonly (NominationColumn | undefined)[] {
  const columns = header.map((name) => nominationColumns.find((column) => namesOf(column).includes(name)))
  const known = columns.filter((column) => column !== undefined)
  const named = header.filter((name) => name !== '')
  if (known.length !== named.length || new Set(known).size !== known.length || !known.includes('email'))
    throw new Problem(422, 'import-unreadable')
  return columns
}

const namesOf = (column: NominationColumn): readonly string[] => [
  column,
  ...languages.map((language) => wordsOf(language).column(column)),
]
