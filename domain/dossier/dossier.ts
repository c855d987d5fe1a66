import type { CycleName } from '../cycle/ids.ts'
import type { CycleDates } from '../cycle/dates.ts'
import type { Closes, Overrides } from '../cycle/overrides.ts'
import type { DocumentFacts } from '../documents.ts'
import type { Channel } from '../participation/nominations/nomination.ts'
import type { Programme, Sender } from '../register/programme.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { Piece } from './pieces.ts'
import type { Appeal, Retention } from './retention.ts'

/** The statuses that there are so far: what follows a complete dossier (eligibility, interview, decision, arrival) is not there yet (`road.ts`). */
export const dossierStatuses = [
  'none',
  'nominated',
  'acknowledged',
  'inPreparation',
  'sent',
  'incomplete',
  'complete',
  'closedIncomplete',
  'withdrawn',
] as const
export type DossierStatus = (typeof dossierStatuses)[number]
export type DossierPart =
  | 'partner'
  | 'candidate'
  | 'sender'
  | 'pieceOwner'
  | 'officer'
  | 'headOfOffice'
  | 'dataProtection'
  | 'process'
  | 'register'
  | 'reader'

/** Who sent a dossier: whoever it is for to send it (R16), or the office on their behalf. */
export type SentBy = Sender | 'office'

/** Who is nominated, by whom, for what. */
export interface Nomination extends CycleName {
  /** The keys of the participation and of its cycle. */
  readonly participation: string
  readonly cycle: string
  /** Which nomination of its participation: `'n3'`. */
  readonly nomination: string
  readonly partner: string
  /** By the id of the register: what is personal stands there. */
  readonly candidate: string
  /** The programmes that are wished for, the first first. */
  readonly wishes: readonly string[]
  readonly channel: Channel
}
export interface Dossier extends Nomination {
  readonly status: DossierStatus
  /** Who is to send it, as the programme wished for first says (R16). */
  readonly sentBy: Sender
  /** What it needs, by code, in the order in which the policy names it. */
  readonly pieces: Readonly<Record<string, Piece>>
  /** R5: the days of which the latest counts, as stated. Absent before the nomination. */
  readonly closes?: Closes
  /** Since when it closes on that day; `moved` once it was another (R11). */
  readonly closing?: { readonly since: Instant; readonly moved?: true }
  /** An officer owes an acknowledgement, which is no acceptance. */
  readonly acknowledgement?: { readonly since: Instant; readonly by: CivilDate } | undefined
  /** Until when who sent it may take it back; `settled` once that is over. */
  readonly sending?:
    { readonly at: Instant; readonly by: SentBy; readonly until: Instant; readonly settled?: true } | undefined
  /** Since when there is something to check, and until when. */
  readonly checking?: { readonly since: Instant; readonly by: CivilDate } | undefined
  /** R9: never sent by its day, which is this one; an officer confirms the list of those. */
  readonly unsent?: { readonly since: Instant; readonly on: CivilDate } | undefined
  /** Who withdrew it, where that was not its nomination. */
  readonly withdrawnBy?: SentBy | undefined
  /** When it was withdrawn, and why, as a text of the store. */
  readonly withdrawal?: { readonly at: Instant; readonly reason?: string | undefined } | undefined
  /** R10: never closed, as nobody could be reached. */
  readonly unreached?: { readonly since: Instant; readonly by: CivilDate } | undefined
  /** R15: absent while something is to be decided of it yet. */
  readonly retention?: Retention | undefined
  /** R15: for how long appeals have suspended its retention. */
  readonly suspendedMs?: number | undefined
  readonly appeal?: Appeal | undefined
  /** Nothing is held of its candidate any more. */
  readonly erased?: true
}
/** A dossier of which nothing is known yet. */
export const newDossier: Dossier = {
  status: 'none',
  participation: '',
  cycle: '',
  nomination: '',
  partner: '',
  candidate: '',
  firstYear: 0,
  population: 'engineer',
  wishes: [],
  channel: 'partnerContact',
  sentBy: 'partner',
  pieces: {},
}

/** Those in which it was sent and is not taken back, closed or withdrawn. */
export const received = ['sent', 'incomplete', 'complete'] as const satisfies readonly DossierStatus[]
export const isReceived = ({ status }: Pick<Dossier, 'status'>): boolean => received.some((one) => one === status)

const over: readonly DossierStatus[] = ['none', 'closedIncomplete', 'withdrawn']

/** Whether anything can still be done for a dossier by whoever it is of: so long its signed links open. */
export const isOpen = ({ status }: Pick<Dossier, 'status'>): boolean => !over.includes(status)

/** Read from the register and the cycles before a step. */
export interface DossierFacts extends DocumentFacts {
  /** The cycles, by key: that of the dossier, or all of them before it has one. */
  readonly cycles: Readonly<Record<string, { readonly dates: CycleDates; readonly overrides: Overrides }>>
  /** What programmes say of their dossiers, by id. */
  readonly programmes: Readonly<Record<string, Pick<Programme, 'documents' | 'sentBy'>>>
  /** The countries of the partners, by id. */
  readonly countries: Readonly<Record<string, string>>
  /** R15: the other dossiers of the same candidate, once something was decided of this one. */
  readonly others?: readonly Dossier[]
  /** Whether anyone who is to send it can be written to (R10). */
  readonly reachable: boolean
}
