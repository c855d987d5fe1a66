import { writeXlsx } from 'hucre/xlsx'
import type { Words } from '../../locales/words.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { nominationColumns } from '../contracts/nominations-file.ts'
import { choicesIn } from './choices.ts'

const sheet = 'Nominations'
// Excel takes no longer list than 255 characters in a cell's rule: each stands in a column of its own.
const lists = 'Lists'
const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column)

/** An empty spreadsheet to nominate with, in the words of its reader and with so many rows at most: what can be chosen is chosen from a list. */
export function nominationsTemplate(
  words: Words,
  { programmes, most }: { readonly programmes: readonly ProgrammeDoc[]; readonly most: number },
): Promise<Uint8Array> {
  const choices = choicesIn(words, programmes)
  const chosen = nominationColumns.flatMap((column, at) => {
    const some = choices[column]
    return some && some.length > 0 ? [{ at, words: some.map((one) => one.words) }] : []
  })
  const longest = Math.max(...chosen.map((one) => one.words.length))
  return writeXlsx({
    sheets: [
      {
        name: sheet,
        columns: nominationColumns.map((column) => ({ header: words.column(column), key: column, width: 24 })),
        data: [],
        freezePane: { rows: 1 },
        dataValidations: chosen.map(({ at, words: { length } }, list) => ({
          type: 'list' as const,
          range: `${letterOf(at)}2:${letterOf(at)}${most + 1}`,
          formula1: `${lists}!$${letterOf(list)}$1:$${letterOf(list)}$${length}`,
          allowBlank: true,
          showErrorMessage: true,
        })),
      },
      {
        name: lists,
        hidden: true,
        rows: Array.from({ length: longest }, (_, row) => chosen.map((one) => one.words[row] ?? null)),
      },
    ],
  })
}
