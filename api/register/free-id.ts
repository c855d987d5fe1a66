import type { Kind, Numbered } from '../../store/register/kinds.ts'
import type { Scene } from './scene.ts'

/** `'turin'`, or `'turin-2'` where that is taken. */
export async function freeId<D extends Numbered>({ store }: Scene, kind: Kind<D>, wish: string): Promise<string> {
  for (let n = 1; ; n++) {
    const [taken] = await kind.read(store, [nth(wish, n)])
    if (!taken) return nth(wish, n)
  }
}

/** The same among ids that are known. */
export function freeAmong(taken: ReadonlySet<string>, wish: string): string {
  for (let n = 1; ; n++) if (!taken.has(nth(wish, n))) return nth(wish, n)
}

const nth = (wish: string, n: number): string => (n === 1 ? wish : `${wish}-${n}`)
