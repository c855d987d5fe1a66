import type { Evolve } from '../process.ts'
import type { Instant } from '../time.ts'
import { without } from '../without.ts'
import type { Label, LabelShape, Validity } from './label.ts'

/** What a label becomes by each of its events. */
export const evolveLabel: Evolve<LabelShape> = {
  registered: (label, { validity, ...registered }, at) => ({ ...label, ...registered, ...setAt(validity, at) }),
  succeeded: (label, { validity, ...registered }, at) => ({ ...label, ...registered, ...setAt(validity, at) }),
  validityUnknown: (label, { by }, since) => staged(label, { kind: 'validity', since, by }),
  validityStated: (label, { validity }, at) => ({ ...label, ...setAt(validity, at), stage: undefined }),
  validityExtended: (label, { to }, at) =>
    label.validity ? { ...label, validity: { ...label.validity, until: to, setAt: at, moved: true } } : label,
  labelRevised: (label, content) => ({ ...label, ...content }),
  evidenceAdded: (label, { id, evidence }, at) => ({
    ...label,
    evidences: label.evidences + 1,
    evidence: { ...label.evidence, [id]: { ...evidence, at } },
  }),
  evidenceRemoved: (label, { id }) => ({ ...label, evidence: without(label.evidence, [id]) }),
  renewalOpened: (label, { by }, since) => staged(label, { kind: 'renewal', since, by }),
  selfEvaluationStarted: (label, { by }, since) => staged(label, { kind: 'selfEvaluation', since, by }),
  selfEvaluationSubmitted: (label, { by, submittedOn }, since) =>
    staged({ ...label, submittedOn }, { kind: 'visit', since, by }),
  visitRecorded: (label, { by, visitedOn }, since) => staged({ ...label, visitedOn }, { kind: 'decision', since, by }),
  awarded: ({ decisions, ...label }, { successor, validity: _, ...decided }) => ({
    ...staged({ ...label, decisions: [...decisions, { decision: 'awarded', ...decided }] }),
    successor,
  }),
  refused: ({ decisions, ...label }, decided) =>
    staged({ ...label, decisions: [...decisions, { decision: 'refused', ...decided }] }),
  lapsed: (label) => staged(label),
}

const setAt = (validity: Validity | undefined, at: Instant): Pick<Label, 'validity'> =>
  validity ? { validity: { ...validity, setAt: at } } : {}

/** What is owed now; nothing, where nothing is. */
const staged = (label: Label, stage?: Label['stage']): Label => ({ ...label, stage })
