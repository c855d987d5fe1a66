import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { wordsOf } from '../../locales/words.ts'
import { contended } from '../../store/contended.ts'
import { findRows, putRows, type Sent } from '../../store/inbox.ts'
import { numberedFor } from '../../store/numbers.ts'
import { base } from '../address.ts'
import { agreementColumns, AgreementLines, AgreementRow, AgreementsImported } from '../contracts/agreement-import.ts'
import { ImportQuery } from '../contracts/register/import.ts'
import { NoQuery } from '../contracts/scalars.ts'
import type { Deps } from '../deps.ts'
import { waitedMs } from '../http/arrival.ts'
import { gaveUp, patienceOf, takeTime } from '../http/patience.ts'
import { Problem, Unavailable } from '../http/problem.ts'
import { route, type Asked, type Route } from '../http/route.ts'
import { agreementImportOf, numbering, type AgreementImport } from '../imports/agreements.ts'
import { readTable, templateOf, toldOf } from '../imports/table-file.ts'
import { assertRight } from '../session/access.ts'

const tag = 'agreements'
const path = `${base}/agreements`
const mostRows = 1000
const takenAtOnce = 8

/** Agreements out of a file: all of them or none. */
export const agreementImportRoutes = (deps: Deps): readonly Route[] => [
  route(
    {
      method: 'get',
      path: `${path}/importTemplate`,
      id: 'agreementsTemplate',
      tag,
      summary: 'An empty file to import agreements from',
      query: NoQuery,
      answers: {
        200: {
          description:
            'Its columns; several values in one cell are separated by |, places are `incoming:master:2027:4`.',
          body: z.string(),
          mediaType: 'text/csv',
        },
      },
    },
    async ({ caller }) => {
      assertRight(caller.actor, 'importAgreements')
      const headers = {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="agreements.csv"',
      }
      return { headers, body: templateOf(agreementColumns) }
    },
  ),
  route(
    {
      method: 'post',
      path: `${path}/import`,
      id: 'importAgreements',
      tag,
      summary:
        'Import agreements, all or nothing, with scans that were uploaded before; the same file again changes nothing',
      query: ImportQuery,
      body: AgreementLines,
      mediaType: 'text/csv',
      answers: { 200: { description: 'What was imported, or would be.', body: AgreementsImported } },
    },
    async (asked) => {
      assertRight(asked.caller.actor, 'importAgreements')
      return { body: await imported(deps, asked) }
    },
  ),
]

async function imported(
  deps: Deps,
  { caller, language, query, req }: Asked<z.output<typeof ImportQuery>>,
): Promise<z.output<typeof AgreementsImported>> {
  const bytes: unknown = req.body
  if (!(bytes instanceof Uint8Array)) throw new Problem(415, 'unsupported-media-type', { allowed: ['text/csv'] })
  const read = readTable(bytes, { columns: agreementColumns, needed: 'reference', row: AgreementRow, mostRows })
  const made = await agreementImportOf(deps, { read, caller })
  const faults = toldOf([...read.faults, ...made.faults], wordsOf(language))
  const dryRun = query.dryRun === 'true'
  const said = { dryRun, rows: read.count, unchanged: [...made.unchanged], faults }
  if (dryRun) return { ...said, added: made.added.map(({ reference }) => reference), waiting: [] }
  if (faults.length > 0) throw new Problem(422, 'import-refused', { rows: faults })
  const rows = await numbered(deps, { ...made, req })
  if (gaveUp(req)) throw new Unavailable()
  // The same file may come twice at once: rows that the other one left stay.
  await contended(() => putRows(deps.store, rows))
  takeTime(req)
  const waiting = await taken(deps, { rows, until: patienceOf(req) ?? Date.now() })
  return { ...said, added: rows.map(({ stream }) => keyOf(stream)), waiting }
}

/** The rows to put into the inbox, each with the number that is its own for ever. */
async function numbered(
  { store, receivedAt }: Deps,
  { added, req }: Pick<AgreementImport, 'added'> & Pick<Asked<unknown>, 'req'>,
): Promise<readonly Sent[]> {
  const rows: Sent[] = []
  for (const { id, order } of added) {
    const { actor, command, input } = order
    const stream = await numberedFor(store, { ...numbering, row: id })
    rows.push({ id, stream, actor, command, input, receivedAt: receivedAt() })
  }
  return rows.map((row) => ({ ...row, waitedMs: waitedMs(req) }))
}

/** Has each be taken, for as long as anybody waits; the numbers of those that were not. They are taken later. */
async function taken(
  { store, gateway }: Deps,
  { rows, until }: { readonly rows: readonly Sent[]; readonly until: number },
): Promise<string[]> {
  const limit = pLimit(takenAtOnce)
  const over = pause(Math.max(0, until - Date.now()), undefined, { ref: false })
  await Promise.race([
    Promise.all(
      rows.map(({ stream, id, command }) => limit(() => gateway.take(stream, id, command).catch(() => undefined))),
    ),
    over,
  ])
  const left = await findRows(
    store,
    rows.map(({ id }) => id),
  )
  return left.filter(({ answer }) => !answer).map(({ stream }) => keyOf(stream))
}
