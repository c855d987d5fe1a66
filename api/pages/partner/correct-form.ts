import { z } from 'zod'
import type { NominationRow } from '../../contracts/nominations-file.ts'
import { candidateIn } from '../../nominations-file/candidates.ts'
import { wishesOf } from '../../nominations-file/wishes.ts'
import type { OpenReading } from './opening.ts'
import type { Correctable } from './correctable.ts'
import type { TypedNomination } from './nominate-form.ts'

/** What was sent of one nomination: what was typed where something may change and what stands elsewhere, its place, and the page it was sent of. */
export interface Correction {
  readonly typed: TypedNomination
  readonly rank?: number | undefined
  /** That it is the same person was confirmed. */
  readonly confirmed: boolean
  readonly seq: string
}
/** A command on a nomination, as it is sent. */
export interface Asked {
  readonly command: 'correctNomination' | 'reorder'
  readonly body: object
}

const Sent = z.record(z.string(), z.unknown()).catch({})

/** Reads a sent form: a field that may not change, or was not sent, says what stands. */
export function readCorrection(body: unknown, { columns, rank, typed }: Correctable): Correction {
  const sent = Sent.parse(body ?? {})
  const said = (name: string): string | undefined => {
    const value = sent[name]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const place = Number(said('rank'))
  return {
    typed: { ...typed, ...Object.fromEntries(columns.map((column) => [column, said(column) ?? typed[column] ?? ''])) },
    rank: rank && Number.isInteger(place) && place >= 1 && place <= rank.last ? place : rank?.now,
    confirmed: said('same') === 'yes',
    seq: said('seq') ?? '',
  }
}

/** Whether a correction says otherwise who somebody is. */
export const changesPerson = (row: NominationRow, { record }: Pick<Correctable, 'record'>): boolean =>
  JSON.stringify(candidateIn(row)) !== JSON.stringify(candidateIn(record))

/** What a correction asks of the process: what is said of somebody, which also answers a nomination that was returned, and their place. */
export function askedBy(
  { row, form }: { readonly row: NominationRow; readonly form: Correction },
  { one, rank, typed, record }: Correctable,
  { file }: Pick<OpenReading, 'file'>,
): readonly Asked[] {
  const { id: nomination } = one
  // More than a form holds stay behind those that it does.
  const wishes = [...wishesOf(row), ...one.wishes.slice(3)]
  const changes = {
    ...(wishes.join() !== one.wishes.join() && { wishes }),
    ...(row.channel !== one.channel && { channel: row.channel }),
    ...((row.statement ?? '') !== typed.statement && { statement: row.statement ?? null }),
  }
  const answers = one.state === 'returned' && changesPerson(row, { record })
  const order = file.state.order.filter((id) => id !== nomination)
  return [
    ...(Object.keys(changes).length > 0 || answers
      ? [{ command: 'correctNomination' as const, body: { nomination, ...changes } }]
      : []),
    ...(rank && form.rank !== undefined && form.rank !== rank.now
      ? [{ command: 'reorder' as const, body: { order: order.toSpliced(form.rank - 1, 0, nomination) } }]
      : []),
  ]
}
