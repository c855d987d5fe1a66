import type { Language } from '../domain/language.ts'
import { wordsOf } from '../locales/words.ts'
import { frame, paragraphs, type Rendered } from './frame.ts'
import { html } from './markup.ts'
import { plain } from './plain.ts'

/** Words and lays out the mail that goes to the address an account had, of which whoever had it may know nothing: the new one stands nowhere in it. */
export function renderReaddressed({
  language,
  office,
}: {
  readonly language: Language
  readonly office: string
}): Rendered {
  const words = wordsOf(language)
  const subject = words.mail('readdressedSubject')
  const [lead, ended, mend] = [
    words.mail('readdressedLead'),
    words.mail('readdressedEnded'),
    words.mail('readdressedMend', { office: plain(office) }),
  ]
  return {
    subject,
    language,
    text: paragraphs([words.mail('greeting'), lead, ended, mend]),
    html: frame({
      language,
      title: subject,
      body: html`<h1 style="font-size:20px">${subject}</h1>
        <p>${lead}</p>
        <p>${ended}</p>
        <p>${mend}</p>`,
    }),
  }
}
