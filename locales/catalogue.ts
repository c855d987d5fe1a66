import type { AgreementPart } from '../domain/agreement/agreement.ts'
import type { ApprovalPart, ApprovalStatus, WithdrawalReason } from '../domain/approval/approval.ts'
import type { CommandTo, ProcessType } from '../domain/catalogue.ts'
import type {
  CorrespondencePart,
  CorrespondenceStatus,
  Outcome,
  UnreachableCause,
} from '../domain/correspondence/correspondence.ts'
import type { CyclePart } from '../domain/cycle/cycle.ts'
import type { Coverage } from '../domain/indicators/coverage.ts'
import type { IndicatorId } from '../domain/indicators/indicators.ts'
import type { LabelPart, ShownLabelStatus } from '../domain/label/label.ts'
import type { ColumnName } from './columns.ts'
import type { NoticeKind } from '../domain/notices.ts'
import type { Audience, MilestoneState, Opinion, PlanPart, PlanStatus } from '../domain/plan/plan.ts'
import type { Measure } from '../domain/measures.ts'
import type { Pillar, ReaderKind } from '../domain/policy.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type { Role } from '../domain/roster.ts'
import type { LadderKind } from '../domain/wait.ts'
import type { AgreementWords } from './agreements.ts'
import type {
  AnswerArguments,
  CalendarArguments,
  MailArguments,
  Messages,
  PageArguments,
  ReceiptArguments,
  SignInArguments,
} from './arguments.ts'
import type { CycleMessages } from './cycles.ts'
import type { LinkArguments } from './links.ts'
import type { PartnerArguments } from './partner.ts'
import type { DossierPageArguments } from './dossier-page.ts'
import type { DossierMessages } from './dossiers.ts'
import type { FaultCode, ProblemCode } from './problems.ts'
import type { NominationWords } from './nominations.ts'
import type { RegisterLabels } from './register.ts'
import type { ToldOnPages } from './told-on-pages.ts'

export interface TitleAndDetail {
  readonly title: string
  readonly detail: string
}
/** Every command of every process. */
export type CommandName = { [T in ProcessType]: CommandTo<T>['type'] }[ProcessType]
/** The parts a ladder can address. */
export type RungPart = Exclude<
  PlanPart | ApprovalPart | LabelPart | CorrespondencePart | AgreementPart | CyclePart,
  'approval' | 'reader' | 'addressee' | 'decider' | 'author' | 'subject' | 'process' | 'mailer' | 'register' | 'steward'
>
export type NewsKind = Exclude<NoticeKind, LadderKind>

/** Short names of things, without arguments but for roles. */
export interface LabelMessages {
  readonly pillars: Record<Pillar, string>
  readonly plan: Record<PlanStatus, string>
  readonly approval: Record<ApprovalStatus, string>
  readonly correspondence: Record<CorrespondenceStatus, string>
  readonly label: Record<ShownLabelStatus, string>
  readonly agreement: AgreementWords
  readonly cycle: CycleMessages
  readonly nomination: NominationWords
  readonly dossier: DossierMessages
  readonly milestone: Record<MilestoneState, string>
  readonly audiences: Record<Audience, string>
  readonly opinions: Record<Opinion, string>
  /** A sentence end: "because …". */
  readonly withdrawals: Record<WithdrawalReason, string>
  readonly outcomes: Record<Outcome, string>
  /** How it was learnt that someone cannot be reached. */
  readonly causes: Record<UnreachableCause, string>
  readonly roles: Record<Role, string>
  readonly register: RegisterLabels
  readonly acting: string
  readonly measures: Record<Measure, string>
  readonly readers: Record<ReaderKind, string>
  /** Infinitives: what a button or "one may not …" says. */
  readonly commands: Record<CommandName, string>
}
export interface DateMessages {
  readonly day: string
  readonly lastDay: string
  readonly lastDayElsewhere: string
  readonly moment: string
  readonly zoneTime: string
  /** Before a vowel. */
  readonly zoneTimeElided: string
}
export interface NoticeMessages {
  /** What it is, in a few words: a heading, a subject line. */
  readonly headings: Record<NoticeKind, string>
  /** What is asked, or what happened. `part` is the reader's, `none` when unknown. */
  readonly asks: Record<LadderKind, string>
  readonly news: Record<NewsKind, string>
  /** Who came and who went at one level in one academic year; and one of these after others. */
  readonly flows: string
  readonly flowsAfter: string
  /** After what has one. */
  readonly reason: string
  readonly daysLeft: string
  readonly daysLate: string
  readonly lastDay: string
  readonly lastDayPassed: string
  /** After either: the date that stood before (R11). */
  readonly movedFrom: string
  /** What happens if nobody acts; `steps` are those still to come, `none` when there is none. */
  readonly consequences: Record<LadderKind, string>
  readonly steps: Record<RungPart, string>
  readonly stepAfterStep: string
  readonly whys: Record<NoticeKind, string>
}

