import { Refusal } from '../refusals.ts'
import type { CivilDate } from '../time.ts'

/** What is decided of a partner, never computed: S8 and R12. */
export const decidedFacts = ['strategic', 'complete'] as const
export type DecidedFact = (typeof decidedFacts)[number]

/** What a rule finds of a fact, and why: a plan is in force, all four pillars are evidenced, or they are not any more. */
export const grounds = ['planInForce', 'pillarsEvidenced', 'pillarsNotEvidenced'] as const
export type Ground = (typeof grounds)[number]
export interface Finding {
  readonly value: boolean
  readonly ground: Ground
  /** The day on which that began; absent where it never was otherwise. */
  readonly sinceOn?: CivilDate | undefined
}

/** A decision about a partner, which holds from its day until the next one. */
export interface Decided {
  readonly value: boolean
  readonly on: CivilDate
  /** `person:p4` */
  readonly by: string
  /** A text of the store. */
  readonly reason: string
  /** What the rule found when it was taken, followed or not. */
  readonly finding?: Finding | undefined
}

/** What was decided of a partner that holds on a day; nothing where nobody decided anything yet. */
export const decidedOn = (decisions: readonly Decided[], on: CivilDate): Decided | undefined =>
  decisions.filter((decision) => decision.on <= on).at(-1)

/** R12: whether a finding is to be decided on: it differs from what holds, and nobody decided in view of it yet. */
export const isProposed = (decisions: readonly Decided[], finding: Finding | undefined): finding is Finding =>
  finding !== undefined &&
  finding.value !== lastOf(decisions) &&
  !decisions.some((decision) => isSame(decision.finding, finding))

const lastOf = (decisions: readonly Decided[]): boolean => decisions.at(-1)?.value ?? false

const isSame = (one: Finding | undefined, { ground, sinceOn }: Finding): boolean =>
  one?.ground === ground && one.sinceOn === sinceOn

/**
 * One more decision. Throws `register.decided-later` for a day before the last one, `register.decided-already` for the word that holds,
 * unless another is proposed: then it is the decision not to follow.
 */
export function withDecision(decisions: readonly Decided[], decision: Decided): readonly Decided[] {
  const last = decisions.at(-1)
  if (last && decision.on < last.on) throw new Refusal('register.decided-later', { on: last.on })
  if (lastOf(decisions) === decision.value && !isProposed(decisions, decision.finding))
    throw new Refusal('register.decided-already', { on: last?.on ?? decision.on })
  return [...decisions, decision]
}
