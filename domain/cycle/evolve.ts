import type { Evolve } from '../process.ts'
import { calendarOf } from './checks.ts'
import { newCycle, type CycleShape } from './cycle.ts'
import { isOfAll, withMove } from './moving.ts'
import { evolveDossiers } from './dossiers.ts'

/** What a cycle becomes by each of its events. */
export const evolveCycle: Evolve<CycleShape> = {
  // Nothing is left of one that was cancelled before (ADR 16).
  prepared: (_, prepared, since) => ({ ...newCycle, ...prepared, opening: { since } }),
  datesSet: (cycle, { dates, overrides, opensFrom }, at) => ({
    ...cycle,
    dates,
    overrides,
    ...(opensFrom !== undefined && { opening: { since: at, moved: true } }),
  }),
  opened: (cycle, _, openedAt) => ({ ...cycle, openedAt, awaiting: { since: openedAt } }),
  deadlineMoved: (cycle, move, at) => {
    const dated = { ...cycle, ...withMove({ dates: calendarOf(cycle), overrides: cycle.overrides }, move) }
    const isOfNominations = move.date === 'nominationsCloseOn' && isOfAll(move)
    return {
      ...dated,
      proposedMove: undefined,
      ...(isOfNominations && { awaiting: { since: at, moved: true } }),
    }
  },
  moveProposed: (cycle, proposed, since) => ({ ...cycle, proposedMove: { ...proposed, since } }),
  moveRefused: (cycle) => ({ ...cycle, proposedMove: undefined }),
  nominationsReopened: (cycle) => cycle,
  dossiersReopened: (cycle) => cycle,
  invited: (cycle, { partner, why, reason }, at) => ({
    ...cycle,
    invited: { ...cycle.invited, [partner]: { at, status: 'invited', why, reason } },
  }),
  participationNoted: (cycle, { partner, status }) => {
    const before = cycle.invited[partner]
    return before ? { ...cycle, invited: { ...cycle.invited, [partner]: { ...before, status } } } : cycle
  },
  nominationsClosed: (cycle) => cycle,
  cancelled: (cycle, _, cancelledAt) => ({ ...cycle, cancelledAt, proposedMove: undefined }),
  ...evolveDossiers,
  archived: (cycle) => cycle,
}
