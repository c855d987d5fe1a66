import { todayOf, type Moment } from '../moment.ts'
import type { Deciding } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { successorOn } from '../register/merge.ts'
import type { Cycle, CycleEvents, CycleFacts } from './cycle.ts'
import { stayOf, uninvitable, type Invitee, type Uninvitable } from './invitable.ts'
import { datesForCountry } from './overrides.ts'

/**
 * R8: why a partner is not invitable to a cycle today; nothing where it is. Its students may come for the shortest of the programmes that
 * the cycle admits to: who comes for longer is judged by the programme they wish.
 */
export function whyNotInvitable(
  invitee: Invitee,
  { population, dates }: Pick<Cycle, 'population' | 'dates'>,
  { programmes, ...moment }: Pick<CycleFacts, 'programmes'> & Moment,
): Uninvitable | undefined {
  const [shortest] = programmes.map(({ semesters }) => semesters).toSorted((one, other) => one - other)
  if (!dates || shortest === undefined) return 'noAgreement'
  return uninvitable(invitee, { population, stay: stayOf(dates.arrivalOn, shortest), on: todayOf(moment) })
}

/**
 * The invitation of one partner (R5, R8). Throws `cycle.partner-unknown`, `cycle.partner-merged`, `cycle.invited-already`, and
 * `cycle.not-invitable` where it is not invitable and no reason is given (S10).
 */
export function invitationOf(
  { partner, reason }: { readonly partner: string; readonly reason?: string | undefined },
  cycle: Cycle,
  { facts, calendar, now }: Deciding<CycleFacts>,
): CycleEvents['invited'] {
  const known = Object.hasOwn(facts.partners, partner) ? facts.partners[partner] : undefined
  const { dates, overrides, invited } = cycle
  if (!known || !dates) throw new Refusal('cycle.partner-unknown', { partner })
  const successor = successorOn(partner, (id) => facts.partners[id], todayOf({ calendar, now }))
  if (successor !== partner) throw new Refusal('cycle.partner-merged', { partner, successor })
  if (Object.hasOwn(invited, partner)) throw new Refusal('cycle.invited-already', { partner })
  const why = whyNotInvitable(known, cycle, { programmes: facts.programmes, calendar, now })
  if (why && reason === undefined) throw new Refusal('cycle.not-invitable', { partner, why })
  return {
    partner,
    ...datesForCountry({ dates, overrides, country: known.country }, calendar),
    ...(why && { why }),
    ...(reason !== undefined && { reason }),
  }
}
