import { todayOf } from '../moment.ts'
import type { Context } from '../process.ts'
import { holdersOf, type Party } from '../roster.ts'
import { approvalRungs, type ApprovalRung, type Asked } from './approval.ts'

/** Who holds a rung for a research centre. */
export const partyOf = (rung: ApprovalRung, centre: string): Party =>
  rung === 'direction' ? 'role:direction' : `${rung}:${centre}`

/**
 * R7: a request goes at once to the first rung that someone present holds who did not write it; direction is the last. The
 * rungs passed over stay open: whoever comes back, or takes the mandate, may act that day.
 */
export function firstRungs(
  { centre, authors }: Pick<Asked, 'centre' | 'authors'>,
  context: Context,
): readonly ApprovalRung[] {
  const free = (rung: ApprovalRung): boolean =>
    holdersOf(partyOf(rung, centre), context.roster, todayOf(context)).some(
      ({ id, through }) => !authors.includes(`person:${id}`) && !(through && authors.includes(`person:${through}`)),
    )
  const first = approvalRungs.findIndex(free)
  return first < 0 ? approvalRungs : approvalRungs.slice(0, first + 1)
}
