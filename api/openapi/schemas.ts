import { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'

export type Schema = Readonly<Record<string, unknown>>

/** The JSON Schemas of contracts; those with an id of their own stand once, among the components, and are referred to. */
export class Schemas {
  readonly #named = new Map<string, unknown>()

  /** Those with an id, by id. */
  get named(): Schema {
    return Object.fromEntries([...this.#named].sort(ascending(([name]) => name)))
  }

  /** The schema of a contract: of what is sent, or of what is answered. */
  of(contract: z.ZodType, io: 'input' | 'output'): Schema {
    const {
      $schema: _,
      $defs = {},
      ...schema
    } = z.toJSONSchema(contract, { target: 'draft-2020-12', io, unrepresentable: 'any' })
    for (const [id, definition] of Object.entries($defs)) this.#named.set(id, moved(definition))
    return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, moved(value, name)]))
  }
}

/** References point to the components of the document instead of the definitions of one schema. */
function moved(value: unknown, name?: string): unknown {
  if (typeof value === 'string') return name === '$ref' ? value.replace('#/$defs/', '#/components/schemas/') : value
  if (Array.isArray(value)) return value.map((element: unknown) => moved(element))
  if (typeof value !== 'object' || value === null) return value
  // What our code does not change is what a reader may send all the same: in a description `readOnly` says the contrary.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'readOnly')
      .map(([key, inside]) => [key, moved(inside, key)]),
  )
}
