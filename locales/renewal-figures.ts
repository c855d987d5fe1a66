import type { RenewalFigures } from '../domain/agreement/agreement.ts'
import type { NoticeMessages } from './catalogue.ts'
import type { Formatter } from './formatter.ts'
import type { Labels } from './labels.ts'

/** What the renewal of an agreement is decided on, as its notice says it; `figures` is `none` where nothing is known of it, and `counts` where nothing was counted. */
export function renewalFigures(
  { figures }: { readonly figures?: RenewalFigures | undefined },
  {
    words,
    labels,
    format,
  }: {
    readonly words: Pick<NoticeMessages, 'flows' | 'flowsAfter'>
    readonly labels: Pick<Labels, 'agreement'>
    readonly format: Formatter
  },
): Readonly<Record<string, string | number>> {
  const counts = (figures?.counts ?? []).map(({ year, level, incoming, outgoing }) =>
    format.text(words.flows, {
      years: `${year}/${year + 1}`,
      level: labels.agreement.levels[level],
      incoming,
      outgoing,
    }),
  )
  return {
    figures: figures ? 'known' : 'none',
    incoming: figures?.flows.incoming ?? 0,
    outgoing: figures?.flows.outgoing ?? 0,
    balance: signed(figures?.flows.balance ?? 0),
    counts:
      counts.reduce((before, next) => (before ? format.text(words.flowsAfter, { before, next }) : next), '') || 'none',
    milestones: figures?.results.milestones ?? 0,
    evidenced: figures?.results.evidenced ?? 0,
  }
}

const minus = '\u2212'
/** `'+2'`, `'−3'`, `'0'` */
const signed = (count: number): string => (count > 0 ? `+${count}` : `${count}`.replace('-', minus))
