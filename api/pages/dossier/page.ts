import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import type { DossierShown } from './shown.ts'

/** How a page is written: the zone is the school's, in which last days end; `path` is that of its link. */
export interface Writing {
  readonly words: Words
  readonly zone: string
  readonly path: string
}

/** What is due of a dossier, for anybody who holds its link. */
export const dossierPage = (shown: DossierShown, { words, zone, path }: Writing): string =>
  frame({
    words,
    title: words.dossier.title(shown),
    body: html`${standing(shown, { words, zone })} ${dueBlock(shown, { words, zone })}
      <p><a href="${path}/documents?lang=${words.language}">${words.dossierPage('documentsLink')}</a></p>
      <p class="soft">${words.dossierPage('link')}</p>`,
  })

/** Where it stands, who sends it, and until when. */
export const standing = (shown: DossierShown, { words, zone }: Pick<Writing, 'words' | 'zone'>): Markup =>
  html`<p>
      ${words.dossierPage('status', { status: words.dossier.statuses[shown.status] })}
      ${words.dossierPage(shown.sentBy === 'candidate' ? 'ownSending' : 'partnerSending')}
    </p>
    ${lastDay(shown, { words, zone })} ${sending(shown, words)}`

function lastDay(
  { lastDay: untilOn, isOver, zone: readerZone }: DossierShown,
  { words, zone }: Pick<Writing, 'words' | 'zone'>,
): Markup | undefined {
  if (untilOn === undefined) return undefined
  const day = words.lastDay({ untilOn, zone, readerZone })
  return html`<div class="deadline">
    <p><strong>${words.dossierPage(isOver ? 'lastDayOver' : 'lastDay', { lastDay: day })}</strong></p>
  </div>`
}

const sending = ({ sentAt, takeBackUntil, zone }: DossierShown, words: Words): Markup | undefined =>
  sentAt === undefined
    ? undefined
    : html`<p>
        ${words.dossierPage('sent', { moment: words.moment({ at: sentAt, zone }) })}
        ${takeBackUntil !== undefined && words.dossierPage('takeBackUntil', { moment: words.moment({ at: takeBackUntil, zone }) })}
      </p>`

const dueBlock = ({ due, zone: readerZone }: DossierShown, { words, zone }: Pick<Writing, 'words' | 'zone'>): Markup =>
  due.length === 0
    ? html`<p>${words.dossierPage('nothingDue')}</p>`
    : html`<h2>${words.dossierPage('dueTitle')}</h2>
        <ul>
          ${due.map(({ name, by, from }) => {
            const piece = name[words.language]
            const line =
              by === undefined
                ? piece
                : words.dossierPage('dueLine', { piece, lastDay: words.lastDay({ untilOn: by, zone, readerZone }) })
            return html`<li>
              ${line}<small>${words.dossierPage('from', { who: words.dossier.sentBy[from] })}</small>
            </li>`
          })}
        </ul>`
