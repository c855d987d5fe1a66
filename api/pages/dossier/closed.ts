import type { Words } from '../../../locales/words.ts'
import { html } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import type { LinkPages } from '../links/errors.ts'
import type { Closed } from './reading.ts'

/** What became of what a link was for is told as such, with a status that fits. */
export const statusOf = ({ is }: Closed): number => (is === 'withdrawn' ? 200 : is === 'received' ? 202 : 410)

/** A link on which nothing can be done now: which of all reasons it is. `zone`: where its reader lives. */
export function closedPage(closed: Closed, { words, zone }: { readonly words: Words; readonly zone: string }): string {
  if (closed.is === 'received') {
    const moment = words.moment({ at: closed.at, zone })
    return said(words, words.links('receivedTitle'), [
      words.links('received', { moment }),
      words.page('problem', { id: closed.row }),
    ])
  }
  if (closed.is === 'expired') return said(words, words.links('expiredTitle'), [words.links('expired')])
  return said(words, words.dossierPage(`${closed.is}Title`), [words.dossierPage(closed.is)])
}

/** What is told where a link is none, or something may be lost. */
export const dossierLinks: LinkPages = {
  unknown: (words) => said(words, words.links('unknownTitle'), [words.links('unknown')]),
  unavailable: (words, seconds) =>
    said(words, words.links('unavailableTitle'), [words.links('unavailable', { seconds })]),
}

const said = (words: Words, title: string, paragraphs: readonly string[]): string =>
  frame({ words, title, body: html`${paragraphs.map((text) => html`<p>${text}</p>`)}` })
