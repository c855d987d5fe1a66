import { keyOf } from '../id.ts'
import { todayOf, workingDaysFrom } from '../moment.ts'
import type { Policy } from '../policy.ts'
import type { Decide, Deciding, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { repeated } from '../repeated.ts'
import { calendarOf, checkAhead, checkOrders, checkOverrides, checkWithin } from './checks.ts'
import type { Cycle, CycleFacts, CycleShape, CycleStatus, LastYear } from './cycle.ts'
import { datesIn, shiftedDates, templateDates, withDates, type CycleDate, type CycleTemplate } from './dates.ts'
import { cycleId, type CycleName } from './ids.ts'
import { decideDossiers } from './dossiers.ts'
import { invitationOf } from './inviting.ts'
import { noOverrides, shiftedOverrides } from './overrides.ts'
import { checkedMove, isEarlier, isOfAll, redatedBy, type DatedMove } from './moving.ts'

type Context = Deciding<CycleFacts>

/** What follows from each command of an admission cycle, or why it may not be. */
export const decideCycle: Decide<CycleShape> = {
  prepare: ({ status, cancelledAt }, name, context) => {
    if (status !== 'none' && cancelledAt === undefined) throw new Refusal('cycle.exists')
    const { firstYear } = name
    if (cycleId(name) !== context.id) throw new Refusal('cycle.key-differs', { key: keyOf(cycleId(name)) })
    const template = templateDates(templateOf(name, context.policy), firstYear)
    if (template.arrivalOn <= todayOf(context)) throw new Refusal('cycle.years-past', { firstYear })
    const { lastYear } = context.facts
    const followed = lastYear && following(lastYear, context)
    const proposed = { template, ...(followed && { lastYear: followed }) }
    const { dates, overrides } = followed ?? { dates: template, overrides: noOverrides }
    return [{ type: 'prepared', data: { ...name, dates, overrides, proposed } }]
  },

  setDates: (cycle, { dates: changes, overrides = cycle.overrides }, context) => {
    const before = calendarOf(cycle)
    for (const some of [changes, ...[...overrides.programmes, ...overrides.countries].map((own) => own.dates)])
      checkWithin(some, cycle)
    const changed = datesIn(changes).filter(([date, on]) => before[date] !== on)
    const isSame = changed.length === 0 && JSON.stringify(overrides) === JSON.stringify(cycle.overrides)
    if (isSame) throw new Refusal('cycle.dates-same')
    const dates = withDates(before, changes)
    for (const one of changed) checkAhead(one, context)
    checkOverrides({ dates, overrides }, context)
    checkOrders({ dates, overrides }, cycle, context.calendar)
    const opens = dates.opensOn === before.opensOn ? {} : { opensFrom: before.opensOn }
    return [{ type: 'datesSet', data: { dates, overrides, ...opens } }]
  },

  open: (cycle, _, context) => {
    const dates = calendarOf(cycle)
    checkOrders({ dates, overrides: cycle.overrides }, cycle, context.calendar)
    checkAhead(['nominationsCloseOn', dates.nominationsCloseOn], context)
    return [{ type: 'opened', data: {} }]
  },
  invite: (cycle, { partners }, context) => {
    const twice = repeated(partners.map(({ partner }) => partner))
    if (twice) throw new Refusal('cycle.named-twice', { name: twice })
    return partners.map((one) => ({ type: 'invited', data: invitationOf(one, cycle, context) }))
  },
  moveDeadline: (cycle, { reason, ...move }, context) => {
    if (cycle.proposedMove) throw new Refusal('cycle.move-pending', { date: cycle.proposedMove.date })
    const dated = checkedMove(cycle, move, context)
    if (!isEarlier(dated, context)) return moved(cycle, { ...dated, reason }, context)
    const by = workingDaysFrom(context, context.policy.earlierDateWorkingDays)
    return [{ type: 'moveProposed', data: { ...dated, reason, proposer: context.actor.id, by } }]
  },
  confirmMove: (cycle, _, context) => {
    const { proposedMove } = cycle
    if (!proposedMove) throw new Refusal('cycle.no-move')
    const { reason, proposer: __, by: ___, since: ____, from: _____, ...move } = proposedMove
    return moved(cycle, { ...checkedMove(cycle, move, context), reason }, context)
  },
  refuseMove: ({ proposedMove }, { reason }) => {
    if (!proposedMove) throw new Refusal('cycle.no-move')
    return [{ type: 'moveRefused', data: { date: proposedMove.date, ...(reason !== undefined && { reason }) } }]
  },

  noteParticipation: (_, noted) => [{ type: 'participationNoted', data: noted }],
  closeNominations: () => [{ type: 'nominationsClosed', data: {} }],
  ...decideDossiers,
  cancel: (_, { reason }) => [{ type: 'cancelled', data: { reason } }],
  archive: () => [{ type: 'archived', data: {} }],
}

/** What a cycle has by the one of the year before: the same days. */
function following(
  { cycle, dates: before, overrides }: LastYear,
  { facts: { programmes: offered }, calendar }: Context,
): LastYear {
  const dates = shiftedDates(before, 1)
  return { cycle, dates, overrides: shiftedOverrides(overrides, { years: 1, dates, offered }, calendar) }
}

/** The template of a population, of exchanges by their term. */
const templateOf = ({ population, term }: CycleName, { admissions }: Pick<Policy, 'admissions'>): CycleTemplate =>
  population === 'exchange' ? admissions.exchange[term ?? 'autumn'] : admissions[population]

/** The move of a deadline, to whom else it gives other dates, and the nominations or dossiers that are awaited again by it. */
function moved(
  cycle: Cycle,
  move: DatedMove & { readonly reason: string },
  context: Context,
): readonly EventOf<CycleShape, 'deadlineMoved' | 'nominationsReopened' | 'dossiersReopened'>[] {
  const reopens = (status: CycleStatus, date: CycleDate): boolean =>
    cycle.status === status && move.date === date && isOfAll(move)
  return [
    { type: 'deadlineMoved', data: { ...move, partners: redatedBy(cycle, move, context) } },
    ...(reopens('nominationsClosed', 'nominationsCloseOn') ? [{ type: 'nominationsReopened', data: {} } as const] : []),
    ...(reopens('dossiersClosed', 'dossiersCloseOn') ? [{ type: 'dossiersReopened', data: {} } as const] : []),
  ]
}
