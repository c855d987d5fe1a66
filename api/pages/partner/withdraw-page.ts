import { html } from '../../../mail/markup.ts'
import { frame } from '../frame.ts'
import { withdrawalForm, type WithdrawFault } from '../links/withdrawal.ts'
import type { Writing } from './pages.ts'

/** An application that is to be withdrawn: whose it is, and its last entry. */
interface Shown {
  readonly name: string
  readonly number: string
  readonly status: string
  readonly seq: number
}
interface Again {
  readonly fault?: WithdrawFault | undefined
  readonly reason?: string | undefined
}

/** Asks a partner's contact whether an application of theirs is really to be withdrawn. */
export const withdrawPage = (
  { name, number, status, seq }: Shown,
  { words, path, fault, reason }: Pick<Writing, 'words' | 'path'> & Again,
): string =>
  frame({
    words,
    title: words.partner('withdrawTitle', { name }),
    body: html`<p>${words.partner('applicationLine', { number, status })}</p>
      ${withdrawalForm({
        words,
        seq,
        fault,
        reason,
        said: {
          means: words.partner('withdrawMeans'),
          sure: words.partner('withdrawSure'),
          button: words.partner('withdraw'),
        },
      })}
      <p><a href="${path}/nominations?lang=${words.language}">${words.partner('backToNominations')}</a></p>`,
  })
