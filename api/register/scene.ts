import { hasRight, type Right } from '../../domain/access.ts'
import { dayOf, type CivilDate } from '../../domain/time.ts'
import type { Deps } from '../deps.ts'
import type { Asked } from '../route.ts'
import { viewing, type Viewing } from '../views/viewing.ts'

/** Who looks at the register or edits it, on which day, with which rights. */
export interface Scene extends Viewing {
  readonly deps: Deps
  readonly asked: Pick<Asked<unknown>, 'caller' | 'language' | 'req'>
  /** Today, at the school. */
  readonly on: CivilDate
  has(right: Right): boolean
}

/** The scene of a request. */
export async function sceneOf(deps: Deps, asked: Scene['asked']): Promise<Scene> {
  const view = await viewing(deps, asked)
  return {
    ...view,
    deps,
    asked,
    on: dayOf(view.now, view.calendar),
    has: (right) => hasRight(asked.caller.actor, right),
  }
}
