import type { ProcessType } from '../../domain/catalogue.ts'
import { keyOf } from '../../domain/id.ts'
import { isEdit } from '../../domain/own-events.ts'
import { Refusal } from '../../domain/refusals.ts'
import { hrefOf } from '../address.ts'
import type { Deps } from '../deps.ts'
import { basisOf, statedBasisOf } from '../http/basis.ts'
import { takeTime, waitOf } from '../http/patience.ts'
import { Problem } from '../http/problem.ts'
import { idempotencyKeyOf, jsonBodyOf } from '../http/request.ts'
import type { Asked, Reply } from '../http/route.ts'
import { historyOf } from '../views/history.ts'
import { quotesOf } from '../views/quotes.ts'
import { shown } from '../views/shown.ts'
import { viewing } from '../views/viewing.ts'
import { begunBy } from './begun.ts'
import { receiptLink } from './receipt.ts'
import { submit } from './submit.ts'

/** A request that gives one command of the tables. */
export interface Given extends Omit<Asked<unknown>, 'query'> {
  readonly process: ProcessType
  readonly command: string
  /** Begins a file, whose key is made from what it holds. */
  readonly begins: boolean
  /** Replaces what others may have changed: has to say in `If-Match` what it is based on, as any other may. */
  readonly replaces: boolean
  readonly preview: boolean
}

/** Gives a command, and answers with the file as it is afterwards, with a receipt, or with what it would do. */
export async function give(deps: Deps, given: Given): Promise<Reply> {
  const { caller, language, req, process, command, begins, replaces, preview, key } = given
  const body = jsonBodyOf(req)
  const repeatedAs = idempotencyKeyOf(req)
  const stated = begins ? undefined : statedBasisOf(req)
  const begun = begins
    ? await begunBy(deps, { process, command, body, actor: caller.actor, key: repeatedAs, preview })
    : undefined
  const { stream, key: submittedAs } = begun ?? { stream: `${process}/${key}`, key: repeatedAs }
  const submission = {
    actor: caller.actor,
    register: caller.register,
    stream,
    command,
    body,
    language,
    basis: () => (replaces ? basisOf(req) : stated),
    preview,
    key: submittedAs,
    ...waitOf(req),
  }
  const submitted = await submit(deps, submission).catch(async (error: unknown) => {
    if (!isOvertaken(error)) throw error
    throw await overtaken(deps, { caller, language, stream, after: basisOf(req) ?? 0, edited: error.fields['edited'] })
  })
  takeTime(req)
  if (submitted.kind === 'preview') return { body: submitted.preview }
  deps.reached('answered')
  if (submitted.kind === 'received')
    return { status: 202, headers: { Location: submitted.receipt.href }, body: submitted.receipt }
  // Whoever gave their part away no longer sees the file: they hear that it is done, and no more.
  const done: Reply = (await shown(deps, { caller, language, id: stream })) ?? {
    body: { key: keyOf(stream), seq: submitted.seq },
  }
  const headers = { ...done.headers, ...receiptLink(submitted.row) }
  return begins ? { ...done, status: 201, headers: { ...headers, Location: hrefOf(stream) } } : { ...done, headers }
}

/** Whether a command was refused because of what others changed meanwhile: by us, or by its process. */
const isOvertaken = (error: unknown): error is Refusal | Problem =>
  (error instanceof Refusal || error instanceof Problem) && error.code === 'command.overtaken'

/** The refusal, with everything that happened since. */
async function overtaken(
  deps: Deps,
  {
    stream,
    after,
    edited,
    ...reader
  }: Pick<Given, 'caller' | 'language'> & { stream: string; after: number; edited: unknown },
): Promise<Problem> {
  const { items } = await historyOf({ stream, after, quotes: quotesOf(stream) }, viewing(deps, reader))
  const changes = items.filter(isEdit)
  return new Problem(412, 'command.overtaken', { seq: changes.at(-1)?.seq ?? edited, changes })
}
