const digits = 5

/**
 * The id of a file under a register number: five digits, so that lists stand in its order; no year and no name, which may change (ADR 50).
 * `numberedId('agreement', 17)` → `'agreement/00017'`. Throws a `RangeError` from 100,000 on.
 */
export function numberedId<T extends string>(type: T, number: number): `${T}/${string}` {
  if (number >= 10 ** digits) throw new RangeError('no register number is left')
  return `${type}/${`${number}`.padStart(digits, '0')}`
}

const mark = '~'

/**
 * Where a process tells a file that is to have the next register number: by what it is begun for. Whoever is told afterwards for the same is
 * the same file, whatever number it was given (ADR 56). `begunFor('dossier', 'participation/2028-engineer.usth#n1')`
 */
export const begunFor = <T extends string>(type: T, cause: string): `${T}/${string}` => `${type}/${mark}${cause}`

/** What a file is begun for, and of which type it is. */
export interface Begun {
  readonly type: string
  readonly cause: string
}

/** What an address begins; nothing where it is that of a file. */
export function numberedIn(to: string): Begun | undefined {
  const at = to.indexOf(`/${mark}`)
  return at < 0 ? undefined : { type: to.slice(0, at), cause: to.slice(at + 1 + mark.length) }
}
