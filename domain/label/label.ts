import type { CivilDate, Instant } from '../time.ts'
import type { labelCommands } from './commands.ts'

export const labelStatuses = [
  'none',
  'unknown',
  'held',
  'renewalDue',
  'selfEvaluation',
  'submitted',
  'visited',
  'awarded',
  'refused',
  'lapsed',
] as const
export type LabelStatus = (typeof labelStatuses)[number]
/** What is shown of a file in its place: `toCome` before the first day of its validity. */
export const shownLabelStatuses = [...labelStatuses, 'toCome'] as const
export type ShownLabelStatus = (typeof shownLabelStatuses)[number]
export type LabelPart = 'qualityOfficer' | 'headOfOffice' | 'direction' | 'process' | 'reader'

/** What is owed next for a label, each with its own term in the policy (school working days). */
export const labelStages = ['validity', 'renewal', 'selfEvaluation', 'visit', 'decision'] as const
export type LabelStage = (typeof labelStages)[number]

/** First and last day, both included: a boundary, the day after it nothing shows the label as held (R1). */
export interface Validity {
  readonly from: CivilDate
  readonly until: CivilDate
}
/** The whole school, or the programmes it was given for (S14: CeQuInt covers ICM only). */
export type Scope =
  { readonly covers: 'school' } | { readonly covers: 'programmes'; readonly programmes: readonly string[] }
export interface Criterion {
  readonly id: string
  readonly title: string
}
/** What shows that a criterion is met: a milestone of a plan, or a text of the store. */
export type Evidence = { readonly criterion: string } & (
  | { readonly kind: 'milestone'; readonly plan: string; readonly milestone: string }
  | { readonly kind: 'text'; readonly text: string }
)
export interface Decision {
  readonly decision: 'awarded' | 'refused'
  readonly decidedOn: CivilDate
  /** A text of the store. */
  readonly note?: string | undefined
}

/** What is known of a label beside its dates. */
export interface LabelContent {
  readonly name: string
  readonly scope: Scope
  readonly criteria: readonly Criterion[]
}
export interface Label extends LabelContent {
  readonly status: LabelStatus
  readonly label: string
  readonly firstYear: number
  /** Since when it is known; `moved` once it was extended (R11). Absent while unknown. */
  readonly validity?: Validity & { readonly setAt: Instant; readonly moved?: true }
  readonly evidence: Readonly<Record<string, Evidence & { readonly at: Instant }>>
  /** How many there have been: the next one's id. */
  readonly evidences: number
  /** What is owed now, since when and until when. */
  readonly stage?: { readonly kind: LabelStage; readonly since: Instant; readonly by: CivilDate } | undefined
  readonly submittedOn?: CivilDate
  readonly visitedOn?: CivilDate
  readonly decisions: readonly Decision[]
  /** The keys of the files of the award before it and of the one after it. */
  readonly predecessor?: string
  readonly successor?: string
}
/** A label of which nothing is known yet. */
export const newLabel: Label = {
  status: 'none',
  label: '',
  firstYear: 0,
  name: '',
  scope: { covers: 'school' },
  criteria: [],
  evidence: {},
  evidences: 0,
  decisions: [],
}

interface Identity {
  readonly label: string
  readonly firstYear: number
}
interface Owed {
  /** The deadline of what follows, as it was counted (R2). */
  readonly by: CivilDate
}
export type LabelEvents = {
  registered: LabelContent & Identity & { readonly validity?: Validity | undefined }
  /** The award before this one was renewed. */
  succeeded: LabelContent & Identity & { readonly validity: Validity; readonly predecessor: string }
  validityUnknown: Owed
  validityStated: { readonly validity: Validity; readonly reason: string }
  validityExtended: { readonly from: CivilDate; readonly to: CivilDate; readonly reason: string }
  labelRevised: LabelContent
  evidenceAdded: { readonly id: string; readonly evidence: Evidence }
  evidenceRemoved: { readonly id: string }
  renewalOpened: Owed
  selfEvaluationStarted: Owed
  selfEvaluationSubmitted: Owed & { readonly submittedOn: CivilDate }
  visitRecorded: Owed & { readonly visitedOn: CivilDate }
  awarded: Omit<Decision, 'decision'> & { readonly validity: Validity; readonly successor: string }
  refused: Omit<Decision, 'decision'>
  /** `known`: it was over already when it was written down. */
  lapsed: { readonly on: CivilDate; readonly known?: true }
}
export const labelBecomes = {
  registered: 'held',
  succeeded: 'held',
  validityUnknown: 'unknown',
  validityStated: 'held',
  renewalOpened: 'renewalDue',
  selfEvaluationStarted: 'selfEvaluation',
  selfEvaluationSubmitted: 'submitted',
  visitRecorded: 'visited',
  awarded: 'awarded',
  refused: 'refused',
  lapsed: 'lapsed',
} as const satisfies { [E in keyof LabelEvents]?: LabelStatus }

/** Read from the register and the plans before a step. */
export interface LabelFacts {
  /** Every milestone there is and that was not dropped, with the key of its plan: `'usth-2027/joint-master'`. */
  readonly milestones: readonly string[]
  readonly programmes: readonly string[]
}
export type LabelShape = {
  type: 'labelFile'
  state: Label
  events: LabelEvents
  commands: typeof labelCommands
  part: LabelPart
  facts: LabelFacts
}
