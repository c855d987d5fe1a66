import type { CycleName } from '../cycle/ids.ts'
import type { Programme } from '../register/programme.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { participationCommands } from './commands.ts'
import type { ExtensionEvents, ExtensionRequest } from './extension.ts'
import { noNominations, type NominationEvents, type Nominations } from './nominations/nomination.ts'
import type { PersonEvents, PersonsToSettle } from './persons.ts'

export const participationStatuses = [
  'none',
  'invited',
  'opened',
  'nominating',
  'finished',
  'noneThisYear',
  'silent',
  'notReached',
  'cancelled',
] as const
export type ParticipationStatus = (typeof participationStatuses)[number]
export type ParticipationPart = 'partner' | 'officer' | 'headOfOffice' | 'process' | 'register' | 'reader'

/** To what a partner is invited. */
export interface Invitation extends CycleName {
  /** The key of the cycle. */
  readonly cycle: string
  readonly partner: string
  /** Its last day for nominations, as stated: the cycle's, or its country's where that is later (R5). */
  readonly closesOn: CivilDate
  /** The last day of its candidates' dossiers, as stated: the cycle's, or its country's where that is later (R5). */
  readonly dossiersCloseOn: CivilDate
  /** The day on which whoever is admitted arrives: nobody nominates after it. */
  readonly arrivalOn: CivilDate
}
/** The days that an invitation says. */
export type InvitationDate = 'closesOn' | 'dossiersCloseOn' | 'arrivalOn'
export interface Participation extends Omit<Invitation, InvitationDate>, Nominations {
  readonly status: ParticipationStatus
  /**
   * When nominations close, as stated, and since when it is that day; `moved` once it was extended (R11); `last` where a
   * request for more time was refused after it had passed. Absent before the invitation.
   */
  readonly closing?: { readonly on: CivilDate; readonly since: Instant; readonly moved?: true; readonly last?: true }
  /** The last request for more time; nominations are not closed while it is open. */
  readonly extension?: ExtensionRequest | undefined
  /** That of its cycle, or of its country; and one of its own, once it was given more time. The later counts (R5). */
  readonly cycleClosesOn?: CivilDate
  readonly extendedTo?: CivilDate
  readonly dossiersCloseOn?: CivilDate
  readonly arrivalOn?: CivilDate
  /** Since when nobody there could be reached at the close, and until when an officer owes another day (R10). */
  readonly unreached?: { readonly since: Instant; readonly by: CivilDate } | undefined
  /** Of whom among the nominated the office still has to say who they are; absent where that was never anybody. */
  readonly toSettle?: PersonsToSettle
  /** What was said where nobody is nominated, as a text of the store. */
  readonly note?: string | undefined
}
/** A participation of which nothing is known yet. */
export const newParticipation: Participation = {
  status: 'none',
  cycle: '',
  partner: '',
  firstYear: 0,
  population: 'engineer',
  ...noNominations,
}

/** Every status but `none` comes with its dates: the last day for nominations, as stated, and the day of arrival. */
export function closingOf({
  closing,
  arrivalOn,
}: Pick<Participation, 'closing' | 'arrivalOn'>): Pick<Invitation, 'closesOn' | 'arrivalOn'> {
  if (!closing || !arrivalOn) throw new Error('a participation that was never invited closes on no day')
  return { closesOn: closing.on, arrivalOn }
}

interface Extension {
  readonly from: CivilDate
  readonly to: CivilDate
  /** A text of the store. */
  readonly reason: string
}
type CycleDatesMoved = Pick<Invitation, InvitationDate>
export type ParticipationEvents = {
  invited: Invitation
  opened: object
  /** Nobody was to be nominated this year, and somebody may be after all, until that day as stated. */
  reconsidered: { readonly on: CivilDate }
  /** Dates of its cycle moved, and the day until which it may nominate stays. */
  cycleMoved: CycleDatesMoved
  closingMoved: CycleDatesMoved & Pick<Extension, 'from' | 'to'>
  /** It was over, and its day lies ahead again as its cycle's moved. */
  calledAgain: CycleDatesMoved & Pick<Extension, 'from' | 'to'>
  saidNone: { readonly note?: string | undefined }
  extended: Extension
  /** It was over, and is not any more. */
  reopened: Extension
  fellSilent: object
  /** R10: never counted as silent. */
  foundUnreached: { readonly by: CivilDate }
  /** `answered`: the invitation was over for them, so that they know of it; else its news goes to those alone to whom it was sent. */
  cancelled: { readonly answered?: true }
} & NominationEvents &
  ExtensionEvents &
  PersonEvents
export const participationBecomes = {
  invited: 'invited',
  opened: 'opened',
  reconsidered: 'opened',
  saidNone: 'noneThisYear',
  nominationsBegun: 'nominating',
  nominationsEmptied: 'opened',
  nominationsFinished: 'finished',
  nominationsEnded: 'finished',
  reopened: 'invited',
  calledAgain: 'invited',
  fellSilent: 'silent',
  foundUnreached: 'notReached',
  cancelled: 'cancelled',
} as const satisfies { [E in keyof ParticipationEvents]?: ParticipationStatus }

/** The statuses in which something is asked of the partner, until the clock closes it. */
export const askedStatuses = ['invited', 'opened', 'nominating'] as const satisfies readonly ParticipationStatus[]

/** Whether anything is asked of the partner: until the close, and while a nomination that was returned waits for its correction. */
export const isAsked = ({ status, nominations }: Pick<Participation, 'status' | 'nominations'>): boolean =>
  askedStatuses.some((one) => one === status) ||
  (status === 'finished' && Object.values(nominations).some(({ state }) => state === 'returned'))

/** A programme that candidates can be nominated for: how many a partner may nominate, and the last day on which it takes anyone. */
export type ProgrammeOpen = Pick<Programme, 'nominationLimit' | 'closedOn'>

/** Read from the register and the other partners' parts in the cycle before a step. */
export interface ParticipationFacts {
  /** Whether anyone at the partner can be written to (R10). */
  readonly reachable: boolean
  /** The programmes that the cycle admits to, by id. */
  readonly programmes: Readonly<Record<string, ProgrammeOpen>>
  /** Of those whom a command names, the ids of whoever is in the register. */
  readonly candidates: readonly string[]
  /** Whom another partner nominated in the same cycle, by the candidate's id, and that partner. */
  readonly elsewhere: Readonly<Record<string, string>>
  /** The same, by the ids of the other records of that person. */
  readonly elsewhereByOther: Readonly<Record<string, string>>
  /** Of those whom a command nominates, or who stand where the register is asked anew, the ids of whoever the office has to settle (ADR 62). */
  readonly toSettle: readonly string[]
}
export type ParticipationShape = {
  type: 'participation'
  state: Participation
  events: ParticipationEvents
  commands: typeof participationCommands
  part: ParticipationPart
  facts: ParticipationFacts
}
