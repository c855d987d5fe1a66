import { z } from 'zod'
import { isOpen } from '../../../domain/participation/extension.ts'
import type { Participation } from '../../../domain/participation/participation.ts'
import type { CivilDate } from '../../../domain/time.ts'
import type { Words } from '../../../locales/words.ts'
import { html, type Markup } from '../../../mail/markup.ts'
import type { Given } from '../links/give.ts'

const Confirmed = z.object({ ends: z.literal('yes') })
const ending: readonly string[] = ['finish', 'recordNoneThisYear']

/** Until when more time is asked for, where nobody has answered yet: whoever says that nothing more is to come takes that back. */
export const openUntil = ({ extension }: Pick<Participation, 'extension'>): CivilDate | undefined =>
  isOpen(extension) ? extension.to : undefined

/** Whether what was sent takes a request for more time back, and does not say that it does. */
export const endsUnsaid = (
  given: Given,
  { state, body }: { readonly state: Participation; readonly body: unknown },
): boolean => ending.includes(given.command) && openUntil(state) !== undefined && !Confirmed.safeParse(body).success

/** Says beside a button that the request is taken back with it, and asks for that to be confirmed. */
export const endsRequest = (
  to: CivilDate | undefined,
  { words, unsaid = false }: { readonly words: Words; readonly unsaid?: boolean | undefined },
): Markup | undefined =>
  to === undefined
    ? undefined
    : html`<p>${words.partner('requestEnds', { day: words.day(to) })}</p>
        ${unsaid && html`<p class="error" id="ends-error">${words.partner('requestEndsMissing')}</p>`}
        <div class="choice">
          <input
            type="checkbox"
            id="ends"
            name="ends"
            value="yes"
            required
            ${unsaid && html`aria-invalid="true" aria-describedby="ends-error" autofocus`}
          />
          <label for="ends">${words.partner('requestEndsSure')}</label>
        </div>`
