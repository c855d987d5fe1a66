import { todayOf } from '../../moment.ts'
import type { Decide, EventOf } from '../../process.ts'
import { Refusal } from '../../refusals.ts'
import type { Agreement, Amending } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import { stepNow } from '../span.ts'
import { renewalAsked, termOf, type DecidingAgreement } from './checks.ts'
import { checkPast, checkTerms } from './content.ts'
import { checkNotEnding } from './life.ts'
import { transfersAwaited } from './transfer.ts'

/** Amendments: until both sides agreed on one, the last version on which they did stays in force. */
export const decideAmendment: Pick<Decide<AgreementShape>, 'proposeAmendment' | 'recordAmendment' | 'dropAmendment'> = {
  proposeAmendment: (agreement, { reason, until, ...rest }, context) => {
    const terms = { ...rest, validity: { from: agreement.validity.from, until } }
    checkNotEnding(agreement)
    if (agreement.amendment) throw new Refusal('agreement.amendment-open', { version: agreement.amendment.version })
    checkTerms(terms, context)
    checkFuture(terms, context)
    const version = agreement.versions + 1
    return [{ type: 'amendmentProposed', data: { ...terms, version, reason, by: termOf('amendment', context) } }]
  },

  recordAmendment: (agreement, { version, signedOn }, context) => {
    checkNotEnding(agreement)
    const amendment = amendmentOf(agreement, version)
    checkPast(signedOn, agreement.signedOn, context)
    checkFuture(amendment, context)
    return [
      { type: 'amendmentAgreed', data: { version, signedOn } },
      ...renewalMoved(agreement, amendment, context),
      ...transfersAwaited(amendment.partners, context, agreement.transfers),
    ]
  },

  dropAmendment: (agreement, { version, reason }) => {
    amendmentOf(agreement, version)
    return [{ type: 'amendmentDropped', data: { version, reason } }]
  },
}

function amendmentOf({ amendment }: Agreement, version: number): Amending {
  if (amendment?.version !== version) throw new Refusal('agreement.amendment-none', { version })
  return amendment
}

function checkFuture({ validity: { until } }: Pick<Amending, 'validity'>, context: DecidingAgreement): void {
  if (until < todayOf(context)) throw new Refusal('agreement.end-past', { until })
}

/** Another end asks for the renewal anew, at its own time; what was decided of the one before is no longer the question. */
function renewalMoved(
  { status, flows, validity: before }: Agreement,
  { validity: { until }, partners }: Amending,
  context: DecidingAgreement,
): readonly EventOf<AgreementShape, 'renewalAsked' | 'renewalClosed'>[] {
  if (until === before.until) return []
  const step = stepNow(until, context)
  if (step) return [renewalAsked(step, { partners, flows }, context)]
  return status === 'renewalOpen' ? [{ type: 'renewalClosed', data: {} }] : []
}
