import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ReceiptOutcome } from '../../api/contracts/receipt.ts'
import { keyOf } from '../../domain/id.ts'
import { plusDays } from '../../domain/time.ts'
import { findRow } from '../../store/inbox.ts'
import { readLedger } from '../../store/ledger.ts'
import { cycle } from '../current-cycle.ts'
import type { Drawn, Submission } from './draw.ts'
import { lastDay, movedCountry, passesAt, type Installation } from './installation.ts'
import type { Click, Found, Receipt } from './judge.ts'

const base = '/api/v1'
const reason = 'A strike closed the universities of the country.'
const patienceMs = 60_000
const betweenTriesMs = 200

/** What a storm came to: each dossier with all that is known of it, and how long whoever clicked waited for an answer, in milliseconds. */
export interface Storm {
  readonly found: readonly Found[]
  readonly waitedMs: readonly number[]
}

/** Lives through a storm whose deadline passes at a moment of our clock, in milliseconds since 1970; collects what there is once all is quiet. */
export async function storm(on: Installation, drawn: Drawn, deadlineAt: number): Promise<Storm> {
  const clicks = new Map<string, Click[]>()
  const waitedMs: number[] = []
  const asked = asking(on, waitedMs)
  const moment = (ms: number): Promise<void> => pause(Math.max(0, deadlineAt + ms - Date.now()))
  let api = 0
  const send = async ({ dossier, atMs, clicking, insists }: Submission): Promise<void> => {
    const id = on.dossiers[dossier] ?? ''
    await moment(atMs)
    const key = clicking === 'twice' ? undefined : `send-${dossier}`
    const path = `${base}/dossiers/${keyOf(id)}/send`
    const one = (): Promise<Click[]> => asked({ path, body: {}, key, insists, api: api++ })
    const answers = await Promise.all(clicking === 'once' ? [one()] : [one(), one()])
    clicks.set(id, answers.flat())
  }
  const other = async (atMs: number, path: string, body: object): Promise<void> => {
    await moment(atMs)
    await asked({ path: base + path, body, key: randomUUID(), insists: true, api: api++ })
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
      other(atMs, `/dossiers/${keyOf(on.dossiers[dossier] ?? '')}/extend`, { to: plusDays(lastDay, 7), reason }),
    ),
  ])
  await on.settle()
  const found: Found[] = []
  for (const id of on.dossiers) found.push(await foundOf(on, { id, clicks: clicks.get(id) ?? [] }))
  return { found, waitedMs }
}

/** One after the other, each at its moment. */
async function killing(on: Installation, kills: Drawn['kills'], moment: (ms: number) => Promise<void>): Promise<void> {
  for (const [n, { what, atMs }] of kills.toSorted((a, b) => a.atMs - b.atMs).entries()) {
    await moment(atMs)
    await on.kill(what, n)
  }
}

interface Command {
  readonly path: string
  readonly body: object
  readonly key: string | undefined
  readonly insists: boolean
  readonly api: number
}
/** Has something asked, again and again where they insist, of one API after the other. Answers each answer they had. */
const asking =
  ({ ask }: Installation, waitedMs: number[]) =>
  async ({ path, body, key, insists, api }: Command): Promise<Click[]> => {
    const began = Date.now()
    const all: Click[] = []
    for (let n = api; ; n++) {
      const click = await ask(n, { method: 'POST', path, body, key }).then(
        (response) => clickOf(response, key),
        (): Click => ({ key, status: 0 }),
      )
      all.push(click)
      const isAnswered = click.status !== 0 && click.status !== 503
      if (isAnswered) waitedMs.push(Date.now() - began)
      if (isAnswered || !insists || Date.now() > began + patienceMs) return all
      await pause(betweenTriesMs)
    }
  }

const Answered = z.object({ id: z.string(), code: z.string(), receipt: z.string() }).partial()

async function clickOf(response: Response, key: string | undefined): Promise<Click> {
  const { status, headers } = response
  // Cut off in the middle of an answer is not answered.
  const body = Answered.parse(await response.json())
  const linked = /receipts\/(\w+)/.exec(headers.get('link') ?? body.receipt ?? '')?.[1]
  const receipt = status === 202 ? body.id : linked
  return { key, status, code: body.code, receipt }
}

async function foundOf(
  { house: { store }, ask }: Installation,
  { id, clicks }: Pick<Found, 'id' | 'clicks'>,
): Promise<Found> {
  const docs = await store.inbox.find({ stream: id, command: 'send' }, { _id: 1 }).lean()
  const rows = await Promise.all(docs.map(({ _id }) => findRow(store, _id)))
  const ids = new Set([...docs.map(({ _id }) => _id), ...clicks.flatMap(({ receipt }) => receipt ?? [])])
  const receipts: Record<string, Receipt> = {}
  for (const [n, row] of [...ids].entries()) {
    const response = await ask(n, { method: 'GET', path: `${base}/receipts/${row}` })
    if (response.status === 200) receipts[row] = ReceiptOutcome.parse(await response.json())
  }
  return { id, ledger: await readLedger(store, id), rows: rows.filter((row) => row !== undefined), clicks, receipts }
}

/** Whether a command was received within the last second. */
export const inLastSecond = ({ receivedAt }: { readonly receivedAt: string }): boolean =>
  Date.parse(receivedAt) < Date.parse(passesAt) && Date.parse(receivedAt) >= Date.parse(passesAt) - 1000
