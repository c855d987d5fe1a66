import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import { linkMinutes } from '../../sign-in/link-minutes.ts'
import { frame } from '../frame.ts'

/** `/sign-in`: asks for an address; shows what was typed again when it is none. */
export const askPage = (words: Words, wrong?: { typed: string }): string =>
  frame({
    words,
    title: words.signIn('title'),
    body: html`<p>${words.signIn('lead')}</p>
      ${askForm(words, wrong)}`,
  })

const askForm = (words: Words, wrong?: { typed: string }): Markup =>
  html`<form method="post" action="/sign-in?lang=${words.language}">
    <label class="label" for="email">${words.signIn('email')}</label>
    ${wrong && html`<p class="error" id="email-error">${words.signIn('emailInvalid')}</p>`}
    <input
      id="email"
      name="email"
      type="email"
      autocomplete="email"
      required
      maxlength="254"
      value="${wrong?.typed}"
      ${wrong && html`aria-invalid="true" aria-describedby="email-error" autofocus`}
    />
    <button>${words.signIn('ask')}</button>
  </form>`

/** After asking, whether the address has an account or not. */
export const sentPage = (words: Words): string =>
  frame({
    words,
    title: words.signIn('sentTitle'),
    body: html`<p>${words.signIn('sent', { minutes: linkMinutes })}</p>`,
  })

/** `/sign-in/{token}`: one button, as a link may be opened by a program that only looks at mails. */
export const confirmPage = (words: Words): string =>
  frame({
    words,
    title: words.signIn('confirmTitle'),
    body: html`<p>${words.signIn('confirm')}</p>
      <form method="post"><button>${words.signIn('enter')}</button></form>`,
  })

/** `/sign-in` for someone who is signed in. */
export const signedInPage = (words: Words, role: string): string =>
  frame({
    words,
    title: words.signIn('signedInTitle'),
    body: html`<p>${words.signIn('signedIn', { role })}</p>
      <form method="post" action="/sign-out"><button>${words.signIn('signOut')}</button></form>`,
  })

/** The reasons for which a link does not open, by the code of their problem. */
const reasons = {
  'link-unknown': ['unknownTitle', 'unknown'],
  'link-used': ['usedTitle', 'used'],
  'link-ended': ['endedTitle', 'ended'],
  'link-expired': ['expiredTitle', 'expired'],
  'link-other-browser': ['otherBrowserTitle', 'otherBrowser'],
} as const
export type ClosedCode = keyof typeof reasons
/** Whether a problem is that a link does not open. */
export const isClosedCode = (code: string): code is ClosedCode => Object.hasOwn(reasons, code)

/** A link that does not open here: why, and the way to another. */
export function closedPage(words: Words, code: ClosedCode): string {
  const [title, why] = reasons[code]
  const said = why === 'expired' ? words.signIn(why, { minutes: linkMinutes }) : words.signIn(why)
  return frame({
    words,
    title: words.signIn(title),
    body: html`<p>${said}</p>
      <p><a href="/sign-in?lang=${words.language}">${words.signIn('again')}</a></p>`,
  })
}
