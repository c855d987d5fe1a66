import { hasRight, type Right } from '../../domain/access.ts'
import { todayOf } from '../../domain/moment.ts'
import type { Roster } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import { rosterOf } from '../../store/register/roster.ts'
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
  /** Who holds which mandate. */
  readonly roster: Roster
}

/** The scene of a request. */
export function sceneOf(deps: Deps, asked: Scene['asked']): Scene {
  const view = viewing(deps, asked)
  return {
    ...view,
    deps,
    asked,
    on: todayOf(view),
    roster: rosterOf(view.register),
    has: (right) => hasRight(asked.caller.actor, right),
  }
}
