import type { Kind, Numbered } from '../../store/register/kinds.ts'
import type { Scene } from './scene.ts'

/** `'turin'`, or `'turin-2'` where that is taken. */
export async function freeId<D extends Numbered>({ store }: Scene, kind: Kind<D>, wish: string): Promise<string> {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wish : `${wish}-${n}`
    const [taken] = await kind.read(store, [id])
    if (!taken) return id
  }
}
