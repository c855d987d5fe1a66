import type { z } from 'zod'
import { keyOf } from '../../domain/id.ts'
import { shownTo, type Outside } from '../../domain/plan/publication.ts'
import { firstDayOf, lastDayOf } from '../../domain/plan/span.ts'
import type { Words } from '../../locales/words.ts'
import type { ShownPlan } from '../contracts/plan.ts'
import type { PlanFile } from './plan.ts'
import type { Names } from './names.ts'

/** What a view of what is shown outside the school needs: the register's names of the day, of people only those who consented. */
export interface Showing {
  readonly words: Words
  readonly names: Names
  readonly nameOf: (person: string) => string | undefined
}

/** A plan as an audience outside the school sees it now, if it does (R13). */
export function shownPlan(
  { id, state }: Pick<PlanFile, 'id' | 'state'>,
  audience: Outside,
  { words, names, nameOf }: Showing,
): z.output<typeof ShownPlan> | undefined {
  const shown = shownTo(state, audience, nameOf)
  if (!shown) return undefined
  const { name, country } = names.partner(shown.partner)
  const pillarOf = (code: (typeof shown.pillars)[number]) => ({ code, words: words.pillar(code) })
  return {
    key: keyOf(id),
    partner: { name, country },
    firstYear: shown.firstYear,
    from: firstDayOf(shown),
    until: lastDayOf(shown),
    status: { code: shown.status, words: words.planStatus(shown.status) },
    pilot: shown.pilot ?? null,
    pillars: shown.pillars.map(pillarOf),
    years: shown.years.map(({ firstYear, actions }) => ({
      firstYear,
      actions: actions.map(({ title, pillar }) => ({ title, pillar: pillarOf(pillar) })),
    })),
    milestones: shown.milestones.map(({ title, pillar, year, state, owner, dueOn }) => ({
      title,
      pillar: pillarOf(pillar),
      year,
      state: { code: state, words: words.milestoneState(state) },
      owner: owner ?? null,
      ...(dueOn !== undefined && { dueOn }),
    })),
  }
}
