/** JSON Schema, as far as the description of the API uses it for what is sent. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
  readonly freeText?: boolean
}
/** Those with a name of their own, by name. */
export type Named = Readonly<Record<string, Schema>>

/** What stands at a place, as far as it says what cannot stand there; `words` is any text. */
export type Kind =
  'object' | 'list' | 'choice' | 'truth' | 'whole' | 'day' | 'address' | 'text' | 'line' | 'name' | 'code' | 'words'

/** The kind of a schema that has one form. */
export function kindOf({ type, const: only, enum: some, ...schema }: Schema): Kind {
  if (only !== undefined || some !== undefined) return 'choice'
  if (type === 'object') return 'object'
  if (type === 'array') return 'list'
  if (type === 'boolean') return 'truth'
  if (type === 'integer' || type === 'number') return 'whole'
  return kindOfText(schema)
}

function kindOfText({ freeText, format, ...schema }: Schema): Kind {
  if (freeText) return 'text'
  if (format === 'date') return 'day'
  if (format === 'email') return 'address'
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => pattern ?? [])
  if (patterns.length === 0) return 'words'
  if (patterns.includes('\\p{L}')) return 'name'
  // What lets anything stand but control characters is what people call things.
  return patterns.some((pattern) => pattern.includes('\\p{Cc}')) ? 'line' : 'code'
}

/** The forms that something may have, one after the other. */
export function formsOf({ $ref, ...schema }: Schema, named: Named): readonly Schema[] {
  if ($ref !== undefined) return formsOf(named[$ref.split('/').at(-1) ?? ''] ?? {}, named)
  const forms = schema.anyOf ?? schema.oneOf
  return forms ? forms.flatMap((form) => formsOf(form, named)) : [schema]
}

/** Whether a value has that form, looking no deeper than at what tells forms apart. */
export function hasForm(value: unknown, { type, properties = {} }: Schema): boolean {
  if (value === null) return type === 'null'
  if (Array.isArray(value)) return type === 'array'
  if (typeof value !== 'object') return type === (typeof value === 'number' ? 'integer' : typeof value)
  const fields = Object.entries(value)
  return type === 'object' && fields.every(([name, field]) => isPossible(field, properties[name]))
}

const isPossible = (field: unknown, schema: Schema | undefined): boolean =>
  schema !== undefined &&
  (schema.const === undefined || schema.const === field) &&
  (schema.enum === undefined || schema.enum.includes(field))
