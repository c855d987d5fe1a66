import { z } from 'zod'
import { Problem } from '../contracts/problem.ts'
import type { Contract } from '../http/route.ts'
import { Schemas, type Schema } from './schemas.ts'

const session = 'session'
const describes =
  'Keeps an engineering school’s international partnerships on time. Commands come from the command tables of `domain/`: ' +
  'each can be previewed with `?preview=true`, and repeated with the same `Idempotency-Key`. A browser without a session is led to `/sign-in` (303) where a program hears 401.'

/** The description of all routes, OpenAPI 3.1: made of their contracts, so that it says what they check. */
export function openapiOf(
  contracts: readonly Contract[],
  { version, sessionCookie }: { version: string; sessionCookie: string },
): Schema {
  const schemas = new Schemas()
  schemas.of(z.array(Problem), 'output')
  const paths = new Map<string, Record<string, Schema>>()
  for (const contract of contracts) {
    const path = paths.get(contract.path) ?? {}
    path[contract.method] = operationOf(contract, schemas)
    paths.set(contract.path, path)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Longitude', version, description: describes },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    security: [{ [session]: [] }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: schemas.named,
      securitySchemes: { [session]: { type: 'apiKey', in: 'cookie', name: sessionCookie } },
    },
  }
}

function operationOf(
  { id, summary, tag, path, query, body, mediaType, repeatable, basis, answers, open, forBrowsers }: Contract,
  schemas: Schemas,
): Schema {
  const parameters = [
    ...pathParameters(path),
    ...queryParameters(query, schemas),
    ...(repeatable ? [idempotencyKey] : []),
    ...(basis ? [{ ...ifMatch, required: basis === 'ifMatch' }] : []),
  ]
  const content = (contract: z.ZodType, io: 'input' | 'output', type: string = 'application/json') => ({
    content: { [type]: { schema: schemas.of(contract, io) } },
  })
  const sent = (contract: z.ZodType): Schema =>
    Object.fromEntries(
      [mediaType ?? 'application/json'].flat().map((type) => [type, { schema: schemas.of(contract, 'input') }]),
    )
  const answered = ({ description, body: answer, mediaType: written, files = [] }: Contract['answers'][number]) => {
    if (!answer) return { description, ...(written && { content: { [written]: text } }) }
    const asFiles = Object.fromEntries(files.map((type) => [type, text]))
    return { description, content: { ...content(answer, 'output', written).content, ...asFiles } }
  }
  const responses = Object.entries(answers).map(([status, answer]) => [status, answered(answer)])
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: sent(body) } }),
    responses: { ...Object.fromEntries(responses), default: forBrowsers ? pageOfRefusal : refusal },
  }
}

/** What is no JSON. */
const text = { schema: { type: 'string' } }

const refusal = {
  description: 'Any other answer: what stands in the way, in your language.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** The same for a browser. */
const pageOfRefusal = { ...refusal, content: { ...refusal.content, 'text/html': text } }

const pathParameters = (path: string): Schema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ in: 'path', name, required: true, schema: { type: 'string' } }))

function queryParameters(query: z.ZodType | undefined, schemas: Schemas): Schema[] {
  if (!(query instanceof z.ZodObject)) return []
  return Object.entries(query.shape).map(([name, contract]) => {
    const { description, ...schema } = contract instanceof z.ZodType ? schemas.of(contract, 'input') : {}
    return { in: 'query', name, required: false, schema, ...(description !== undefined && { description }) }
  })
}

const ifMatch = {
  in: 'header',
  name: 'If-Match',
  schema: { type: 'string', pattern: '^(\\*|(W/)?"[0-9]{1,9}")$' },
  description:
    'The `ETag` of what you have read, or `*` for whatever there is. Overtaken by another edit: 412, with what changed.',
}

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  description: 'Yours, new for each command: the same again is answered as the first time, and done once.',
}
