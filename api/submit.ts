import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type { Actor } from '../domain/process.ts'
import { Refusal } from '../domain/refusals.ts'
import type { Rehearsal, World } from '../domain/rehearsal.ts'
import type { Language } from '../locales/language.ts'
import { findRow, putRow, rowIdOf, type Row } from '../store/inbox.ts'
import { isOutage } from '../store/outage.ts'
import { putTexts } from '../store/texts.ts'
import { noteTrouble } from '../store/troubles.ts'
import type { Preview } from './contracts/preview.ts'
import type { Receipt } from './contracts/receipt.ts'
import type { Deps } from './deps.ts'
import { assertSame, orderOf, type Order } from './order.ts'
import { patienceMs } from './patience.ts'
import { previewOf } from './preview.ts'
import { Problem, Unavailable } from './problem.ts'
import { outcomeOf, receiptOf } from './receipt.ts'
import { assertVisible, rehearse, storedWorld } from './rehearse.ts'

/** One command on its way: whose, to which process, and with what. */
export interface Submission {
  readonly actor: Actor
  /** The process, `partnershipPlan/usth-2027`. */
  readonly stream: string
  readonly command: string
  /** As it was sent; read with the command's own contract. */
  readonly body: unknown
  /** What makes a repetition the same command; without it each one is new. */
  readonly key?: string | undefined
  readonly preview?: boolean | undefined
  readonly language: Language
  /** When whoever asks stops waiting, in milliseconds since 1970. */
  readonly until?: number | undefined
}
export type Submitted =
  | { readonly kind: 'done'; readonly row: string; readonly seq: number }
  | { readonly kind: 'received'; readonly receipt: z.output<typeof Receipt> }
  | { readonly kind: 'preview'; readonly preview: z.output<typeof Preview> }

/**
 * The way of one command: read, rehearsed on the stored file, put into the inbox, taken by its process, answered; a
 * preview stops after the rehearsal and writes nothing. Throws a `Problem`, or the `Refusal` with which it is refused.
 */
export async function submit(deps: Deps, submission: Submission): Promise<Submitted> {
  const { actor, stream, key, preview = false, language, until = Date.now() + patienceMs } = submission
  const order = orderOf(submission, deps.secret)
  const id = rowIdOf(stream, actor.id, key ?? randomUUID())
  const repeated = async (): Promise<Submitted | undefined> => {
    const row = key === undefined ? undefined : await findRow(deps.store, id)
    if (row) assertSame(row, order)
    return row && taken(deps, { row, until })
  }
  const earlier = preview ? undefined : await repeated()
  if (earlier) return earlier
  const world = await storedWorld(deps.store, deps.rules)
  await assertVisible(world, order)
  if (preview) return { kind: 'preview', preview: await previewed(deps, { world, order, language }) }
  const refusal = await refusalOf(deps, { world, order })
  if (!refusal) return taken(deps, { row: await put(deps, { id, order, until }), until })
  // The same command, sent twice at once, may have been done meanwhile: then it is answered, not refused for being done.
  const meanwhile = await repeated()
  if (!meanwhile) throw refusal
  return meanwhile
}

/** A refusal ends it early, at no cost in history; a rule that fails does not: the process judges it, and records it. */
async function refusalOf(deps: Deps, { world, order }: { world: World; order: Order }): Promise<Refusal | undefined> {
  return rehearse(world, { order, at: momentOf(deps) }).then(
    () => undefined,
    (error: unknown) => {
      if (isOutage(error)) throw error
      return error instanceof Refusal ? error : undefined
    },
  )
}

async function previewed(deps: Deps, { world, order, language }: { world: World; order: Order; language: Language }): Promise<z.output<typeof Preview>> {
  const at = momentOf(deps)
  const rehearsal: Rehearsal = await rehearse(world, { order, at }).catch(async (error: unknown) => {
    if (error instanceof Refusal || isOutage(error)) throw error
    throw new Problem(500, 'bug', { id: await noteTrouble(deps.store, { stream: order.stream, what: `${order.command}?preview`, error }) })
  })
  return previewOf({ rehearsal, world, order, at, language })
}

const momentOf = ({ now, receivedAt }: Deps) => receivedAt() ?? now()

async function put({ store, receivedAt, reached }: Deps, { id, order, until }: { id: string; order: Order; until: number }): Promise<Row> {
  const { texts, stream, actor, command, input } = order
  await putTexts(store, texts)
  // Whoever has been told that we are away is not to find it done behind their back.
  if (Date.now() > until) throw new Unavailable()
  const row = await putRow(store, { id, stream, actor, command, input, receivedAt: receivedAt() })
  reached('rowWritten')
  assertSame(row, order)
  return row
}

/** Has the process take a row, and answers with what became of it; with a receipt, if that takes too long. */
async function taken(deps: Deps, { row, until }: { row: Row; until: number }): Promise<Submitted> {
  const outcome = outcomeOf(row) ?? (await Promise.race([asked(deps, row), pause(Math.max(0, until - Date.now()), undefined)]))
  if (outcome instanceof Problem) throw outcome
  if (outcome) return { kind: 'done', row: row.id, seq: outcome.seq }
  return { kind: 'received', receipt: receiptOf(row, deps.rules.policy.version) }
}

async function asked({ store, gateway, reached }: Deps, { id, stream, command }: Row): Promise<ReturnType<typeof outcomeOf>> {
  await gateway.take(stream, id, command)
  reached('updateSent')
  const row = await findRow(store, id)
  return row && outcomeOf(row)
}
