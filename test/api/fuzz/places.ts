import { formsOf, hasForm, kindOf, type Kind, type Named, type Schema } from './schema.ts'

/** `['milestones', 0, 'title']` */
export type Path = readonly (string | number)[]

/** One field of a body, or the body itself: what its contract says, and what a valid body has there. */
export interface Place {
  readonly path: Path
  readonly kind: Kind
  readonly schema: Schema
  readonly isNullable: boolean
  readonly isRequired: boolean
  /** Undefined where the body does without it. */
  readonly value: unknown
  /** Which of several forms it has. */
  readonly form: number
  readonly forms: number
}

/** As a fault names it: `'milestones.0.title'`. */
export const nameOf = (path: Path): string => path.join('.')

/** Every place of a body that its contract knows; of a list, those of its first element. */
export function placesIn(schema: Schema, body: unknown, named: Named): readonly Place[] {
  const at = (one: Schema, { value, path, isRequired }: Pick<Place, 'value' | 'path' | 'isRequired'>): Place[] => {
    const forms = formsOf(one, named)
    const some = forms.filter(({ type }) => type !== 'null')
    const form = Math.max(
      0,
      some.findIndex((candidate) => hasForm(value, candidate)),
    )
    const meant = some[form] ?? {}
    const place = {
      ...{ path, value, form, isRequired, schema: meant },
      kind: kindOf(meant),
      forms: some.length,
      isNullable: some.length < forms.length,
    }
    const inside = [...fieldsIn(meant, value), ...firstIn(meant, value)]
    return [place, ...inside.flatMap(([name, field, rest]) => at(field, { ...rest, path: [...path, name] }))]
  }
  return at(schema, { value: body, path: [], isRequired: true })
}

type Inside = [string | number, Schema, Pick<Place, 'value' | 'isRequired'>]

function fieldsIn({ properties = {}, required = [] }: Schema, value: unknown): Inside[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const fields = new Map<string, unknown>(Object.entries(value))
  return Object.entries(properties).map(([name, field]) => [
    name,
    field,
    { value: fields.get(name), isRequired: required.includes(name) },
  ])
}

const firstIn = ({ items }: Schema, value: unknown): Inside[] =>
  items && Array.isArray(value) && value.length > 0 ? [[0, items, { value: value[0], isRequired: true }]] : []

/** The fields that no example has, and of what has several forms those that none has: `'scope (form 1)'`. */
export function withoutExample(schema: Schema, examples: readonly unknown[], named: Named): readonly string[] {
  const places = examples.flatMap((example) => placesIn(schema, example, named))
  const formed = (path: Path, form: number): string => `${nameOf(path)} (form ${form})`
  const wanted = places.flatMap(({ path, forms, kind, schema: { items } }) => [
    ...Array.from({ length: forms }, (_, form) => formed(path, form)),
    ...(kind === 'list' && items ? [formed([...path, 0], 0)] : []),
  ])
  const had = new Set(places.flatMap(({ path, form, value }) => (value === undefined ? [] : [formed(path, form)])))
  return [...new Set(wanted)].filter((one) => !had.has(one))
}

/** A body with something else at a place. */
export function withAt(body: unknown, [name, ...rest]: Path, value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(body)) return body.map((one, index) => (index === name ? withAt(one, rest, value) : one))
  const fields = new Map<string, unknown>(Object.entries(body ?? {}))
  return Object.fromEntries(fields.set(String(name), withAt(fields.get(String(name)), rest, value)))
}

/** A body without what stands at a place. */
export const withoutAt = (body: unknown, path: Path): unknown => withAt(body, path, undefined)
