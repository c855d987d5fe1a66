import type { z } from 'zod'
import { instant } from '../../../domain/time.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { Receipt } from '../../contracts/receipt.ts'
import { frame } from '../frame.ts'
import type { LinkPages } from '../links/errors.ts'
import type { Late } from '../links/give.ts'
import type { Writing } from './pages.ts'
import type { Closed, Reading } from './reading.ts'

/** What became of what a link was for is told as such, with a status that fits. */
export const statusOf = ({ is }: Closed): number => (is === 'saidNone' ? 200 : is === 'received' ? 202 : 410)

/** What was sent was received, and is not recorded yet. */
export const receivedBy = ({ id: row, receivedAt }: z.output<typeof Receipt>): Late => ({
  is: 'received',
  at: instant(receivedAt),
  row,
})

/** A link on which nothing can be done now: which of all reasons it is. */
export function closedPage(
  closed: Closed,
  { words, zone, path, partner, institution }: Writing & Pick<Reading, 'partner' | 'institution'>,
): string {
  if (closed.is === 'received') {
    const { at, row } = closed
    const moment = words.moment({ at, zone: institution.zone })
    return said(words, words.links('receivedTitle'), [
      words.links('received', { moment }),
      words.page('problem', { id: row }),
    ])
  }
  if (closed.is === 'saidNone') {
    const { until } = closed
    const lastDay = until && words.lastDay({ untilOn: until.lastDay, zone, readerZone: institution.zone })
    return frame({
      words,
      title: words.partner('saidNoneTitle'),
      body: html`<p>${words.partner('saidNone', { partner: partner.name })}</p>
        ${until && lastDay !== undefined && reconsider(words, { lastDay, seq: until.seq })}`,
    })
  }
  if (closed.is === 'over') {
    const lastDay = words.lastDay({ untilOn: closed.lastDay, zone, readerZone: institution.zone })
    return frame({
      words,
      title: words.partner('overTitle'),
      body: html`<p>${words.partner('over', { lastDay })}</p>
        ${closed.applications && html`<p><a href="${path}/nominations?lang=${words.language}">${words.partner('applicationsLink')}</a></p>`}`,
    })
  }
  if (closed.is === 'expired') return said(words, words.links('expiredTitle'), [words.links('expired')])
  return said(words, words.partner(`${closed.is}Title`), [words.partner(closed.is)])
}

/** Whoever nominates nobody may think again: the same act as taking part. */
const reconsider = (words: Words, { lastDay, seq }: { readonly lastDay: string; readonly seq: number }): Markup =>
  html`<form method="post">
    <p>${words.partner('reconsiderMeans', { lastDay })}</p>
    <input type="hidden" name="seq" value="${String(seq)}" />
    <button name="do" value="confirm">${words.partner('reconsider')}</button>
  </form>`

/** What is told where a link is none, or something may be lost. */
export const partnerLinks: LinkPages = {
  unknown: (words) => said(words, words.links('unknownTitle'), [words.links('unknown')]),
  unavailable: (words, seconds) =>
    said(words, words.links('unavailableTitle'), [words.links('unavailable', { seconds })]),
}

const said = (words: Words, title: string, paragraphs: readonly string[]): string =>
  frame({ words, title, body: html`${paragraphs.map((text) => html`<p>${text}</p>`)}` })
