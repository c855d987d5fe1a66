import { seeded } from '../api/seeded-commands.ts'

/** What is asked of a stress: how many dossiers are sent, and how near their deadline. */
export interface Asked {
  readonly seed: number
  /** Sent before the deadline, within the window. */
  readonly submissions: number
  /** Of these, within the last second. */
  readonly lastSecond: number
  /** Sent after it, within three seconds. */
  readonly late: number
  readonly windowMs: number
  /** How often a worker, and an API, is killed. */
  readonly kills: number
}

/** How somebody sends: one click; two at once with one key; two at once as two commands. */
export const clickings = ['once', 'twiceWithKey', 'twice'] as const
export type Clicking = (typeof clickings)[number]

/** One dossier that is sent; moments are milliseconds after the deadline, negative before it. */
export interface Submission {
  /** Which of the dossiers, from 0. */
  readonly dossier: number
  readonly atMs: number
  readonly clicking: Clicking
  /** Who sends it where the office does: the nth of those who work there. */
  readonly officer: number
  /** Whether they try again until they are answered. */
  readonly insists: boolean
}
export interface Drawn {
  readonly submissions: readonly Submission[]
  readonly kills: readonly { readonly what: 'worker' | 'api'; readonly atMs: number }[]
  /** When the deadline of one country moves. */
  readonly moveAtMs: number
  /** Dossiers that are given another day, and when. */
  readonly extensions: readonly { readonly dossier: number; readonly atMs: number }[]
}

/** Who works at the office, by account. */
export const officers = ['officer', 'head-of-office', 'colleague-1', 'colleague-2'] as const

const lateMs = 3000
const insisting = 0.9
const extended = 0.05

/** Everything that is left to chance in a stress: the same for the same seed. */
export function draw({ seed, submissions, lastSecond, late, windowMs, kills }: Asked): Drawn {
  const random = seeded(seed)
  const between = (from: number, to: number): number => Math.round(from + random() * (to - from))
  const clicking = (): Clicking => {
    const drawn = random()
    if (drawn < 0.7) return 'once'
    return drawn < 0.85 ? 'twiceWithKey' : 'twice'
  }
  const moments = [
    ...Array.from({ length: submissions - lastSecond }, () => between(-windowMs, -1000)),
    ...Array.from({ length: lastSecond }, () => between(-1000, -1)),
    ...Array.from({ length: late }, () => between(1, lateMs)),
  ]
  const order = moments.map((_, dossier) => dossier).toSorted(() => random() - 0.5)
  return {
    submissions: moments.map((atMs, n) => ({
      dossier: order[n] ?? 0,
      atMs,
      clicking: clicking(),
      officer: Math.floor(random() * officers.length),
      insists: random() < insisting,
    })),
    kills: (['worker', 'api'] as const).flatMap((what) =>
      Array.from({ length: kills }, () => ({ what, atMs: between(-0.9 * windowMs, 1000) })),
    ),
    moveAtMs: between(-1500, -100),
    extensions: moments.flatMap((_, dossier) =>
      random() < extended ? [{ dossier, atMs: between(-lateMs, lateMs) }] : [],
    ),
  }
}
