import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { ProgrammeDoc } from '../../../store/register/schemas.ts'
import { choicesIn } from '../../nominations-file/choices.ts'
import { frame } from '../frame.ts'
import { isOfPerson, type Correctable } from './correctable.ts'
import { faultsBlock, nominationField, type NominationFault } from './nominate-page.ts'
import type { TypedNomination } from './nominate-form.ts'
import type { Writing } from './pages.ts'

/** A nomination to correct: as it stands, or with what was typed and what is wrong with it. */
interface Showing extends Pick<Correctable, 'columns' | 'rank'> {
  readonly seq: number
  readonly name: string
  readonly typed: TypedNomination
  readonly faults?: readonly NominationFault[]
  /** By their name alone it is the same person: that is to be confirmed. */
  readonly confirms?: boolean | undefined
  readonly programmes: readonly ProgrammeDoc[]
}

/** One nomination with what its partner may correct of it: who they are, what they wish, their place, and what is said of them. */
export function correctPage(
  { seq, name, columns, rank, typed, faults = [], confirms = false, programmes }: Showing,
  { words, path }: Pick<Writing, 'words' | 'path'>,
): string {
  const filling = { words, typed, faults, choices: choicesIn(words, programmes) }
  return frame({
    words,
    title: words.partner('correctTitle', { name }),
    body: html`${faultsBlock({ faults, words }, columns)}
      <p>${words.partner('correctMeans')}</p>
      ${!columns.some(isOfPerson) && html`<p>${words.partner('correctByOffice')}</p>`}
      ${
        (columns.length > 0 || rank !== undefined) &&
        html`<form method="post" novalidate>
          <input type="hidden" name="seq" value="${String(seq)}" />
          ${columns.map((column) => nominationField(column, filling))} ${rank && rankField(rank, words)}
          ${confirms && sameField(name, words)}
          <button>${words.partner('correct')}</button>
        </form>`
      }
      <p><a href="${path}/nominations?lang=${words.language}">${words.partner('backToNominations')}</a></p>`,
  })
}

const sameField = (name: string, words: Words): Markup =>
  html`<p class="error" id="same-error" role="alert">${words.partner('correctBoth', { name })}</p>
    <label class="label"
      ><input type="checkbox" name="same" value="yes" aria-describedby="same-error" />
      ${words.partner('correctSame')}</label
    >`

const rankField = ({ now, last }: NonNullable<Correctable['rank']>, words: Words): Markup =>
  html`<label class="label" for="rank">${words.partner('rank')}</label>
    <select id="rank" name="rank">
      ${Array.from({ length: last }, (_, at) => html`<option value="${String(at + 1)}" ${at + 1 === now ? html`selected` : undefined}>${String(at + 1)}</option>`)}
    </select>`
