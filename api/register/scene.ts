import { hasRight, type Right } from '../../domain/access.ts'
import { todayOf } from '../../domain/moment.ts'
import type { Roster } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import { rosterOf } from '../../store/register/roster.ts'
import type { Deps } from '../deps.ts'
import type { Asked } from '../http/route.ts'
import { viewing, type Reader, type Viewing } from '../views/viewing.ts'

/** Who looks or edits and on which day, be it by the signed link of a page. */
export interface VisitorScene extends Viewing {
  readonly deps: Deps
  readonly asked: Pick<Asked<unknown>, 'language' | 'req'> & Pick<Reader, 'caller'>
  /** Today, at the school. */
  readonly on: CivilDate
}

/** Who looks at the register or edits it, with which rights. */
export interface Scene extends VisitorScene {
  readonly asked: Pick<Asked<unknown>, 'caller' | 'language' | 'req'>
  has(right: Right): boolean
  /** Who holds which mandate. */
  readonly roster: Roster
}

/** The scene of whoever comes by a link. */
export function visitorSceneOf(deps: Deps, asked: VisitorScene['asked']): VisitorScene {
  const view = viewing(deps, asked)
  return { ...view, deps, asked, on: todayOf(view) }
}

/** The scene of a request. */
export const sceneOf = (deps: Deps, asked: Scene['asked']): Scene => {
  const scene = visitorSceneOf(deps, asked)
  return { ...scene, asked, roster: rosterOf(scene.register), has: (right) => hasRight(asked.caller.actor, right) }
}
