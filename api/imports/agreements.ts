import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../domain/actor.ts'
import { agreementId } from '../../domain/agreement/ids.ts'
import { refusalsOfDraft, type PartOfDraft } from '../../domain/agreement/decide/content.ts'
import { keyOf } from '../../domain/id.ts'
import type { Refusal, RefusalCode } from '../../domain/refusals.ts'
import { repeated } from '../../domain/repeated.ts'
import { planFacts } from '../../store/facts.ts'
import { findRows, rowIdOf, type Row } from '../../store/inbox.ts'
import { nextNumbered } from '../../store/numbers.ts'
import { looseNamed } from '../../store/uploads.ts'
import { refusalOf } from '../command/judge.ts'
import { orderOf, type Order } from '../command/order.ts'
import { storedWorld } from '../command/stored-world.ts'
import { PartOfAgreementRow, type AgreementRow } from '../contracts/agreement-import.ts'
import type { Deps } from '../deps.ts'
import type { Caller } from '../session/caller.ts'
import { partlyRead, type ReadFile, type RowFault } from './table-file.ts'

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

const columns: Readonly<Partial<Record<RefusalCode, keyof AgreementRow>>> = {
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

/** The column that a refusal of a row is about, where it is about one. */
const columnAbout = ({ code }: Refusal, { partners = [] }: PartOfAgreementRow): keyof AgreementRow | null => {
  if (code === 'agreement.named-twice') return repeated(partners) === undefined ? 'centres' : 'partners'
  return columns[code] ?? null
}

/** The rows of a file, each with the row of the inbox that came in for its reference before, where one did. */
async function knownIn(store: Deps['store'], read: ReadFile<AgreementRow>) {
  const rows = partlyRead(read, PartOfAgreementRow).map((row) => ({ ...row, id: idOf(row.said) }))
  const ids = rows.flatMap(({ id }) => id ?? [])
  const known = new Map((await findRows(store, ids)).map((row) => [row.id, row]))
  return rows.map((row) => ({ ...row, before: row.id === undefined ? undefined : known.get(row.id) }))
}

/**
 * Judges each row as if it were drafted alone, and tells all that is wrong with it at once. A scan is named by its id, its hash, or what its file was
 * called.
 */
export async function agreementImportOf(
  deps: Deps,
  { read, caller }: { readonly read: ReadFile<AgreementRow>; readonly caller: Caller },
): Promise<AgreementImport> {
  const scans = await looseNamed(deps.store, caller.actor.id)
  const rows = await knownIn(deps.store, read)
  const stream = await nextNumbered(deps.store, numbering)
  const naming = { facts: planFacts(caller.register), now: deps.now(), calendar: deps.rules.calendar }
  const seen = new Set<string>()
  const faults: RowFault[] = []
  const unchanged: string[] = []
  const drafting: Lined[] = []
  for (const { line, row, said, id, before, unread } of rows) {
    const fault = (column: string, code: string) => faults.push({ line, column, code })
    const once = (column: string, name: string | undefined): void => {
      if (name !== undefined && seen.has(name)) fault(column, 'named_twice')
      if (name !== undefined) seen.add(name)
    }
    once('reference', said.reference)
    const found = before || said.scan === undefined ? [] : scans.filter(({ names }) => names.includes(said.scan ?? ''))
    if (!before && said.scan !== undefined && found.length !== 1)
      fault('scan', found.length === 0 ? 'scan_unknown' : 'scan_ambiguous')
    const document = found[0]?.id
    once('scan', document)
    const order = row && orderIn({ row, document, stream, actor: caller.actor, secret: deps.secret })
    if (before) {
      if (order && isSame(before, order)) unchanged.push(keyOf(before.stream))
      else if (order) fault('reference', 'reference_differs')
      continue
    }
    for (const refusal of refusalsOfDraft(draftIn(said, unread), naming))
      faults.push({ line, column: columnAbout(refusal, said), code: refusal.code, fields: refusal.fields })
    if (row && order && id !== undefined) drafting.push({ line, reference: row.reference, id, order })
  }
  const told = new Set(faults.map(({ line }) => line))
  const sound = drafting.filter(({ line }) => !told.has(line))
  return { added: drafting, unchanged, faults: [...faults, ...(await refusedIn(deps, { stream, caller, sound }))] }
}

type Lined = Drafting & { readonly line: number }

/** What their process alone says of rows with which nothing else is wrong. */
async function refusedIn(
  deps: Deps,
  { stream, caller, sound }: { readonly stream: string; readonly caller: Caller; readonly sound: readonly Lined[] },
): Promise<readonly RowFault[]> {
  const commands = sound.map(({ order: { input } }) => ({ type: command, input }))
  const world = await storedWorld(deps, { stream, register: caller.register, commands })
  const at = deps.now()
  const faults: RowFault[] = []
  for (const { line, order } of sound) {
    const refusal = await refusalOf(world, { order, at })
    if (refusal)
      faults.push({ line, column: columns[refusal.code] ?? null, code: refusal.code, fields: refusal.fields })
  }
  return faults
}

const idOf = ({ reference }: PartOfAgreementRow): string | undefined =>
  reference === undefined ? undefined : rowIdOf(anyAgreement, anyAgreement, reference)

/** What a row says of the draft that it asks for. */
const draftIn = (
  { from, until, signedOn, partners, centres, places, scan: document }: PartOfAgreementRow,
  unread: ReadonlySet<string | null>,
): PartOfDraft => ({
  partners,
  centres,
  places,
  document,
  signedOn: unread.has('signedOn') ? 'unreadable' : signedOn,
  ...(from !== undefined && until !== undefined && { validity: { from, until } }),
})

/** The command that a row stands for. */
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
}): Order {
  const body = {
    ...row,
    validity: { from, until },
    withImt: row.withImt === 'true',
    ...(document !== undefined && { document }),
  }
  return orderOf({ stream, command, actor, body }, secret)
}

/** Whether a row says what it said when it came before, its scan apart: that one belongs to it since. */
const isSame = ({ input }: Row, order: Order): boolean =>
  isDeepStrictEqual(withoutScan(input), withoutScan(order.input))

const withoutScan = (input: unknown): object =>
  typeof input === 'object' && input !== null ? { ...input, document: undefined } : {}
