import type { Words } from '../locales/words.ts'
import { headingOf, type Counts, type Entry, type Group } from './digest-item.ts'
import { html, type Markup } from './markup.ts'

const [blue, red, grey] = ['#0b3d91', '#b00020', '#555555']
const line = 'margin:4px 0'
const small = `font-size:14px;color:${grey};margin:8px 0 0`
const button = `display:inline-block;padding:8px 16px;background:${blue};color:#ffffff;text-decoration:none;font-weight:bold`

/** The body of a digest as HTML: headings for screen readers, styles in place, nothing to fetch. */
export const bodyOf = (
  groups: readonly Group[],
  { counts, footer }: { readonly counts: Counts; readonly footer: string },
  words: Words,
): Markup =>
  html`<p>${words.mail('greeting')}</p>
    <p>${words.mail('introduction', counts)}</p>
    ${groups.map((group) => groupOf(group, words))}
    <hr style="border:0;border-top:1px solid #999999;margin:24px 0 8px" />
    <p style="${small}">${footer}</p>`

const groupOf = (group: Group, words: Words): Markup =>
  html`<h1 style="font-size:20px;margin:24px 0 8px">${headingOf(group, words)}</h1>
    ${group.entries.map((entry) => entryOf(entry, words))}`

const entryOf = (
  {
    words: { heading, body, date, distance, consequence, why, late },
    answerUrl,
    partnerUrl,
    dossierUrl,
    pageUrl,
    dossier,
  }: Entry,
  words: Words,
): Markup =>
  html`<section style="margin:0 0 20px;padding:0 0 0 12px;border-left:4px solid ${late ? red : blue}">
    <h2 style="font-size:17px;margin:0 0 4px">${late && lateMark(words)}${heading}</h2>
    <p style="${line}">${body}</p>
    ${date && html`<p style="${line}"><strong>${date}</strong> ${distance}</p>`}
    ${consequence && html`<p style="${line}">${consequence}</p>`}
    ${answerUrl && linkOf(answerUrl, { label: 'answerLink', warning: 'answerWarning' }, words)}
    ${partnerUrl && linkOf(partnerUrl, { label: dossier ? 'nominationsLink' : 'partnerLink', warning: 'partnerWarning' }, words)}
    ${dossierUrl && linkOf(dossierUrl, { label: 'dossierLink', warning: 'dossierWarning' }, words)}
    ${pageUrl && html`<p style="${line}"><a href="${pageUrl}" style="color:${blue}">${words.mail('pageLink')}</a></p>`}
    <p style="${small}">${why}</p>
  </section>`

const lateMark = (words: Words): Markup => html`<span style="color:${red}">${words.mail('late')}</span> – `

const linkOf = (
  url: string,
  {
    label,
    warning,
  }: {
    readonly label: 'answerLink' | 'partnerLink' | 'nominationsLink' | 'dossierLink'
    readonly warning: 'answerWarning' | 'partnerWarning' | 'dossierWarning'
  },
  words: Words,
): Markup =>
  html`<p style="margin:12px 0 4px"><a href="${url}" style="${button}">${words.mail(label)}</a></p>
    <p style="${small}">${words.mail(warning)}</p>`
