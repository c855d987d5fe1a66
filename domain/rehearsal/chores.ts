import type { Approval } from '../approval/approval.ts'
import { centreApproval } from '../approval/process.ts'
import type { Correspondence } from '../correspondence/correspondence.ts'
import { correspondence } from '../correspondence/process.ts'
import { writtenIn } from '../plan/parts.ts'
import type { Milestone, Plan } from '../plan/plan.ts'
import { partnershipPlan } from '../plan/process.ts'
import { lastDayOf } from '../plan/span.ts'
import type { Rules } from '../policy.ts'
import type { Stored } from '../process.ts'
import { plusDays, type CivilDate, type Instant } from '../time.ts'
import { waitKeyOf, type Wait, type WaitKind } from '../wait.ts'
import { reason, yearAnswers } from './year-chores.ts'

/** Everything people of a rehearsal do of their own accord; a habit says when. */
export const choreKinds = [
  'submit',
  'revise',
  'approve',
  'sendBack',
  'refuse',
  'validate',
  'settleRefusal',
  'redate',
  'startMilestone',
  'moveMilestone',
  'completeMilestone',
  'acceptEvidence',
  'returnEvidence',
  'suspend',
  'resume',
  'detailYear',
  'reportYear',
  'stateCarryReason',
  'recordPartnerOpinion',
  'decideRenewal',
  'confirmContact',
  'hold',
  'release',
] as const
export type ChoreKind = (typeof choreKinds)[number]

/** Something a person could do next about a file. */
export interface Chore {
  readonly kind: ChoreKind
  /** Unique in its file, dates included: what is done is not done again. */
  readonly key: string
  /** The part that does it, in what it is about. */
  readonly part: string
  readonly about?: string
  /** Since when it could be done. */
  readonly since: Instant
  /** The wait it answers, if anyone waits for it. */
  readonly wait?: Wait
  /** What is asked on the day on which it is done. */
  command(on: CivilDate): { readonly type: string; readonly input: unknown }
}

const movedByDays = 28
const redatedByDays = 120
const suspendedForDays = 90
const heldForDays = 10
const mailsBetweenHolds = 10

/** What could be done next about a file of any process, by whoever plays the part. Another process adds its own lines. */
export function choresOf(file: Stored, rules: Rules): readonly Chore[] {
  if (partnershipPlan.owns(file)) return planChores(file, partnershipPlan.waits(file, rules))
  if (centreApproval.owns(file)) return approvalChores(file, centreApproval.waits(file, rules))
  if (correspondence.owns(file)) return correspondenceChores(file, correspondence.waits(file, rules))
  return []
}

function planChores({ state: plan, at, seq }: Stored<Plan>, waits: readonly Wait[]): readonly Chore[] {
  if (plan.status === 'draft' && at !== null)
    return [
      { kind: 'submit', key: `draft ${seq}`, part: 'pilot', since: at, command: () => ({ type: 'submit', input: {} }) },
    ]
  return waits.flatMap(
    (wait) =>
      answers[wait.kind]?.({ key: waitKeyOf(wait), part: wait.from ?? 'clock', since: wait.since, wait }, plan) ?? [],
  )
}

/** What a chore takes over from the wait it answers. */
export type Answer = Omit<Chore, 'kind' | 'command'> & { readonly wait: Wait }
export type Answers = (answer: Answer, plan: Plan) => readonly Chore[]

/** What ends a wait of a plan, or puts it off. A new kind of wait has its line here. */
const answers: Readonly<Partial<Record<WaitKind, Answers>>> = {
  ...yearAnswers,
  revision: (answer, plan) => {
    const { partner: _, firstYear: __, ...content } = writtenIn(plan)
    return [{ ...answer, kind: 'revise', command: () => ({ type: 'revise', input: content }) }]
  },
  validation: (answer) => [{ ...answer, kind: 'validate', command: () => ({ type: 'validate', input: {} }) }],
  refusal: (answer) => [{ ...answer, kind: 'settleRefusal', command: () => ({ type: 'return', input: { reason } }) }],
  redating: (answer, plan) =>
    (plan.redating?.milestones ?? []).map((milestone) => ({
      ...answer,
      kind: 'redate',
      key: `${answer.key} ${milestone}`,
      about: milestone,
      command: (on) => ({ type: 'moveMilestone', input: { milestone, to: inYears(on, redatedByDays, plan), reason } }),
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
            command: (on) => ({ type: 'suspend', input: { reason, reviewOn: inYears(on, suspendedForDays, plan) } }),
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
      command: () => ({ type: 'returnEvidence', input: { milestone: answer.wait.about, reason } }),
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
    command: () => ({ type: 'completeMilestone', input: { milestone, evidence: reason } }),
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
    command: () => ({ type: 'moveMilestone', input: { milestone, to, reason } }),
  }
  return to > lastDay ? [start, complete] : [start, complete, move]
}

/** The office hears from a contact, and says so; it holds someone's mail for some days, and lets it go. */
function correspondenceChores(
  { state: { digests, held }, at }: Stored<Correspondence>,
  waits: readonly Wait[],
): readonly Chore[] {
  const answered = waits.flatMap((wait): readonly Chore[] => {
    const kind = ends[wait.kind]
    if (!kind) return []
    const answer = { key: waitKeyOf(wait), part: 'steward', since: wait.since, wait }
    return [{ ...answer, kind, command: () => ({ type: kind, input: {} }) }]
  })
  if (held || at === null) return answered
  const hold: Chore = {
    kind: 'hold',
    // A few times in the years of a reader.
    key: `hold ${Math.floor(digests / mailsBetweenHolds)}`,
    part: 'steward',
    since: at,
    command: (on) => ({ type: 'hold', input: { reason, untilOn: plusDays(on, heldForDays) } }),
  }
  return [...answered, hold]
}
const ends: Readonly<Partial<Record<WaitKind, 'confirmContact' | 'release'>>> = {
  confirmation: 'confirmContact',
  hold: 'release',
}

function approvalChores({ state: { asked } }: Stored<Approval>, waits: readonly Wait[]): readonly Chore[] {
  const [wait] = waits
  if (!asked || !wait) return []
  const { hash, round } = asked
  const answer = { part: 'addressee', since: asked.at, wait }
  const key = `${waitKeyOf(wait)} ${round}`
  const give = (kind: ChoreKind, opinion: string): Chore => ({
    ...answer,
    kind,
    key: `${key} ${kind}`,
    command: () => ({ type: 'give', input: opinion === 'approved' ? { opinion, hash } : { opinion, hash, reason } }),
  })
  const approve = give('approve', 'approved')
  // Whoever had their say once approves what comes back.
  return round > 1 ? [approve] : [approve, give('sendBack', 'returned'), give('refuse', 'refused')]
}
