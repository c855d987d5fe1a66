import type { Contact } from '../../../domain/register/contact.ts'
import type { Words } from '../../../locales/words.ts'
import { html } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import type { Writing } from './pages.ts'

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
