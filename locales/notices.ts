import type { RenewalFigures } from '../domain/agreement/agreement.ts'
import type { Notice } from '../domain/correspondence/correspondence.ts'
import { rungAt, type LadderKind, type Rung } from '../domain/wait.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { Audience } from '../domain/plan/plan.ts'
import {
  dayOf,
  daysBetween,
  openDayFrom,
  plusDays,
  workingDayFrom,
  type Calendar,
  type CivilDate,
  type Instant,
} from '../domain/time.ts'
import type { NewsKind, NoticeMessages, RungPart } from './catalogue.ts'
import type { Dates } from './dates.ts'
import type { Formatter } from './formatter.ts'
import { renewalFigures } from './renewal-figures.ts'
import type { Labels } from './labels.ts'

/** The rungs of a wait as the policy has them, so that a mail says what this school's rules will do. */
export type Ladders = Readonly<Partial<Record<LadderKind, readonly Rung[]>>>

/** Of a dossier, in the words of its reader: what is missing, and the document that is asked for, with why and what it holds up. */
export interface DossierDetails {
  readonly missing: readonly string[]
  readonly piece?: string | undefined
  readonly ground?: string | undefined
  readonly effect?: string | undefined
  readonly stage?: string | undefined
  /** Who is to send it (R16), and who withdrew it. */
  readonly sender?: string | undefined
  readonly withdrawn?: string | undefined
  /** The institution whose candidate it is of. */
  readonly partner?: string | undefined
}

/** What a notice's words need beside its kind. */
export interface NoticeDetails extends Pick<Notice, 'about' | 'days' | 'untilOn' | 'wasOn' | 'passesAt' | 'opinion'> {
  /** Title of the milestone; absent: its id is shown. */
  readonly title?: string | undefined
  /** Display name of the research centre. */
  readonly centre?: string | undefined
  /** Why, as it was stated. */
  readonly reason?: string | undefined
  /** It is about an amendment of the plan. */
  readonly amends?: boolean | undefined
  /** The partner's coordinator was asked of the plan before, and is asked of it as it was revised. */
  readonly askedAgain?: boolean | undefined
  /** The address of whoever can be asked about mails, and told what a partner thinks. */
  readonly office?: string | undefined
  /** For whom the plan is meant now. */
  readonly audience?: Audience | undefined
  /** What is still missing of a dossier, and what is asked again of it. */
  readonly dossier?: DossierDetails | undefined
  /** What the renewal of an agreement is decided on. */
  readonly figures?: RenewalFigures | undefined
  /** Who reads it: people of the school, a partner's contact, a candidate. */
  readonly reader?: string | undefined
  readonly ladders: Ladders
  /** The moment of the mail: what is left is counted from it, never from the rung, which may have waited for a Monday. */
  readonly now: Instant
  /** Where a last day ends, and when the school works. */
  readonly school: Calendar
  /** Where its reader lives. */
  readonly readerZone: string
}
export interface NoticeWords {
  /** `'Milestone “Joint master opened”'` */
  readonly heading: string
  /** What is asked, or what happened. */
  readonly body: string
  /** The final date, in full; absent when there is none. */
  readonly date?: string
  /** `'3 days left.'`, `'2 days late.'`; absent for news and without a date. */
  readonly distance?: string
  /** What happens if nobody acts; absent for news. */
  readonly consequence?: string
  /** Why it comes to this reader. */
  readonly why: string
  readonly late: boolean
}

interface NoticeWriting {
  readonly words: NoticeMessages
  readonly labels: Pick<Labels, 'cycleDateNamed' | 'agreement'>
  readonly format: Formatter
  readonly dates: Dates
}

/** Words one notice. */
export function noticeWords(
  { kind, details }: { readonly kind: NoticeKind; readonly details: NoticeDetails },
  writing: NoticeWriting,
): NoticeWords {
  const { words, labels, format } = writing
  const values = {
    title: details.title ?? details.about,
    centre: details.centre ?? 'none',
    part: partOf(kind, details) ?? 'none',
    amends: details.amends ? 'yes' : 'no',
    opinion: details.opinion ?? 'none',
    audience: details.audience ?? 'none',
    again: details.askedAgain ? 'yes' : 'no',
    office: details.office || 'none',
    year: academicYear(details.about),
    date: labels.cycleDateNamed(details.about) ?? 'none',
    nomination: details.about.replace(/^n(?=\d+$)/, ''),
    reader: details.reader ?? 'none',
    ...renewalFigures(details, writing),
    ...dossierIn(details, format),
  }
  const heading = format.text(words.headings[kind], values)
  const why = format.text(words.whys[kind], values)
  const time = timeOf(details, writing)
  const because = details.reason ? ` ${format.text(words.reason, { reason: details.reason })}` : ''
  if (!isReminder(kind, words))
    return {
      heading,
      body: format.text(newsOf(kind, words), values) + because,
      why,
      late: false,
      ...(time && { date: time.date }),
    }
  const consequence = format.text(words.consequences[kind], { ...values, steps: stepsAhead(kind, details, writing) })
  return { heading, body: format.text(words.asks[kind], values) + because, consequence, why, late: false, ...time }
}

