import { languages } from '../../domain/language.ts'
import { Refusal } from '../../domain/refusals.ts'
import { wordsOf } from '../../locales/words.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { nominationColumns, NominationRow, type NominationColumn } from '../contracts/nominations-file.ts'
import { mediaTypes } from '../exports/formats.ts'
import { Problem } from '../http/problem.ts'
import { sheetLines } from '../imports/sheet-file.ts'
import { csvLines, readAll, readRow, type ReadFile } from '../imports/table-file.ts'
import { codesOf } from './choices.ts'

/** A file that was sent: what it is, and its bytes. */
export interface SentFile {
  readonly type: string
  readonly bytes: Uint8Array
}

/** What may be wished, and how many rows there may be. */
interface Reading {
  readonly programmes: readonly ProgrammeDoc[]
  readonly most: number
}

/** Reads a spreadsheet, or lines with `;` or `,`. Throws `import-unreadable` for what is no such file, `import-too-long`, `body-too-large`, and `participation.too-many` for more rows than may stand. */
export const readNominations = (file: SentFile, reading: Reading): Promise<ReadFile<NominationRow>> =>
  rowsIn(file, reading).catch((error: unknown) => {
    // There is a template to fill in.
    const isUnreadable = error instanceof Problem && error.code === 'import-unreadable'
    throw isUnreadable ? new Problem(error.status, error.code, { of: 'nominations' }) : error
  })

async function rowsIn(file: SentFile, { programmes, most }: Reading): Promise<ReadFile<NominationRow>> {
  const [header, ...lines] = file.type === mediaTypes.xlsx ? await sheetLines(file.bytes) : csvLines(file.bytes)
  const columns = columnsIn(header?.cells ?? [])
  if (lines.length > most) throw new Refusal('participation.too-many', { most })
  const codeOf = codesOf(programmes)
  return readAll(
    lines.map(({ line, cells }) => {
      const said = columns.flatMap((column, at) =>
        column && cells[at] ? [[column, codeOf(column, cells[at])] as const] : [],
      )
      return readRow(NominationRow, { line, said: Object.fromEntries(said) })
    }),
  )
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
