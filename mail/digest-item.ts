import type { RenewalFigures } from '../domain/agreement/agreement.ts'
import type { Notice } from '../domain/correspondence/correspondence.ts'
import type { Language } from '../domain/language.ts'
import type { Audience } from '../domain/plan/plan.ts'
import type { ReaderKind } from '../domain/policy.ts'
import type { Calendar, Instant } from '../domain/time.ts'
import type { Ladders, NoticeWords } from '../locales/notices.ts'
import type { Words } from '../locales/words.ts'
import { link, plain } from './plain.ts'

/** One notice with what the register says of it. */
export interface DigestItem {
  readonly notice: Notice
  /** Display name of the partner institution, or institutions, or of the label; empty for what concerns none. */
  readonly partner: string
  /** It is about a label of the school, and no partnership. */
  readonly isLabel?: true | undefined
  /** It is about an agreement with a partner, and no plan. */
  readonly isAgreement?: true | undefined
  /** What the renewal of an agreement is decided on. */
  readonly figures?: RenewalFigures | undefined
  /** Title of the milestone. */
  readonly title?: string | undefined
  /** Display name of the research centre. */
  readonly centre?: string | undefined
  /** It is about an amendment of the plan. */
  readonly amends?: true | undefined
  /** For whom the plan is meant. */
  readonly audience?: Audience | undefined
  /** A signed link to the answer, for a request for approval and for its addressee alone. */
  readonly answerUrl?: string | undefined
  /** The page of it; absent for a partner's contact, who has no account. */
  readonly pageUrl?: string | undefined
}
export interface DigestInput {
  readonly language: Language
  /** Where the reader lives: their own clock is named beside the school's where it differs. */
  readonly zone: string
  /** Where last days end, and when the school works. */
  readonly school: Calendar
  /** The moment of the digest, the same when it is sent again, so that the mail is the same. */
  readonly now: Instant
  /** The policy's, so that the mail says what will happen by this school's rules. */
  readonly ladders: Ladders
  readonly items: readonly DigestItem[]
  /** Who reads: people of the school, or a partner's contact. */
  readonly reader: ReaderKind
  /** The address of whoever can be asked about mails. */
  readonly office: string
}

/** An item with its words; names and links can neither break a line nor lead out of http. */
export interface Entry extends DigestItem {
  readonly words: NoticeWords
}
/** What concerns one partner or one label, most urgent first. */
export interface Group {
  readonly partner: string
  readonly isLabel: boolean
  readonly entries: readonly Entry[]
}

/** What a digest is about: plans, labels or agreements; plans and labels; or others of them together. */
export type Subjects = 'plans' | 'labels' | 'agreements' | 'both' | 'several'

/** What a digest holds: how much, how much of it late, and of what kind. */
export type Counts = {
  readonly total: number
  readonly late: number
  readonly what: Subjects
}

/**
 * The items with their words, by partner or label. What is late comes first, the longest late at its head; then the nearest date;
 * news, without a date, last. A group stands where its most urgent thing does.
 */
export function groupsOf(input: DigestInput, words: Words): readonly Group[] {
  const entries = input.items.map((item) => entryOf(item, input, words)).toSorted(byUrgency)
  const groups = new Map<string, Group & { readonly entries: Entry[] }>()
  for (const entry of entries) {
    const { partner, isLabel = false } = entry
    const key = JSON.stringify([isLabel, partner])
    const group = groups.get(key) ?? { partner, isLabel, entries: [] }
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The heading of a group: the partnership it concerns, or the label. */
export const headingOf = ({ partner, isLabel }: Group, { mail }: Words): string => {
  if (isLabel) return mail('label', { label: partner })
  return partner ? mail('partnership', { partner }) : mail('elsewhere')
}

/** Why the mail came, how often it comes, and whom to ask for none. */
export const footerOf = ({ reader, office }: Pick<DigestInput, 'reader' | 'office'>, { mail }: Words): string =>
  mail(reader === 'partner' ? 'partnerFooter' : 'footer', { office: plain(office) })

function entryOf(item: DigestItem, { zone, school, now, ladders }: DigestInput, words: Words): Entry {
  const { kind, ...notice } = item.notice
  const { amends, audience, figures } = item
  const [title, centre] = [item.title && plain(item.title), item.centre && plain(item.centre)]
  const told = { ...notice, title, centre, amends, audience, figures }
  return {
    ...item,
    partner: plain(item.partner),
    pageUrl: item.pageUrl && link(item.pageUrl),
    answerUrl: item.answerUrl && link(item.answerUrl),
    words: words.notice(kind, { ...told, ladders, now, school, readerZone: zone }),
  }
}

const byUrgency = (one: Entry, other: Entry): number => (orderOf(one) < orderOf(other) ? -1 : 1)
const afterEveryDate = '9999-12-31'
const orderOf = ({ words: { late }, notice: { untilOn, key } }: Entry): string =>
  `${late ? 0 : 1} ${untilOn ?? afterEveryDate} ${key}`
