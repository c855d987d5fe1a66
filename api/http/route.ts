import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import { parse } from '../contracts/parse.ts'
import type { mediaTypes } from '../exports/formats.ts'
import { callerOf, languageOf, type Caller } from '../session/caller.ts'
import { exactRouter } from './exact-router.ts'

/** What is sent back: 200 and JSON, unless it says otherwise; a text as it is. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: object | string | Uint8Array | Readable
}
/** What a handler is given: what the address says, read with the route's contract. */
export interface AskedByAnyone<Query> {
  readonly language: Language
  /** The one variable part of the address; empty where there is none. */
  readonly key: string
  readonly query: Query
  readonly req: Request
}
/** The same, and who asks. */
export interface Asked<Query> extends AskedByAnyone<Query> {
  readonly caller: Caller
}
/** What a success is answered with; JSON unless it says otherwise. */
interface Answer {
  readonly description: string
  readonly body?: z.ZodType
  readonly mediaType?: MediaType
  /** What it can be asked for as besides. */
  readonly files?: readonly string[]
}
type MediaType =
  | 'text/csv'
  | 'text/calendar'
  | 'text/html'
  | 'application/x-www-form-urlencoded'
  | 'multipart/form-data'
  | 'application/pdf'
  | 'application/zip'
  | (typeof mediaTypes)['xlsx']
/** What a route is, apart from what it does: the reference page is made of this. */
export interface Contract {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  /** As OpenAPI writes it: `/api/v1/plans/{key}`. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly tag: string
  readonly query?: z.ZodType | undefined
  readonly body?: z.ZodType | undefined
  /** What the body is written in, where it is no JSON; several where there is a choice. */
  readonly mediaType?: MediaType | readonly MediaType[]
  /** Says that a repetition with the same `Idempotency-Key` is answered and not done again. */
  readonly repeatable?: true
  /** Wants to know what it is based on: in `If-Match`, or in `seq` of its body as well; or holds to it where it is `stated`. */
  readonly basis?: 'ifMatch' | 'seq' | 'stated'
  /** Answers that are successes, by status. */
  readonly answers: Readonly<Record<number, Answer>>
  /** Open to anyone, signed in or not. */
  readonly open?: true
  /** For people with a browser: what is refused is a page as well. */
  readonly forBrowsers?: true
}
export interface Route {
  readonly contract: Contract
  mount(router: Router): void
}

/** A route for people who are signed in: their query is read, the handler answers, errors go to the one middleware. */
export const route = <Q extends z.ZodType>(
  contract: Contract & { readonly query: Q },
  handle: (asked: Asked<z.output<Q>>) => Promise<Reply>,
): Route =>
  answered(contract, (req) => {
    const caller = callerOf(req)
    return handle({ ...askedIn(contract, req), caller })
  })

/** A route for anyone, signed in or not. */
export const openRoute = <Q extends z.ZodType>(
  contract: Omit<Contract, 'open'> & { readonly query: Q },
  handle: (asked: AskedByAnyone<z.output<Q>>) => Promise<Reply>,
): Route => {
  const open = { ...contract, open: true as const }
  return answered(open, (req) => handle(askedIn(open, req)))
}

const askedIn = <Q extends z.ZodType>({ query }: { readonly query: Q }, req: Request): AskedByAnyone<z.output<Q>> => ({
  language: languageOf(req),
  key: keyIn(req),
  query: parse(query, { value: req.query, or: 'invalid-query' }),
  req,
})

const answered = (contract: Contract, reply: (req: Request) => Promise<Reply>): Route => ({
  contract,
  mount: (router) => {
    router[contract.method](expressPath(contract.path), async (req: Request, res: Response) => {
      const { status = 200, headers = {}, body } = await reply(req)
      // Whoever waited has been told already that it takes too long.
      if (res.headersSent) {
        if (body instanceof Readable) body.destroy()
        return
      }
      res.status(status).set(headers)
      if (body instanceof Readable) await handOut(body, res)
      else if (typeof body === 'string') res.send(body)
      else if (body instanceof Uint8Array) res.send(Buffer.from(body))
      else res.json(body)
    })
  },
})

// A pipeline listens in some seven ways to the answer at whose end some four others have something to do; past ten Node warns of a leak.
const mostListeners = 20

/** Who hangs up in the middle has what they have; what fails in the middle ends the connection, and is no whole file. */
async function handOut(content: Readable, res: Response): Promise<void> {
  res.setMaxListeners(mostListeners)
  await pipeline(content, res).catch(() => res.destroy())
}

/** All of these, in one router. */
export function routerOf(routes: readonly Route[]): Router {
  const router = exactRouter()
  for (const { mount } of routes) mount(router)
  return router
}

/** `/api/v1/plans/{key}` → `/api/v1/plans/:key` */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

const keyIn = ({ params }: Request): string => {
  const [key = ''] = Object.values(params)
  return Array.isArray(key) ? key.join('/') : key
}
