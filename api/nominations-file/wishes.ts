import type { NominationRow } from '../contracts/nominations-file.ts'

/** The programmes that a row wishes, the most wanted first. */
export const wishesOf = ({ wish1, wish2, wish3 }: Pick<NominationRow, 'wish1' | 'wish2' | 'wish3'>): string[] =>
  [wish1, wish2, wish3].filter((wish) => wish !== undefined)
