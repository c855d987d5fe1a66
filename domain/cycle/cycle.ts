import type { DossierStatus } from '../dossier/dossier.ts'
import type { Invitation, InvitationDate, ParticipationStatus } from '../participation/participation.ts'
import type { Mergers } from '../register/merge.ts'
import type { Party } from '../roster.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { cycleCommands } from './commands.ts'
import type { CycleDate, CycleDates } from './dates.ts'
import type { CycleName } from './ids.ts'
import type { Invitee, Uninvitable } from './invitable.ts'
import type { DatedMove } from './moving.ts'
import type { NotedDossier } from './noted.ts'
import { noOverrides, type Overrides } from './overrides.ts'

/** Whom a cycle admits: to a degree of engineer or master (S11), or to an exchange (S12). */
export const populations = ['engineer', 'master', 'exchange'] as const
export type Population = (typeof populations)[number]
/** When an exchange begins. */
export const terms = ['autumn', 'spring'] as const
export type Term = (typeof terms)[number]

/** The statuses that there are so far: what follows the dossiers (decisions, results) is not there yet. */
export const cycleStatuses = [
  'none',
  'prepared',
  'open',
  'nominationsClosed',
  'dossiersClosed',
  'cancelled',
  'archived',
] as const
export type CycleStatus = (typeof cycleStatuses)[number]
export type CyclePart = 'officer' | 'headOfOffice' | 'secondPerson' | 'direction' | 'process' | 'reader'

/** What the dates of a cycle were proposed by: the policy, and the year before where there was one. */
export interface Proposed {
  readonly template: CycleDates
  readonly lastYear?: LastYear | undefined
}
/** The cycle of the year before: the dates that it came to have, those of its own programmes and countries included. */
export interface LastYear {
  readonly cycle: string
  readonly dates: CycleDates
  readonly overrides: Overrides
}
/** A partner that was invited: since when, and how it stands. */
export interface Invited {
  readonly at: Instant
  readonly status: ParticipationStatus
  /** Why it was not invitable (R8), and why it was invited all the same (S10), as a text of the store. */
  readonly why?: Uninvitable | undefined
  readonly reason?: string | undefined
}
/** A partner that was invited, with the dates that its own part has from now on. */
export type Redated = Pick<Invitation, 'partner' | InvitationDate>

/** A date that is to come earlier than it was announced: nobody confirms what they proposed themselves. */
export interface ProposedMove extends DatedMove {
  /** A text of the store. */
  readonly reason: string
  readonly proposer: Party
  /** Until when someone else answers. */
  readonly by: CivilDate
}
/** A dossier of the cycle: whose, how it stands and since when. */
export interface Noted {
  readonly partner: string
  readonly status: Exclude<DossierStatus, 'none'>
  readonly since: Instant
}
/** R9: dossiers that were never sent by one day, until an officer confirms that they are closed. */
export interface Unsent {
  readonly since: Instant
  readonly by: CivilDate
  /** By register number. */
  readonly dossiers: readonly string[]
}
export interface Cycle extends CycleName {
  readonly status: CycleStatus
  /** Absent while nothing is prepared. */
  readonly dates?: CycleDates
  readonly proposed?: Proposed
  readonly overrides: Overrides
  /** Since when its opening stands on its day; `moved` once it was set anew (R11). */
  readonly opening?: { readonly since: Instant; readonly moved?: true }
  /** Since when nominations are awaited until their day; `moved` once that is another one (R11). */
  readonly awaiting?: { readonly since: Instant; readonly moved?: true }
  readonly openedAt?: Instant
  readonly proposedMove?: (ProposedMove & { readonly since: Instant }) | undefined
  readonly cancelledAt?: Instant
  /** The partners that were invited, by id. */
  readonly invited: Readonly<Record<string, Invited>>
  /** The dossiers that it was told of, in the order of their register numbers: one more costs a thousand others nothing. */
  readonly noted?: readonly NotedDossier[]
  /** What was stored before there was such a list; `notedIn` reads either. */
  readonly dossiers?: Readonly<Record<string, Noted>> | undefined
  /** Those never sent, by the day on which they closed. */
  readonly unsent: Readonly<Record<string, Unsent>>
}
/** A cycle of which nothing is known yet. */
export const newCycle: Cycle = {
  status: 'none',
  firstYear: 0,
  population: 'engineer',
  overrides: noOverrides,
  invited: {},
  unsent: {},
}

export type CycleEvents = {
  prepared: CycleName & { readonly dates: CycleDates; readonly overrides: Overrides; readonly proposed: Proposed }
  /** All dates as they are from now on; `opensFrom`: the day it was to open until now, where that is another. */
  datesSet: { readonly dates: CycleDates; readonly overrides: Overrides; readonly opensFrom?: CivilDate | undefined }
  opened: object
  /** `reason`: a text of the store. `partners`: whose own part has other dates by it. */
  deadlineMoved: DatedMove & { readonly reason: string; readonly partners: readonly Redated[] }
  moveProposed: ProposedMove
  moveRefused: { readonly date: CycleDate; readonly reason?: string | undefined }
  /** Their day lies ahead again. */
  nominationsReopened: object
  dossiersReopened: object
  /** One partner, until when it may nominate. */
  invited: Pick<Invited, 'why' | 'reason'> & { readonly partner: string } & Pick<Invitation, InvitationDate>
  participationNoted: { readonly partner: string; readonly status: ParticipationStatus }
  nominationsClosed: object
  dossiersClosed: object
  dossierNoted: { readonly dossier: string } & Omit<Noted, 'since'>
  /** `by`: the first of its day, so that from now on a list is to be confirmed. */
  unsentNoted: { readonly dossier: string; readonly on: CivilDate; readonly by?: CivilDate | undefined }
  /** R9: these are closed, each by its own process. */
  closingConfirmed: { readonly on: CivilDate; readonly dossiers: readonly string[] }
  /** The reason is a text of the store. */
  cancelled: { readonly reason: string }
  archived: object
}
export const cycleBecomes = {
  prepared: 'prepared',
  opened: 'open',
  nominationsClosed: 'nominationsClosed',
  nominationsReopened: 'open',
  dossiersReopened: 'nominationsClosed',
  dossiersClosed: 'dossiersClosed',
  cancelled: 'cancelled',
  archived: 'archived',
} as const satisfies { [E in keyof CycleEvents]?: CycleStatus }

/** Read from the register and the cycles before a step. */
export interface CycleFacts {
  /** The same cycle a year earlier, with the dates that it came to have; none that was cancelled. */
  readonly lastYear?: LastYear | undefined
  /** The programmes that a cycle of its population admits to, and how many semesters each takes. */
  readonly programmes: readonly { readonly id: string; readonly semesters: number }[]
  /** Of the countries that a command names, the codes that are no country's. */
  readonly noCountries?: readonly string[]
  /** Every partner, by id; one that is part of another is not invited, the other is. */
  readonly partners: Readonly<Record<string, Invitee & Pick<Mergers, 'mergedInto'>>>
}
export type CycleShape = {
  type: 'admissionCycle'
  state: Cycle
  events: CycleEvents
  commands: typeof cycleCommands
  part: CyclePart
  facts: CycleFacts
}
