import { hasRight, type Right } from '../../domain/access.ts'
import { todayOf } from '../../domain/moment.ts'
import type { Roster } from '../../domain/roster.ts'
import type { CivilDate } from '../../domain/time.ts'
import { loadRoster } from '../../store/register/roster.ts'
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
  /** Who holds which mandate; read once. */
  roster(): Promise<Roster>
}

/** The scene of a request. */
export async function sceneOf(deps: Deps, asked: Scene['asked']): Promise<Scene> {
  const view = await viewing(deps, asked)
  let roster: Promise<Roster> | undefined
  return {
    ...view,
    deps,
    asked,
    on: todayOf(view),
    roster: () => (roster ??= loadRoster(deps.store)),
    has: (right) => hasRight(asked.caller.actor, right),
  }
}
