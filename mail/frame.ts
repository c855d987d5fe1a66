import type { Language } from '../domain/language.ts'
import { html, type Markup } from './markup.ts'

/** A mail worded and laid out: what `MailSender.send` takes beside its address. */
export interface Rendered {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: Language
}

// Black on white, 16 px, one column: readable by a screen reader, in the dark, on a telephone, and without any request.
const page = 'margin:0;padding:16px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif'
const column = 'max-width:640px;margin:0 auto'

/** The whole HTML document of a mail. */
export const frame = ({
  language,
  title,
  body,
}: {
  readonly language: Language
  readonly title: string
  readonly body: Markup
}): string =>
  html`<!doctype html>
    <html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
      </head>
      <body style="${page}">
        <main style="${column}">${body}</main>
      </body>
    </html> `.source

/** Paragraphs of plain text, one blank line between them; empty ones leave no trace. */
export const paragraphs = (parts: readonly (string | undefined)[]): string => `${parts.filter(Boolean).join('\n\n')}\n`
