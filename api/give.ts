import type { ProcessType } from '../domain/catalogue.ts'
import { keyOf } from '../domain/id.ts'
import { hrefOf } from './address.ts'
import { beginnings } from './beginnings.ts'
import type { Deps } from './deps.ts'
import { gaveUp, patienceOf, takeTime } from './patience.ts'
import { idempotencyKeyOf, jsonBodyOf } from './request.ts'
import type { Asked, Reply } from './route.ts'
import { submit } from './submit.ts'
import { viewOf } from './views/views.ts'

/** A request that gives one command of the tables. */
export interface Given extends Omit<Asked<unknown>, 'query'> {
  readonly process: ProcessType
  readonly command: string
  /** Begins a file, whose key is made from what it holds. */
  readonly begins: boolean
  readonly preview: boolean
}

/** Gives a command, and answers with the file as it is afterwards, with a receipt, or with what it would do. */
export async function give(deps: Deps, given: Given): Promise<Reply> {
  const { caller, language, req, process, command, begins, preview, key } = given
  const body = jsonBodyOf(req)
  const stream = (begins ? beginnings[process]?.idOf(body) : undefined) ?? `${process}/${key}`
  const submitted = await submit(deps, {
    actor: caller.actor,
    stream,
    command,
    body,
    language,
    preview,
    key: idempotencyKeyOf(req),
    until: patienceOf(req),
    gaveUp: () => gaveUp(req),
  })
  takeTime(req)
  if (submitted.kind === 'preview') return { body: submitted.preview }
  deps.reached('answered')
  if (submitted.kind === 'received')
    return { status: 202, headers: { Location: submitted.receipt.href }, body: submitted.receipt }
  // Whoever gave their part away no longer sees the file: they hear that it is done, and no more.
  const view = (await viewOf(deps, { caller, language, id: stream })) ?? { key: keyOf(stream), seq: submitted.seq }
  return begins ? { status: 201, headers: { Location: hrefOf(stream) }, body: view } : { body: view }
}
