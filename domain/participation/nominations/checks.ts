import type { Policy } from '../../policy.ts'
import type { Played } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Participation, ParticipationFacts } from '../participation.ts'
import { standingOf, type Nomination, type Standing } from './nomination.ts'

/** The nominations that stand beside the one that is judged, and what is known of the world. */
export interface Checked {
  readonly participation: Participation
  readonly facts: ParticipationFacts
  /** How many may stand at most, as the policy says. */
  readonly most: number
  /** By the partner itself, who learns nothing of others. */
  readonly byPartner: boolean
  /** Whether the register has a candidate, and their nomination that stands here. */
  readonly isKnown: (candidate: string) => boolean
  readonly here: (candidate: string) => Standing | undefined
}

/** What a nomination is judged by, and by whom it is made. */
export const checkedBy = (
  participation: Participation,
  {
    facts,
    played,
    policy,
  }: {
    readonly facts: ParticipationFacts
    readonly played: readonly Played[]
    readonly policy: Pick<Policy, 'standingNominations'>
  },
): Checked => ({
  participation,
  facts,
  most: policy.standingNominations,
  byPartner: played.some(({ part }) => part === 'partner'),
  isKnown: (candidate) => facts.candidates.includes(candidate),
  here: (candidate) => standingOf(participation, candidate),
})

/**
 * Whoever is nominated is in the register, and counts once in a cycle, whatever the partner and the channel (S4, S6, S18). Whom other partners
 * nominated is not for a partner to learn: it is taken by a record of its own, and the office finds both (ADR 62); a record that another file
 * holds is not, and nobody is named. Throws `participation.candidate-unknown`, `participation.candidate-twice`,
 * `participation.candidate-elsewhere` and `participation.candidate-not-here`.
 */
export function checkCandidate(candidate: string, { facts, byPartner, isKnown, here: hereOf }: Checked): void {
  if (!isKnown(candidate)) throw new Refusal('participation.candidate-unknown', { candidate })
  const here = hereOf(candidate)
  if (here) throw new Refusal('participation.candidate-twice', { nomination: here.id })
  const holder = partnerOf(candidate, facts.elsewhere)
  if (byPartner && holder !== undefined) throw new Refusal('participation.candidate-not-here')
  const partner = holder ?? (byPartner ? undefined : partnerOf(candidate, facts.elsewhereByOther))
  if (partner !== undefined) throw new Refusal('participation.candidate-elsewhere', { partner })
}

const partnerOf = (candidate: string, partners: Readonly<Record<string, string>>): string | undefined =>
  Object.hasOwn(partners, candidate) ? partners[candidate] : undefined

/** Throws `participation.programme-unknown` for a wish that the cycle does not admit to, or that takes nobody any more when they would arrive. */
export function checkWishes(
  wishes: readonly string[],
  { participation: { arrivalOn }, facts: { programmes } }: Pick<Checked, 'participation' | 'facts'>,
): void {
  const unknown = wishes.find((programme) => {
    const known = Object.hasOwn(programmes, programme) ? programmes[programme] : undefined
    return !known || (known.closedOn !== undefined && arrivalOn !== undefined && known.closedOn < arrivalOn)
  })
  if (unknown !== undefined) throw new Refusal('participation.programme-unknown', { programme: unknown })
}

/** Throws `participation.too-many` where one more is more than may stand of one partner in one cycle. */
export function checkRoom({ participation: { order }, most }: Pick<Checked, 'participation' | 'most'>): void {
  if (order.length >= most) throw new Refusal('participation.too-many', { most })
}

/**
 * `nominationLimit` limits nominations, by the programme that is wished first; places limit nothing here: only admission uses them (S17).
 * What stands is counted. Throws `participation.limit-reached`.
 */
export function checkLimit(
  [first]: readonly string[],
  { participation, facts: { programmes } }: Pick<Checked, 'participation' | 'facts'>,
): void {
  const limit = first !== undefined && Object.hasOwn(programmes, first) ? programmes[first]?.nominationLimit : undefined
  if (limit === undefined) return
  const { nominations, order } = participation
  if (
    firstWishesOf(
      order.flatMap((id) => nominations[id] ?? []),
      first,
    ) >= limit
  )
    throw new Refusal('participation.limit-reached', { programme: first, limit })
}

/** How many of some nominations wish a programme first. */
export const firstWishesOf = (some: readonly Pick<Nomination, 'wishes'>[], programme: string | undefined): number =>
  some.filter(({ wishes: [first] }) => first === programme).length
