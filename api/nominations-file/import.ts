import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { participationCommands } from '../../domain/participation/commands.ts'
import { importing, type ImportedRow, type Importing } from '../../domain/participation/nominations/importing.ts'
import type { Participation, ParticipationFacts } from '../../domain/participation/participation.ts'
import { contended } from '../../store/contended.ts'
import { rowIdOf } from '../../store/inbox.ts'
import { participationFacts } from '../../store/participation-facts.ts'
import { editRegister, type Written } from '../../store/register/edit.ts'
import { candidateKind } from '../../store/register/kinds.ts'
import type { ProgrammeDoc } from '../../store/register/schemas.ts'
import { leave } from '../command/leave.ts'
import { orderOf, type Order } from '../command/order.ts'
import { submit } from '../command/submit.ts'
import type { NominationRow, NominationsImported } from '../contracts/nominations-file.ts'
import type { Receipt } from '../contracts/receipt.ts'
import { takeTime, waitOf } from '../http/patience.ts'
import { Problem } from '../http/problem.ts'
import { idempotencyKeyOf } from '../http/request.ts'
import { faultView, type ReadFile } from '../imports/table-file.ts'
import { authorshipOf } from '../register/once.ts'
import type { VisitorScene } from '../register/scene.ts'
import { partiesMeet } from '../session/access.ts'
import type { Recognise } from './candidates.ts'
import { choicesIn } from './choices.ts'
import { called, chosenFrom, inNames } from './faults.ts'
import { askedOf, isSound, judgedRows, refusedRows, type JudgedRow } from './judged.ts'
import { wishesOf } from './wishes.ts'

const command = 'importNominations'
type View = z.output<typeof NominationsImported>

/** What came of it, or would; and the receipt of what was only received. */
export interface Imported {
  readonly view: View
  readonly receipt?: z.output<typeof Receipt> | undefined
}
/** What is imported into which file. */
interface Asked {
  readonly file: { readonly id: string; readonly state: Participation }
  readonly read: ReadFile<NominationRow>
  readonly dry: boolean
  /** What can be wished, by the names that people read. */
  readonly programmes: readonly ProgrammeDoc[]
  /** Who the rows are. */
  readonly recognise: Recognise
  /** What makes a repetition the same; without it, the `Idempotency-Key` of the request. */
  readonly key?: string
}

/**
 * Imports nominations that were read, all or nothing by one command, or says what that would do; the candidates are registered in the transaction
 * that leaves the command to its process, all or none. The same file again changes nothing. Throws `import-refused` with what is wrong with which row.
 */
export async function importedNominations(scene: VisitorScene, asked: Asked): Promise<Imported> {
  // Candidates and nominations name the same row as what asked for them.
  const key = asked.key ?? idempotencyKeyOf(scene.asked.req) ?? randomUUID()
  const { view, body, isChange } = await contended(() => judgedAndRegistered(scene, asked, key))
  if (asked.dry || !isChange) return { view }
  return { view, receipt: await given(scene, { stream: asked.file.id, body, key }) }
}

