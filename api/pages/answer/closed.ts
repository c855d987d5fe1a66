import type { ApprovalRung } from '../../../domain/approval/approval.ts'
import type { Role } from '../../../domain/roster.ts'
import type { Words } from '../../../locales/words.ts'
import { html } from '../../../mail/markup.ts'
import type { SchoolPolicy } from '../../../policy/load.ts'
import { frame } from '../frame.ts'
import type { Opened } from './reading.ts'

/** Who answers for a research centre, by rung. */
export const roleOf = { head: 'centreHead', deputy: 'centreDeputy', direction: 'direction' } as const satisfies Record<
  ApprovalRung,
  Role
>

export interface Writing {
  readonly words: Words
  /** The zone in which its dates end: the school's. */
  readonly zone: SchoolPolicy['place']['zone']
}

/** A link that opens no form now: which of all reasons it is, and what was answered, when and by whom; `again`, where another answer was sent. */
export function closedPage(
  opened: Exclude<Opened, { is: 'open' }>,
  { words, zone, again = false }: Writing & { readonly again?: boolean },
): string {
  const said = (title: string, ...paragraphs: readonly (string | undefined)[]): string =>
    frame({
      words,
      title,
      body: html`${paragraphs.filter((text) => text !== undefined).map((text) => html`<p>${text}</p>`)}`,
    })
  if (opened.is === 'received') {
    const moment = words.moment({ at: opened.at, zone })
    return said(
      words.answer('receivedTitle'),
      words.answer('received', { moment }),
      words.page('problem', { id: opened.row }),
    )
  }
  if (opened.is === 'given') {
    const { own, given, centre } = opened
    const answered = { opinion: words.opinion(given.opinion), moment: words.moment({ at: given.at, zone }) }
    const inVain = again ? words.answer('inVain') : undefined
    if (!own) {
      const who = words.role({ role: roleOf[given.part], centre })
      return said(words.answer('answeredTitle'), words.answer('answered', { ...answered, who }), inVain)
    }
    const byLink = given.byLink && words.answer('doneByLink')
    if (again) return said(words.answer('againTitle'), words.answer('again', answered), byLink, inVain)
    return said(words.answer('doneTitle'), words.answer('done', answered), byLink)
  }
  if (opened.is === 'withdrawn')
    return said(
      words.answer('withdrawnTitle'),
      words.answer('withdrawn', { reason: words.withdrawalReason(opened.reason) }),
    )
  if (opened.is === 'versionChanged') return said(words.answer('versionChangedTitle'), words.answer('versionChanged'))
  if (opened.is === 'newer') return said(words.answer('newerTitle'), words.answer('newer'))
  if (opened.is === 'rerouted') return said(words.answer('reroutedTitle'), words.answer('rerouted'))
  return said(words.answer('expiredTitle'), words.answer('expired'))
}

/** A token that is none of ours. */
export const unknownPage = (words: Words): string =>
  frame({ words, title: words.answer('unknownTitle'), body: html`<p>${words.answer('unknown')}</p>` })

/** A part of the product went away before it was known what became of an answer. */
export const unavailablePage = (words: Words, seconds: number): string =>
  frame({
    words,
    title: words.answer('unavailableTitle'),
    body: html`<p>${words.answer('unavailable', { seconds })}</p>`,
  })
