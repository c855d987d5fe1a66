import type { Words } from '../../../locales/words.ts'
import { html } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import { codeMinutes } from './link-code.ts'

/** How a code fared: it was not that of the mail, it serves no more, or too many were sent. */
export type CodeFault = 'codeWrong' | 'codeOver' | 'codeTooMany'

interface Entering {
  readonly words: Words
  /** What a code is asked for. */
  readonly lead: string
  /** Whether a code can be entered in this browser. */
  readonly awaited: boolean
  readonly fault?: CodeFault | undefined
}

/** Asks for the code of the mail, once one was sent to this browser, and sends one before. */
export const codePage = ({ words, lead, awaited, fault }: Entering): string =>
  frame({
    words,
    title: words.links('codeTitle'),
    body: html`<p>${lead}</p>
      ${awaited ? entry(words, fault) : fault && html`<p class="error" role="alert">${words.links(fault)}</p>`}
      <form method="post">
        <button name="do" value="send">${words.links(awaited ? 'codeAgain' : 'codeSend')}</button>
      </form>`,
  })

const entry = (words: Words, fault: CodeFault | undefined) =>
  html`<p>${words.links('codeSent', { minutes: codeMinutes })}</p>
    <form method="post" novalidate>
      <label class="label" for="code">${words.links('codeLabel')}</label>
      ${fault && html`<p class="error" id="code-error">${words.links(fault)}</p>`}
      <input
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="12"
        required
        autofocus
        ${fault && html`aria-invalid="true" aria-describedby="code-error"`}
      />
      <button name="do" value="enter">${words.links('codeEnter')}</button>
    </form>`
