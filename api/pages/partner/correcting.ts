import type { Request } from 'express'
import type { z } from 'zod'
import { isToConfirm } from '../../../domain/register/given.ts'
import { sha256 } from '../../../store/chain.ts'
import { inTransaction } from '../../../store/commit.ts'
import { rowIdOf } from '../../../store/inbox.ts'
import type { Within } from '../../../store/register/kinds.ts'
import type { ProgrammeDoc } from '../../../store/register/schemas.ts'
import { refusalOf } from '../../command/judge.ts'
import { leave } from '../../command/leave.ts'
import { orderOf } from '../../command/order.ts'
import { storedWorld } from '../../command/stored-world.ts'
import { submit } from '../../command/submit.ts'
import { NominationRow, PartOfRow } from '../../contracts/nominations-file.ts'
import type { Receipt } from '../../contracts/receipt.ts'
import type { Deps } from '../../deps.ts'
import { takeTime, waitOf } from '../../http/patience.ts'
import { faultView, readRow, type ReadFile } from '../../imports/table-file.ts'
import { candidateIn } from '../../nominations-file/candidates.ts'
import { corrected, faultsIn } from '../../nominations-file/corrected.ts'
import { called, columnAbout, inNames } from '../../nominations-file/faults.ts'
import { unsoundIn, wishedTwice, type Fault } from '../../nominations-file/unsound.ts'
import { visitorSceneOf, type VisitorScene } from '../../register/scene.ts'
import { wordsFor } from '../language.ts'
import { askedBy, changesPerson, type Asked, type Correction } from './correct-form.ts'
import type { Correctable } from './correctable.ts'
import type { NominationFault } from './nominate-page.ts'
import type { OpenReading } from './opening.ts'

interface Correcting {
  readonly req: Request
  readonly reading: OpenReading
  readonly found: Correctable
  readonly form: Correction
  readonly programmes: readonly ProgrammeDoc[]
}
type Done = {
  readonly faults: readonly NominationFault[]
  /** Nothing else is wrong, and whoever corrects is to confirm that it is the same person. */
  readonly confirms?: boolean
  readonly receipt?: z.output<typeof Receipt> | undefined
}

/**
 * Corrects a nomination, all of what was sent or nothing, and once however often one page sends it: the record of its candidate in the transaction that
 * leaves the commands on what is said of them and on their place. Answers what is wrong by field, or a receipt where nobody knows in time what came of it.
 * Throws the refusal of what no field is about.
 */
export async function correct(deps: Deps, correcting: Correcting): Promise<Done> {
  const { req, reading, found, form, programmes } = correcting
  const words = wordsFor(req)
  const said = Object.fromEntries(Object.entries(form.typed).filter(([, value]) => value !== ''))
  const read = readRow(NominationRow, { line: 1, said })
  const row = read.rows[0]?.row
  const asked = row ? askedBy({ row, form }, found, reading) : []
  const wrong = row ? await wrongWith(deps, { row, asked, ...correcting }) : unreadIn(deps, read, correcting)
  if (!row || wrong.length > 0) {
    const { names } = sceneIn(deps, correcting)
    const told = wrong.map(({ column, code, fields = {} }) => ({
      line: 1,
      column: called(column, words),
      code,
      fields: inNames(fields, { programmes, words, names }),
    }))
    return { faults: told.map((fault) => faultView(fault, words)) }
  }
  if (confirms(row, found) && !form.confirmed) return { faults: [], confirms: true }
  return given(deps, { row, asked, ...correcting })
}

const confirms = (row: NominationRow, { record }: Correctable): boolean => isToConfirm(record, candidateIn(row))

const sceneIn = (
  deps: Deps,
  { req, reading: { actor, register } }: Pick<Correcting, 'req' | 'reading'>,
): VisitorScene => visitorSceneOf(deps, { caller: { actor, register }, language: wordsFor(req).language, req })

type Read = Correcting & { readonly row: NominationRow; readonly asked: readonly Asked[] }

/** All that is wrong with a correction before any of it is written. Throws what no field is about. */
async function wrongWith(deps: Deps, { req, reading, found, row, asked, form }: Read): Promise<readonly Fault[]> {
  const { file, actor, register } = reading
  const twice = wishedTwice(row)
  const person = changesPerson(row, found)
    ? await faultsIn(sceneIn(deps, { req, reading }), {
        row,
        file,
        record: found.record,
        // It is asked for once nothing else is wrong.
        confirmed: form.confirmed || confirms(row, found),
      })
    : []
  const faults: Fault[] = [...person, ...twice]
  // Wishes that are said twice are no command.
  const judged = asked.filter(({ command }) => twice.length === 0 || command !== 'correctNomination')
  if (judged.length === 0) return faults
  const world = await storedWorld(deps, { stream: file.id, register, commands: [] })
  for (const { command, body } of judged) {
    const order = orderOf({ stream: file.id, command, actor, body }, deps.secret)
    const refusal = await refusalOf(world, { order, at: deps.now() })
    if (!refusal) continue
    const column = columnAbout(refusal, row)
    if (column === null) throw refusal
    faults.push({ column, code: refusal.code, fields: refusal.fields })
  }
  return faults
}

/** What is wrong with a correction that cannot be read, and with the rest of it. */
function unreadIn(
  deps: Deps,
  { faults, partly }: Omit<ReadFile<NominationRow>, 'count'>,
  correcting: Correcting,
): readonly Fault[] {
  const { on } = sceneIn(deps, correcting)
  return [
    ...faults,
    ...partly.flatMap(({ said }) => {
      const row = PartOfRow.parse(said)
      return [...unsoundIn(row, { school: deps.school, on }), ...wishedTwice(row)]
    }),
  ]
}

/** Writes it, and waits for what the process says to it. */
async function given(deps: Deps, { req, reading, found, form, row, asked }: Read): Promise<Done> {
  const { link, actor, register, file, contact } = reading
  const { id: nomination } = found.one
  const said = { nomination, typed: form.typed, rank: form.rank, seq: form.seq }
  const key = sha256(JSON.stringify(['partner', link.file, link.party, { correct: said }]))
  const orders = asked.map(({ command, body }) => ({ stream: file.id, command, actor, body, key: `${key} ${command}` }))
  const asks = waitOf(req)
  const leaveAll = async (within: Within): Promise<void> => {
    for (const one of orders) {
      const id = rowIdOf(one.stream, actor.id, one.key)
      await leave(deps, { id, order: orderOf(one, deps.secret), ...asks }, within)
    }
  }
  if (changesPerson(row, found)) {
    const cause = rowIdOf(file.id, actor.id, key)
    await corrected(sceneIn(deps, { req, reading }), {
      row,
      file,
      nomination,
      record: found.record,
      confirmed: form.confirmed,
      cause,
      beside: leaveAll,
    })
  } else await inTransaction(deps.store)((session) => leaveAll(session ? { session } : {}))
  for (const order of orders) {
    const waited = { register, language: contact.language, ...asks }
    const done = await submit(deps, { ...order, ...waited })
    takeTime(req)
    if (done.kind === 'received') return { faults: [], receipt: done.receipt }
  }
  return { faults: [] }
}
