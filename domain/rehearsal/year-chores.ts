import { yearIn } from '../plan/ids.ts'
import type { Plan, PlannedAction } from '../plan/plan.ts'
import { actionsIn } from '../plan/years.ts'
import type { WaitKind } from '../wait.ts'
import { anyText } from './any-text.ts'
import type { Answers } from './chores.ts'

/** What ends the waits of a plan that come with its academic years, and with its beginning and end. */
export const yearAnswers = {
  annualPlan: (answer, plan) => {
    const year = yearIn(answer.wait.about)
    const actions = actionsOf(plan, year)
    return [
      {
        ...answer,
        kind: 'detailYear',
        command: () => ({ type: 'detailYear', input: { year, actions, milestones: [] } }),
      },
    ]
  },
  yearReport: (answer) => [{ ...answer, kind: 'reportYear', command: () => reported(answer.wait.about, false) }],
  finalReport: (answer) => [{ ...answer, kind: 'reportYear', command: () => reported(answer.wait.about, true) }],
  carryReason: (answer, { milestones }) =>
    Object.entries(milestones).flatMap(([milestone, { carried }]) =>
      carried?.cause === 'notStated'
        ? [
            {
              ...answer,
              kind: 'stateCarryReason' as const,
              key: `${answer.key} ${milestone}`,
              about: milestone,
              command: () => ({ type: 'stateCarryReason', input: { milestone, reason: anyText } }),
            },
          ]
        : [],
    ),
  partnerOpinion: (answer) => [
    {
      ...answer,
      kind: 'recordPartnerOpinion',
      // Partners have no account: their partnership lead writes down what they answered.
      part: 'pilot',
      command: () => ({ type: 'recordPartnerOpinion', input: { opinion: 'favourable', text: anyText } }),
    },
  ],
  renewal: (answer) => [
    {
      ...answer,
      kind: 'decideRenewal',
      command: () => ({ type: 'decideRenewal', input: { decision: 'renew', reason: anyText } }),
    },
  ],
} as const satisfies Partial<Record<WaitKind, Answers>>

const reported = (about: string, final: boolean) => ({
  type: 'reportYear',
  input: { year: yearIn(about), report: anyText, final },
})

/** What is written of that year already, or one thing that it could be about. */
function actionsOf(plan: Plan, year: number): readonly PlannedAction[] {
  const written = actionsIn(plan, year)
  const centre = plan.centres[0] ?? ''
  return written.length > 0
    ? written
    : [{ id: `annual-${year}`, title: 'What the year is for', year, pillar: 'teaching', centre }]
}
