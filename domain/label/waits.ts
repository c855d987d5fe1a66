import type { Definition } from '../process.ts'
import type { LadderKind } from '../wait.ts'
import type { LabelShape, LabelStage } from './label.ts'
import { renewalOpensAt } from './span.ts'

type Waits = Definition<LabelShape>['waits']

/** A file speaks of one label: what any of its waits is about. */
export const aboutLabel = 'label'
const about = aboutLabel

/** The kind of wait in which each stage is owed. */
const waitOf = {
  validity: 'labelValidity',
  renewal: 'labelRenewal',
  selfEvaluation: 'labelSelfEvaluation',
  visit: 'labelVisit',
  decision: 'labelDecision',
} as const satisfies Record<LabelStage, LadderKind>

/** What a label waits for, from whom, until when (S14, S15). The reminder days are in the policy's ladders. */
export const labelWaits: Waits = (label, rules) => {
  if (label.status === 'awarded' || label.status === 'lapsed') return []
  return [...stage(label, rules), ...renewal(label, rules), ...end(label, rules)]
}

const stage: Waits = ({ stage: owed }) =>
  owed ? [{ kind: waitOf[owed.kind], about, from: 'qualityOfficer', since: owed.since, until: owed.by }] : []

/** Eighteen months before its end the clock opens its renewal. */
const renewal: Waits = ({ status, validity }, rules) =>
  status === 'held' && validity
    ? [
        {
          kind: 'labelWindow',
          about,
          since: validity.setAt,
          until: renewalOpensAt(validity, rules),
          then: { type: 'openRenewal', input: {} },
        },
      ]
    : []

/** Its last day, a boundary (R1): never a silent lapse, and never a day longer. */
const end: Waits = ({ validity }) =>
  validity
    ? [
        {
          kind: 'labelEnd',
          about,
          since: validity.setAt,
          until: validity.until,
          boundary: true,
          ...(validity.moved && { moved: { at: validity.setAt } }),
          then: { type: 'lapse', input: {} },
        },
      ]
    : []
