import type { DescribedNotice, Years } from '../domain/correspondence/described.ts'
import type { Language } from '../domain/language.ts'
import type { ReaderKind } from '../domain/policy.ts'
import type { Calendar, Instant } from '../domain/time.ts'
import { calledIn } from '../locales/called.ts'
import type { DossierDetails, Ladders, NoticeWords } from '../locales/notices.ts'
import type { Words } from '../locales/words.ts'
import { link, plain } from './plain.ts'

/** One notice with what the register says of it, and where its links lead. */
export interface DigestItem extends DescribedNotice {
  /** A signed link to the answer, for a request for approval and for its addressee alone. */
  readonly answerUrl?: string | undefined
  /** A signed link to the page of what is asked, for a partner's contact alone. */
  readonly partnerUrl?: string | undefined
  /** A signed link to the page of their own dossier, for a candidate alone. */
  readonly dossierUrl?: string | undefined
  /** The page of it; absent for whoever has no account. */
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
  /** Who reads: people of the school, a partner's contact, or a candidate. */
  readonly reader: ReaderKind | 'candidate'
  /** The address of whoever can be asked about mails. */
  readonly office: string
}

/** An item with its words; names and links can neither break a line nor lead out of http. */
export interface Entry extends DigestItem {
  readonly words: NoticeWords
}
/** What concerns one plan, one label, or all else of one partner, most urgent first. */
export interface Group {
  readonly partner: string
  readonly years?: Years | undefined
  readonly isLabel: boolean
  readonly entries: readonly Entry[]
}

/** What a digest is about: plans, labels, agreements or admissions; plans and labels; or others of them together. */
export type Subjects = 'plans' | 'labels' | 'agreements' | 'admissions' | 'both' | 'several'

/** What a digest holds: how much, how much of it late, and of what kind. */
export type Counts = {
  readonly total: number
  readonly late: number
  readonly what: Subjects
}

/**
 * The items with their words, by plan, partner or label. What is late comes first, the longest late at its head; then the nearest date;
 * news, without a date, last. A group stands where its most urgent thing does.
 */
export function groupsOf(input: DigestInput, words: Words): readonly Group[] {
  const entries = input.items.map((item) => entryOf(item, input, words)).toSorted(byUrgency)
  const groups = new Map<string, Group & { readonly entries: Entry[] }>()
  for (const entry of entries) {
    const { partner, years, isLabel = false } = entry
    const key = JSON.stringify([isLabel, partner, years?.firstYear])
    const group = groups.get(key) ?? { partner, years, isLabel, entries: [] }
    group.entries.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The heading of a group: the partnership it concerns, or the label. */
export const headingOf = (group: Group, words: Words): string => {
  const { partner, isLabel } = group
  if (isLabel) return words.mail('label', { label: partner })
  return partner ? words.mail('partnership', { partner: nameOf(group, words) }) : words.mail('elsewhere')
}

/** What a group is called: its partner, with the years of the plan where it is one; or its label. */
export const nameOf = ({ partner, years }: Pick<Group, 'partner' | 'years'>, { mail }: Words): string =>
  years ? mail('plan', { partner, firstYear: `${years.firstYear}`, lastYear: `${years.lastYear}` }) : partner

const footers = { school: 'footer', partner: 'partnerFooter', candidate: 'candidateFooter' } as const

/** Why the mail came, how often it comes, and whom to ask for none. */
export const footerOf = ({ reader, office }: Pick<DigestInput, 'reader' | 'office'>, { mail }: Words): string =>
  mail(footers[reader], { office: plain(office) })

function entryOf(item: DigestItem, { zone, school, now, ladders, office, reader }: DigestInput, words: Words): Entry {
  const { kind, ...notice } = item.notice
  const { amends, askedAgain, audience, figures } = item
  const named = calledIn(item, words)
  const [title, centre] = [named && plain(named), item.centre && plain(item.centre)]
  const reason = item.reason && plain(item.reason)
  const told = {
    ...notice,
    title,
    centre,
    reason,
    amends,
    askedAgain,
    audience,
    figures,
    office: plain(office),
    dossier: dossierOf(item, words),
    reader,
  }
  return {
    ...item,
    partner: plain(item.partner),
    pageUrl: item.pageUrl && link(item.pageUrl),
    answerUrl: item.answerUrl && link(item.answerUrl),
    partnerUrl: item.partnerUrl && link(item.partnerUrl),
    dossierUrl: item.dossierUrl && link(item.dossierUrl),
    words: words.notice(kind, { ...told, ladders, now, school, readerZone: zone }),
  }
}

/** What is said of a dossier, in the words of the reader. */
function dossierOf({ dossier, partner }: DigestItem, { language, dossier: words }: Words): DossierDetails | undefined {
  if (!dossier) return undefined
  const { missing, piece, ground, effect, stage, sentBy, withdrawnBy } = dossier
  return {
    missing: missing.map((one) => one[language]),
    piece: piece?.[language],
    ground: ground?.[language],
    effect,
    stage: stage && words.stages[stage],
    sender: sentBy,
    withdrawn: withdrawnBy,
    partner: plain(partner),
  }
}

const byUrgency = (one: Entry, other: Entry): number => (orderOf(one) < orderOf(other) ? -1 : 1)
const afterEveryDate = '9999-12-31'
const orderOf = ({ words: { late }, notice: { untilOn, key } }: Entry): string =>
  `${late ? 0 : 1} ${untilOn ?? afterEveryDate} ${key}`
