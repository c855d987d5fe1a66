import type { ApprovalStatus, WithdrawalReason } from '../domain/approval/approval.ts'
import type { CorrespondenceStatus, Outcome, UnreachableCause } from '../domain/correspondence/correspondence.ts'
import type { ShownLabelStatus } from '../domain/label/label.ts'
import type { Audience, MilestoneState, Opinion, PlanStatus } from '../domain/plan/plan.ts'
import type { Measure } from '../domain/measures.ts'
import type { Pillar, ReaderKind } from '../domain/policy.ts'
import type { Role } from '../domain/roster.ts'
import type { AgreementWords } from './agreements.ts'
import type { LabelMessages } from './catalogue.ts'
import { cycleWordsOf, type CycleWords } from './cycles.ts'
import { dossierWordsOf, type DossierWords } from './dossiers.ts'
import type { Formatter } from './formatter.ts'
import type { NominationWords } from './nominations.ts'
import type { RegisterLabels } from './register.ts'

/** A mandate as people read it: `centre` is the display name of the research centre. */
interface RoleHeld {
  readonly role: Role
  readonly centre?: string | undefined
  /** Held for the time being. */
  readonly acting?: boolean | undefined
}
export interface Labels {
  pillar(pillar: Pillar): string
  planStatus(status: PlanStatus): string
  approvalStatus(status: ApprovalStatus): string
  labelStatus(status: ShownLabelStatus): string
  /** What stands in an agreement, by code. */
  readonly agreement: AgreementWords
  /** What stands in an admission cycle, by code, and how it is called. */
  readonly cycle: CycleWords
  /** What stands in a nomination, by code. */
  readonly nomination: NominationWords
  /** What stands in a dossier, by code, and how it is called. */
  readonly dossier: DossierWords
  milestoneState(state: MilestoneState): string
  audience(audience: Audience): string
  opinion(opinion: Opinion): string
  withdrawalReason(reason: WithdrawalReason): string
  outcome(outcome: Outcome): string
  measure(measure: Measure): string
  reader(reader: ReaderKind): string
  correspondenceStatus(status: CorrespondenceStatus): string
  cause(cause: UnreachableCause): string
  /** `'Head of Institut Henri Fayol'` */
  role(held: RoleHeld): string
  /** What stands in the register, by code. */
  readonly register: RegisterLabels
  /** `'Viet Nam'`, of an ISO code. */
  country(code: string): string
  /** For what comes as text from a refusal's fields: nothing for a name that is not ours. */
  pillarNamed(name: string): string | undefined
  statusNamed(name: string): string | undefined
  cycleDateNamed(name: string): string | undefined
  uninvitableNamed(name: string): string | undefined
  audienceNamed(name: string): string | undefined
  commandNamed(name: string): string | undefined
}

const named = (record: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

/** The short names of one language. */
export function labelsOf(messages: LabelMessages, format: Formatter): Labels {
  const {
    pillars,
    plan,
    approval,
    correspondence,
    label,
    agreement,
    cycle: ofCycles,
    nomination,
    dossier,
    milestone,
    audiences,
    opinions,
    withdrawals,
    outcomes,
    causes,
    roles,
    acting,
    measures,
    readers,
    commands,
  } = messages
  const cycle = cycleWordsOf(ofCycles, format)
  return {
    pillar: (name) => pillars[name],
    planStatus: (status) => plan[status],
    approvalStatus: (status) => approval[status],
    labelStatus: (status) => label[status],
    agreement,
    cycle,
    nomination,
    dossier: dossierWordsOf(dossier, { format, cycle }),
    milestoneState: (state) => milestone[state],
    audience: (audience) => audiences[audience],
    opinion: (opinion) => opinions[opinion],
    withdrawalReason: (reason) => withdrawals[reason],
    outcome: (outcome) => outcomes[outcome],
    measure: (measure) => measures[measure],
    reader: (reader) => readers[reader],
    correspondenceStatus: (status) => correspondence[status],
    cause: (cause) => causes[cause],
    role: (held) => {
      const role = format.text(roles[held.role], { centre: held.centre ?? 'none' })
      return held.acting ? format.text(acting, { role }) : role
    },
    register: messages.register,
    country: format.country,
    pillarNamed: (name) => named(pillars, name),
    statusNamed: (name) =>
      named(
        {
          ...dossier.statuses,
          ...cycle.participations,
          ...cycle.statuses,
          ...agreement.statuses,
          ...label,
          ...correspondence,
          ...approval,
          ...plan,
        },
        name,
      ),
    cycleDateNamed: (name) => named(cycle.dates, name),
    uninvitableNamed: (name) => named(cycle.uninvitable, name),
    audienceNamed: (name) => named(audiences, name),
    commandNamed: (name) => named(commands, name),
  }
}
