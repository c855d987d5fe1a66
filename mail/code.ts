import type { Language } from '../domain/language.ts'
import { wordsOf } from '../locales/words.ts'
import { frame, paragraphs, type Rendered } from './frame.ts'
import { html } from './markup.ts'

interface CodeMail {
  readonly language: Language
  /** Six digits. */
  readonly code: string
  /** How long the code works. */
  readonly minutes: number
}

/** Words and lays out the mail with the code of a signed link: nothing in it says which link, or what it opens. */
export function renderCode({ language, code, minutes }: CodeMail): Rendered {
  const words = wordsOf(language)
  const [subject, lead, ignore] = [
    words.mail('codeSubject'),
    words.mail('codeLead', { minutes }),
    words.mail('codeIgnore'),
  ]
  return {
    subject,
    language,
    text: paragraphs([words.mail('greeting'), lead, code, ignore]),
    html: frame({
      language,
      title: subject,
      body: html`<h1 style="font-size:20px">${subject}</h1>
        <p>${lead}</p>
        <p style="font:bold 28px/1.5 monospace;letter-spacing:4px">${code}</p>
        <p>${ignore}</p>`,
    }),
  }
}
