import { firstYearOf } from '../../academic-year.ts'
import { todayOf, workingDaysFrom, type Moment } from '../../moment.ts'
import type { Deciding, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import { closedBefore } from '../../register/centre.ts'
import { successorOn } from '../../register/merge.ts'
import { repeated } from '../../repeated.ts'
import type { CivilDate } from '../../time.ts'
import type { AgreementContent, AgreementFacts, AgreementStage, Flow, Term, Terms } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import { countedAs, totalsByLevel, totalsOf } from '../flows.ts'
import { stepNow, type RenewalStep } from '../span.ts'

export type DecidingAgreement = Deciding<AgreementFacts>

/** The last day of a stage that begins now (R2). */
export const termOf = (stage: AgreementStage, context: Deciding): CivilDate =>
  workingDaysFrom(context, context.policy.agreementWorkingDays[stage])

/** Throws for a content that names what is not there, or contradicts itself. */
export function checkContent(content: AgreementContent, context: DecidingAgreement): void {
  checkTerms(content, context)
  const twice = repeated(content.centres)
  if (twice) throw new Refusal('agreement.named-twice', { name: twice })
  const unknown = content.centres.find((centre) => !context.facts.centres.includes(centre))
  if (unknown) throw new Refusal('agreement.centre-unknown', { centre: unknown })
}

/** Throws `agreement.centre-closed` for a research centre that is over, and can give no opinion any more. */
export function checkCentresOpen({ centres }: Pick<AgreementContent, 'centres'>, context: DecidingAgreement): void {
  const over = closedBefore(todayOf(context), { centres, closed: context.facts.closed })
  if (over) throw new Refusal('agreement.centre-closed', over)
}

/** Throws for terms with a partner with whom none can be agreed, that end before they begin, or give places twice or outside their years. */
export function checkTerms({ partners, validity, places }: Terms, context: DecidingAgreement): void {
  const twice = repeated(partners)
  if (twice) throw new Refusal('agreement.named-twice', { name: twice })
  for (const partner of partners) checkPartner(partner, context)
  const same = repeated(places.map(countedAs))
  if (same) throw new Refusal('agreement.places-twice', { year: Number(same.slice(0, 4)) })
  checkTerm({ validity, places })
}

/** Throws for days in the wrong order, and for places in a year in which it is not valid. */
export function checkTerm({ validity, places }: Pick<Terms, 'validity' | 'places'>): void {
  const { from, until } = validity
  if (until < from) throw new Refusal('agreement.validity-backwards', { from, until })
  for (const { year } of places) checkYear(year, validity)
}

/** Throws for an academic year in which it is not valid on any day. */
export function checkYear(year: number, { from, until }: Term): void {
  if (year < firstYearOf(from) || year > firstYearOf(until))
    throw new Refusal('agreement.year-outside', { year, from, until })
}

function checkPartner(partner: string, context: DecidingAgreement): void {
  const { partners, ended = [] } = context.facts
  if (!partners.includes(partner)) throw new Refusal('agreement.partner-unknown', { partner })
  const successor = standingFor(partner, context)
  if (successor !== partner) throw new Refusal('agreement.partner-merged', { partner, successor })
  if (ended.includes(partner)) throw new Refusal('agreement.partner-ended', { partner })
}

/** The partner that stands for this one today: itself, or whoever it has gone into. */
export const standingFor = (partner: string, context: DecidingAgreement): string =>
  successorOn(partner, (id) => context.facts.merged?.[id], todayOf(context))

/** Those who stand for these partners today. */
export const standing = (partners: readonly string[], context: DecidingAgreement): readonly string[] =>
  partners.map((partner) => standingFor(partner, context))

/** What is recorded has happened, and in this order. */
export function checkPast(on: CivilDate, after: CivilDate | undefined, moment: Moment): void {
  if (on > todayOf(moment)) throw new Refusal('agreement.date-ahead', { on })
  if (after && on < after) throw new Refusal('agreement.date-order', { on, after })
}

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
