import { isRenewable } from '../../domain/agreement/results.ts'
import type { CivilDate } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import type { Ask } from '../../store/register/edit.ts'
import type { Within } from '../../store/register/kinds.ts'
import type { PartnerDoc } from '../../store/register/schemas.ts'
import { agreementsWith } from '../../store/typed.ts'

/** What a merger asks of the agreements of whoever goes, and of those that awaited a transfer to them: each that is signed and not over. */
export async function transfersAsked(
  store: Store,
  {
    from,
    into,
    on,
    within,
  }: { readonly from: PartnerDoc; readonly into: string; readonly on: CivilDate; readonly within: Within },
): Promise<readonly Ask[]> {
  const partner = from._id
  const own = await agreementsWith(store, [partner], within)
  const awaiting = from.mergedFrom
    ? await agreementsWith(
        store,
        from.mergedFrom.map((one) => one.partner),
        within,
      )
    : []
  const all = new Map([...own, ...awaiting].map((file) => [file.id, file.state]))
  return [...all].flatMap(([stream, state]) =>
    isRenewable(state) &&
    (state.partners.includes(partner) || Object.values(state.transfers ?? {}).some((one) => one.into === partner))
      ? [{ stream, command: 'noteMerger', input: { partner, into, on } }]
      : [],
  )
}
