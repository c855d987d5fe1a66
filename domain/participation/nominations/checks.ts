import type { Played } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Participation, ParticipationFacts } from '../participation.ts'
import { mostNominations } from './commands.ts'
import { standing, type Nomination } from './nomination.ts'

/** The nominations that stand beside the one that is judged, and what is known of the world. */
export interface Checked {
  readonly participation: Participation
  readonly facts: ParticipationFacts
}

/**
 * What whoever nominates is judged by. Whom other partners nominated is not for a partner to learn: what it nominates is taken, and the office
 * finds both (ADR 62).
 */
export const factsFor = ({
  facts,
  played,
}: {
  readonly facts: ParticipationFacts
  readonly played: readonly Played[]
}): ParticipationFacts => (played.some(({ part }) => part === 'partner') ? { ...facts, elsewhere: {} } : facts)

/**
 * Whoever is nominated is in the register, and counts once in a cycle, whatever the partner and the channel (S4, S6, S18). Throws
 * `participation.candidate-unknown`, `participation.candidate-twice` and `participation.candidate-elsewhere`.
 */
export function checkCandidate(candidate: string, { participation, facts: { candidates, elsewhere } }: Checked): void {
  if (!candidates.includes(candidate)) throw new Refusal('participation.candidate-unknown', { candidate })
  const here = standing(participation).find((one) => one.candidate === candidate)
  if (here) throw new Refusal('participation.candidate-twice', { nomination: here.id })
  const partner = Object.hasOwn(elsewhere, candidate) ? elsewhere[candidate] : undefined
  if (partner !== undefined) throw new Refusal('participation.candidate-elsewhere', { partner })
}

/** Throws `participation.programme-unknown` for a wish that the cycle does not admit to, or that takes nobody any more when they would arrive. */
export function checkWishes(
  wishes: readonly string[],
  { participation: { arrivalOn }, facts: { programmes } }: Checked,
): void {
  const unknown = wishes.find((programme) => {
    const known = Object.hasOwn(programmes, programme) ? programmes[programme] : undefined
    return !known || (known.closedOn !== undefined && arrivalOn !== undefined && known.closedOn < arrivalOn)
  })
  if (unknown !== undefined) throw new Refusal('participation.programme-unknown', { programme: unknown })
}

/** Throws `participation.too-many` where one more is more than one partner ever nominates. */
export function checkRoom({ participation: { order } }: Checked): void {
  if (order.length >= mostNominations) throw new Refusal('participation.too-many', { most: mostNominations })
}

/**
 * `nominationLimit` limits nominations, by the programme that is wished first; places limit nothing here: only admission uses them (S17).
 * What stands is counted. Throws `participation.limit-reached`.
 */
export function checkLimit([first]: readonly string[], { participation, facts: { programmes } }: Checked): void {
  const limit = first !== undefined && Object.hasOwn(programmes, first) ? programmes[first]?.nominationLimit : undefined
  if (limit === undefined) return
  if (firstWishesOf(standing(participation), first) >= limit)
    throw new Refusal('participation.limit-reached', { programme: first, limit })
}

/** How many of some nominations wish a programme first. */
export const firstWishesOf = (some: readonly Pick<Nomination, 'wishes'>[], programme: string | undefined): number =>
  some.filter(({ wishes: [first] }) => first === programme).length
