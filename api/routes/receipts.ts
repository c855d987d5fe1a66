import type { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import { findRow, type Row } from '../../store/inbox.ts'
import { base, hrefOf } from '../address.ts'
import { ReceiptOutcome } from '../contracts/receipt.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { wordedProblem } from '../errors.ts'
import { named } from '../named.ts'
import { Problem } from '../problem.ts'
import { outcomeOf } from '../receipt.ts'
import { route, type Route } from '../route.ts'

/** What became of commands that were received. */
export const receiptRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${base}/receipts/{id}`,
      id: 'receipt',
      tag: 'receipts',
      summary: 'What became of a command of yours',
      query: NoQuery,
      answers: { 200: { description: 'Its outcome, once there is one.', body: ReceiptOutcome } },
    },
    async ({ key, caller, language }) => {
      const row = await findRow(deps.store, key)
      if (row?.actor.id !== caller.actor.id) throw new Problem(404, 'not-found')
      return { body: await outcomeView(deps, { row, language }) }
    },
  ),
]

async function outcomeView(
  deps: Deps,
  { row, language }: { row: Row; language: Language },
): Promise<z.output<typeof ReceiptOutcome>> {
  const known = outcomeOf(row)
  const outcome = known instanceof Problem ? await named(deps, known, row) : known
  return {
    id: row.id,
    receivedAt: row.receivedAt,
    href: `${base}/receipts/${row.id}`,
    command: row.command,
    process: hrefOf(row.stream),
    outcome: row.answer?.outcome ?? 'waiting',
    ...(outcome instanceof Problem && {
      problem: { ...wordedProblem(outcome, language), instance: `${base}/receipts/${row.id}` },
    }),
    ...(outcome && 'seq' in outcome && { seq: outcome.seq }),
  }
}
