/** JSON that is written as it stands here: what `JSON.stringify` would not write. */
export class Verbatim {
  readonly json: string
  constructor(json: string) {
    this.json = json
  }
}

/** A value as JSON; what is undefined is left out. */
export function jsonOf(value: unknown): string {
  if (value instanceof Verbatim) return value.json
  if (Array.isArray(value)) return `[${value.map(jsonOf).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${jsonOf(field)}`).join()}}`
}

/** An object that says its first name once more, at its end. */
export function saidTwice(value: object): Verbatim {
  const [[name, field] = ['a', 1]] = Object.entries(value)
  const json = jsonOf(value)
  const written = json === '{}' ? '{"a":1' : json.slice(0, -1)
  return new Verbatim(`${written},${JSON.stringify(name)}:${jsonOf(field)}}`)
}

/** So many lists in one another. */
export const nested = (deep: number): Verbatim => new Verbatim('['.repeat(deep) + ']'.repeat(deep))
