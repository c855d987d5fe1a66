import type { Entry } from './process.ts'
import type { Instant } from './time.ts'

/** Why nobody heard of a rung: nobody could, or the word of a moved date had just said it (R11). */
export type Skipped = 'absent' | 'barred' | 'nobody' | 'covered'
/** A rung was climbed: `skipped` says why nobody heard. */
export interface Reminded extends Entry {
  readonly type: 'reminded'
  readonly data: { readonly key: string; readonly opens?: string; readonly skipped?: Skipped }
}
/** The rule of a due item failed: it is tried again, further and further apart. */
export interface Parked extends Entry {
  readonly type: 'parked'
  readonly data: { readonly key: string; readonly tries: number; readonly until: Instant }
}
/** Whether an entry says that a rung was climbed. */
export const isReminded = (entry: Entry): entry is Reminded => entry.type === 'reminded'
/** Whether an entry says that a due item was put off. */
export const isParked = (entry: Entry): entry is Parked => entry.type === 'parked'

/** Others answer now for what is waited for: they are told, and whoever holds no part in it any more hears no more. */
export interface Rerouted extends Entry {
  readonly type: 'rerouted'
  /** Subject of a wait → persons' ids who hold no part in it any more. */
  readonly data: { readonly left: Readonly<Record<string, readonly string[]>> }
}
/** Whether an entry says that what is waited for was passed on to whoever answers for it now. */
export const isRerouted = (entry: Entry): entry is Rerouted => entry.type === 'rerouted'

/** What the machine itself remembers, in the ledger of any process: it changes nothing of what a file says. */
const ownEvents = ['reminded', 'parked', 'rerouted'] as const
/**
 * What no reader is overtaken by: that, and what becomes of the last day of a dossier by itself, as it passes, or as its cycle states its days anew. Whoever acts is
 * judged by the day that counts when they are received (ADR 66), and all else that they have read stands (ADR 76).
 */
export const noEdits = [...ownEvents, 'closeReached', 'closeNoted'] as const
/** Whether an entry changes what its file says. */
export const isEdit = ({ type }: Pick<Entry, 'type'>): boolean => !noEdits.some((one) => one === type)
