import type { Contact } from '../../../domain/register/contact.ts'
import type { Words } from '../../../locales/words.ts'
import { html } from '../../../mail/markup.ts'
import { codeMinutes } from '../../link-code.ts'
import { frame } from '../frame.ts'
import type { Writing } from './pages.ts'

/** How a code fared: it was not that of the mail, it serves no more, or too many were sent. */
export type CodeFault = 'codeWrong' | 'codeOver' | 'codeTooMany'

/** Asks for the code of the mail, once one was sent to this browser, and sends one before. */
export const codePage = ({ words, awaited, fault }: Pick<Writing, 'words'> & Entering): string =>
  frame({
    words,
    title: words.partner('codeTitle'),
    body: html`<p>${words.partner('codeLead')}</p>
      ${awaited ? entry(words, fault) : fault && html`<p class="error" role="alert">${words.partner(fault)}</p>`}
      <form method="post">
        <button name="do" value="send">${words.partner(awaited ? 'codeAgain' : 'codeSend')}</button>
      </form>`,
  })
interface Entering {
  /** Whether a code can be entered in this browser. */
  readonly awaited: boolean
  readonly fault?: CodeFault | undefined
}

const entry = (words: Words, fault: CodeFault | undefined) =>
  html`<p>${words.partner('codeSent', { minutes: codeMinutes })}</p>
    <form method="post" novalidate>
      <label class="label" for="code">${words.partner('codeLabel')}</label>
      ${fault && html`<p class="error" id="code-error">${words.partner(fault)}</p>`}
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
      <button name="do" value="enter">${words.partner('codeEnter')}</button>
    </form>`

/** The contacts of an institution, as its own contact may read them. */
export const contactsPage = (
  contacts: readonly Contact[],
  { words, path, partner }: Pick<Writing, 'words' | 'path'> & { readonly partner: string },
): string =>
  frame({
    words,
    title: words.partner('contactsTitle', { partner }),
    body: html`<p>${words.partner('contactsLead')}</p>
      <ul>
        ${contacts.map((contact) => contactItem(contact, words))}
      </ul>
      <p><a href="${path}?lang=${words.language}">${words.partner('back')}</a></p>
      <form method="post"><button>${words.partner('end')}</button></form>`,
  })

const contactItem = ({ name, email, role, reachable, confirmedOn }: Contact, words: Words) =>
  html`<li>
    ${name === undefined ? words.register.contactRoles[role] : words.partner('contactLine', { name, role: words.register.contactRoles[role] })}
    <small>${email}</small>
    ${!reachable && html`<small>${words.partner('contactUnreached')}</small>`}
    ${confirmedOn !== undefined && html`<small>${words.partner('contactConfirmed', { day: words.day(confirmedOn) })}</small>`}
  </li>`
