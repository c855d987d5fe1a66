import { Refusal } from '../../refusals.ts'
import type { Sender } from '../../register/programme.ts'
import type { CivilDate, Instant } from '../../time.ts'
import type { Participation } from '../participation.ts'

/** How a candidate came to be nominated (S18): by the schools together, by the school alone, or by the partner itself. */
export const channels = ['jointCampaign', 'ownCampaign', 'partnerContact'] as const
export type Channel = (typeof channels)[number]

/** A nomination stands, or was returned to whoever made it, who corrects it; or it is over: cancelled, or withdrawn with its dossier. */
export const nominationStates = ['nominated', 'returned', 'cancelled', 'withdrawn'] as const
export type NominationState = (typeof nominationStates)[number]

/** What is said of a candidate in a cycle; who they are is in the register. */
export interface NominationContent {
  /** The programmes that are wished, the most wanted first; none twice. */
  readonly wishes: readonly string[]
  readonly channel: Channel
  /** What the partner says of them, as a text of the store. */
  readonly statement?: string | undefined
}
export interface Nomination extends NominationContent {
  /** The candidate's id in the register. */
  readonly candidate: string
  readonly state: NominationState
  readonly at: Instant
  /** Since when it waits for its correction, until when, and why, as a text of the store. */
  readonly returned?: { readonly since: Instant; readonly by: CivilDate; readonly reason: string } | undefined
  /** Why it is over, as a text of the store. */
  readonly cancelled?: string | undefined
  /** Who withdrew its dossier. */
  readonly withdrawnBy?: Sender | 'office' | undefined
  /** The nomination in whose place it is, and the one that is in its place. */
  readonly replaces?: string | undefined
  readonly replacedBy?: string | undefined
}

/** The nominations of one partner: all that were made, by id, and the ids of those that stand, the most wanted first. */
export interface Nominations {
  readonly nominations: Readonly<Record<string, Nomination>>
  readonly order: readonly string[]
  /** How many were made in former lives of the file, whose ids name dossiers (ADR 16, ADR 56); absent in the first. */
  readonly madeBefore?: number
}
export const noNominations: Nominations = { nominations: {}, order: [] }

/** One that is made, `rank` being its place among those that stand, from 1. */
export interface Nominated extends NominationContent {
  readonly nomination: string
  readonly candidate: string
  readonly rank: number
  readonly replaces?: string | undefined
}

export type NominationEvents = {
  /** Something is to come, or to come again. */
  nominationsBegun: object
  nominated: Nominated
  /** What is said of the candidate from now on; `answers`: it had been returned for that. */
  nominationCorrected: NominationContent & { readonly nomination: string; readonly answers?: true }
  nominationsOrdered: { readonly order: readonly string[] }
  /** The office cannot use it as it is: it is corrected until that day. */
  nominationReturned: { readonly nomination: string; readonly reason: string; readonly by: CivilDate }
  nominationCancelled: { readonly nomination: string; readonly reason: string; readonly replacedBy?: string }
  /** Its dossier was withdrawn: by its candidate, by its partner, or by the office. */
  nominationWithdrawn: { readonly nomination: string; readonly by: Sender | 'office' }
  /** None is left of those that were made. */
  nominationsEmptied: object
  /** Somebody said that these are all. */
  nominationsFinished: object
  /** Their last day has passed, and some were made. */
  nominationsEnded: object
}

/** How many nominations were made in a file, over all its lives. */
export const madeIn = ({ nominations, madeBefore = 0 }: Pick<Nominations, 'nominations' | 'madeBefore'>): number =>
  madeBefore + Object.keys(nominations).length

/** The id of the next nomination of a file: never one that was given before, in no life of it. `'n3'` where two were made. */
export const nextNomination = (file: Pick<Nominations, 'nominations' | 'madeBefore'>): string => `n${madeIn(file) + 1}`

/** One that stands, with its id. */
export type Standing = Nomination & { readonly id: string }

/** Those that stand with their ids, the most wanted first. */
export const standing = ({ nominations, order }: Nominations): readonly Standing[] =>
  order.flatMap((id) => {
    const nomination = Object.hasOwn(nominations, id) ? nominations[id] : undefined
    return nomination ? [{ ...nomination, id }] : []
  })

/** The one of a candidate that stands, with its id. */
export function standingOf({ nominations, order }: Nominations, candidate: string): Standing | undefined {
  return withId(
    nominations,
    order.find((one) => nominations[one]?.candidate === candidate),
  )
}

/** A nomination with its id; nothing where none is given, or has it. */
export function withId(nominations: Nominations['nominations'], id: string | undefined): Standing | undefined {
  const nomination = id === undefined ? undefined : nominations[id]
  return id === undefined || !nomination ? undefined : { ...nomination, id }
}

/** Whether it stands no more. */
export const isOver = ({ state }: Pick<Nomination, 'state'>): boolean => state === 'cancelled' || state === 'withdrawn'

/** One that stands. Throws `participation.nomination-unknown` and `participation.nomination-over`. */
export function standingOne({ nominations }: Pick<Participation, 'nominations'>, id: string): Nomination {
  const nomination = Object.hasOwn(nominations, id) ? nominations[id] : undefined
  if (!nomination) throw new Refusal('participation.nomination-unknown', { nomination: id })
  if (isOver(nomination)) throw new Refusal('participation.nomination-over', { nomination: id })
  return nomination
}

const ofCandidates: readonly (keyof NominationEvents)[] = [
  'nominated',
  'nominationCorrected',
  'nominationReturned',
  'nominationCancelled',
]
/** Whether the texts of an event may speak of a candidate: they are for those alone who may see who candidates are. */
export const speaksOfCandidates = (type: string): boolean => ofCandidates.some((one) => one === type)
