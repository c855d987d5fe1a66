import type { Evolve } from '../process.ts'
import type { CycleShape } from './cycle.ts'

/** What a cycle becomes by each of its events. */
export const evolveCycle: Evolve<CycleShape> = {
  prepared: (cycle, prepared, since) => ({ ...cycle, ...prepared, opening: { since } }),
  datesSet: (cycle, { dates, overrides, opensFrom }, at) => ({
    ...cycle,
    dates,
    overrides,
    ...(opensFrom !== undefined && { opening: { since: at, moved: true } }),
  }),
  opened: (cycle, _, openedAt) => ({ ...cycle, openedAt }),
  invited: (cycle, { partner, why, reason }, at) => ({
    ...cycle,
    invited: { ...cycle.invited, [partner]: { at, status: 'invited', why, reason } },
  }),
  participationNoted: (cycle, { partner, status }) => {
    const before = cycle.invited[partner]
    return before ? { ...cycle, invited: { ...cycle.invited, [partner]: { ...before, status } } } : cycle
  },
  nominationsClosed: (cycle) => cycle,
  cancelled: (cycle, _, cancelledAt) => ({ ...cycle, cancelledAt }),
  archived: (cycle) => cycle,
}
