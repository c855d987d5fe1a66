import { closesOn, forProgrammes, type Closes } from '../../cycle/overrides.ts'
import { todayOf, workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { deadline, type CivilDate } from '../../time.ts'
import { isReceived, type Dossier, type DossierFacts } from '../dossier.ts'
import type { DossierShape } from '../events.ts'
import { closesBy } from './closes.ts'
import { closeOf } from './state.ts'

type Context = Deciding<DossierFacts>
type Closing = 'extend' | 'noteClose' | 'reachClose' | 'closeIncomplete' | 'reopen'

export const decideClosing: Pick<Decide<DossierShape>, Closing> = {
  extend: (dossier, { to, reason }, context) => {
    const { on, stated: from } = closeOf(dossier, context)
    // R5: the latest counts, so that an earlier day would change nothing. Nobody knows the holidays of a day long ago, or far away.
    if (to <= from) throw new Refusal('dossier.not-later', { on })
    checkBeforeJury(to, dossier, context)
    if (deadline(to, context.calendar).lastDay <= on) throw new Refusal('dossier.not-later', { on })
    checkAhead(to, context)
    return [{ type: 'extended', data: { from, to, reason } }]
  },

  noteClose: (dossier, stated, context) => {
    const { participation, own } = dossier.closes ?? {}
    const closes = {
      ...closesBy(stated, dossier, context),
      ...(participation && { participation }),
      ...(own && { own }),
    }
    // Of whoever was erased nothing is asked again; what was sent has another day, should it be taken back, and nobody is written to.
    const moves = !dossier.erased && !isReceived(dossier) && movesTo(closes, dossier, context)
    if (moves && dossier.status === 'closedIncomplete') return [{ type: 'calledAgain', data: { closes } }]
    return [{ type: 'closeNoted', data: { closes, ...(moves && { moves }) } }]
  },

  reachClose: (dossier, _, context) =>
    context.facts.reachable
      ? [{ type: 'closeReached', data: { on: closeOf(dossier, context).on } }]
      : [foundUnreached(context)],

  closeIncomplete: ({ unsent }, _, context) => {
    if (!unsent) throw new Refusal('dossier.not-due')
    // R10: who cannot be reached is never closed, also where that was learnt meanwhile.
    return context.facts.reachable ? [{ type: 'closedIncomplete', data: { on: unsent.on } }] : [foundUnreached(context)]
  },

  reopen: (dossier, { reason, to }, context) => {
    const day = to ?? workingDaysFrom(context, context.policy.dossiers.reopenWorkingDays)
    checkBeforeJury(day, dossier, context)
    checkAhead(day, context)
    const { stated: from } = closeOf(dossier, context)
    return [{ type: 'reopened', data: { from, to: day, reason } }]
  },
}

/** Whether a dossier closes on another day by these than by those that held before. What is over for it stays so, unless the other day is still to come. */
export function movesTo(closes: Closes, dossier: Dossier, context: Context): boolean {
  const { calendar, now } = context
  const after = deadline(closesOn(closes, calendar).on, calendar)
  const isOver =
    dossier.status === 'closedIncomplete' || dossier.unsent !== undefined || dossier.unreached !== undefined
  return after.lastDay !== closeOf(dossier, context).on && (!isOver || now < after.passesAt)
}

const foundUnreached = (context: Context): EventOf<DossierShape, 'foundUnreached'> => ({
  type: 'foundUnreached',
  data: { by: workingDaysFrom(context, context.policy.newContactWorkingDays) },
})

/** Throws `dossier.after-jury` for a day on which the jury has met, or where it has met by today. */
function checkBeforeJury(to: CivilDate, dossier: Dossier, context: Context): void {
  const juryOn = juryOf(dossier, context)
  if (juryOn !== undefined && (to >= juryOn || todayOf(context) >= juryOn))
    throw new Refusal('dossier.after-jury', { juryOn })
}

/** Throws `dossier.date-past` for a day that is over. */
function checkAhead(to: CivilDate, { calendar, now }: Context): void {
  const { lastDay, passesAt } = deadline(to, calendar)
  if (now >= passesAt) throw new Refusal('dossier.date-past', { on: lastDay })
}

/** R9: until when a dossier may be reopened; nothing where its cycle is not known. */
function juryOf({ cycle, wishes }: Dossier, { facts, calendar }: Context): CivilDate | undefined {
  const known = Object.hasOwn(facts.cycles, cycle) ? facts.cycles[cycle] : undefined
  return known && deadline(forProgrammes('juryOn', { ...known, programmes: wishes }, calendar), calendar).lastDay
}
