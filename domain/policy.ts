import type { AgreementStage } from './agreement/agreement.ts'
import type { RenewalStep } from './agreement/span.ts'
import type { Population, Term } from './cycle/cycle.ts'
import type { CycleTemplate } from './cycle/dates.ts'
import type { DossierRules } from './dossier/required.ts'
import type { LabelStage } from './label/label.ts'
import type { Calendar, Weekday } from './time.ts'
import type { Rung, LadderKind } from './wait.ts'

/** S8: a complete collaboration covers these four together. */
export const pillars = ['teaching', 'research', 'companies', 'scientificCulture'] as const
export type Pillar = (typeof pillars)[number]

/** Where a party lives and works: its country's holidays and weekend, its zone's clock. */
export interface Place {
  /** ISO 3166-1 alpha-2, `'LB'`. */
  readonly country: string
  /** IANA zone, `'Asia/Beirut'`. */
  readonly zone: string
  /** The days off each week, where they are not those that the policy says of the country. */
  readonly weekend?: readonly Weekday[] | undefined
  /** Nobody knows the country's public holidays, and somebody stated that none are to count (S10). */
  readonly withoutHolidays?: true | undefined
}

/** Where somebody lives of whom nothing more was stated: by the first zone of the country, and by its holidays where anyone knows them. */
export interface Residence extends Omit<Place, 'zone'> {
  readonly zone?: undefined
}

/** The kinds of reader that have a cadence of their own: the school's people, and its partners' contacts. */
export const readerKinds = ['school', 'partner'] as const
export type ReaderKind = (typeof readerKinds)[number]

/** The days on which a digest may go: every working day of the reader, or those of them that fall on these weekdays. */
export type Cadence = 'everyWorkingDay' | readonly Weekday[]

/** The school's rules of the day as data: another school replaces `policy/*.yaml` and changes no code. */
export interface Policy {
  /** A hash of all its files; every ledger entry names the version that applied. */
  readonly version: string
  /** Wait kind → the rungs to climb, in days from the effective date. */
  readonly ladders: Readonly<Partial<Record<LadderKind, readonly Rung[]>>>
  /** R7: school working days a research centre has to answer. */
  readonly approvalWorkingDays: number
  /** School working days direction has to validate a plan that every centre approved. */
  readonly validationWorkingDays: number
  /** School working days a pilot has to submit a returned plan again, and to give new dates to what a plan could not keep. */
  readonly revisionWorkingDays: number
  readonly redateWorkingDays: number
  /** School working days a research centre has to accept the evidence of a milestone. */
  readonly evidenceWorkingDays: number
  /** School working days the partner's coordinator has to give an opinion; it blocks nothing. */
  readonly partnerOpinionWorkingDays: number
  /** S14, S15: months before a label's last day at which its renewal opens. */
  readonly labelRenewalMonths: number
  /** School working days for each thing that is owed for a label. */
  readonly labelWorkingDays: Readonly<Record<LabelStage, number>>
  /** School working days for each thing that is owed on the way to the signature of an agreement, or of its amendment. */
  readonly agreementWorkingDays: Readonly<Record<AgreementStage, number>>
  /** The ladder of an agreement's renewal: who is asked to decide so many months before its end, the earliest step first. */
  readonly agreementRenewal: readonly RenewalStep[]
  /** S17: the dates that a cycle of each population begins with, of exchanges by their term. */
  readonly admissions: Readonly<Record<Exclude<Population, 'exchange'>, CycleTemplate>> & {
    readonly exchange: Readonly<Record<Term, CycleTemplate>>
  }
  /** How many nominations of one partner may stand in one cycle, so that nobody reads more than can be read. */
  readonly standingNominations: number
  /** S17: school working days in which a nomination that the office returned is corrected. */
  readonly nominationCorrectionWorkingDays: number
  /** ADR 62: school working days in which the office says who somebody is whom a partner gave. */
  readonly settlingWorkingDays: number
  /** S11, S17: what dossiers need, and how long is given for what is owed of them. */
  readonly dossiers: DossierRules
  /** R10: school working days an officer has to find another contact, or an administrator a working address. */
  readonly newContactWorkingDays: number
  /** S17: for a second person to confirm a date earlier than announced. */
  readonly earlierDateWorkingDays: number
  /** S17: school working days the office has to answer a partner that asks for more time. */
  readonly extensionWorkingDays: number
  /** R10: school working days a contact has each September to confirm that they still answer. */
  readonly confirmationWorkingDays: number
  /** Calendar days before someone's last day from which agendas list what of theirs has no successor. */
  readonly departureNoticeDays: number
  /** Calendar days after its mail for which a signed link opens something for a partner's contact, at the most. */
  readonly linkDays: number
  /** How long after a deadline (never after a boundary) an act still counts, for clocks and networks that lag. */
  readonly graceSeconds: number
  readonly sending: {
    /** R4: the local time at which a day's digest goes, `'08:30'`. */
    readonly digestAt: string
    /** Until when a digest that was held up (an outage, a slow mail server) may still go that day, `'18:00'`. */
    readonly digestUntil: string
    /** On which days a digest may go, by kind of reader. */
    readonly cadence: Readonly<Record<ReaderKind, Cadence>>
    /** R4: urgent notices go on any day between these local times. */
    readonly urgentFrom: string
    readonly urgentUntil: string
    /** The kinds of notice that are urgent. */
    readonly urgentKinds: readonly string[]
  }
}

/** What `decide` and `waits` see of the rules; `evolve` sees nothing of them, so the past never changes. */
export interface Rules {
  readonly policy: Policy
  /** The school's own calendar. */
  readonly calendar: Calendar
  /** A party's own calendar, of its country and zone. */
  calendarOf(place: Place | Residence): Calendar
}
