import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { ProgrammeDoc } from '../../../store/register/schemas.ts'
import { nominationColumns, type NominationColumn } from '../../contracts/nominations-file.ts'
import { choicesIn, type Choices } from '../../nominations-file/choices.ts'
import { frame } from '../frame.ts'
import { emptyNomination, type TypedNomination } from './nominate-form.ts'
import type { Writing } from './pages.ts'

/** Something wrong with what was sent, in the words of its reader; the field is named as it is called there. */
export interface NominationFault {
  readonly column: string | null
  readonly message: string
}
export interface Filling {
  readonly words: Words
  readonly typed: TypedNomination
  readonly faults: readonly NominationFault[]
  readonly choices: Choices
}

/** A form as it is shown: empty, or with what was typed and what is wrong with it. */
interface Showing extends Partial<Pick<Filling, 'typed' | 'faults'>> {
  /** The last entry of the file: what is sent twice of one page is one. */
  readonly seq: number
  readonly programmes: readonly ProgrammeDoc[]
}

const needless: readonly NominationColumn[] = ['wish2', 'wish3', 'statement']

/** One candidate to nominate: who they are, what they wish, and what is said of them. */
export function nominatePage(
  { seq, typed = emptyNomination, faults = [], programmes }: Showing,
  { words, path }: Pick<Writing, 'words' | 'path'>,
): string {
  const filling = { words, typed, faults, choices: choicesIn(words, programmes) }
  return frame({
    words,
    title: words.partner('nominateTitle'),
    body: html`${faultsBlock({ faults, words }, nominationColumns)}
      <p>${words.partner('nominateMeans')}</p>
      <form method="post" novalidate>
        <input type="hidden" name="seq" value="${String(seq)}" />
        ${nominationColumns.map((column) => nominationField(column, filling))}
        <button>${words.partner('nominate')}</button>
      </form>
      <p><a href="${path}/nominations?lang=${words.language}">${words.partner('backToNominations')}</a></p>`,
  })
}

/** What is wrong with a form: at its fields, and here what is at none of those that are shown. */
export const faultsBlock = (
  { faults, words }: Pick<Filling, 'faults' | 'words'>,
  shown: readonly NominationColumn[],
): Markup | undefined => {
  if (faults.length === 0) return undefined
  const general = faults.filter(({ column }) => !shown.some((one) => words.column(one) === column))
  return html`<div role="alert">
    <p class="error">${words.partner('nominateFaults')}</p>
    ${general.map(({ message }) => html`<p class="error">${message}</p>`)}
  </div>`
}

/** One field of what is said of a candidate, with what is wrong with it. */
export function nominationField(column: NominationColumn, { words, typed, faults, choices: all }: Filling): Markup {
  const own = words.column(column)
  const wrong = faults.filter((fault) => fault.column === own)
  const choices = all[column]
  const value = typed[column] ?? ''
  const state = html`${wrong.length > 0 && html`aria-invalid="true" aria-describedby="${column}-error"`}`
  return html`<label class="label" for="${column}"
      >${needless.includes(column) ? words.partner('optional', { label: own }) : own}</label
    >
    ${wrong.length > 0 && html`<p class="error" id="${column}-error">${wrong.map(({ message }) => message).join(' ')}</p>`}
    ${choices ? choice(column, { choices, value, state, words }) : typedField(column, { value, state })}`
}

function choice(
  column: NominationColumn,
  {
    choices,
    value,
    state,
    words,
  }: { choices: readonly { code: string; words: string }[]; value: string; state: Markup; words: Words },
): Markup {
  return html`<select id="${column}" name="${column}" ${state}>
    <option value="">${words.partner('choose')}</option>
    ${choices.map(
      (one) =>
        html`<option value="${one.code}" ${one.code === value ? html`selected` : undefined}>${one.words}</option>`,
    )}
  </select>`
}

function typedField(column: NominationColumn, { value, state }: { value: string; state: Markup }): Markup {
  if (column === 'statement')
    return html`<textarea id="${column}" name="${column}" rows="4" ${state}>${value}</textarea>`
  const type = column === 'birthOn' ? 'date' : column === 'email' ? 'email' : 'text'
  return html`<input type="${type}" id="${column}" name="${column}" value="${value}" autocomplete="off" ${state} />`
}
