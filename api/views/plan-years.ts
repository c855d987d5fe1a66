import type { z } from 'zod'
import { yearBeginsOn, yearEndsOn } from '../../domain/academic-year.ts'
import { costOf } from '../../domain/plan/budget.ts'
import type { Plan, PlannedAction } from '../../domain/plan/plan.ts'
import { lastYearOf } from '../../domain/plan/span.ts'
import { actionsIn, isFrozen } from '../../domain/plan/years.ts'
import type { PlanView } from '../contracts/plan.ts'
import type { Reading } from './viewing.ts'

type Year = z.output<typeof PlanView>['years'][number]

/** The academic years of a plan, each with its actions, budgets and report. */
export const yearsOf = (plan: Plan, reading: Reading): Year[] =>
  Array.from({ length: lastYearOf(plan) - plan.firstYear + 1 }, (_, index) =>
    yearOf(plan, plan.firstYear + index, reading),
  )

function yearOf(plan: Plan, firstYear: number, reading: Reading): Year {
  const { openedAt, detailed = false, report } = plan.years[firstYear] ?? {}
  const actions = actionsIn(plan, firstYear)
  return {
    firstYear,
    from: yearBeginsOn(firstYear),
    until: yearEndsOn(firstYear),
    openedAt: openedAt ?? null,
    detailed,
    frozen: isFrozen(plan, firstYear),
    actions: actions.map((action) => actionView(action, reading)),
    budget: costOf(actions),
    report: report ? { at: report.at, final: report.final, text: reading.textOf(report.text) } : null,
  }
}

/** An action as people see it. */
export const actionView = (
  { id, title, pillar, centre, budget }: PlannedAction,
  { names, words }: Reading,
): Year['actions'][number] => ({
  id,
  title,
  pillar: { code: pillar, words: words.pillar(pillar) },
  centre: names.centre(centre),
  budget: budget ? { ...budget } : null,
})
