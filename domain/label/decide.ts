import { keyOf } from '../id.ts'
import { todayOf, workingDaysFrom } from '../moment.ts'
import type { Decide, Deciding, EventOf } from '../process.ts'
import { Refusal } from '../refusals.ts'
import { repeated } from '../repeated.ts'
import type { CivilDate } from '../time.ts'
import type { Label, LabelContent, LabelFacts, LabelShape, LabelStage, Validity } from './label.ts'
import { isOver, labelId, renewalOpensAt, yearOf } from './span.ts'

/** What follows from each command of a label, or why it may not be. */
export const decideLabel: Decide<LabelShape> = {
  register: (_, input, context) => {
    const { label, firstYear, validity } = input
    if (labelId(label, firstYear) !== context.id) throw new Refusal('label.key-differs', { label, firstYear })
    checkContent(input, context)
    const registered = { type: 'registered' as const, data: input }
    if (!validity) return [registered, { type: 'validityUnknown', data: { by: termOf('validity', context) } }]
    checkValidity(validity, firstYear)
    return [registered, ...followed(validity, context)]
  },

  succeed: (_, input, context) => [{ type: 'succeeded', data: input }, ...followed(input.validity, context)],

  stateValidity: ({ firstYear }, { from, until, reason }, context) => {
    checkValidity({ from, until }, firstYear)
    const stated = { type: 'validityStated' as const, data: { validity: { from, until }, reason } }
    return [stated, ...followed({ from, until }, context)]
  },

  extendValidity: (label, { until, reason }) => {
    const { until: from } = known(label)
    if (until <= from) throw new Refusal('label.not-longer', { until: from })
    return [{ type: 'validityExtended', data: { from, to: until, reason } }]
  },

  reviseLabel: ({ evidence }, content, context) => {
    checkContent(content, context)
    const kept = content.criteria.map(({ id }) => id)
    const bare = Object.values(evidence).find(({ criterion }) => !kept.includes(criterion))
    if (bare) throw new Refusal('label.criterion-evidenced', { criterion: bare.criterion })
    return [{ type: 'labelRevised', data: content }]
  },

  addEvidence: ({ criteria, evidence, evidences }, input, { facts }) => {
    const { criterion } = input
    if (!criteria.some(({ id }) => id === criterion)) throw new Refusal('label.criterion-unknown', { criterion })
    if (input.kind === 'milestone') {
      const { plan, milestone } = input
      if (!facts.milestones.includes(`${plan}/${milestone}`))
        throw new Refusal('label.milestone-unknown', { plan, milestone })
      const twice = Object.values(evidence).some(
        (one) =>
          one.kind === 'milestone' && one.criterion === criterion && one.plan === plan && one.milestone === milestone,
      )
      if (twice) throw new Refusal('label.milestone-linked', { plan, milestone, criterion })
    }
    return [{ type: 'evidenceAdded', data: { id: `e${evidences + 1}`, evidence: input } }]
  },

  removeEvidence: (label, { evidence }) => {
    if (!Object.hasOwn(label.evidence, evidence)) throw new Refusal('label.evidence-unknown', { evidence })
    return [{ type: 'evidenceRemoved', data: { id: evidence } }]
  },

  openRenewal: (_, __, context) => [renewalOpened(context)],

  startSelfEvaluation: (_, __, context) => [
    { type: 'selfEvaluationStarted', data: { by: termOf('selfEvaluation', context) } },
  ],

  submitSelfEvaluation: (_, { submittedOn }, context) => {
    checkPast(submittedOn, undefined, context)
    return [{ type: 'selfEvaluationSubmitted', data: { submittedOn, by: termOf('visit', context) } }]
  },

  recordVisit: (label, { visitedOn }, context) => {
    checkPast(visitedOn, label.submittedOn, context)
    return [{ type: 'visitRecorded', data: { visitedOn, by: termOf('decision', context) } }]
  },

  recordDecision: (label, { decision, ...decided }, context) => {
    checkPast(decided.decidedOn, label.visitedOn, context)
    if (decision === 'refused' || !('until' in decided)) return [{ type: 'refused', data: decided }]
    const { from, until, ...rest } = decided
    const firstYear = yearOf(from)
    checkValidity({ from, until }, firstYear)
    if (firstYear <= label.firstYear) throw new Refusal('label.award-same-year', { firstYear: label.firstYear })
    const successor = keyOf(labelId(label.label, firstYear))
    return [{ type: 'awarded', data: { ...rest, validity: { from, until }, successor } }]
  },

  lapse: (label) => [{ type: 'lapsed', data: { on: known(label).until } }],
}

/** Every status but `unknown` comes with its dates. */
function known({ validity }: Label): Validity {
  if (!validity) throw new Error('a label whose validity is unknown has no end')
  return validity
}

/** The last day of a stage that begins now (R2). */
const termOf = (stage: LabelStage, context: Deciding): CivilDate =>
  workingDaysFrom(context, context.policy.labelWorkingDays[stage])

const renewalOpened = (context: Deciding) => ({
  type: 'renewalOpened' as const,
  data: { by: termOf('renewal', context) },
})

/** What is written down late may be over already, or its renewal due. */
function followed(validity: Validity, context: Deciding): readonly EventOf<LabelShape, 'renewalOpened' | 'lapsed'>[] {
  if (isOver(validity, todayOf(context))) return [{ type: 'lapsed', data: { on: validity.until, known: true } }]
  return context.now >= renewalOpensAt(validity, context) ? [renewalOpened(context)] : []
}

function checkValidity({ from, until }: Validity, firstYear: number): void {
  if (until < from) throw new Refusal('label.validity-backwards', { from, until })
  if (yearOf(from) !== firstYear) throw new Refusal('label.year-differs', { from, firstYear })
}

function checkContent({ criteria, scope }: LabelContent, { facts }: Deciding<LabelFacts>): void {
  const programmes = scope.covers === 'programmes' ? scope.programmes : []
  const twice = repeated(criteria.map(({ id }) => id)) ?? repeated(programmes)
  if (twice) throw new Refusal('label.named-twice', { name: twice })
  const unknown = programmes.find((programme) => !facts.programmes.includes(programme))
  if (unknown) throw new Refusal('label.programme-unknown', { programme: unknown })
}

/** What is recorded has happened, and in this order. */
function checkPast(on: CivilDate, after: CivilDate | undefined, context: Deciding<LabelFacts>): void {
  if (on > todayOf(context)) throw new Refusal('label.date-ahead', { on })
  if (after && on < after) throw new Refusal('label.date-order', { on, after })
}
