import type { Fault } from './problem.ts'

/** An object or a list that is open, and where in it one stands. */
interface Open {
  /** The names an object has said; a list has none. */
  readonly said?: Set<string>
  at: string | number
  expectsName: boolean
}
/** Text that no database and no canonical JSON can hold: half of a character. */
const halfCharacter = /\p{Cs}/u

/**
 * What makes a JSON text one that says nothing certain (I-JSON, RFC 7493): a name that an object says twice, or half a character. Nothing where there is
 * no such thing, or no JSON: whoever parses it says so. In one pass, however it is made.
 */
export function jsonFaultIn(json: string): Fault | undefined {
  const open: Open[] = []
  for (let place = 0; place < json.length; place++) {
    const inside = open.at(-1)
    const sign = json[place]
    if (sign === '{') open.push({ said: new Set(), at: '', expectsName: true })
    else if (sign === '[') open.push({ at: 0, expectsName: false })
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',' && inside) goOn(inside)
    else if (sign === '"') {
      const end = endOfText(json, place)
      const fault = faultOf(textOf(json.slice(place, end)), open)
      if (fault) return fault
      place = end - 1
    }
  }
  return undefined
}

function goOn(inside: Open): void {
  if (typeof inside.at === 'number') inside.at++
  else inside.expectsName = true
}

/** What is wrong with a text: as a name of the object it stands in, or as a value. */
function faultOf(text: string, open: readonly Open[]): Fault | undefined {
  const inside = open.at(-1)
  const isName = inside?.expectsName === true
  const isTwice = isName && inside.said?.has(text) === true
  if (isName) {
    inside.said?.add(text)
    inside.at = text
    inside.expectsName = false
  }
  if (isTwice) return { path: pathOf(open), code: 'repeated_key' }
  return halfCharacter.test(text) ? { path: pathOf(open), code: 'invalid_format' } : undefined
}

/** Where one stands: said once, as a body may have very many places. */
const pathOf = (open: readonly Open[]): string =>
  open
    .map(({ at }) => at)
    .join('.')
    .replace(/\p{Cs}/gu, '\ufffd')

/** The place behind a text that begins here; behind all of it where it does not end. */
function endOfText(json: string, start: number): number {
  for (let place = start + 1; place < json.length; place++) {
    if (json[place] === '\\') place++
    else if (json[place] === '"') return place + 1
  }
  return json.length
}

/** What a text says; as it is written, where it is none. */
function textOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1)
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}
