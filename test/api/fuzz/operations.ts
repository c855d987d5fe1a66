import type { Express } from 'express'
import request from 'supertest'
import type { Named, Schema } from './schema.ts'

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const
const json = 'application/json'

/** One way into the API, as it describes itself. */
export interface Operation {
  readonly id: string
  readonly method: (typeof methods)[number]
  /** `'/api/v1/plans/{key}'` */
  readonly path: string
  /** The contract of its body, where that is JSON. */
  readonly body: Schema | undefined
  /** What its body is written in, where it has one: `'text/csv'`. */
  readonly bodyType: string | undefined
  readonly query: readonly string[]
  readonly headers: readonly string[]
}
interface Described {
  readonly operationId: string
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

/** Everything that may be asked of the API, and the schemas its contracts refer to. */
export async function operationsOf(app: Express): Promise<{ operations: readonly Operation[]; named: Named }> {
  const { body } = await request(app).get('/openapi.json').expect(200)
  const operations = Object.entries<Partial<Record<string, Described>>>(body.paths).flatMap(([path, at]) =>
    methods.flatMap((method): Operation[] => {
      const described = at[method]
      if (!described) return []
      const { operationId: id, parameters = [], requestBody } = described
      const named = (place: string): string[] => parameters.flatMap((one) => (one.in === place ? [one.name] : []))
      return [
        {
          ...{ id, method, path, query: named('query'), headers: named('header') },
          body: requestBody?.content[json]?.schema,
          bodyType: Object.keys(requestBody?.content ?? {})[0],
        },
      ]
    }),
  )
  return { operations, named: body.components.schemas }
}
