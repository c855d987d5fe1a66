import type { Chance } from '../domain/rehearsal/habits.ts'
import type { Partner, SchoolPolicy } from '../policy/load.ts'
import { sha256 } from '../store/chain.ts'

/** The chances of a seed. */
export const chanceOf =
  (seed: number): Chance =>
  (words) =>
    parseInt(sha256(`${seed} ${words}`).slice(0, 12), 16) / 2 ** 48

/** The first partners of the policy; where there are not enough, more of their kind. */
export const partnersOf = ({ partners }: SchoolPolicy, count: number): readonly Partner[] =>
  Array.from({ length: count }, (_, n) => partners[n] ?? anotherLike(partners[n % partners.length], n)).flat()

const anotherLike = (partner: Partner | undefined, n: number): readonly Partner[] =>
  partner ? [{ ...partner, id: `partner-${n + 1}` }] : []
