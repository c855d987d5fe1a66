import { extensionCauses } from '../../../domain/participation/extension.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import { endsRequest, openUntil } from './ends-request.ts'
import { emptyForm, longestText, type Act, type Faults, type TextFault, type Typed } from './form.ts'
import type { InvitationShown, RequestShown } from './shown.ts'

/** How a page is written: the zone is the school's, in which last days end; `path` is that of its link. */
export interface Writing {
  readonly words: Words
  readonly zone: string
  readonly path: string
}
/** What is shown with it after a form that came to nothing. */
interface Again {
  readonly typed?: Typed
  readonly faults?: Faults
  /** It was not said that a request for more time is taken back. */
  readonly unsaid?: boolean
  /** Why the process refused it. */
  readonly refused?: string | undefined
}

/** The invitation of a partner, with what it can do about it. */
export function invitationPage(
  shown: InvitationShown,
  { words, zone, path, typed = emptyForm, faults = {}, unsaid, refused }: Writing & Again,
): string {
  const { cycle, partner, dates, request, may } = shown
  const ends = endsRequest(openUntil(cycle), { words, unsaid })
  const filling = { words, typed, faults, seq: shown.seq, ends }
  return frame({
    words,
    title: words.partner('title', { cycle: words.cycle.title(cycle) }),
    body: html`${refused !== undefined && html`<p class="error" role="alert">${refused}</p>`}
      <p>${words.partner('lead', { partner })} ${answered(shown, words)}</p>
      ${deadlineBlock(shown, { words, zone })} ${request && requestBlock(request, { words, zone: shown.zone })}
      ${dates.length > 0 && datesBlock(shown, { words, zone })} ${may.map((act) => forms[act](filling))}
      <h2>${words.partner('protected')}</h2>
      <p><a href="${path}/nominations?lang=${words.language}">${words.partner('nominationsLink')}</a></p>
      <p><a href="${path}/contacts?lang=${words.language}">${words.partner('contactsLink')}</a></p>
      <p class="soft">${words.partner('link')}</p>`,
  })
}

const answered = ({ answer, nominated: count }: InvitationShown, words: Words): string =>
  answer === 'nominating' || answer === 'finished' ? words.partner(answer, { count }) : words.partner(answer)

type Dating = Pick<Writing, 'words' | 'zone'>

const deadlineBlock = ({ lastDay, isHeld, zone: readerZone }: InvitationShown, { words, zone }: Dating): Markup =>
  html`<div class="deadline">
    <p>
      <strong
        >${words.partner(isHeld ? 'lastDayHeld' : 'lastDay', { lastDay: words.lastDay({ untilOn: lastDay, zone, readerZone }) })}</strong
      >
    </p>
  </div>`

function requestBlock({ to, cause, askedAt, by, answer }: RequestShown, { words, zone }: Dating): Markup {
  const asked = { moment: words.moment({ at: askedAt, zone }), day: words.day(to), cause: words.cycle.causes[cause] }
  if (!answer) return html`<p>${words.partner('requestOpen', { ...asked, answerBy: words.day(by) })}</p>`
  const moment = words.moment({ at: answer.at, zone })
  const said =
    answer.to === undefined
      ? words.partner('requestRefused', { moment, day: words.day(to) })
      : words.partner('requestGranted', { moment, day: words.day(answer.to) })
  return html`<p>${said} ${answer.words !== undefined && words.partner('requestReason', { reason: answer.words })}</p>`
}

const datesBlock = ({ dates, zone: readerZone }: InvitationShown, { words, zone }: Dating): Markup =>
  html`<h2>${words.partner('dates')}</h2>
    <ul>
      ${dates.map(({ date, on, ends }) => {
        const day = ends ? words.lastDay({ untilOn: on, zone, readerZone }) : words.day(on)
        return html`<li>${words.partner('dateLine', { name: words.cycle.dates[date], day })}</li>`
      })}
    </ul>`

// ── What can be done ───────────────────────────────────────────────────────────────────────────────────────────────

interface Filling {
  readonly words: Words
  readonly typed: Typed
  readonly faults: Faults
  readonly seq: number
  /** What is asked beside what takes a request for more time back. */
  readonly ends: Markup | undefined
}

const form = (act: Act, { words, seq }: Filling, { fields, button }: { fields: Markup; button: string }): Markup =>
  html`<form method="post" novalidate>
    <h2>${words.partner(`${act}Title`)}</h2>
    <p>${words.partner(`${act}Means`)}</p>
    <input type="hidden" name="seq" value="${String(seq)}" />
    ${fields}
    <button name="do" value="${act}">${button}</button>
  </form>`

const forms: Readonly<Record<Act, (filling: Filling) => Markup>> = {
  confirm: (filling) => form('confirm', filling, { fields: html``, button: filling.words.partner('confirm') }),
  none: (filling) =>
    form('none', filling, {
      fields: html`${textField('note', filling, filling.words.partner('noneNote'))} ${filling.ends}`,
      button: filling.words.partner('none'),
    }),
  more: (filling) =>
    form('more', filling, {
      fields: html`${dayField(filling)} ${causeField(filling)}
      ${textField('reason', filling, filling.words.partner('moreReason'))}`,
      button: filling.words.partner('more'),
    }),
}

const dayField = ({ words, typed, faults }: Filling): Markup =>
  html`<label class="label" for="to">${words.partner('moreDay')}</label>
    ${faults.to && html`<p class="error" id="to-error">${words.partner(faults.to === 'far' ? 'dayFar' : 'dayMissing')}</p>`}
    <input
      type="date"
      id="to"
      name="to"
      value="${typed.to}"
      required
      ${faults.to && html`aria-invalid="true" aria-describedby="to-error" autofocus`}
    />`

const causeField = ({ words, typed, faults }: Filling): Markup =>
  html`<fieldset ${faults.cause && html`aria-describedby="cause-error"`}>
    <legend>${words.partner('moreCause')}</legend>
    ${faults.cause && html`<p class="error" id="cause-error">${words.partner('causeMissing')}</p>`}
    ${extensionCauses.map(
      (cause) =>
        html`<div class="choice">
          <input
            type="radio"
            id="cause-${cause}"
            name="cause"
            value="${cause}"
            required
            ${typed.cause === cause ? html`checked` : undefined}
          />
          <label for="cause-${cause}">${words.cycle.causes[cause]}</label>
        </div>`,
    )}
  </fieldset>`

function textField(name: 'note' | 'reason', { words, typed, faults }: Filling, label: string): Markup {
  const wrong = textError(faults[name], words)
  return html`<label class="label" for="${name}">${label}</label>
    ${wrong !== undefined && html`<p class="error" id="${name}-error">${wrong}</p>`}
    <textarea
      id="${name}"
      name="${name}"
      rows="3"
      ${wrong !== undefined && html`aria-invalid="true" aria-describedby="${name}-error"`}
    >
${typed[name]}</textarea>`
}

function textError(fault: TextFault | undefined, words: Words): string | undefined {
  if (fault === 'missing') return words.partner('reasonMissing')
  if (fault === 'tooLong') return words.partner('textTooLong', { limit: longestText })
  return fault && words.partner('textUnreadable')
}
