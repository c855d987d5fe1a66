import { firstYearOf } from '../../academic-year.ts'
import { todayOf } from '../../moment.ts'
import type { Decide, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Agreement, Side, Termination } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import { countedAs } from '../flows.ts'
import { earliestEnd, lastDayOf, stepNow } from '../span.ts'
import { begun, renewalAsked, type DecidingAgreement } from './checks.ts'
import { checkPast, checkYear } from './content.ts'

/** From its first day to its last: renewal, termination, end, and what came and went meanwhile. */
export const decideLife: Pick<
  Decide<AgreementShape>,
  | 'enterIntoForce'
  | 'askRenewal'
  | 'decideOnRenewal'
  | 'noteSuccessor'
  | 'terminate'
  | 'recordTermination'
  | 'endTerminated'
  | 'expire'
  | 'recordFlows'
> = {
  enterIntoForce: (agreement, _, context) => begun(agreement, context),

  askRenewal: (agreement, _, context) => {
    const step = stepNow(agreement.validity.until, context)
    if (!step) throw new Error('no step of the renewal has come')
    return [renewalAsked(step, agreement, context)]
  },

  decideOnRenewal: (agreement, decided) => {
    checkNotEnding(agreement)
    return [{ type: 'renewalDecided', data: decided }]
  },

  noteSuccessor: (_, { successor }) => [{ type: 'renewedBy', data: { successor } }],

  terminate: (agreement, notice, context) => terminated(agreement, { ...notice, side: 'school' }, context),
  recordTermination: (agreement, notice, context) => terminated(agreement, { ...notice, side: 'partner' }, context),

  endTerminated: (agreement) => [{ type: 'terminated', data: { on: lastDayOf(agreement) } }],
  expire: (agreement) => [{ type: 'expired', data: { on: lastDayOf(agreement) } }],

  recordFlows: ({ validity, flows }, flow, context) => {
    checkYear(flow.year, validity)
    const year = firstYearOf(todayOf(context))
    if (flow.year > year) throw new Refusal('agreement.year-ahead', { year: flow.year })
    const was = flows.find((one) => countedAs(one) === countedAs(flow))?.students
    return [{ type: 'flowsRecorded', data: { ...flow, ...(was !== undefined && { was }) } }]
  },
}

/** Throws where notice of its end was given: nothing else is to be decided of it. */
export function checkNotEnding({ termination }: Pick<Agreement, 'termination'>): void {
  if (termination) throw new Refusal('agreement.ending', { on: termination.endsOn })
}

/** Notice that it ends: within the notice period at the earliest (R3), and before its own last day; over at once where that day is past. */
function terminated(
  agreement: Agreement,
  { side, noticedOn, endsOn, reason }: Termination & { readonly side: Side },
  context: DecidingAgreement,
): readonly EventOf<AgreementShape, 'terminationNotified' | 'terminated'>[] {
  checkNotEnding(agreement)
  checkPast(noticedOn, agreement.signedOn, context)
  const earliest = earliestEnd(noticedOn, agreement)
  if (endsOn < earliest) throw new Refusal('agreement.notice-short', { months: agreement.noticeMonths, earliest })
  const { until } = agreement.validity
  if (endsOn >= until) throw new Refusal('agreement.ends-earlier', { until })
  const notified = { type: 'terminationNotified' as const, data: { side, noticedOn, endsOn, reason } }
  return endsOn < todayOf(context) ? [notified, { type: 'terminated', data: { on: endsOn, known: true } }] : [notified]
}
