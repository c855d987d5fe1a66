import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import { ReceiptOutcome } from '../../api/contracts/receipt.ts'
import { keyOf } from '../../domain/id.ts'
import { plusDays } from '../../domain/time.ts'
import { findRow } from '../../store/inbox.ts'
import { readLedger } from '../../store/ledger.ts'
import { cycle } from '../current-cycle.ts'
import { officers, type Drawn, type Submission } from './draw.ts'
import { candidateAboutToClick, officeAboutToClick, pageOf, type AboutToClick } from './clicking.ts'
import { movedCountry } from './fill.ts'
import { lastDay, type Installation } from './installation.ts'
import type { Click, Found, Receipt } from './judge.ts'

const base = '/api/v1'
const reason = 'A strike closed the universities of the country.'
// Whoever sends has opened the page before, and a browser keeps its connection for a while.
const connectedBeforeMs = 2000
const leadMs = connectedBeforeMs + 500
const pagesAtOnce = 8
// Their sessions end after twenty minutes in which nothing is asked.
const pagesBeforeMs = 900_000

/** What a storm came to: each dossier with all that is known of it, and how long whoever clicked waited for an answer, in milliseconds. */
export interface Storm {
  readonly found: readonly Found[]
  readonly waitedMs: readonly number[]
}

/**
 * Lives through a storm with a window of so many milliseconds before the deadline; collects what there is once all is quiet. Whatever can be done before
 * somebody clicks is done by then: pages are read before the window begins, and connections stand.
 */
export async function storm(on: Installation, drawn: Drawn, windowMs: number): Promise<Storm> {
  await on.before(pagesBeforeMs)
  const pages = await pagesOf(on)
  const deadlineAt = await on.near(windowMs + leadMs)
  const clicks = new Map<string, Click[]>()
  const waitedMs: number[] = []
  const by = { waitedMs, deadlineAt }
  const moment = (ms: number): Promise<void> => pause(Math.max(0, deadlineAt + ms - Date.now()))
  let api = 0
  const idOf = (dossier: number): string => on.dossiers[dossier]?.id ?? ''
  const send = async ({ dossier, atMs, clicking, officer, insists }: Submission): Promise<void> => {
    const { id = '', candidate } = on.dossiers[dossier] ?? {}
    const key = clicking === 'twice' ? undefined : `send-${dossier}`
    const path = `${base}/dossiers/${keyOf(id)}/send`
    const aboutToClick = (): AboutToClick => {
      const click = { ...by, drawnMs: atMs, insists, api: api++ }
      return candidate
        ? candidateAboutToClick(on, { ...click, candidate, page: pages[dossier] ?? '' })
        : officeAboutToClick(on, { ...click, path, body: {}, key, as: officer })
    }
    await moment(atMs - connectedBeforeMs)
    const all = clicking === 'once' ? [aboutToClick()] : [aboutToClick(), aboutToClick()]
    await moment(atMs)
    clicks.set(id, (await Promise.all(all.map((click) => click()))).flat())
  }
  const other = async (atMs: number, path: string, body: object): Promise<void> => {
    await moment(atMs)
    await officeAboutToClick(on, {
      ...by,
      path: base + path,
      body,
      key: randomUUID(),
      as: 0,
      insists: true,
      api: api++,
    })()
  }
  await Promise.all([
    ...drawn.submissions.map(send),
    killing(
      on,
      drawn.kills.filter(({ what }) => what === 'worker'),
      moment,
    ),
    killing(
      on,
      drawn.kills.filter(({ what }) => what === 'api'),
      moment,
    ),
    other(drawn.moveAtMs, `/cycles/${keyOf(cycle)}/moveDeadline`, {
      date: 'dossiersCloseOn',
      to: plusDays(lastDay, 14),
      country: movedCountry,
      reason,
    }),
    ...drawn.extensions.map(({ dossier, atMs }) =>
      other(atMs, `/dossiers/${keyOf(idOf(dossier))}/extend`, { to: plusDays(lastDay, 7), reason }),
    ),
  ])
  await on.settle()
  const found: Found[] = []
  for (const { id } of on.dossiers) found.push(await foundOf(on, { id, clicks: clicks.get(id) ?? [] }))
  return { found, waitedMs }
}

/** The page of each candidate who sends their dossier themselves, as they have it before them. */
async function pagesOf(on: Installation): Promise<readonly string[]> {
  const limit = pLimit(pagesAtOnce)
  return Promise.all(
    on.dossiers.map(({ candidate }, n) => limit(async () => (candidate ? pageOf(on, candidate, n) : ''))),
  )
}

/** One after the other, each at its moment. */
async function killing(on: Installation, kills: Drawn['kills'], moment: (ms: number) => Promise<void>): Promise<void> {
  for (const [n, { what, atMs }] of kills.toSorted((a, b) => a.atMs - b.atMs).entries()) {
    await moment(atMs)
    await on.kill(what, n)
  }
}

async function foundOf(
  { house: { store }, ask }: Installation,
  { id, clicks }: Pick<Found, 'id' | 'clicks'>,
): Promise<Found> {
  const docs = await store.inbox.find({ stream: id, command: 'send' }, { _id: 1 }).lean()
  const rows = await Promise.all(docs.map(({ _id }) => findRow(store, _id)))
  const ids = new Set([...docs.map(({ _id }) => _id), ...clicks.flatMap(({ receipt }) => receipt ?? [])])
  const receipts: Record<string, Receipt> = {}
  for (const [n, row] of [...ids].entries())
    // Each reads those of their own alone.
    for (const as of officers.keys()) {
      const response = await ask(n, { method: 'GET', path: `${base}/receipts/${row}`, as })
      if (response.status === 200) receipts[row] = ReceiptOutcome.parse(await response.json())
      else await response.arrayBuffer()
    }
  return { id, ledger: await readLedger(store, id), rows: rows.filter((row) => row !== undefined), clicks, receipts }
}
