import type { PartOfRow } from '../contracts/nominations-file.ts'

/** Where programmes are wished for, the most wanted first. */
export const wishColumns = ['wish1', 'wish2', 'wish3'] as const

/** The programmes that a row wishes, the most wanted first. */
export const wishesOf = (row: Pick<PartOfRow, (typeof wishColumns)[number]>): string[] =>
  wishColumns.map((column) => row[column]).filter((wish) => wish !== undefined)
