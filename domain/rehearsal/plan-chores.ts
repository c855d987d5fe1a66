import { writtenIn } from '../plan/parts.ts'
import type { Milestone, Plan } from '../plan/plan.ts'
import { lastDayOf } from '../plan/span.ts'
import type { Stored } from '../process.ts'
import { plusDays, type CivilDate } from '../time.ts'
import { waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Answers, Chore } from './chores.ts'
import { yearAnswers } from './year-chores.ts'

const movedByDays = 28
const redatedByDays = 120
const suspendedForDays = 90

/** A draft is submitted; after that, what a plan waits for is answered. */
export function planChores({ state: plan, at, seq }: Stored<Plan>, waits: readonly Wait[]): readonly Chore[] {
  if (plan.status === 'draft' && at !== null)
    return [
      { kind: 'submit', key: `draft ${seq}`, part: 'pilot', since: at, command: () => ({ type: 'submit', input: {} }) },
    ]
  return waits.flatMap(
    (wait) =>
      answers[wait.kind]?.({ key: waitKeyOf(wait), part: wait.from ?? 'clock', since: wait.since, wait }, plan) ?? [],
  )
}

/** What ends a wait of a plan, or puts it off. A new kind of wait has its line here. */
const answers: Readonly<Partial<Record<WaitKind, Answers>>> = {
  ...yearAnswers,
  revision: (answer, plan) => {
    const { partner: _, firstYear: __, ...content } = writtenIn(plan)
    return [{ ...answer, kind: 'revise', command: () => ({ type: 'revise', input: content }) }]
  },
  validation: (answer) => [{ ...answer, kind: 'validate', command: () => ({ type: 'validate', input: {} }) }],
  refusal: (answer) => [
    { ...answer, kind: 'settleRefusal', command: () => ({ type: 'return', input: { reason: anyText } }) },
  ],
  redating: (answer, plan) =>
    (plan.redating?.milestones ?? []).map((milestone) => ({
      ...answer,
      kind: 'redate',
      key: `${answer.key} ${milestone}`,
      about: milestone,
      command: (on) => ({
        type: 'moveMilestone',
        input: { milestone, to: inYears(on, redatedByDays, plan), reason: anyText },
      }),
    })),
  planEnd: (answer, plan) =>
    plan.status === 'running'
      ? [
          {
            ...answer,
            kind: 'suspend',
            // Once in the life of a plan.
            key: 'suspend',
            part: 'direction',
            command: (on) => ({
              type: 'suspend',
              input: { reason: anyText, reviewOn: inYears(on, suspendedForDays, plan) },
            }),
          },
        ]
      : [],
  suspension: (answer) => [{ ...answer, kind: 'resume', command: () => ({ type: 'resume', input: {} }) }],
  milestone: (answer, plan) => {
    const about = answer.wait.about
    const milestone = plan.milestones[about]
    // What is to be dated again is dated again first.
    return milestone && !plan.redating?.milestones.includes(about)
      ? milestoneChores(
          { ...answer, key: `${answer.key} ${milestone.returnedAt ?? ''}`, about },
          milestone,
          lastDayOf(plan),
        )
      : []
  },
  evidence: (answer) => [
    {
      ...answer,
      kind: 'acceptEvidence',
      about: answer.wait.about,
      command: () => ({ type: 'acceptEvidence', input: { milestone: answer.wait.about } }),
    },
    {
      ...answer,
      kind: 'returnEvidence',
      key: `${answer.key} return`,
      about: answer.wait.about,
      command: () => ({ type: 'returnEvidence', input: { milestone: answer.wait.about, reason: anyText } }),
    },
  ],
}

/** So many days later, within the years of the plan. */
function inYears(on: CivilDate, days: number, plan: Plan): CivilDate {
  const [then, last] = [plusDays(on, days), lastDayOf(plan)]
  return then < last ? then : last
}

function milestoneChores(
  answer: Omit<Chore, 'kind' | 'command'> & { readonly about: string },
  { state, dueOn }: Milestone,
  lastDay: string,
): readonly Chore[] {
  const { about: milestone, key } = answer
  const complete: Chore = {
    ...answer,
    kind: 'completeMilestone',
    command: () => ({ type: 'completeMilestone', input: { milestone, evidence: anyText } }),
  }
  if (state !== 'planned') return [complete]
  const start: Chore = {
    ...answer,
    kind: 'startMilestone',
    key: `${key} start`,
    command: () => ({ type: 'startMilestone', input: { milestone } }),
  }
  const to = plusDays(dueOn, movedByDays)
  const move: Chore = {
    ...answer,
    kind: 'moveMilestone',
    // Once in the life of a milestone.
    key: `${milestone} move`,
    part: 'pilot',
    command: () => ({ type: 'moveMilestone', input: { milestone, to, reason: anyText } }),
  }
  return to > lastDay ? [start, complete] : [start, complete, move]
}
