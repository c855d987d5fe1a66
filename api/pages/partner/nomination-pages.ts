import type { z } from 'zod'
import { keyOf } from '../../../domain/id.ts'
import type { CivilDate } from '../../../domain/time.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { NominationNumbers, NominationView } from '../../contracts/nomination.ts'
import { frame } from '../frame.ts'
import type { Application } from './applications.ts'
import { endsRequest } from './ends-request.ts'
import type { CancelFault } from './nomination-form.ts'
import type { Writing } from './pages.ts'

type Nomination = z.output<typeof NominationView>

/** What is shown of one's own nominations, and what can be done with them as a whole. */
export interface NominationsShown {
  readonly partner: string
  readonly nominations: readonly Nomination[]
  /** How many may be nominated, and the places, which limit nothing here. */
  readonly numbers: z.output<typeof NominationNumbers> | null
  /** What their nominations began, by nomination. */
  readonly applications: ReadonlyMap<string, Application>
  readonly may: readonly string[]
  /** Until when more time is asked for, where nobody has answered yet. */
  readonly openUntil: CivilDate | undefined
  /** The last entry of the file: what is sent twice of one page is one. */
  readonly seq: number
}
type Showing = Pick<Writing, 'words' | 'path'> & {
  readonly fault?: CancelFault | undefined
  /** It was not said that a request for more time is taken back. */
  readonly unsaid?: boolean | undefined
  /** Why what was sent came to nothing. */
  readonly refused?: string | undefined
}

/** The nominations of an institution, as its own contact may read them. */
export function nominationsPage(shown: NominationsShown, { words, path, fault, unsaid, refused }: Showing): string {
  const { partner, nominations, numbers, applications, may, seq } = shown
  const standing = nominations.filter(({ rank }) => rank !== null)
  const over = nominations.filter(({ rank }) => rank === null)
  return frame({
    words,
    title: words.partner('nominationsTitle', { partner }),
    body: html`${refused !== undefined && html`<p class="error" role="alert">${refused}</p>`}
      ${
        standing.length === 0
          ? html`<p>${words.partner('nominationsNone')}</p>`
          : html`<ul>
              ${standing.map((one) => nominationItem(one, { words, path, seq, fault, application: applications.get(one.nomination) }))}
            </ul>`
      }
      ${numbers !== null && numbersBlock(numbers, words)} ${may.includes('importNominations') && more({ words, path })}
      ${may.includes('finish') && whole('finish', { words, seq, more: endsRequest(shown.openUntil, { words, unsaid }) })}
      ${may.includes('reopenNominations') && whole('reopen', { words, seq })}
      ${over.length > 0 && overBlock(over, words)}
      <p><a href="${path}?lang=${words.language}">${words.partner('back')}</a></p>`,
  })
}

const numbersBlock = ({ programmes, places }: z.output<typeof NominationNumbers>, words: Words): Markup =>
  html`<ul>
      ${programmes.map(
        ({ name: programme, nominated, nominationLimit: limit }) =>
          html`<li>
            ${limit === null ? words.partner('unlimitedLine', { programme, nominated }) : words.partner('limitLine', { programme, nominated, limit })}
          </li>`,
      )}
    </ul>
    <p>${places === null ? words.partner('placesNone') : words.partner('placesLine', { places })}</p>`

const more = ({ words, path }: Pick<Writing, 'words' | 'path'>): Markup =>
  html`<ul>
    <li><a href="${path}/nominate?lang=${words.language}">${words.partner('nominateLink')}</a></li>
    <li><a href="${path}/spreadsheet?lang=${words.language}">${words.partner('spreadsheetLink')}</a></li>
  </ul>`

/** Whom a nomination is of, for those who may read it. */
export const nameOf = ({ candidate }: Nomination): string => candidate.who?.name ?? candidate.id

function nominationItem(
  one: Nomination,
  {
    words,
    path,
    seq,
    fault,
    application,
  }: Showing & { readonly seq: number; readonly application: Application | undefined },
): Markup {
  const programmes = words.list(one.wishes.map(({ name }) => name))
  const { returned, nomination } = one
  return html`<li>
    ${words.partner('nominationLine', { rank: String(one.rank), name: nameOf(one) })}
    <small>${words.partner('nominationWishes', { programmes, state: one.state.words })}</small>
    ${one.statement !== null && html`<small>${one.statement}</small>`}
    ${returned !== null && html`<p class="error">${words.partner('nominationReturned', { day: words.day(returned.finalOn), reason: returned.reason ?? '…' })}</p>`}
    <p><a href="${path}/correct/${nomination}?lang=${words.language}">${words.partner('correctLink')}</a></p>
    ${application && html`<small>${applicationLine(application, words)}</small>`}
    ${
      application?.mayWithdraw
        ? html`<p>
            <a href="${path}/withdraw/${nomination}?lang=${words.language}"
              >${words.partner('withdrawLink', { name: nameOf(one) })}</a
            >
          </p>`
        : one.may.includes('cancelNomination') && cancelForm(nomination, { words, seq, fault })
    }
  </li>`
}

const applicationLine = ({ file: { id, state } }: Application, words: Words): string =>
  words.partner('applicationLine', { number: keyOf(id), status: words.dossier.statuses[state.status] })

function cancelForm(
  nomination: string,
  { words, seq, fault }: Pick<Showing, 'words' | 'fault'> & { readonly seq: number },
): Markup {
  const wrong = fault?.nomination === nomination
  return html`<form method="post" novalidate>
    <input type="hidden" name="seq" value="${String(seq)}" />
    <input type="hidden" name="nomination" value="${nomination}" />
    <label class="label" for="reason-${nomination}">${words.partner('cancelReason')}</label>
    ${wrong && html`<p class="error" id="error-${nomination}">${words.partner('reasonMissing')}</p>`}
    <input
      type="text"
      id="reason-${nomination}"
      name="reason"
      value="${wrong ? fault.reason : ''}"
      ${wrong && html`aria-invalid="true" aria-describedby="error-${nomination}" autofocus`}
    />
    <button name="do" value="cancel">${words.partner('cancel')}</button>
  </form>`
}

const whole = (
  act: 'finish' | 'reopen',
  { words, seq, more }: { readonly words: Words; readonly seq: number; readonly more?: Markup | undefined },
): Markup =>
  html`<form method="post" novalidate>
    <p>${words.partner(`${act}Means`)}</p>
    <input type="hidden" name="seq" value="${String(seq)}" />
    ${more}
    <button name="do" value="${act}">${words.partner(act)}</button>
  </form>`

const whyOver = ({ state, cancelled }: Nomination): string =>
  state.code === 'withdrawn' ? state.words : (cancelled ?? '…')

const overBlock = (over: readonly Nomination[], words: Words): Markup =>
  html`<h2>${words.partner('nominationsOver')}</h2>
    <ul>
      ${over.map((one) => html`<li>${words.partner('nominationOver', { name: nameOf(one), reason: whyOver(one) })}</li>`)}
    </ul>`
