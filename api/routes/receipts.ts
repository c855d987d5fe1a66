import type { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import { wordsOf } from '../../locales/words.ts'
import { findRow, keptAt, type Row } from '../../store/inbox.ts'
import { base, hrefOf } from '../address.ts'
import { named } from '../command/named.ts'
import { clock, outcomeOf, receiptHref } from '../command/receipt.ts'
import { ReceiptOutcome } from '../contracts/receipt.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { wordedProblem } from '../http/errors.ts'
import { Problem } from '../http/problem.ts'
import { route, type Route } from '../http/route.ts'
import { judgedView, receiptWords } from '../views/receipt.ts'

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
  const words = wordsOf(language)
  return {
    id: row.id,
    receivedAt: row.receivedAt,
    keptAt: keptAt(row),
    clock,
    href: receiptHref(row.id),
    command: row.command,
    process: hrefOf(row.stream),
    outcome: row.answer?.outcome ?? 'waiting',
    judgedBy: judgedView(row, words),
    words: receiptWords(row, { words, zone: deps.rules.calendar.zone }),
    ...(outcome instanceof Problem && {
      problem: { ...wordedProblem(outcome, wordsOf(language)), instance: receiptHref(row.id) },
    }),
    ...(outcome && 'seq' in outcome && { seq: outcome.seq }),
  }
}
