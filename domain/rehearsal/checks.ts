import { Temporal } from 'temporal-polyfill'
import type { Notice } from '../correspondence/correspondence.ts'
import { subjectIn } from '../id.ts'
import { memoized } from '../memoized.ts'
import type { Cadence, Policy, ReaderKind, Rules } from '../policy.ts'
import type { Stored } from '../process.ts'
import { processOf } from '../processes.ts'
import type { Happened } from '../rehearsal.ts'
import { civil, weekdays, type Calendar, type Instant } from '../time.ts'
import { subjectOf } from '../wait.ts'
import { followed, isDigested, isReceived, type Digested, type Followed } from './following.ts'

/** What must never happen, counted over a rehearsed ledger. */
export interface Checks {
  /** Notices in a mail that went after what they were about was over. */
  readonly sentAfterSettled: number
  /** Notices in two mails to one reader. */
  readonly sentTwice: number
  /** Notices in a mail that went at a moment R4 does not allow for its reader. */
  readonly outsideWindow: number
}

/** By whose days someone reads their mail: their calendar, and the cadence of their kind. */
export interface ReaderDays {
  readonly calendar: Calendar
  readonly kind: ReaderKind
}
/** What the checks know beside the ledger: the rules of the day, and how each reader lives. */
export interface Judged {
  readonly rules: Rules
  readonly readerOf: (correspondence: string) => ReaderDays
}

/** Counts the faults of a ledger from what was sent and when; asks none of the rules that decided it. */
export function checksOf(ledger: readonly Happened[], judged: Judged): Checks {
  const { see, counted } = checking(judged)
  for (const step of followed(ledger)) see(step)
  return counted
}

/** The same, for whoever goes through a ledger anyway: has each entry seen, in its order, and then says what was counted. */
export function checking(judged: Judged): { see(step: Followed): void; readonly counted: Checks } {
  const memory = new Memory()
  const counted = { sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 }
  const see = (step: Followed): void => {
    const { entry } = step
    memory.note(entry)
    if (!isDigested(entry)) return
    const reading = readingOf(entry, judged)
    for (const notice of entry.data.notices) {
      const known = { notice, receivedAt: memory.receivedAt(entry.id, notice.key) }
      if (memory.isSettled(entry.id, notice) || !isOpen(notice, step, judged)) counted.sentAfterSettled++
      if (memory.isRepeated(entry.id, notice.key)) counted.sentTwice++
      if (!isAllowed(entry, known, reading)) counted.outsideWindow++
    }
  }
  return { see, counted }
}

/** What was sent to whom so far, and since when things are over; places are those of the ledger. */
class Memory {
  #place = 0
  readonly #received = new Map<string, { readonly place: number; readonly at: Instant }>()
  readonly #settled = new Map<string, number>()
  readonly #sent = new Set<string>()

  note(entry: Happened): void {
    this.#place++
    for (const subject of entry.settled ?? []) this.#settled.set(subjectIn(entry.id, subject), this.#place)
    if (isReceived(entry)) this.#received.set(`${entry.id} ${entry.data.key}`, { place: this.#place, at: entry.at })
  }
  receivedAt(reader: string, key: string): Instant | undefined {
    return this.#received.get(`${reader} ${key}`)?.at
  }
  isSettled(reader: string, { key, subject }: Notice): boolean {
    return (this.#settled.get(subject) ?? 0) > (this.#received.get(`${reader} ${key}`)?.place ?? 0)
  }
  isRepeated(reader: string, key: string): boolean {
    const sent = `${reader} ${key}`
    if (this.#sent.has(sent)) return true
    this.#sent.add(sent)
    return false
  }
}

/** Whether what a notice is about is still waited for; news are about something that happened, and stay true. */
function isOpen({ subject }: Notice, { fileOf }: Followed, { rules }: Judged): boolean {
  const [stream = '', about = ''] = subject.split('#', 2)
  const sender: Stored | undefined = fileOf(stream)
  if (!about.includes('/')) return true
  return (
    sender !== undefined &&
    processOf(stream)
      .waits(sender, rules)
      .some((wait) => subjectOf(wait) === about)
  )
}

/**
 * R4, reckoned afresh on the reader's wall clock: between the hours of a digest on a working day of theirs in their cadence; an urgent
 * notice on any day between the urgent hours. Where the next such digest comes too late for the date announced: at the hour of a digest on
 * any working day, and where that comes too late as well, at once. What an officer sends by hand goes by their word.
 */
function isAllowed(
  { at, data: { by } }: Digested,
  { notice, receivedAt }: { readonly notice: Notice; readonly receivedAt: Instant | undefined },
  { sending, calendar, works, reads, time, day }: Reading,
): boolean {
  if (by === 'hand') return true
  const { digestAt, digestUntil, urgentFrom, urgentUntil, urgentKinds } = sending
  if (urgentKinds.includes(notice.kind)) return urgentFrom <= time && time < urgentUntil
  if (reads(day) && digestAt <= time && time < digestUntil) return true
  const next = (isOpen: IsOpen): string => nextDigest(receivedAt ?? at, { digestAt, isOpen, calendar })
  const { passesAt } = notice
  if (passesAt === undefined || at >= passesAt || next(reads) < passesAt) return false
  return next(works) < passesAt ? works(day) && time === digestAt : at === receivedAt
}

/** A mail by its reader's wall clock, and the days on which they work and read. */
interface Reading {
  readonly sending: Policy['sending']
  readonly calendar: Calendar
  readonly time: string
  readonly day: Temporal.PlainDate
  readonly works: IsOpen
  readonly reads: IsOpen
}

function readingOf({ id, at }: Digested, { rules: { policy }, readerOf }: Judged): Reading {
  const { calendar, kind } = readerOf(id)
  const works: IsOpen = (date) => calendar.isWorkingDay(civil(date.toString()))
  const reads: IsOpen = (date) => works(date) && isIn(policy.sending.cadence[kind], date)
  return { sending: policy.sending, calendar, ...clockThere(`${at} ${calendar.zone}`), works, reads }
}

type IsOpen = (date: Temporal.PlainDate) => boolean
const isIn = (cadence: Cadence, { dayOfWeek }: Temporal.PlainDate): boolean =>
  cadence === 'everyWorkingDay' || cadence.some((name) => name === weekdays[dayOfWeek % 7])

// Most mails go at a few moments of a day.
const clockThere = memoized((key): { time: string; day: Temporal.PlainDate } => {
  const [moment = '', zone = ''] = key.split(' ')
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO(zone)
  return { time: there.toPlainTime().toString().slice(0, 5), day: there.toPlainDate() }
})

function nextDigest(
  moment: Instant,
  { digestAt, isOpen, calendar: { zone } }: { digestAt: string; isOpen: IsOpen; calendar: Calendar },
): string {
  const now = Temporal.Instant.from(moment)
  for (let day = now.toZonedDateTimeISO(zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const digest = day.toZonedDateTime({ timeZone: zone, plainTime: digestAt }).toInstant()
    if (isOpen(day) && Temporal.Instant.compare(digest, now) >= 0)
      return digest.toString({ smallestUnit: 'millisecond' })
  }
}
