import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Express } from 'express'
import request from 'supertest'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
/** An answer as it came, and what was asked. */
export interface Given {
  readonly method: string
  /** `/api/v1/plans/usth-2027` */
  readonly path: string
  readonly status: number
  readonly type: string
  readonly body: unknown
}

const root = 'openapi.json'
const problem = 'application/problem+json'

/** What the API says of itself, to hold its answers against: comes back with what is wrong with one, in words, or undefined. */
export async function describedBy(app: Express): Promise<(given: Given) => string | undefined> {
  const { body: openapi }: { body: Description } = await request(app).get('/openapi.json').expect(200)
  // Keywords of OpenAPI stand beside those of JSON Schema in one document.
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats.default(ajv)
  ajv.addSchema(openapi, root)
  const checks = new Map<string, ValidateFunction>()
  const checkAt = (pointer: string): ValidateFunction => {
    const check = checks.get(pointer) ?? ajv.compile({ $ref: `${root}#${pointer}` })
    checks.set(pointer, check)
    return check
  }
  const templates = Object.keys(openapi.paths).map((template) => ({ template, matches: matcherOf(template) }))

  return ({ method, path, status, type, body }) => {
    const candidates = templates.filter(({ matches }) => matches.test(path)).toSorted(fixedFirst)
    const found = candidates.find(({ template }) => openapi.paths[template]?.[method])
    // Where nothing is, nothing is described; what is refused looks alike everywhere.
    const [template, answer] = found && status < 400 ? [found.template, `${status}`] : [undefined, 'default']
    if (!template && status < 400) return `${method} ${path} answers ${status} and is not described`
    const pointer = template
      ? `/paths/${escaped(template)}/${method}/responses/${answer}/content/${escaped(type)}/schema`
      : '/components/schemas/Problem'
    if (template) {
      const response = openapi.paths[template]?.[method]?.responses[answer]
      if (!response) return `${method} ${template} does not say that it answers ${status}`
      if (!response.content) return undefined
      if (!response.content[type]) return `${method} ${template} answers ${type}, which it does not say`
    } else if (type !== problem) {
      const refusal = found && openapi.paths[found.template]?.[method]?.responses['default']
      return refusal?.content?.[type] ? undefined : `${method} ${path} answers ${status} as ${type}`
    }
    const check = checkAt(pointer)
    return check(body) ? undefined : `${method} ${path} ${status}: ${ajv.errorsText(check.errors)}`
  }
}

const matcherOf = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
const fixedFirst = (one: { template: string }, other: { template: string }): number =>
  variablesIn(one.template) - variablesIn(other.template)
const variablesIn = (template: string): number => template.split('{').length
const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')
