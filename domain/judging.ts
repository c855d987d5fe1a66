import type { CloseSource } from './cycle/overrides.ts'
import type { RefusalCode } from './refusals.ts'
import type { CivilDate, Instant } from './time.ts'
import type { Wait, WaitKind } from './wait.ts'

/** The date that a command is judged by (R5): it is in time when it was received before it passed. */
export interface JudgedBy {
  /** The last day, as it counts (R1), and the instant from which it is too late. */
  readonly finalOn: CivilDate
  readonly passesAt: Instant
  /** Where that day comes from; absent where the file does not say. */
  readonly from?: CloseSource | undefined
  /** Since when it is that day; `moved` where it was another one before. */
  readonly since: Instant
  readonly moved?: true | undefined
}

/** What a command was judged by, at the number of the last entry that its file had then: one version of the date, and no other. */
export interface Judged extends JudgedBy {
  readonly seq: number
}

/** Where the clock ends a wait by closing a file to those who were to act: what they did in time is to be there first. */
const closings: readonly WaitKind[] = ['participationClosing', 'participationEnd']
export const isClose = ({ kind, then }: Pick<Wait, 'kind' | 'then'>): boolean =>
  then !== undefined && closings.includes(kind)

const late: readonly RefusalCode[] = [
  'dossier.close-passed',
  'dossier.take-back-over',
  'participation.nominations-closed',
]

/** Whether a command is refused for the moment at which it came: that is for its process to say, by the moment at which it was received. */
export const isLateness = (code: RefusalCode): boolean => late.includes(code)
