import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { agreementId } from '../../domain/agreement/ids.ts'
import { keyOf } from '../../domain/id.ts'
import type { RefusalCode } from '../../domain/refusals.ts'
import { findRows, rowIdOf, type Row } from '../../store/inbox.ts'
import { nextNumbered } from '../../store/numbers.ts'
import { looseNamed } from '../../store/uploads.ts'
import { refusalOf } from '../command/judge.ts'
import { orderOf, type Order } from '../command/order.ts'
import { storedWorld } from '../command/stored-world.ts'
import type { AgreementRow } from '../contracts/agreement-import.ts'
import { Fault } from '../contracts/problem.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import type { Caller } from '../session/caller.ts'
import type { ReadRow, RowFault } from './table-file.ts'

const command = 'draftAgreement'
const anyAgreement = 'agreement/import'
export const numbering = { type: 'agreement', idOf: agreementId } as const

/** An agreement of a file that is to be drafted. */
export interface Drafting {
  readonly reference: string
  /** Of its row in the inbox: the same for the same reference, whoever sends it. */
  readonly id: string
  readonly order: Order
}
/** What a file comes to. */
export interface AgreementImport {
  readonly added: readonly Drafting[]
  /** The numbers of those that came in before. */
  readonly unchanged: readonly string[]
  readonly faults: readonly RowFault[]
}

const columns: Readonly<Partial<Record<RefusalCode, string>>> = {
  'agreement.partner-unknown': 'partners',
  'agreement.partner-merged': 'partners',
  'agreement.partner-ended': 'partners',
  'agreement.centre-unknown': 'centres',
  'agreement.centre-closed': 'centres',
  'agreement.validity-backwards': 'until',
  'agreement.places-twice': 'places',
  'agreement.year-outside': 'places',
  'agreement.date-ahead': 'signedOn',
  'agreement.version-unsigned': 'scan',
  'document.unknown': 'scan',
}
/** Fields of the command that have other columns. */
const columnOf: Readonly<Record<string, string>> = { document: 'scan', validity: 'until' }

/** Judges each row as if it were drafted alone. A scan is named by its id, its hash, or what its file was called. */
export async function agreementImportOf(
  deps: Deps,
  { rows, caller }: { readonly rows: readonly ReadRow<AgreementRow>[]; readonly caller: Caller },
): Promise<AgreementImport> {
  const scans = await looseNamed(deps.store, caller.actor.id)
  const ids = new Map(rows.map(({ row }) => [row, rowIdOf(anyAgreement, anyAgreement, row.reference)]))
  const known = new Map((await findRows(deps.store, [...ids.values()])).map((row) => [row.id, row]))
  const stream = await nextNumbered(deps.store, numbering)
  const seen = new Set<string>()
  const faults: RowFault[] = []
  const unchanged: string[] = []
  const drafting: (Drafting & { readonly line: number })[] = []
  for (const { line, row } of rows) {
    const id = ids.get(row) ?? ''
    const before = known.get(id)
    const fault = (column: string | null, code: string) => faults.push({ line, column, code })
    if (seen.has(row.reference)) fault('reference', 'named_twice')
    seen.add(row.reference)
    const found = before || row.scan === undefined ? [] : scans.filter(({ names }) => names.includes(row.scan ?? ''))
    if (!before && row.scan !== undefined && found.length !== 1)
      fault('scan', found.length === 0 ? 'scan_unknown' : 'scan_ambiguous')
    const [scan] = found
    if (scan && seen.has(scan.id)) fault('scan', 'named_twice')
    if (scan) seen.add(scan.id)
    const read = orderIn({ row, document: scan?.id, stream, actor: caller.actor, secret: deps.secret })
    if ('faults' in read)
      faults.push(...read.faults.map(({ path, code, ...fields }) => ({ line, column: path, code, fields })))
    else if (!before) drafting.push({ line, reference: row.reference, id, order: read })
    else if (isSame(before, read)) unchanged.push(keyOf(before.stream))
    else fault('reference', 'reference_differs')
  }
  const world = await storedWorld(deps, {
    stream,
    register: caller.register,
    commands: drafting.map(({ order: { input } }) => ({ type: command, input })),
  })
  const at = deps.now()
  for (const { line, order } of drafting) {
    const refusal = await refusalOf(world, { order, at })
    if (refusal)
      faults.push({ line, column: columns[refusal.code] ?? null, code: refusal.code, fields: refusal.fields })
  }
  return { added: drafting, unchanged, faults }
}

const Faults = z.array(Fault)

/** The command that a row stands for, or what its contract says against it, by column. */
function orderIn({
  row: { reference: _, scan: __, from, until, ...row },
  document,
  stream,
  actor,
  secret,
}: {
  readonly row: AgreementRow
  readonly document: string | undefined
  readonly stream: string
  readonly actor: Actor
  readonly secret: string
}): Order | { readonly faults: z.output<typeof Faults> } {
  const body = {
    ...row,
    validity: { from, until },
    withImt: row.withImt === 'true',
    ...(document !== undefined && { document }),
  }
  try {
    return orderOf({ stream, command, actor, body }, secret)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const faults = Faults.parse(error.fields['faults'])
    return { faults: faults.map(({ path, ...fault }) => ({ path: columnNamed(path), ...fault })) }
  }
}

const columnNamed = (path: string): string => {
  const [field = ''] = path.split('.')
  return columnOf[field] ?? field
}

/** Whether a row says what it said when it came before, its scan apart: that one belongs to it since. */
const isSame = ({ input }: Row, order: Order): boolean =>
  isDeepStrictEqual(withoutScan(input), withoutScan(order.input))

const withoutScan = (input: unknown): object =>
  typeof input === 'object' && input !== null ? { ...input, document: undefined } : {}
