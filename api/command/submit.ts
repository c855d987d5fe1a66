import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import type { Actor } from '../../domain/actor.ts'
import { assertCurrent } from '../../domain/based-on.ts'
import { isLateness } from '../../domain/judging.ts'
import type { Language } from '../../domain/language.ts'
import { typeOf } from '../../domain/processes.ts'
import { Refusal } from '../../domain/refusals.ts'
import type { World } from '../../domain/rehearsal.ts'
import { dayOf } from '../../domain/time.ts'
import { findRow, rowIdOf, type Row } from '../../store/inbox.ts'
import { lastEdit } from '../../store/ledger.ts'
import type { RegisterNow } from '../../store/register/now.ts'
import { textsToTell } from '../../store/story-texts.ts'
import { noteTrouble } from '../../store/troubles.ts'
import type { Preview } from '../contracts/preview.ts'
import type { Receipt } from '../contracts/receipt.ts'
import type { Deps } from '../deps.ts'
import { Problem, Received } from '../http/problem.ts'
import { namesFor } from '../views/names.ts'
import { quotesOf } from '../views/quotes.ts'
import { refusalOf, rehearse } from './judge.ts'
import { leave } from './leave.ts'
import { named } from './named.ts'
import { assertSame, begins, orderOf, type Order } from './order.ts'
import { previewOf } from './preview.ts'
import { outcomeOf, receiptOf, refused } from './receipt.ts'
import { assertVisible, storedWorld } from './stored-world.ts'

/** One command on its way: whose, to which process, and with what. */
export interface Submission {
  readonly actor: Actor
  /** The register as it stood when they came. */
  readonly register: RegisterNow
  /** The process, `partnershipPlan/usth-2027`. */
  readonly stream: string
  readonly command: string
  /** As it was sent; read with the command's own contract. */
  readonly body: unknown
  /** The last edit whoever gives it has read, where they have to say so or do; asked once they may give it. */
  readonly basis?: (() => number | undefined) | undefined
  /** What makes a repetition the same command; without it each one is new. */
  readonly key?: string | undefined
  readonly preview?: boolean | undefined
  readonly language: Language
  /** When whoever asks stops waiting for the engine, in milliseconds since 1970. */
  readonly until?: number | undefined
  /** Whether whoever asks has been told meanwhile that we are away. */
  readonly gaveUp?: (() => boolean) | undefined
  /** For how long it has been here, in milliseconds. */
  readonly waitedMs?: (() => number) | undefined
}
export type Submitted =
  | { readonly kind: 'done'; readonly row: string; readonly seq: number }
  | { readonly kind: 'received'; readonly receipt: z.output<typeof Receipt> }
  | { readonly kind: 'preview'; readonly preview: z.output<typeof Preview> }

/**
 * The way of one command: read, judged on the stored file, put into the inbox, taken by its process, answered; a preview
 * is rehearsed and writes nothing. Throws a `Problem`, or the `Refusal` with which it is refused.
 */
export async function submit(deps: Deps, submission: Submission): Promise<Submitted> {
  return taking(deps, submission).catch(async (error: unknown) => {
    throw await inNames(deps, { error, submission })
  })
}

/** A refusal as people read it; what is no refusal stays what it is. */
async function inNames(
  deps: Deps,
  { error, submission: { stream, body } }: { error: unknown; submission: Submission },
): Promise<unknown> {
  const problem = error instanceof Refusal ? refused(error) : error
  return problem instanceof Problem ? named(deps, problem, { stream, input: body }).catch(() => problem) : error
}

