import { todayOf } from '../../moment.ts'
import type { Decide } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { PlanShape } from '../events.ts'
import { planId } from '../ids.ts'
import { askedOf, requestsOf, writtenIn } from '../parts.ts'
import { lastDayOf } from '../span.ts'
import { authorOf, checkAlone, checkContent, checkPartner } from './checks.ts'

/** What a pilot writes before it is approved. */
export const decideWriting: Pick<Decide<PlanShape>, 'draft' | 'revise'> = {
  draft: (_, plan, context) => {
    const { partner, firstYear } = plan
    if (planId(partner, firstYear) !== context.id) throw new Refusal('plan.key-differs', { partner, firstYear })
    checkPartner(partner, context)
    if (lastDayOf(plan) < todayOf(context)) throw new Refusal('plan.years-past', { firstYear })
    checkAlone(plan, context)
    checkContent(plan, { firstYear }, context)
    return [{ type: 'drafted', data: { ...plan, author: authorOf(context) } }]
  },

  revise: (plan, content, context) => {
    checkContent(content, plan, context)
    const written = { ...writtenIn(plan), ...content, actions: content.actions ?? [] }
    const now = new Map(requestsOf(written, plan, context.hash).map((request) => [request.centre, request.hash]))
    const asked = askedOf(plan.opinions)
    const voided = asked.filter(({ centre, hash }) => hash !== now.get(centre))
    const untouched = asked.filter((request) => !voided.includes(request)).map(({ centre }) => centre)
    return [{ type: 'revised', data: { ...content, author: authorOf(context), voided, untouched } }]
  },
}
