import { studyLevels } from '../../domain/agreement/agreement.ts'
import { languages } from '../../domain/language.ts'
import { channels } from '../../domain/participation/nominations/nomination.ts'
import { wordsOf, type Words } from '../../locales/words.ts'
import { countryCodes } from '../../policy/regions.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import type { NominationColumn } from '../contracts/nominations-file.ts'

/** What may stand in a column, each with its words. */
export type Choices = Readonly<Partial<Record<NominationColumn, readonly Choice[]>>>
interface Choice {
  readonly code: string
  readonly words: string
}

/** What may be chosen in one language; programmes are those of the cycle's population. */
export function choicesIn(words: Words, programmes: readonly ProgrammeDoc[]): Choices {
  const countries = countryCodes()
    .map((code) => ({ code, words: words.country(code) }))
    .toSorted((a, b) => a.words.localeCompare(b.words, words.language))
  const wishes = programmes.map(({ _id, name }) => ({ code: _id, words: name[words.language] }))
  return {
    language: languages.map((code) => ({ code, words: words.partner(code === 'fr' ? 'french' : 'english') })),
    nationality: countries,
    residence: countries,
    level: studyLevels.map((code) => ({ code, words: words.agreement.levels[code] })),
    wish1: wishes,
    wish2: wishes,
    wish3: wishes,
    channel: channels.map((code) => ({ code, words: words.nomination.channels[code] })),
  }
}

/** The code of what a cell says, in any of our languages or as the code itself; what is no choice stays as it is. */
export function codesOf(programmes: readonly ProgrammeDoc[]): (column: NominationColumn, cell: string) => string {
  const all = languages.map((language) => choicesIn(wordsOf(language), programmes))
  const codes = new Map(
    all.flatMap((choices) =>
      Object.entries(choices).flatMap(([column, some]) =>
        some.flatMap(({ code, words }) =>
          [code, words].map((said): [string, string] => [`${column} ${said.toLowerCase()}`, code]),
        ),
      ),
    ),
  )
  return (column, cell) => codes.get(`${column} ${cell.toLowerCase()}`) ?? cell
}
