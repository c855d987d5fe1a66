import type {
  AgreementKind,
  AgreementStatus,
  CentreView,
  FlowDirection,
  RenewalDecision,
  Side,
  StudyLevel,
} from '../domain/agreement/agreement.ts'

/** Short names of what stands in an agreement. */
export interface AgreementWords {
  readonly statuses: Record<AgreementStatus, string>
  readonly kinds: Record<AgreementKind, string>
  readonly directions: Record<FlowDirection, string>
  readonly levels: Record<StudyLevel, string>
  readonly opinions: Record<CentreView, string>
  readonly decisions: Record<RenewalDecision, string>
  readonly sides: Record<Side, string>
}
