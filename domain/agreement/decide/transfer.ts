import { todayOf } from '../../moment.ts'
import type { Decide, EventOf } from '../../process.ts'
import { plusWorkingDays, type CivilDate } from '../../time.ts'
import type { Agreement } from '../agreement.ts'
import type { AgreementShape } from '../events.ts'
import type { DecidingAgreement } from './checks.ts'

type Awaited = EventOf<AgreementShape, 'transferAwaited'>

/** A partner merged: the agreement stays in force as it was signed, and awaits an amendment that names the successor (ADR 21). */
export const decideTransfer: Pick<Decide<AgreementShape>, 'noteMerger'> = {
  noteMerger: ({ partners, transfers = {} }, { partner, into, on }, context) =>
    partners
      // One that went into whoever merges now goes on to where they go.
      .filter((one) => one === partner || transfers[one]?.into === partner)
      .map((one) => awaited({ partner: one, into, on }, context)),
}

/** What is awaited of partners who are part of another by now, or will be on a day that is known, and of whom it is not awaited yet. */
export const transfersAwaited = (
  partners: readonly string[],
  context: DecidingAgreement,
  known: Agreement['transfers'] = {},
): readonly Awaited[] =>
  partners.flatMap((partner) => {
    const merger = context.facts.merged?.[partner]?.mergedInto
    return !merger || Object.hasOwn(known, partner)
      ? []
      : [awaited({ partner, into: merger.partner, on: merger.on }, context)]
  })

/** Counted from the day of the merger, or from today where that is later (R2). */
function awaited(
  merger: { readonly partner: string; readonly into: string; readonly on: CivilDate },
  context: DecidingAgreement,
): Awaited {
  const today = todayOf(context)
  const { calendar, policy } = context
  const from = merger.on > today ? merger.on : today
  return {
    type: 'transferAwaited',
    data: { ...merger, by: plusWorkingDays(from, policy.agreementWorkingDays.transfer, calendar) },
  }
}
