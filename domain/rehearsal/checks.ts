import { Temporal } from 'temporal-polyfill'
import type { Notice } from '../correspondence/correspondence.ts'
import type { Rules } from '../policy.ts'
import type { Stored } from '../process.ts'
import { processOf } from '../processes.ts'
import type { Happened } from '../rehearsal.ts'
import { civil, type Calendar, type Instant } from '../time.ts'
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

/** What the checks know beside the ledger: the rules of the day, and by what calendar each reader lives. */
export interface Judged {
  readonly rules: Rules
  readonly calendarOf: (correspondence: string) => Calendar
}

/** Counts the faults of a ledger from what was sent and when; asks none of the rules that decided it. */
export function checksOf(ledger: readonly Happened[], judged: Judged): Checks {
  const memory = new Memory()
  const counted = { sentAfterSettled: 0, sentTwice: 0, outsideWindow: 0 }
  for (const step of followed(ledger)) {
    const { entry } = step
    memory.note(entry)
    if (!isDigested(entry)) continue
    for (const notice of entry.data.notices) {
      const known = { notice, receivedAt: memory.receivedAt(entry.id, notice.key) }
      if (memory.isSettled(entry.id, notice) || !isOpen(notice, step, judged)) counted.sentAfterSettled++
      if (memory.isRepeated(entry.id, notice.key)) counted.sentTwice++
      if (!isAllowed(entry, known, judged)) counted.outsideWindow++
    }
  }
  return counted
}

/** What was sent to whom so far, and since when things are over; places are those of the ledger. */
class Memory {
  #place = 0
  readonly #received = new Map<string, { readonly place: number; readonly at: Instant }>()
  readonly #settled = new Map<string, number>()
  readonly #sent = new Set<string>()

  note(entry: Happened): void {
    this.#place++
    for (const subject of entry.settled ?? []) this.#settled.set(`${entry.id}#${subject}`, this.#place)
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
 * R4, reckoned afresh on the reader's wall clock: between the hours of a digest on a working day there; an urgent notice on any
 * day between the urgent hours; at once where the next digest would come too late. What an officer sends by hand goes by their word.
 */
function isAllowed(
  { id, at, data: { by } }: Digested,
  { notice, receivedAt }: { readonly notice: Notice; readonly receivedAt: Instant | undefined },
  { rules, calendarOf }: Judged,
): boolean {
  if (by === 'hand') return true
  const calendar = calendarOf(id)
  const { digestAt, digestUntil, urgentFrom, urgentUntil, urgentKinds } = rules.policy.sending
  const { time, isWorkingDay } = clockThere(at, calendar)
  if (urgentKinds.includes(notice.kind)) return urgentFrom <= time && time < urgentUntil
  if (isWorkingDay && digestAt <= time && time < digestUntil) return true
  const { passesAt } = notice
  return passesAt !== undefined && at === receivedAt && at < passesAt && passesAt <= nextDigest(at, digestAt, calendar)
}

function clockThere(moment: Instant, { zone, isWorkingDay }: Calendar): { time: string; isWorkingDay: boolean } {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO(zone)
  return {
    time: there.toPlainTime().toString().slice(0, 5),
    isWorkingDay: isWorkingDay(civil(there.toPlainDate().toString())),
  }
}

function nextDigest(moment: Instant, digestAt: string, { zone, isWorkingDay }: Calendar): string {
  const now = Temporal.Instant.from(moment)
  for (let day = now.toZonedDateTimeISO(zone).toPlainDate(); ; day = day.add({ days: 1 })) {
    const digest = day.toZonedDateTime({ timeZone: zone, plainTime: digestAt }).toInstant()
    if (isWorkingDay(civil(day.toString())) && Temporal.Instant.compare(digest, now) >= 0)
      return digest.toString({ smallestUnit: 'millisecond' })
  }
}
