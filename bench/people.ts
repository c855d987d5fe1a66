import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Installation } from './installation.ts'

/** Someone who is signed in at the product. */
export interface Someone {
  /** Throws for any answer but 200. */
  get(path: string): Promise<unknown>
  /** The status of the answer, which has been read to its end. */
  post(path: string, body: object): Promise<number>
  /** Throws for any answer but 200 and 201. */
  give(path: string, body: object): Promise<void>
}

const Mails = z.array(z.object({ to: z.array(z.object({ address: z.string() })), text: z.string() }))
const base = '/api/v1'
const pollMs = 50
const patienceMs = 20_000

/** Signs an account in by the link in its mail: `pilot`, `centre-head.cmp`. */
export async function signIn({ url, stack }: Installation, account: string): Promise<Someone> {
  const email = `${account}@school.example`
  const cookies = new Map<string, string>()
  const ask = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'Content-Type': 'application/json', Cookie: cookie }
    const response = await fetch(url + path, { redirect: 'manual', headers, ...options })
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    return response
  }
  const post = async (path: string, body: object): Promise<Response> =>
    ask(path, { method: 'POST', body: JSON.stringify(body) })
  await read(await post(`${base}/session/links`, { email }), [202])
  await read(await post(await linkOf(stack.mailboxUrl, email), {}), [303])
  return {
    get: async (path) => {
      const body: unknown = JSON.parse(await read(await ask(base + path), [200]))
      return body
    },
    post: async (path, body) => {
      const response = await post(base + path, body)
      await response.arrayBuffer()
      return response.status
    },
    give: async (path, body) => {
      await read(await post(base + path, body), [200, 201])
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

/** Looks again and again until there is something; throws after 20 s. */
export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > end) throw new Error(`nothing came within ${patienceMs / 1000} s`)
    await pause(pollMs)
  }
}
