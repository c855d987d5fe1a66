import { z } from 'zod'
import { FreeText } from '../../../domain/text.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { Given } from './give.ts'

const text = z.string().default('').catch('')
const Sent = z.object({ seq: text, reason: text, sure: z.literal('yes').optional().catch(undefined) }).catch({
  seq: '',
  reason: '',
})

/** What is wrong with a withdrawal: it is not confirmed, or its reason cannot be read. */
export type WithdrawFault = 'sureMissing' | 'reasonUnreadable'
/** A sent withdrawal, or what is wrong with it, and its reason as it was typed. */
export type WithdrawalRead = { readonly given: Given } | { readonly fault: WithdrawFault; readonly reason: string }

/** Reads the withdrawal of an application: it is meant whatever came meanwhile, and need not say why. */
export function readWithdrawal(body: unknown): WithdrawalRead {
  const { seq, reason, sure } = Sent.parse(body ?? {})
  if (reason.trim() && !FreeText.safeParse(reason).success) return { fault: 'reasonUnreadable', reason }
  if (!sure) return { fault: 'sureMissing', reason }
  return { given: { command: 'withdraw', body: reason.trim() ? { reason } : {}, seq, regardless: true } }
}

/** A withdrawal that is asked for, in the words of whoever withdraws. */
interface Asking {
  readonly words: Words
  readonly seq: number
  readonly said: Readonly<Record<'means' | 'sure' | 'button', string>>
  readonly heading?: string | undefined
  readonly fault?: WithdrawFault | undefined
  readonly reason?: string | undefined
}

/** The form that withdraws an application, once that is confirmed. */
export const withdrawalForm = ({ words, seq, said, heading, fault, reason = '' }: Asking): Markup =>
  html`<form method="post" novalidate>
    ${heading !== undefined && html`<h2>${heading}</h2>`}
    <p>${said.means}</p>
    <input type="hidden" name="seq" value="${String(seq)}" />
    <label class="label" for="reason">${words.dossierPage('withdrawReason')}</label>
    ${fault === 'reasonUnreadable' && html`<p class="error" id="reason-error">${words.dossierPage('reasonUnreadable')}</p>`}
    <textarea
      id="reason"
      name="reason"
      rows="3"
      ${fault === 'reasonUnreadable' && html`aria-invalid="true" aria-describedby="reason-error" autofocus`}
    >
${reason}</textarea>
    ${fault === 'sureMissing' && html`<p class="error" id="sure-error">${words.dossierPage('sureMissing')}</p>`}
    <div class="choice">
      <input
        type="checkbox"
        id="sure"
        name="sure"
        value="yes"
        required
        ${fault === 'sureMissing' && html`aria-invalid="true" aria-describedby="sure-error" autofocus`}
      />
      <label for="sure">${said.sure}</label>
    </div>
    <button name="do" value="withdraw">${said.button}</button>
  </form>`
