import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { seqIn } from '../api/partner-nominating.ts'
import type { Candidate, Installation } from './installation.ts'
import type { Click } from './judge.ts'

const patienceMs = 60_000
const betweenTriesMs = 200

/** Where it is written down how long people waited for an answer, and by what clicks are dated: milliseconds since 1970 of the deadline. */
interface By {
  readonly waitedMs: number[]
  readonly deadlineAt: number
}
/** When somebody clicks, whether they try again until they are answered, and at which API they begin: each further try is at the next. */
interface Tries {
  readonly drawnMs?: number | undefined
  readonly insists: boolean
  readonly api: number
}
interface Command {
  readonly path: string
  readonly body: object
  readonly key: string | undefined
  /** Who gives it: the nth of the office. */
  readonly as: number
}
/** Somebody who is about to click: nothing is left to do but that. Answers each answer they had. */
export type AboutToClick = () => Promise<Click[]>
type Clicked = Omit<Click, 'atMs'>

/** The office is about to give a command. */
export function officeAboutToClick(
  { ask, standingBy }: Installation,
  { path, body, key, as, ...by }: By & Command & Tries,
): AboutToClick {
  const request = { method: 'POST', path, body, key, as } as const
  const clicked = async (response: Response): Promise<Clicked> => ({ key, ...(await answerOf(response)) })
  const first = standingBy(by.api, request)
  return () =>
    tried(by, {
      first: async () => clicked(await first()),
      again: async (n) => clicked(await ask(n, request)),
    })
}

/** Reads the page of a candidate until it is answered. Answers what its button sends along. */
export async function pageOf({ ask }: Installation, candidate: Candidate, api: number): Promise<string> {
  for (let n = api; ; n++) {
    const text = await ask(n, { method: 'GET', path: pathOf(candidate), as: candidate }).then(
      (response) => response.text(),
      () => '',
    )
    if (seqIn(text) !== '' || n - api > patienceMs / betweenTriesMs) return seqIn(text)
    await pause(betweenTriesMs)
  }
}

/** A candidate is about to press the button of a page that was read before, which sends the dossier: where it is older than its file, it is read anew and sent then. */
export function candidateAboutToClick(
  on: Installation,
  { candidate, page, ...by }: By & Tries & { readonly candidate: Candidate; readonly page: string },
): AboutToClick {
  const requestOf = (seq: string) =>
    ({ method: 'POST', path: pathOf(candidate), body: `do=send&seq=${seq}`, as: candidate }) as const
  let seq = page
  const clicked = async (response: Response): Promise<Clicked> => {
    const click = { key: `page ${seq}`, byLink: true as const, ...(await answerOf(response)) }
    if (click.status === 412) seq = await pageOf(on, candidate, by.api)
    return click
  }
  const first = on.standingBy(by.api, requestOf(seq))
  return () =>
    tried(by, {
      first: async () => clicked(await first()),
      again: async (n) => clicked(await on.ask(n, requestOf(seq))),
    })
}

const pathOf = ({ path }: Candidate): string => `${path}/documents`

/** Tries until there is an answer, or once. */
async function tried(
  { waitedMs, deadlineAt, insists, api, drawnMs }: By & Tries,
  { first, again }: { first(): Promise<Clicked>; again(api: number): Promise<Clicked> },
): Promise<Click[]> {
  const began = Date.now()
  const all: Click[] = []
  for (let n = api; ; n++) {
    const atMs = Date.now() - deadlineAt
    const one = await (n === api ? first() : again(n)).catch(() => ({ status: 0 }))
    all.push({ ...one, atMs, ...(n === api && { drawnMs }) })
    const isAnswered = one.status !== 0 && one.status !== 503 && one.status !== 412
    if (isAnswered) waitedMs.push(Date.now() - began)
    if (isAnswered || !insists || Date.now() > began + patienceMs) return all
    if (one.status !== 412) await pause(betweenTriesMs)
  }
}

const Answered = z.object({ id: z.string(), code: z.string(), receipt: z.string() }).partial()

/** What a click was answered; a page says by its status alone what became of it. Throws where it was cut off in the middle. */
async function answerOf(response: Response): Promise<Pick<Click, 'status' | 'code' | 'receipt'>> {
  const { status, headers } = response
  const text = await response.text()
  const body = headers.get('content-type')?.includes('json') ? Answered.parse(JSON.parse(text)) : {}
  const linked = /receipts\/(\w+)/.exec(headers.get('link') ?? body.receipt ?? '')?.[1]
  // Led to where a code is entered: whoever had entered it is to stay.
  const code = headers.get('location')?.endsWith('/code') ? 'code' : body.code
  return { status, code, receipt: status === 202 ? body.id : linked }
}
