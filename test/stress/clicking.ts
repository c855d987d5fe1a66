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
/** Whether somebody tries again until they are answered, and at which API they begin: each further try is at the next. */
interface Tries {
  readonly insists: boolean
  readonly api: number
}
interface Command extends Tries {
  readonly path: string
  readonly body: object
  readonly key: string | undefined
  /** Who gives it: the nth of the office. */
  readonly as: number
}

/** Has the office give a command, again and again where they insist. Answers each answer they had. */
export const clickingByOffice =
  ({ ask }: Installation, by: By) =>
  ({ path, body, key, as, ...tries }: Command): Promise<Click[]> =>
    tried(by, tries, async (n) => {
      const response = await ask(n, { method: 'POST', path, body, key, as })
      return { key, ...(await answerOf(response)) }
    })

/** Opens the page of a candidate, whose button sends the dossier: a page that is older than its file is loaded anew, and sent then. */
export async function clickingByLink(
  { ask }: Installation,
  { candidate, api, ...by }: By & { readonly candidate: Candidate; readonly api: number },
): Promise<(tries: Tries) => Promise<Click[]>> {
  const path = `${candidate.path}/documents`
  const opened = async (): Promise<string> => {
    for (let n = api; ; n++) {
      const text = await ask(n, { method: 'GET', path, as: candidate }).then(
        (response) => response.text(),
        () => '',
      )
      if (seqIn(text) !== '' || n - api > patienceMs / betweenTriesMs) return seqIn(text)
      await pause(betweenTriesMs)
    }
  }
  let seq = await opened()
  return (tries) =>
    tried(by, tries, async (n) => {
      const key = `page ${seq}`
      const response = await ask(n, { method: 'POST', path, body: `do=send&seq=${seq}`, as: candidate })
      const click = { key, byLink: true as const, ...(await answerOf(response)) }
      if (click.status === 412) seq = await opened()
      return click
    })
}

/** Tries until there is an answer, or once. */
async function tried(
  { waitedMs, deadlineAt }: By,
  { insists, api }: Tries,
  click: (api: number) => Promise<Omit<Click, 'atMs'>>,
): Promise<Click[]> {
  const began = Date.now()
  const all: Click[] = []
  for (let n = api; ; n++) {
    const atMs = Date.now() - deadlineAt
    const one = await click(n).catch(() => ({ status: 0 }))
    all.push({ ...one, atMs })
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
