import { stringify } from 'csv-stringify/sync'
import { writeXlsx } from 'hucre/xlsx'
import { civil, daysBetween, type CivilDate } from '../../domain/time.ts'
import type { Words } from '../../locales/words.ts'
import type { ExportFormat } from '../contracts/scalars.ts'
import type { Reply } from '../http/route.ts'
import { isDay, type Cell, type Table } from './table.ts'

/** What each is called on the wire. */
export const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ExportFormat, string>

/** A table that is written out. */
interface Sheet {
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * As spreadsheets in France open it: semicolons, CRLF (RFC 4180), a byte order mark. What a program could take for a formula is marked as
 * the text it is.
 */
const csv = ({ head, rows }: Sheet): string =>
  stringify([head, ...rows.map((row) => row.map(inText))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })

/** A day as it is written everywhere (ISO 8601), in files and in the cells of spreadsheets. */
const inText = (cell: Cell): string | number | null => (isDay(cell) ? cell.day : cell)
const dayFormat = 'yyyy-mm-dd'

/** What a spreadsheet takes for a day is the number of days since this one; such a number is sorted, and reckoned with. */
const countedFrom = civil('1899-12-30')
const inCell = (cell: Cell): string | number | null => (isDay(cell) ? daysBetween(countedFrom, civil(cell.day)) : cell)

const widest = 60

const xlsx = ({ head, rows }: Sheet, name: string): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name,
        columns: head.map((header, at) => ({
          header,
          key: `${at}`,
          width: Math.min(widest, 2 + Math.max(header.length, ...rows.map((row) => `${inText(row[at] ?? '')}`.length))),
          ...(rows.some((row) => isDay(row[at])) && { numFmt: dayFormat }),
        })),
        data: rows.map((row) => Object.fromEntries(row.map((cell, at) => [at, inCell(cell)]))),
        freezePane: { rows: 1 },
      },
    ],
  })

/** Some lines of a list as a file to keep, its columns named in the reader's language. `name` and the day make the file's name. */
export async function exported(
  format: ExportFormat,
  {
    lines,
    table,
    name,
    on,
    words,
  }: { lines: readonly unknown[]; table: Table; name: string; on: CivilDate; words: Words },
): Promise<Reply> {
  const sheet = { head: table.columns.map((column) => words.column(column)), rows: table.rowsOf(lines) }
  return {
    headers: {
      'Content-Type': format === 'csv' ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx,
      'Content-Disposition': `attachment; filename="${name}-${on}.${format}"`,
    },
    body: format === 'csv' ? csv(sheet) : await xlsx(sheet, name),
  }
}
