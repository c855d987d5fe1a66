import type { z } from 'zod'
import { firstYearOf, yearBeginsOn, yearEndsOn } from '../../domain/academic-year.ts'
import { keyOf } from '../../domain/id.ts'
import { todayOf } from '../../domain/moment.ts'
import { consolidated, forceOf, type YearRow } from '../../domain/plan/consolidated.ts'
import { planYears } from '../../domain/plan/span.ts'
import { pillars } from '../../domain/policy.ts'
import { listPlans } from '../../store/typed.ts'
import { hrefOf } from '../address.ts'
import type { Consolidated, ConsolidatedQuery } from '../contracts/consolidated.ts'
import { partiesOf } from '../session/access.ts'
import type { PlanFile } from './plan.ts'
import type { Viewing } from './viewing.ts'

type View = z.output<typeof Consolidated>
interface Span {
  readonly from: number
  readonly until: number
}

/** The plans that concern someone as one, by academic year and pillar, and the same for each partner. */
export async function consolidatedView(query: z.output<typeof ConsolidatedQuery>, viewing: Viewing): Promise<View> {
  const asOf = todayOf(viewing)
  const span = spanOf(query, firstYearOf(asOf))
  const all = await listPlans(viewing.store, partiesOf(viewing.actor))
  const files = all.filter(({ state }) => forceOf[state.status] !== 'none')
  const partners = [...new Set(files.map(({ state }) => state.partner))]
  return {
    asOf,
    ...span,
    plans: files.length,
    years: rowsOf(files, span, viewing),
    partners: partners.map((partner) => {
      const own = files.filter(({ state }) => state.partner === partner)
      return {
        partner: viewing.names.partner(partner),
        plans: own.map(({ id, state: { status } }) => ({
          key: keyOf(id),
          href: hrefOf(id),
          status: { code: status, words: viewing.words.planStatus(status) },
        })),
        years: rowsOf(own, span, viewing),
      }
    }),
  }
}

/** Five years from this one on, where nothing else is asked. */
function spanOf({ from, until }: z.output<typeof ConsolidatedQuery>, thisYear: number): Span {
  if (from !== undefined) return { from, until: until ?? from + planYears - 1 }
  return until === undefined
    ? { from: thisYear, until: thisYear + planYears - 1 }
    : { from: until - planYears + 1, until }
}

const rowsOf = (files: readonly PlanFile[], span: Span, viewing: Viewing): View['years'] =>
  consolidated(
    files.map(({ state }) => state),
    { ...span, now: viewing.now, calendar: viewing.calendar },
  ).map((row) => rowView(row, viewing))

const rowView = ({ firstYear, plans, pillars: cells }: YearRow, { words }: Viewing): View['years'][number] => ({
  firstYear,
  from: yearBeginsOn(firstYear),
  until: yearEndsOn(firstYear),
  plans,
  pillars: pillars.map((code) => ({ pillar: { code, words: words.pillar(code) }, ...cells[code] })),
})
