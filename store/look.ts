import type { Store } from './connect.ts'

/** One look at the store, in which the facts of many files are read: whatever is the same for them is read once. */
export type Look = object
interface Looking {
  readonly store: Store
  readonly look?: Look | undefined
}

/** Reads something once in a look, whoever asks for it there; anew each time where nobody looks for several. */
export function onceALook<T>(
  read: (store: Store, key: string) => Promise<T>,
): (looking: Looking, key?: string) => Promise<T> {
  const seen = new WeakMap<Look, Map<string, Promise<T>>>()
  return ({ store, look }, key = '') => {
    if (!look) return read(store, key)
    const known = seen.get(look) ?? new Map<string, Promise<T>>()
    seen.set(look, known)
    const reading = known.get(key) ?? read(store, key)
    known.set(key, reading)
    return reading
  }
}
