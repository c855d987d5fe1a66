import { isOrdered } from '../period.ts'
import { Refusal } from '../refusals.ts'
import type { Absence, Mandate, Member } from '../roster.ts'
import type { Supervision } from './person.ts'

/**
 * Checks someone's mandates: heads and deputies have a research centre that exists, others none, no period ends before it begins, and none is there
 * twice. Throws `register.mandate-centre`, `register.centre-unknown`, `register.mandate-order`, `register.mandate-twice`, with the place of the
 * mandate: `'mandates.1'`.
 */
export function assertMandates(mandates: readonly Mandate[], centres: readonly string[]): void {
  for (const [index, mandate] of mandates.entries()) {
    const { role, centre } = mandate
    const path = `mandates.${index}`
    if ((role === 'centreHead' || role === 'centreDeputy') !== (centre !== undefined))
      throw new Refusal('register.mandate-centre', { role, path })
    if (centre !== undefined && !centres.includes(centre))
      throw new Refusal('register.centre-unknown', { centre, path })
    if (!isOrdered(mandate)) throw new Refusal('register.mandate-order', { path })
    if (mandates.slice(0, index).some((other) => isSame(other, mandate)))
      throw new Refusal('register.mandate-twice', { path })
  }
}

const isSame = (one: Mandate, other: Mandate): boolean =>
  one.role === other.role && one.centre === other.centre && one.fromOn === other.fromOn

/**
 * Throws `register.own-mandates` where someone changes their own, or makes themselves the delegate of someone else: what a person may do at
 * the school is for others to say. `by` is who edits.
 */
export function assertByOthers(
  before: Pick<Member, 'id' | 'mandates' | 'absences'>,
  after: { readonly [F in 'mandates' | 'absences']?: Member[F] | undefined },
  by: string,
): void {
  const own = before.id === by && after.mandates && said(after.mandates) !== said(before.mandates)
  const takesOver = before.id !== by && after.absences?.some((one) => one.delegate === by && !isAmong(before, one))
  if (own || takesOver) throw new Refusal('register.own-mandates')
}

const said = (mandates: readonly Mandate[]): string =>
  mandates.map(({ role, centre, fromOn, untilOn }) => [role, centre, fromOn, untilOn].join()).join(';')

const isAmong = ({ absences }: Pick<Member, 'absences'>, { fromOn, untilOn, delegate }: Absence): boolean =>
  absences.some((one) => one.delegate === delegate && one.fromOn <= fromOn && untilOn <= one.untilOn)

/** Throws `register.mandate-order` for an entitlement that ends before it begins. */
export function assertSupervision(supervision: Supervision): void {
  if (!isOrdered(supervision)) throw new Refusal('register.mandate-order', { path: 'supervises' })
}
