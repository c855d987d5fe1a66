import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Installation } from './installation.ts'

/** Someone who is signed in at the product. */
export interface Someone {
  /** Throws for any answer but 200. */
  get(path: string): Promise<unknown>
  /** The status of the answer, which has been read to its end. */
  post(path: string, body: object): Promise<number>
  /** Has something done, however long that takes. Throws where it is refused. */
  give(path: string, body: object): Promise<void>
  /** Sends a file as it is, or as a browser's form does. A receipt is an answer too: whoever needs what it is for waits for that. Throws for any answer but 200 to 202. */
  send(path: string, file: { readonly type?: string; readonly body: string | FormData }): Promise<unknown>
}

const Mails = z.array(z.object({ to: z.array(z.object({ address: z.string() })), text: z.string() }))
const Receipt = z.object({ outcome: z.string() })
const base = '/api/v1'
const pollMs = 50
const patienceMs = 60_000

/** What a request is sent in, and the key that makes a repetition of it the same. */
interface Manner {
  readonly type?: string | undefined
  readonly key?: string | undefined
}

/** Signs an account in by the link in its mail: `pilot`, `centre-head.cmp`. */
export async function signIn({ url, stack }: Installation, account: string): Promise<Someone> {
  const email = `${account}@school.example`
  const cookies = new Map<string, string>()
  const ask = async (path: string, options: RequestInit = {}, { type, key }: Manner = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    // Whatever there is: nobody else acts meanwhile.
    const headers = {
      ...(type !== undefined && { 'Content-Type': type, 'If-Match': '*' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      Cookie: cookie,
    }
    const response = await fetch(url + path, { redirect: 'manual', headers, ...options })
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    return response
  }
  const post = async (path: string, body: object, key?: string): Promise<Response> =>
    ask(path, { method: 'POST', body: JSON.stringify(body) }, { type: 'application/json', key })
  await read(await post(`${base}/session/links`, { email }), [202])
  await read(await post(await linkOf(stack.mailboxUrl, email), {}), [303])
  return {
    get: async (path) => {
      const body: unknown = JSON.parse(await read(await ask(base + path), [200]))
      return body
    },
    send: async (path, { type, body }) => {
      const answer: unknown = JSON.parse(
        await read(await ask(base + path, { method: 'POST', body }, { type }), [200, 201, 202]),
      )
      return answer
    },
    post: async (path, body) => {
      const response = await post(base + path, body)
      await response.arrayBuffer()
      return response.status
    },
    give: async (path, body) => {
      const key = randomUUID()
      let response = await post(base + path, body, key)
      // Sent again with the same key, as the answer says.
      for (; response.status === 503; response = await post(base + path, body, key)) await pause(pollMs)
      await read(response, [200, 201, 202])
      const receipt = response.status === 202 ? response.headers.get('location') : null
      if (receipt === null) return
      await eventually(async () => {
        const { outcome } = Receipt.parse(JSON.parse(await read(await ask(receipt), [200])))
        if (outcome !== 'waiting' && outcome !== 'done') throw new Error(`${path}: ${outcome}`)
        return outcome === 'done' ? true : undefined
      })
    },
  }
}

/** The page behind the link in the first mail of an account. */
async function linkOf(mailboxUrl: string, email: string): Promise<string> {
  return eventually(async () => {
    const mails = Mails.parse(await (await fetch(`${mailboxUrl}/api/email`)).json())
    const texts = mails.filter(({ to }) => to[0]?.address === email).map(({ text }) => text)
    return texts.flatMap((text) => /\/sign-in\/[\w-]+/.exec(text) ?? [])[0]
  })
}

async function read(response: Response, wanted: readonly number[]): Promise<string> {
  const text = await response.text()
  if (!wanted.includes(response.status)) throw new Error(`${response.url}: ${response.status} ${text.slice(0, 300)}`)
  return text
}

/** Looks again and again until there is something; throws after a minute, or as long as one waits. */
export async function eventually<T>(look: () => Promise<T | undefined>, waitMs = patienceMs): Promise<T> {
  const end = Date.now() + waitMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`nothing came within ${waitMs / 1000} s`)
    await pause(pollMs)
  }
}
