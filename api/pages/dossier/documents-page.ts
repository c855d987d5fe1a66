import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import { withdrawalForm, type WithdrawFault } from '../links/withdrawal.ts'
import { standing, type Writing } from './page.ts'
import type { OwnShown, PieceShown } from './shown.ts'

/** What is shown again with it after something came to nothing. */
interface Again {
  /** Why it was refused. */
  readonly refused?: string | undefined
  readonly fault?: WithdrawFault | undefined
  readonly reason?: string | undefined
}

/** Every document of a dossier and what can be done, for its own candidate. */
export const documentsPage = (
  shown: OwnShown,
  { words, zone, path, refused, fault, reason }: Writing & Again,
): string =>
  frame({
    words,
    title: words.dossierPage('documentsTitle', { dossier: words.dossier.title(shown) }),
    body: html`${refused !== undefined && html`<p class="error" role="alert">${refused}</p>`}
      ${standing(shown, { words, zone })}
      <h2>${words.dossierPage('documents')}</h2>
      <ul>
        ${shown.pieces.map((piece) => pieceItem(piece, shown, { words, zone, path }))}
      </ul>
      ${shown.may.includes('send') && whole('send', shown, words)}
      ${shown.may.includes('takeBack') && whole('takeBack', shown, words)}
      ${
        shown.may.includes('withdraw') &&
        withdrawalForm({
          words,
          seq: shown.seq,
          fault,
          reason,
          heading: words.dossierPage('withdrawTitle'),
          said: {
            means: words.dossierPage('withdrawMeans'),
            sure: words.dossierPage('withdrawSure'),
            button: words.dossierPage('withdraw'),
          },
        })
      }
      <p><a href="${path}?lang=${words.language}">${words.dossierPage('back')}</a></p>
      <form method="post"><button name="do" value="end">${words.dossierPage('end')}</button></form>`,
  })

function pieceItem(
  { code, name, state, from, last, refusal, asked, mayDeposit }: PieceShown,
  shown: OwnShown,
  { words, zone, path }: Writing,
): Markup {
  const piece = name[words.language]
  const because = (reason: string, note: string | undefined): string =>
    note === undefined ? reason : `${reason} ${note}`
  return html`<li>
    ${words.dossierPage('piece', { piece, state: words.dossier.pieces[state] })}
    ${last && html`<small>${words.dossierPage('deposited', { moment: words.moment({ at: last.at, zone: shown.zone }), name: last.name ?? '…' })}</small>`}
    ${refusal && html`<small>${words.dossierPage('refusal', { reason: because(refusal.reason[words.language], refusal.note) })}</small>`}
    ${asked && html`<p class="error">${words.dossierPage('asked', { lastDay: words.lastDay({ untilOn: asked.by, zone, readerZone: shown.zone }) })} ${asked.reason && !refusal && because(asked.reason[words.language], asked.note)}</p>`}
    ${
      mayDeposit
        ? uploadForm(code, { words, path, shown })
        : state === 'missing' && html`<small>${words.dossierPage('from', { who: words.dossier.sentBy[from] })}</small>`
    }
  </li>`
}

const bytesPerMegabyte = 1_048_576

const uploadForm = (
  code: string,
  { words, path, shown }: { readonly words: Words; readonly path: string; readonly shown: OwnShown },
): Markup =>
  html`<form method="post" action="${path}/documents/${code}?lang=${words.language}" enctype="multipart/form-data">
    <label class="label" for="file-${code}"
      >${words.dossierPage('fileLabel', { megabytes: Math.floor(shown.mostBytes / bytesPerMegabyte) })}</label
    >
    <input type="file" id="file-${code}" name="file" accept=".pdf,.jpg,.jpeg,.png" required />
    <button>${words.dossierPage('deposit')}</button>
  </form>`

const whole = (act: 'send' | 'takeBack', { seq }: OwnShown, words: Words): Markup =>
  html`<form method="post">
    <h2>${words.dossierPage(`${act}Title`)}</h2>
    <p>${words.dossierPage(`${act}Means`)}</p>
    <input type="hidden" name="seq" value="${String(seq)}" />
    <button name="do" value="${act}">${words.dossierPage(act)}</button>
  </form>`