/** What a file comes to, its candidates registered: whoever registered one of them a moment before is recognised at the next try. */
async function judgedAndRegistered(
  scene: VisitorScene,
  { file, read, dry, programmes, recognise }: Asked,
  key: string,
): Promise<{ view: View; body: object; isChange: boolean }> {
  const { words, names, store, register } = scene
  const all = judgedRows(read, { recognised: await recognise(read, { scene, file }), scene })
  const rows = all.filter(isSound).map(({ recognised }) => recognised)
  const body = { nominations: rows.map(({ row, candidate }) => nominationOf(row, candidate)) }
  // Whoever stands in the file is known, or will be before it is judged.
  const candidates = [...new Set(all.map(({ candidate }) => candidate))]
  const commands = async () => [
    { type: command, input: { nominations: candidates.map((candidate) => ({ candidate })) } },
  ]
  const facts = { ...(await participationFacts({ store, register, commands }, file.id)), candidates }
  const order = rows.length === 0 ? undefined : orderIn(scene, { stream: file.id, body })
  const asked = order ? participationCommands[command].input.parse(order.input).nominations : []
  const judge = (some: readonly ImportedRow[]): Importing => judgedIn(scene, { file, rows: some, facts })
  const made = judge(asked)
  const choices = choicesIn(words, programmes)
  const askedIn = (row: JudgedRow): ImportedRow | undefined =>
    isSound(row) ? asked[rows.indexOf(row.recognised)] : askedOf(row)
  const faults = [
    ...read.faults,
    ...all.flatMap((row) => row.faults),
    ...refusedRows(all, { asked: askedIn, importing: judge }).map(({ fields = {}, ...fault }) => ({
      ...fault,
      fields: inNames(fields, { programmes, words, names }),
    })),
  ]
    .toSorted((one, other) => one.line - other.line)
    .map((fault) => chosenFrom(fault, choices))
    .map((fault) => faultView({ ...fault, column: called(fault.column, words) }, words))
  if (faults.length > 0 && !dry) throw new Problem(422, 'import-refused', { rows: faults })
  const cause = rowIdOf(file.id, scene.actor.id, key)
  const isChange = made.events.length > 0
  // The command is left with those whom it names: whoever is killed in between, nobody is registered who is not nominated.
  const { req } = scene.asked
  const leaving = order && isChange && { id: cause, order, ...waitOf(req) }
  // One transaction for all candidates.
  const by = authorshipOf(scene, { cause })
  const written = await editRegister(store, {
    kind: candidateKind,
    edits: rows.map(({ edit }) => edit),
    by,
    dry,
    ...(leaving && {
      beside: async (within) => {
        await leave(scene.deps, leaving, within)
      },
    }),
  })
  if (written.length > 0 && !dry) scene.deps.reached('registered')
  const view = viewOf({ read, rows: rows.length, made, written, dry, faults })
  return { view, body, isChange }
}

const nominationOf = (row: NominationRow, candidate: string) => ({
  candidate,
  wishes: wishesOf(row),
  channel: row.channel,
  ...(row.statement !== undefined && { statement: row.statement }),
})

const orderIn = ({ deps, actor }: VisitorScene, { stream, body }: { stream: string; body: object }): Order =>
  orderOf({ stream, command, actor, body }, deps.secret)

/** What rows come to, as the step of their command will judge them: what was said before is known by its reference. */
function judgedIn(
  { actor, policy, calendar, now }: VisitorScene,
  { file, rows, facts }: { file: Asked['file']; rows: readonly ImportedRow[]; facts: ParticipationFacts },
): Importing {
  const played = partiesMeet(actor, [`partner:${file.state.partner}`]) ? [{ part: 'partner' }] : []
  return importing(file.state, rows, { facts, played, policy, calendar, now })
}

/** One command for all nominations: a receipt where nobody knows in time what came of it. */
async function given(
  { deps, actor, asked }: VisitorScene,
  { stream, body, key }: { stream: string; body: object; key: string },
): Promise<Imported['receipt']> {
  const { req, language, caller } = asked
  const done = await submit(deps, {
    actor,
    register: caller.register,
    stream,
    command,
    body,
    key,
    language,
    ...waitOf(req),
  })
  takeTime(req)
  return done.kind === 'received' ? done.receipt : undefined
}

function viewOf({
  read,
  rows,
  made,
  written,
  dry,
  faults,
}: {
  read: ReadFile<NominationRow>
  rows: number
  made: Importing
  written: readonly Written[]
  dry: boolean
  faults: View['faults']
}): View {
  const of = (type: string): number => made.events.filter((event) => event.type === type).length
  const [nominated, corrected] = [of('nominated'), of('nominationCorrected')]
  return {
    dryRun: dry,
    rows: read.count,
    nominated,
    corrected,
    unchanged: rows - nominated - corrected - new Set(made.refused.map(({ row }) => row)).size,
    candidates: {
      added: written.filter(({ isNew }) => isNew).length,
      edited: written.filter(({ isNew }) => !isNew).length,
    },
    faults,
  }
}
