import { isOrdered } from '../period.ts'
import { Refusal } from '../refusals.ts'
import type { Mandate } from '../roster.ts'
import type { Supervision } from './person.ts'

/**
 * Checks someone's mandates: heads and deputies have a research centre that exists, others none, and no period ends before it begins. Throws
 * `register.mandate-centre`, `register.centre-unknown`, `register.mandate-order`.
 */
export function assertMandates(mandates: readonly Mandate[], centres: readonly string[]): void {
  for (const mandate of mandates) {
    const { role, centre } = mandate
    if ((role === 'centreHead' || role === 'centreDeputy') !== (centre !== undefined))
      throw new Refusal('register.mandate-centre', { role })
    if (centre !== undefined && !centres.includes(centre)) throw new Refusal('register.centre-unknown', { centre })
    if (!isOrdered(mandate)) throw new Refusal('register.mandate-order')
  }
}

/** Throws `register.own-mandates` where someone changes their own: what a person may do at the school is for others to say. */
export function assertByOthers(
  before: readonly Mandate[],
  after: readonly Mandate[] | undefined,
  { isOwn }: { isOwn: boolean },
): void {
  const said = (mandates: readonly Mandate[]): string =>
    mandates.map(({ role, centre, fromOn, untilOn }) => [role, centre, fromOn, untilOn].join()).join(';')
  if (isOwn && after && said(after) !== said(before)) throw new Refusal('register.own-mandates')
}

/** Throws `register.mandate-order` for an entitlement that ends before it begins. */
export function assertSupervision(supervision: Supervision): void {
  if (!isOrdered(supervision)) throw new Refusal('register.mandate-order')
}
