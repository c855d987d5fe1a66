import type { Language } from '../domain/language.ts'
import { wordsOf } from '../locales/words.ts'
import { frame, paragraphs, type Rendered } from './frame.ts'
import { html } from './markup.ts'
import { link } from './plain.ts'

interface SignInMail {
  readonly language: Language
  /** The page of the link, `https://…/sign-in/{token}`. */
  readonly url: string
  /** How long the link works. */
  readonly minutes: number
}

const button =
  'display:inline-block;padding:10px 20px;background:#0b3d91;color:#ffffff;text-decoration:none;font-weight:bold'

/** Words and lays out the mail with a sign-in link. Throws `TypeError` for a link that is not http or https. */
export function renderSignIn({ language, url, minutes }: SignInMail): Rendered {
  const words = wordsOf(language)
  const href = link(url)
  const [subject, lead, browser, ignore] = [
    words.mail('signInSubject'),
    words.mail('signInLead', { minutes }),
    words.mail('signInBrowser'),
    words.mail('signInIgnore'),
  ]
  return {
    subject,
    language,
    text: paragraphs([words.mail('greeting'), lead, href, browser, ignore]),
    html: frame({
      language,
      title: subject,
      body: html`<h1 style="font-size:20px">${subject}</h1>
        <p>${lead}</p>
        <p><a href="${href}" style="${button}">${words.mail('signInLink')}</a></p>
        <p>${browser}</p>
        <p>${ignore}</p>`,
    }),
  }
}
