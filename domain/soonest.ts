import type { Instant } from './time.ts'

interface Placed {
  readonly key: string
  readonly at: Instant
}

/**
 * Which of many things comes first, each under a key of its own; of those at one moment the one whose key comes first, as stored files are
 * found. Asking costs nothing, a change the logarithm of how many there are.
 */
export class Soonest<T extends { readonly at: Instant }> {
  readonly #items = new Map<string, T>()
  /** A heap; what has another moment by now, or was taken away, stays in it until it comes first. */
  readonly #heap: Placed[] = []

  /** What comes under a key from now on: nothing, or one thing. */
  set(key: string, item: T | undefined): void {
    if (item === undefined) {
      this.#items.delete(key)
      return
    }
    const before = this.#items.get(key)
    this.#items.set(key, item)
    if (before?.at === item.at) return
    this.#heap.push({ key, at: item.at })
    this.#rise(this.#heap.length - 1)
  }

  /** What comes first, if anything does. */
  first(): T | undefined {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      const item = this.#items.get(top.key)
      if (item?.at === top.at) return item
      this.#drop()
    }
    return undefined
  }

  #drop(): void {
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#sink()
  }
  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (!this.#swapped(at, above)) return
      at = above
    }
  }
  #sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const below = this.#isBefore(right, left) ? right : left
      if (!this.#swapped(below, at)) return
      at = below
    }
  }
  /** Puts the lower of two places above the other, where it comes earlier; whether it did. */
  #swapped(low: number, high: number): boolean {
    const [one, other] = [this.#heap[low], this.#heap[high]]
    if (!one || !other || !this.#isBefore(low, high)) return false
    this.#heap[low] = other
    this.#heap[high] = one
    return true
  }
  #isBefore(low: number, high: number): boolean {
    const [one, other] = [this.#heap[low], this.#heap[high]]
    if (!one || !other) return one !== undefined
    if (one.at !== other.at) return one.at < other.at
    return one.key < other.key
  }
}
