import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import type { Language } from '../locales/language.ts'
import { callerOf, languageOf, type Caller } from './caller.ts'
import { parse } from './contracts/parse.ts'

/** What is sent back: 200 and JSON, unless it says otherwise; a text as it is. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: object | string
}
/** What a handler is given: who asks, and what the address says, read with the route's contract. */
export interface Asked<Query> {
  readonly caller: Caller
  readonly language: Language
  /** The one variable part of the address; empty where there is none. */
  readonly key: string
  readonly query: Query
  readonly req: Request
}
/** What a success is answered with; JSON unless it says otherwise. */
interface Answer {
  readonly description: string
  readonly body?: z.ZodType
  readonly mediaType?: MediaType
}
type MediaType = 'text/csv'
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
  /** What the body is written in, where it is no JSON. */
  readonly mediaType?: MediaType
  /** Says that a repetition with the same `Idempotency-Key` is answered and not done again. */
  readonly repeatable?: true
  /** Answers that are successes, by status. */
  readonly answers: Readonly<Record<number, Answer>>
  /** Open to anyone, signed in or not. */
  readonly open?: true
}
export interface Route {
  readonly contract: Contract
  mount(router: Router): void
}

/** A route for people who are signed in: their query is read, the handler answers, errors go to the one middleware. */
export const route = <Q extends z.ZodType>(
  contract: Contract & { readonly query: Q },
  handle: (asked: Asked<z.output<Q>>) => Promise<Reply>,
): Route => ({
  contract,
  mount: (router) => {
    router[contract.method](expressPath(contract.path), async (req: Request, res: Response) => {
      const caller = callerOf(req)
      const query = parse(contract.query, { value: req.query, or: 'invalid-query' })
      const {
        status = 200,
        headers = {},
        body,
      } = await handle({ caller, language: languageOf(req), key: keyIn(req), query, req })
      // Whoever waited has been told already that it takes too long.
      if (res.headersSent) return
      res.status(status).set(headers)
      if (typeof body === 'string') res.send(body)
      else res.json(body)
    })
  },
})

/** All of these, in one router. */
export function routerOf(routes: readonly Route[]): Router {
  const router = Router()
  for (const { mount } of routes) mount(router)
  return router
}

/** `/api/v1/plans/{key}` → `/api/v1/plans/:key` */
const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1')

const keyIn = ({ params }: Request): string => {
  const [key = ''] = Object.values(params)
  return Array.isArray(key) ? key.join('/') : key
}
