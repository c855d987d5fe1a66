import { streamXlsxRows, type StreamRow } from 'hucre/xlsx'
import { Problem } from '../http/problem.ts'
import { mostLines, tooLong, type Line } from './table-file.ts'
import { assertUnpacks } from './unpacked.ts'

/** How many cells are read, empty ones before the last of each row included: a few rows that end in the last column are as much work as a whole file. */
const mostCells = 1_000_000

/**
 * The lines of a spreadsheet's first sheet that say anything, read one after the other: what is formatted alone is passed over, wherever it stands.
 * Throws `import-unreadable` for what is no such file, `body-too-large`, and `import-too-long` for a cell with content below `mostLines`.
 */
export async function sheetLines(bytes: Uint8Array): Promise<readonly Line[]> {
  assertUnpacks(bytes)
  try {
    return await linesIn(streamXlsxRows(bytes))
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(422, 'import-unreadable')
  }
}

async function linesIn(rows: AsyncIterable<StreamRow>): Promise<readonly Line[]> {
  const lines: Line[] = []
  let read = 0
  for await (const { index, values } of rows) {
    read += values.length
    if (read > mostCells) throw new Problem(413, 'body-too-large')
    const cells = values.map(textOf)
    if (cells.every((cell) => cell === '')) continue
    if (index >= mostLines) throw tooLong(mostLines)
    lines.push({ line: index + 1, cells })
  }
  return lines
}

/** A day that a spreadsheet keeps as a day is written as one. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : ''
}
