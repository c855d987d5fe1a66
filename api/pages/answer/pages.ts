import type { Cost } from '../../../domain/plan/budget.ts'
import type { Opinion } from '../../../domain/plan/plan.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import { emptyForm, longestReason, type AnswerFaults, type Typed } from './form.ts'
import type { Writing } from './closed.ts'
import type { RequestShown } from './request.ts'
import { messagesFor, type Messages } from './subject-words.ts'

// ── What is asked ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The request with its form; after a form that could not be taken, with what was typed and what is wrong with it. */
export function requestPage(
  request: RequestShown,
  { words, zone, typed = emptyForm, faults = {} }: Writing & { typed?: Typed; faults?: AnswerFaults },
): string {
  const { partner, centre, firstYear, lastYear, amendment } = request
  return frame({
    words,
    title: words.answer('title', { partner }),
    body: html`<p>
        ${words.answer(messagesFor(request).lead, { partner, centre, firstYear: String(firstYear), lastYear: String(lastYear) })}
      </p>
      ${amendment && html`<p>${words.answer('amendmentReason', { reason: amendment.reason })}</p>`}
      ${deadlineBlock(request, { words, zone })} ${whole(request, words)} ${carried(request, words)}
      ${spending(request, words)} ${form(request, { words, typed, faults })}`,
  })
}

function deadlineBlock(request: RequestShown, { words, zone }: Writing): Markup {
  const { answerBy, late, others, centre } = request
  const lastDay = words.lastDay({ untilOn: answerBy, zone })
  const ladder = others.map(
    ({ role, fromOn }) =>
      html`<li>${words.answer('mayAnswerToo', { who: words.role({ role, centre }), day: words.day(fromOn) })}</li>`,
  )
  return html`<div class="deadline">
    <p><strong>${words.answer(late ? 'late' : 'lastDay', { lastDay })}</strong></p>
    <p>${words.answer(messagesFor(request).consent)}</p>
    ${
      ladder.length > 0
        ? html`<ul>
            ${ladder}
          </ul>`
        : undefined
    }
  </div>`
}

const whole = ({ lead, pillars, gaps }: RequestShown, words: Words): Markup =>
  html`<h2>${words.answer('common')}</h2>
    <ul>
      <li>${words.answer('partnershipLead', { name: lead })}</li>
      <li>${words.answer('pillars', { pillars: words.list(pillars.map(words.pillar)) })}</li>
      ${gaps.map(({ pillar, reason }) => html`<li>${words.answer('gapLine', { pillar: words.pillar(pillar), reason })}</li>`)}
    </ul>`

function carried(request: RequestShown, words: Words): Markup {
  const { centre, milestones } = request
  const { own, ownNone } = messagesFor(request)
  return html`<h2>${words.answer(own, { centre })}</h2>
    ${
      milestones.length === 0
        ? html`<p>${words.answer(ownNone)}</p>`
        : html`<ul>
            ${milestones.map((milestone) => milestoneItem(milestone, words))}
          </ul>`
    }`
}

const milestoneItem = (
  { title, pillar, dueOn, owner, indicator, target, evidenceWanted }: RequestShown['milestones'][number],
  words: Words,
): Markup =>
  html`<li>
    ${words.answer('milestoneLine', { title, pillar: words.pillar(pillar), day: words.day(dueOn) })}
    <small>${words.answer('milestoneOwner', { name: owner })}</small>
    ${indicator !== undefined && html`<small>${words.answer('milestoneIndicator', { indicator })}</small>`}
    ${target !== undefined && html`<small>${words.answer('milestoneTarget', { target })}</small>`}
    ${evidenceWanted !== undefined && html`<small>${words.answer('milestoneEvidence', { evidence: evidenceWanted })}</small>`}
  </li>`

const spending = ({ years, amendment }: RequestShown, words: Words): Markup =>
  html`<h2>${words.answer(messagesFor({ amendment }).actions)}</h2>
    ${years.length === 0 && html`<p>${words.answer('actionsNone')}</p>`} ${years.map((year) => yearBlock(year, words))}
    ${amendment && leftOut(amendment.leftOut, words)}`

