import type { ImportedRow, Importing } from '../../domain/participation/nominations/importing.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { PartOfRow, type NominationRow } from '../contracts/nominations-file.ts'
import type { ReadFile, RowFault } from '../imports/table-file.ts'
import type { VisitorScene } from '../register/scene.ts'
import { anyCandidateId, type RecognisedRow } from './candidates.ts'
import { columnAbout } from './faults.ts'
import { nearAmong } from './near.ts'
import { isOneTwice, unsoundIn, wishedTwice } from './unsound.ts'
import { wishesOf } from './wishes.ts'

/** A row of a file, as far as it can be read, with all that is wrong with it before it stands beside others. */
export interface JudgedRow {
  readonly line: number
  readonly said: PartOfRow
  /** Who it is of; of somebody who stands in the file twice it is one. */
  readonly candidate: string
  readonly faults: readonly RowFault[]
  /** Who it is of, where all of it can be read. */
  readonly recognised?: RecognisedRow | undefined
}
/** Whether nothing is wrong with a row. */
export const isSound = (row: JudgedRow): row is JudgedRow & { readonly recognised: RecognisedRow } =>
  row.recognised !== undefined && row.faults.length === 0

/** The rows of a file in its order, each with everything that is wrong with it beside what cannot be read. */
export function judgedRows(
  read: Pick<ReadFile<NominationRow>, 'partly'>,
  { recognised, scene: { deps, on } }: { readonly recognised: readonly RecognisedRow[]; readonly scene: VisitorScene },
): readonly JudgedRow[] {
  const { school } = deps
  const partly = read.partly.map(({ line, said }) => ({
    line,
    said: PartOfRow.parse(said),
    candidate: anyCandidateId(),
  }))
  const whole = recognised.map((one) => ({ line: one.line, said: one.row, candidate: one.candidate, recognised: one }))
  const rows = [...partly, ...whole].toSorted((one, other) => one.line - other.line)
  const before = nearAmong<PartOfRow & { readonly candidate: string }>()
  return rows.map((row: (typeof rows)[number] & { readonly recognised?: RecognisedRow }) => {
    const { line, said, recognised: own } = row
    const first = before.of(said).find((other) => isOneTwice(said, other))
    before.add({ ...said, candidate: row.candidate })
    const wrong = [
      ...(first ? [{ column: 'email', code: 'named_twice' }] : []),
      ...unsoundIn(said, { school, on }),
      ...wishedTwice(said),
      ...(own?.fault ? [own.fault] : []),
    ]
    return { ...row, candidate: first?.candidate ?? row.candidate, faults: wrong.map((fault) => ({ line, ...fault })) }
  })
}

/** What a row asks for beside the others: nothing where it wishes for nothing that can be read. */
export const askedOf = ({ said, candidate }: JudgedRow): ImportedRow | undefined => {
  const wishes = [...new Set(wishesOf(said))]
  return wishes.length > 0 ? { candidate, wishes, channel: said.channel ?? 'partnerContact' } : undefined
}

/**
 * All for which rows may not be beside those that stand, each judged with every row before it, as if those were put right. Of whoever wishes first for
 * what cannot be read nobody knows whether there is room: they come last, and are told of their other wishes alone.
 */
export function refusedRows(
  rows: readonly JudgedRow[],
  {
    asked,
    importing,
  }: {
    readonly asked: (row: JudgedRow) => ImportedRow | undefined
    readonly importing: (rows: readonly ImportedRow[]) => Pick<Importing, 'refused'>
  },
): readonly RowFault[] {
  const hasFirst = ({ said }: JudgedRow): boolean => said.wish1 !== undefined
  const inOrder = [...rows.filter(hasFirst), ...rows.filter((row) => !hasFirst(row))].flatMap((row) => {
    const ask = asked(row)
    return ask ? [{ row, ask }] : []
  })
  const isKnown = (row: JudgedRow, { code }: Refusal): boolean =>
    hasFirst(row) || code !== 'participation.limit-reached'
  return importing(inOrder.map(({ ask }) => ask)).refused.flatMap(({ row: at, refusal }) => {
    const row = inOrder[at]?.row
    if (!row || !isKnown(row, refusal)) return []
    const { code, fields } = refusal
    return [{ line: row.line, column: columnAbout(refusal, row.said), code, fields }]
  })
}
