import { workingDaysFrom } from '../../moment.ts'
import type { Decide, Deciding } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanEvents, PlanShape } from '../events.ts'
import { allApproved, pillarsReached, requestsOf, unanswered, unexplainedPillars, writtenIn } from '../parts.ts'
import type { Request } from '../plan.ts'
import { opensAt } from '../span.ts'
import { actionsIn } from '../years.ts'
import { annualYear, authorOf, checkAlone, checkDates } from './checks.ts'
import { centreRefused, centresAgreed } from './agreement.ts'
import { amendmentOpinion } from './amendment.ts'
import { started } from './life.ts'

/** The way to its approval by every carrying centre, and its validation by direction (R6, R7). */
export const decideApprovals: Pick<
  Decide<PlanShape>,
  'submit' | 'takeOpinion' | 'return' | 'removeCentre' | 'validate'
> = {
  submit: (plan, _, context) => {
    // Of two that were drafted at the very same time.
    checkAlone(plan, context)
    const missing = unexplainedPillars(writtenIn(plan))
    if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
    checkDates(writtenIn(plan).milestones, plan, context)
    const year = annualYear(plan, context)
    if (actionsIn(plan, year).length === 0) throw new Refusal('plan.year-missing', { year })
    const version = plan.version + 1
    const all = requestsOf(writtenIn(plan), { ...plan, version }, context.hash)
    const stands = ({ centre, hash }: Request): boolean => {
      const said = plan.opinions[centre]
      return said?.hash === hash && said.opinion === 'approved'
    }
    const requests = all.filter((request) => !stands(request))
    const submitted = {
      type: 'submitted' as const,
      data: {
        version,
        author: authorOf(context),
        year,
        requests,
        standing: all.filter(stands).map(({ centre }) => centre),
        partnerBy: workingDaysFrom(context, context.policy.partnerOpinionWorkingDays),
      },
    }
    return requests.length === 0 ? [submitted, centresAgreed(context)] : [submitted]
  },

  takeOpinion: (plan, { centre, round, hash, opinion, reason }, context) => {
    if (plan.startedAt)
      return plan.amendment ? amendmentOpinion(plan.amendment, { centre, hash, opinion, reason }, context) : []
    // Said to an earlier round, and crossed by the new one: this centre is being asked again, and answers anew.
    if (round !== plan.version && opinion !== 'approved') return []
    const noted = { type: 'opinionNoted' as const, data: { centre, opinion, hash } }
    const opinions = {
      ...plan.opinions,
      [centre]: { ...plan.opinions[centre], hash, version: plan.opinions[centre]?.version ?? 0, opinion },
    }
    if (plan.status !== 'inApproval') return [noted]
    if (opinion === 'returned')
      return [
        noted,
        returned({ by: `centre:${centre}`, reason: reason ?? '', withdrawn: unanswered(opinions) }, context),
      ]
    if (opinion === 'refused') return [noted, centreRefused(centre, context)]
    return allApproved(plan.centres, opinions) ? [noted, centresAgreed(context)] : [noted]
  },

  return: (plan, { reason }, context) => [
    returned({ by: 'direction', reason, withdrawn: unanswered(plan.opinions) }, context),
  ],

  removeCentre: (plan, { centre, reason }, context) => {
    if (!plan.centres.includes(centre)) throw new Refusal('plan.centre-not-carrying', { centre })
    const centres = plan.centres.filter((other) => other !== centre)
    if (centres.length === 0) throw new Refusal('plan.last-centre', { centre })
    const written = writtenIn(plan)
    const kept = written.milestones.filter((milestone) => milestone.centre !== centre)
    // R6: a pillar that nothing reaches any more, explained or not, changes what the other centres approved.
    const missing = pillarsReached(written.milestones).filter((pillar) => !pillarsReached(kept).includes(pillar))
    if (missing.length > 0) throw new Refusal('plan.pillars-missing', { pillars: missing })
    const removed = {
      type: 'centreRemoved' as const,
      data: {
        centre,
        reason,
        milestones: written.milestones.filter((milestone) => milestone.centre === centre).map(({ id }) => id),
        actions: written.actions.filter((action) => action.centre === centre).map(({ id }) => id),
        withdrawn: unanswered(plan.opinions).filter((request) => request.centre === centre),
      },
    }
    return !plan.agreed && allApproved(centres, plan.opinions) ? [removed, centresAgreed(context)] : [removed]
  },

  validate: (plan, _, context) => {
    if (!plan.agreed)
      throw new Refusal('plan.centres-missing', {
        centres: plan.centres.filter((centre) => plan.opinions[centre]?.opinion !== 'approved'),
      })
    const validated = { type: 'validated' as const, data: {} }
    return context.now >= opensAt(plan, context.calendar) ? [validated, started(plan, context)] : [validated]
  },
}

const returned = (data: Omit<PlanEvents['returned'], 'reviseBy'>, context: Deciding) => ({
  type: 'returned' as const,
  data: { ...data, reviseBy: workingDaysFrom(context, context.policy.revisionWorkingDays) },
})
