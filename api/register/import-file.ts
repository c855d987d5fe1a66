import { importColumns, ImportRow } from '../contracts/register/import.ts'
import { readTable, templateOf, type ReadFile } from '../imports/table-file.ts'

/** The first line of a file of partners to fill in, as Excel reads it. */
export const importTemplate = templateOf(importColumns)

/** Reads a file of partners. Throws `import-unreadable` for what is no such file at all. */
export const readRows = (bytes: Uint8Array): ReadFile<ImportRow> =>
  readTable(bytes, { columns: importColumns, needed: 'name', row: ImportRow, mostRows: 5000 })