const dossierIn = (
  { dossier }: NoticeDetails,
  { list }: Pick<Formatter, 'list'>,
): Readonly<Record<string, string>> => ({
  pieces: dossier && dossier.missing.length > 0 ? list(dossier.missing) : 'none',
  piece: dossier?.piece ?? 'none',
  ground: dossier?.ground ?? 'none',
  effect: dossier?.effect ?? 'none',
  stage: dossier?.stage ?? 'none',
  sender: dossier?.sender ?? 'none',
  withdrawn: dossier?.withdrawn ?? 'none',
  partner: dossier?.partner || 'none',
})

const yearMark = 'year:'

/** The academic year that a notice is about: `'year:2028'` → `'2028/2029'`. */
function academicYear(about: string): string {
  if (!about.startsWith(yearMark)) return about
  const first = about.slice(yearMark.length)
  return `${first}/${Number(first) + 1}`
}

const isReminder = (kind: NoticeKind, { asks }: NoticeMessages): kind is LadderKind => Object.hasOwn(asks, kind)
const newsOf = (kind: NewsKind, { news }: NoticeMessages): string => news[kind]

function timeOf(
  { untilOn, wasOn, passesAt, now, school: { zone }, readerZone }: NoticeDetails,
  { words, format, dates }: NoticeWriting,
) {
  if (!untilOn) return undefined
  const lastDay = dates.lastDay({ untilOn, zone, readerZone })
  const today = dayOf(now, { zone })
  const before = wasOn === undefined ? '' : ` ${format.text(words.movedFrom, { day: dates.day(wasOn) })}`
  const late = passesAt ? now >= passesAt : today > untilOn
  if (late)
    return {
      late,
      date: format.text(words.lastDayPassed, { lastDay }) + before,
      distance: format.text(words.daysLate, { days: daysBetween(untilOn, today) }),
    }
  return {
    late,
    date: format.text(words.lastDay, { lastDay }) + before,
    distance: format.text(words.daysLeft, { days: daysBetween(today, untilOn) }),
  }
}

/** The part that this notice's rung addresses; news and first requests have none. */
const partOf = (kind: NoticeKind, { days, ladders }: NoticeDetails): string | undefined =>
  days === undefined ? undefined : rungAt(rungsOf(kind, ladders), days)?.to

const rungsOf = (kind: NoticeKind, ladders: Ladders): readonly Rung[] =>
  Object.entries(ladders).find(([name]) => name === kind)?.[1] ?? []

/** What is still to come after the date, each with its day: the rungs of others than whoever hears first, who needs no telling. */
function stepsAhead(
  kind: LadderKind,
  { days = 0, untilOn, now, school, ladders }: NoticeDetails,
  { words, format, dates }: NoticeWriting,
): string {
  const rungs = rungsOf(kind, ladders)
  const [first, today] = [rungs[0]?.to, dayOf(now, school)]
  const steps = rungs.flatMap(({ days: after, to, opens, every = 0 }) => {
    if (!untilOn || after <= Math.max(days, 0) || !(opens || to !== first) || !isRungPart(to, words)) return []
    const day = dayOfRung(untilOn, after, school)
    if (day <= today) return []
    // Whoever may act may from that day on; whoever is told is told on a working day (R4).
    const told = opens ? day : workingDayFrom(day, school)
    return [format.text(words.steps[to], { day: dates.day(told), opens: opens ? 'yes' : 'no', every })]
  })
  return steps.length > 0
    ? steps.reduce((before, step) => format.text(words.stepAfterStep, { steps: before, step }))
    : 'none'
}

/** The day on which a rung after the date is climbed: the first on which the school is not closed (R2). */
const dayOfRung = (untilOn: CivilDate, days: number, school: Calendar): CivilDate =>
  openDayFrom(plusDays(untilOn, days), school)

const isRungPart = (part: string, { steps }: NoticeMessages): part is RungPart => Object.hasOwn(steps, part)
