import { yearEndsOn } from '../../academic-year.ts'
import { todayOf, workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline, endOf, later, plusMonths, type CivilDate } from '../../time.ts'
import type { Dossier, DossierFacts } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { retentionEndsOn } from '../retention.ts'

type Keeping = 'reachYearEnd' | 'reachRetention' | 'keepLonger' | 'suspendRetention' | 'liftRetention' | 'noteErased'
const lookAgainMonths = 12
// Nothing is kept for ever by one word; and no calendar knows the holidays of what is much further away.
const mostMonthsAtOnce = 20 * 12

/** R15: how long what is held of a candidate is kept, and what ends it. */
export const decideRetention: Pick<Decide<DossierShape>, Keeping> = {
  reachYearEnd: ({ firstYear, closing }, _, { calendar }) => {
    const over = endOf(yearEndsOn(firstYear), calendar)
    // What was reopened after it is kept from then on.
    return [{ type: 'yearEnded', data: { since: closing ? later(over, closing.since) : over } }]
  },
  reachRetention: (dossier, _, context) => {
    const until = othersEndOn(context)
    const endsOn = retentionEndsOn(dossier, context)
    // What counts is the last word of all that was said of the candidate.
    if (until !== undefined && endsOn !== undefined && until > endsOn)
      return [{ type: 'retentionFollows', data: { to: until } }]
    return [
      {
        type: 'retentionReached',
        data: { by: workingDaysFrom(context, context.policy.dossiers.retention.actWorkingDays) },
      },
    ]
  },
  keepLonger: (dossier, { to, reason }, context) => {
    checkKept(dossier)
    const on = retentionEndsOn(dossier, context)
    if (on !== undefined && to <= on) throw new Refusal('dossier.kept-already', { on })
    const last = plusMonths(todayOf(context), mostMonthsAtOnce)
    if (to > last) throw new Refusal('dossier.kept-too-long', { last })
    const { lastDay, passesAt } = deadline(to, context.calendar)
    if (context.now >= passesAt) throw new Refusal('dossier.date-past', { on: lastDay })
    return [{ type: 'keptLonger', data: { to, reason } }]
  },
  suspendRetention: ({ appeal, ...dossier }, { reason }) => {
    checkKept(dossier)
    if (appeal) throw new Refusal('dossier.appeal-open')
    return [{ type: 'retentionSuspended', data: { reason } }]
  },
  liftRetention: ({ appeal }, { reason }) => {
    if (!appeal) throw new Refusal('dossier.appeal-none')
    return [{ type: 'suspensionLifted', data: { reason } }]
  },
  noteErased: ({ erased }) => (erased ? [] : [{ type: 'erased', data: {} }]),
}

/** Throws `dossier.undecided` while something is to be decided of it yet: no term runs, and nothing is to be suspended. */
function checkKept({ retention }: Pick<Dossier, 'retention'>): void {
  if (!retention) throw new Refusal('dossier.undecided')
}

/** Until when the other dossiers of the same candidate are kept: of one that is open nobody knows yet, so that it is looked at again in a year. */
function othersEndOn(context: Deciding<DossierFacts>): CivilDate | undefined {
  const inAYear = plusMonths(todayOf(context), lookAgainMonths)
  const ends = (context.facts.others ?? []).map((other) =>
    other.appeal ? inAYear : (retentionEndsOn(other, context) ?? inAYear),
  )
  return ends.toSorted().at(-1)
}