const leftOut = (actions: NonNullable<RequestShown['amendment']>['leftOut'], words: Words): Markup | undefined =>
  actions.length === 0
    ? undefined
    : html`<h3>${words.answer('amendmentLeftOut')}</h3>
        <ul>
          ${actions.map(({ title, year }) => html`<li>${words.answer('amendmentLeftOutLine', { title, year: `${year}/${year + 1}` })}</li>`)}
        </ul>`

function yearBlock({ firstYear, actions, cost }: RequestShown['years'][number], words: Words): Markup {
  const items = actions.map(({ title, pillar, budget }) => {
    const spent = budget
      ? words.answer('budgetLine', { source: budget.source, ...amounts(budget, words) })
      : words.answer('budgetNone')
    return html`<li>${words.answer('actionLine', { title, pillar: words.pillar(pillar) })} <small>${spent}</small></li>`
  })
  return html`<h3>${words.answer('actionYear', { year: `${firstYear}/${firstYear + 1}` })}</h3>
    <ul>
      ${items}
    </ul>
    <p>${words.answer('yearTotal', amounts(cost, words))}</p>`
}

const amounts = ({ currency, plannedCents, committedCents, spentCents }: Cost, { money }: Words) => ({
  planned: money(plannedCents, currency),
  committed: money(committedCents, currency),
  spent: money(spentCents, currency),
})

// ── The answer ─────────────────────────────────────────────────────────────────────────────────────────────────────

const choices = [
  { opinion: 'approved', name: 'approve', means: 'approveMeans' },
  { opinion: 'returned', name: 'return', means: 'returnMeans' },
  { opinion: 'refused', name: 'refuse', means: 'refuseMeans' },
] as const satisfies readonly { opinion: Opinion; name: string; means: string }[]

function form(
  request: RequestShown,
  { words, typed, faults }: { words: Words; typed: Typed; faults: AnswerFaults },
): Markup {
  const messages = messagesFor(request)
  const wrong = reasonError(faults, words)
  const explained = wrong ? 'reason-error reason-hint' : 'reason-hint'
  return html`<form method="post" novalidate>
    <input type="hidden" name="hash" value="${request.hash}" />
    <fieldset ${faults.opinion && html`aria-describedby="opinion-error"`}>
      <legend>${words.answer('decision')}</legend>
      ${faults.opinion && html`<p class="error" id="opinion-error">${words.answer('opinionMissing')}</p>`}
      ${choices.map((choice, index) => radio(choice, { words, typed, meaning: messages[choice.means], focused: index === 0 && faults.opinion !== undefined }))}
    </fieldset>
    <label class="label" for="reason">${words.answer('reason')}</label>
    ${wrong && html`<p class="error" id="reason-error">${wrong}</p>`}
    <p class="soft" id="reason-hint">${words.answer('reasonHint')}</p>
    <textarea
      id="reason"
      name="reason"
      rows="5"
      aria-describedby="${explained}"
      ${wrong && html`aria-invalid="true"`}
      ${wrong && !faults.opinion ? html`autofocus` : undefined}
    >
${typed.reason}</textarea>
    <button>${words.answer('send')}</button>
    <p class="soft">${words.answer('link')}</p>
  </form>`
}

const radio = (
  { opinion, name }: (typeof choices)[number],
  {
    words,
    typed,
    meaning,
    focused,
  }: {
    words: Words
    typed: Typed
    meaning: Messages['approveMeans' | 'returnMeans' | 'refuseMeans']
    focused: boolean
  },
): Markup =>
  html`<div class="choice">
    <input
      type="radio"
      id="${opinion}"
      name="opinion"
      value="${opinion}"
      required
      aria-describedby="${opinion}-means"
      ${typed.opinion === opinion ? html`checked` : undefined}
      ${focused ? html`autofocus` : undefined}
    />
    <label for="${opinion}">${words.answer(name)}</label><small id="${opinion}-means">${words.answer(meaning)}</small>
  </div>`

function reasonError({ reason }: AnswerFaults, words: Words): string | undefined {
  if (reason === 'missing') return words.answer('reasonMissing')
  if (reason === 'tooLong') return words.answer('reasonTooLong', { limit: longestReason })
  return reason && words.fault({ path: words.answer('reason'), code: 'invalid_format' })
}