async function taking(deps: Deps, submission: Submission): Promise<Submitted> {
  const {
    actor,
    register,
    stream,
    key,
    preview = false,
    language,
    until = Date.now() + deps.patience.engineMs,
    gaveUp,
    waitedMs,
  } = submission
  const order = orderOf(submission, deps.secret)
  // Whoever begins a file names it in what they send: their key stands for that one, not for one of each name.
  const id = rowIdOf(begins(order) ? typeOf(stream) : stream, actor.id, key ?? randomUUID())
  const repeated = async (): Promise<Submitted | undefined> => {
    const row = key === undefined ? undefined : await findRow(deps.store, id)
    if (row) assertSame(row, order)
    return row && taken(deps, { row, until })
  }
  const earlier = preview ? undefined : await repeated()
  if (earlier) return earlier
  const world = await storedWorld(deps, { stream, register, commands: [{ type: order.command, input: order.input }] })
  await assertVisible(world, order)
  const judging = judged(deps, { submission, world, order })
  if (preview) {
    await judging
    return { kind: 'preview', preview: await previewed(deps, { world, order, register, language }) }
  }
  return judging.then(
    async (basedOn) => taken(deps, { row: await put(deps, { id, order, basedOn, gaveUp, waitedMs }), until }),
    async (refusal: unknown) => {
      // The same command, sent twice at once, may have been done meanwhile: then it is answered, not refused for being done.
      const meanwhile = await repeated()
      if (!meanwhile) throw refusal
      return meanwhile
    },
  )
}

/**
 * What a command is based on, if it may be given: whether it is theirs first, then whether others were faster, then all else. Whether it comes
 * too late is for its process to say: by the moment at which it is received, not by our clock (ADR 66).
 */
async function judged(
  deps: Deps,
  { submission, world, order }: { submission: Submission; world: World; order: Order },
): Promise<number | undefined> {
  const refusal = await refusalOf(world, { order, at: deps.now() })
  if (refusal?.code === 'command.not-yours') throw refusal
  const basedOn = await currentBasis(deps, { submission, world })
  if (refusal && (submission.preview || !isLateness(refusal.code))) throw refusal
  return basedOn
}

/** What a command is based on. Throws early what the process would refuse, `command.overtaken`. */
async function currentBasis(
  { store }: Deps,
  { submission: { stream, basis }, world }: { submission: Submission; world: World },
): Promise<number | undefined> {
  const basedOn = basis?.()
  if (basedOn === undefined) return undefined
  const [edited, file] = await Promise.all([lastEdit(store, stream), world.load(stream)])
  // What was written since the file was read is there as well, and overtakes.
  assertCurrent({ edited, seq: Math.max(edited, file?.seq ?? 0), basedOn })
  return basedOn
}

/** Everything a command would set off. A rule that fails is told here, as there is no process to record it. */
async function previewed(
  deps: Deps,
  { world, order, register, language }: { world: World; order: Order } & Pick<Submission, 'register' | 'language'>,
): Promise<z.output<typeof Preview>> {
  const { stream, command } = order
  const at = deps.now()
  const failed = async (error: unknown): Promise<Problem> =>
    new Problem(500, 'bug', { id: await noteTrouble(deps.store, { stream, what: `${command}?preview`, error }) })
  const names = namesFor(order.actor, { register, on: dayOf(at, world.calendar) })
  const rehearsal = await rehearse(world, { order, at, failed })
  const data = rehearsal.ledger.map((entry) => entry.data)
  const tell = await textsToTell(deps.store, { data, quotes: quotesOf(stream) })
  return previewOf({ rehearsal, world, order, tell, at, names, language })
}

async function put(deps: Deps, leaving: Parameters<typeof leave>[1]): Promise<Row> {
  const row = await leave(deps, leaving)
  deps.reached('rowWritten')
  return row
}

/** Has the process take a row, and answers with what became of it; with a receipt, if that takes too long. */
async function taken(deps: Deps, { row, until }: { row: Row; until: number }): Promise<Submitted> {
  const patience = pause(Math.max(0, until - Date.now()), undefined)
  const outcome = outcomeOf(row) ?? (await Promise.race([asked(deps, row), patience]))
  if (outcome instanceof Problem) throw new Received(outcome, row.id)
  if (outcome) return { kind: 'done', row: row.id, seq: outcome.seq }
  return { kind: 'received', receipt: receiptOf(row, deps.rules.policy.version) }
}

async function asked(
  { store, gateway, reached }: Deps,
  { id, stream, command }: Row,
): Promise<ReturnType<typeof outcomeOf>> {
  const taken = await gateway.take(stream, id, command)
  reached('updateSent')
  if (taken?.seq !== undefined) return { seq: taken.seq }
  const row = await findRow(store, id)
  return row && outcomeOf(row)
}