type OfLabels<Kind extends string> = Record<Extract<Kind, `label${string}`>, string>
/** The notices of labels, in a file of their own. */
export type LabelNotices = Record<'headings' | 'whys', OfLabels<NoticeKind>> &
  Record<'asks' | 'consequences', OfLabels<LadderKind>> & { readonly news: OfLabels<NewsKind> }

type OfAgreements<Kind extends string> = Record<Extract<Kind, `agreement${string}`>, string>
/** The notices of agreements, in a file of their own. */
export type AgreementNotices = Record<'headings' | 'whys', OfAgreements<NoticeKind>> &
  Record<'asks' | 'consequences', OfAgreements<LadderKind>> & { readonly news: OfAgreements<NewsKind> }
type OfCycles<Kind extends string> = Record<Extract<Kind, `${'cycle' | 'participation'}${string}`>, string>
/** The notices of admission cycles and of who takes part in them, in a file of their own. */
export type CycleNotices = Record<'headings' | 'whys', OfCycles<NoticeKind>> &
  Record<'asks' | 'consequences', OfCycles<LadderKind>> & { readonly news: OfCycles<NewsKind> }

type OfDossiers<Kind extends string> = Record<Extract<Kind, `dossier${string}`>, string>
/** The notices of dossiers, in a file of their own. */
export type DossierNotices = Record<'headings' | 'whys', OfDossiers<NoticeKind>> &
  Record<'asks' | 'consequences', OfDossiers<LadderKind>> & { readonly news: OfDossiers<NewsKind> }

type YearKind =
  | 'annualPlan'
  | 'carryReason'
  | 'finalReport'
  | 'actionAdded'
  | 'planAmended'
  | `partnerOpinion${string}`
  | `renewal${string}`
  | `amendment${string}`
  | `year${string}`
type OfYears<Kind extends string> = Record<Extract<Kind, YearKind>, string>
/** The refusals of commands that cannot be given, in a file of their own. */
export type CommandRefusal = Extract<RefusalCode, `command.${string}`>
/** The refusals of approvals, in a file of their own. */
export type ApprovalRefusal = Extract<RefusalCode, `approval.${string}`>
/** The refusals of documents, in a file of their own. */
export type DocumentRefusal = Extract<RefusalCode, `document.${string}`>
/** The notices of the academic years of plans, in a file of their own; and their refusals. */
export type PlanYearNotices = Record<'headings' | 'whys', OfYears<NoticeKind>> &
  Record<'asks' | 'consequences', OfYears<LadderKind>> & { readonly news: OfYears<NewsKind> }
export type PlanYearRefusal = Extract<
  RefusalCode,
  | `plan.${'action' | 'year' | 'amendment'}-${string}`
  | `plan.report-${string}`
  | 'plan.renewal-not-open'
  | `plan.done-${string}`
  | 'plan.evidence-late'
  | 'plan.years-overlap'
  | 'plan.carry-none'
>

/** What each indicator is, how it is reckoned and of whom. */
export interface IndicatorMessages {
  readonly names: Record<IndicatorId, string>
  readonly formulas: Record<IndicatorId, string>
  readonly populations: Record<IndicatorId, string>
  readonly coverages: Record<Coverage, string>
}

/** Every word a person reads, in one language. */
export interface Catalogue {
  readonly labels: LabelMessages
  readonly dates: DateMessages
  /** City names of zones where they differ from the zone's own. */
  readonly zones: Readonly<Record<string, string>>
  readonly refusals: Record<RefusalCode, TitleAndDetail>
  /** Instead of those and of problems, on the pages of signed links. */
  readonly toldOnPages: ToldOnPages
  readonly problems: Record<ProblemCode, TitleAndDetail>
  readonly faults: Record<FaultCode, string>
  readonly notices: NoticeMessages
  readonly indicators: IndicatorMessages
  readonly mail: Messages<MailArguments>
  readonly signIn: Messages<SignInArguments>
  readonly answer: Messages<AnswerArguments>
  readonly page: Messages<PageArguments>
  readonly links: Messages<LinkArguments>
  readonly partner: Messages<PartnerArguments>
  readonly dossierPage: Messages<DossierPageArguments>
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly calendar: Messages<CalendarArguments>
  readonly receipt: Messages<ReceiptArguments>
}
