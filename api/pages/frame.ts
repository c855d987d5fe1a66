import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../../domain/language.ts'
import type { Words } from '../../locales/words.ts'
import { html, Markup } from '../../mail/markup.ts'

const css = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8')
const style = new Markup(`<style>${css}</style>`)

/** What a content policy names so that this style, and no other, applies. */
export const styleHash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`

/** A page of ours, whole: no script, no request for anything else, one column from a telephone to paper. */
export const frame = ({ words, title, body }: { words: Words; title: string; body: Markup }): string =>
  html`<!doctype html>
    <html lang="${words.language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${words.page('product')}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#content">${words.page('skip')}</a>
        <header><span>${words.page('product')}</span>${otherLanguages(words)}</header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.source

const otherLanguages = (words: Words): readonly Markup[] =>
  languages
    .filter((language) => language !== words.language)
    .map(
      (language) =>
        html`<a href="?lang=${language}" lang="${language}" hreflang="${language}">${words.page('otherLanguage')}</a>`,
    )
