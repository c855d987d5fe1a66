import type { z } from 'zod'
import { html, type Markup } from '../../../mail/markup.ts'
import type { NominationsImported } from '../../contracts/nominations-file.ts'
import { frame } from '../frame.ts'
import type { Writing } from './pages.ts'
import { mostMegabytes } from './sent-file.ts'

/** A file that was read: what it would do, or what is wrong with it. */
export interface Checked {
  readonly view: z.output<typeof NominationsImported>
  /** The file, as the page brings it back: nothing of it is kept here. */
  readonly file: string
}
interface Showing {
  /** The last entry of the file: what is sent twice of one page is one. */
  readonly seq: number
  readonly checked?: Checked | undefined
  /** Why the file could not be read. */
  readonly refused?: string | undefined
}

/** A file of nominations: how to make one, what the one that was sent would do, and the button that does it. */
export function spreadsheetPage({ seq, checked, refused }: Showing, writing: Pick<Writing, 'words' | 'path'>): string {
  const { words, path } = writing
  return frame({
    words,
    title: words.partner('spreadsheetTitle'),
    body: html`${checked && (checked.view.faults.length > 0 ? faultsBlock(checked, writing) : doneBlock(checked, { ...writing, seq }))}
      ${checked ? html`<h2>${words.partner('anotherFile')}</h2>` : html`<p>${words.partner('spreadsheetMeans')}</p>`}
      <ul>
        <li>
          <a href="${path}/template.xlsx?lang=${words.language}">${words.partner('templateXlsx')}</a>
        </li>
        <li>
          <a href="${path}/template.csv?lang=${words.language}">${words.partner('templateCsv')}</a>
        </li>
      </ul>
      <form method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="seq" value="${String(seq)}" />
        <label class="label" for="file">${words.partner('file', { megabytes: mostMegabytes })}</label>
        ${refused !== undefined && html`<p class="error" id="file-error" role="alert">${refused}</p>`}
        <input
          type="file"
          id="file"
          name="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          ${refused !== undefined && html`aria-invalid="true" aria-describedby="file-error"`}
        />
        <button name="do" value="check">${words.partner('check')}</button>
      </form>
      <p><a href="${path}/nominations?lang=${words.language}">${words.partner('backToNominations')}</a></p>`,
  })
}

const faultsBlock = ({ view: { faults } }: Checked, { words }: Pick<Writing, 'words'>): Markup =>
  html`<div role="alert">
    <h2>${words.partner('faultsTitle', { count: faults.length })}</h2>
    <ul>
      ${faults.map(({ line, column, message }) => {
        // What can be said of any field names it already.
        const said = column === null || message.includes(column) ? 'none' : column
        return html`<li>${words.partner('faultLine', { line: String(line), column: said, message })}</li>`
      })}
    </ul>
    <p>${words.partner('faultsMeans')}</p>
  </div>`

const doneBlock = (
  { view: { rows, nominated, corrected, unchanged }, file }: Checked,
  { words, seq }: Pick<Writing, 'words'> & { readonly seq: number },
): Markup =>
  html`<h2>${words.partner('checkedTitle')}</h2>
    <p>${words.partner('checked', { rows, nominated, corrected, unchanged })}</p>
    ${
      nominated + corrected === 0
        ? html`<p>${words.partner('checkedNothing')}</p>`
        : html`<form method="post" enctype="multipart/form-data">
            <input type="hidden" name="seq" value="${String(seq)}" />
            <input type="hidden" name="checked" value="${file}" />
            <button name="do" value="import">${words.partner('importRows')}</button>
          </form>`
    }`
