import { todayOf, workingDaysFrom } from '../../moment.ts'
import type { Deciding, EventOf } from '../../process.ts'
import type { CivilDate } from '../../time.ts'
import type { AgreementFacts, AgreementStage, Flow, Term } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import { totalsByLevel, totalsOf } from '../flows.ts'
import { stepNow, type RenewalStep } from '../span.ts'
import { standing, standingFor } from './content.ts'

export type DecidingAgreement = Deciding<AgreementFacts>

/** The last day of a stage that begins now (R2). */
export const termOf = (stage: AgreementStage, context: Deciding): CivilDate =>
  workingDaysFrom(context, context.policy.agreementWorkingDays[stage])

/** A step of a renewal, with what there is to know by now: what came and went, and what came of the plans with these partners. */
export function renewalAsked(
  { months, of }: RenewalStep,
  { partners, flows }: { readonly partners: readonly string[]; readonly flows: readonly Flow[] },
  context: DecidingAgreement,
): EventOf<AgreementShape, 'renewalAsked'> {
  const named = standing(partners, context)
  // Plans keep the partner with whom they began: those of one that merged are of its successor, and each counts once.
  const own = Object.entries(context.facts.results).flatMap(([partner, result]) =>
    named.includes(standingFor(partner, context)) ? [result] : [],
  )
  const sum = (of: 'milestones' | 'evidenced'): number => own.reduce((total, result) => total + result[of], 0)
  return {
    type: 'renewalAsked',
    data: {
      months,
      of,
      flows: totalsOf(flows),
      counts: totalsByLevel(flows),
      results: { milestones: sum('milestones'), evidenced: sum('evidenced') },
    },
  }
}

type Followed = EventOf<AgreementShape, 'enteredIntoForce' | 'renewalAsked' | 'expired'>

/** What follows at once from a signature: it may have begun by then, its end be near, or past. */
export function followed(
  signed: { readonly validity: Term; readonly partners: readonly string[]; readonly flows: readonly Flow[] },
  context: DecidingAgreement,
): readonly Followed[] {
  const { from, until } = signed.validity
  const today = todayOf(context)
  if (until < today) return [{ type: 'expired', data: { on: until, known: true } }]
  return from <= today ? begun(signed, context) : []
}

/** What follows from its first day: it is in force, and its end may be near. */
export function begun(
  agreement: { readonly validity: Term; readonly partners: readonly string[]; readonly flows: readonly Flow[] },
  context: DecidingAgreement,
): readonly EventOf<AgreementShape, 'enteredIntoForce' | 'renewalAsked'>[] {
  const step = stepNow(agreement.validity.until, context)
  return [{ type: 'enteredIntoForce', data: {} }, ...(step ? [renewalAsked(step, agreement, context)] : [])]
}
