import type { CloseSource } from '../domain/cycle/overrides.ts'
import type { CycleName } from '../domain/cycle/ids.ts'
import type { PipelineStep } from '../domain/cycle/pipeline.ts'
import type { dossierCommands } from '../domain/dossier/commands.ts'
import type { DossierStatus, SentBy } from '../domain/dossier/dossier.ts'
import type { AskEffect, PieceState } from '../domain/dossier/pieces.ts'
import type { LaterStage } from '../domain/dossier/road.ts'
import type { RefusalCode } from '../domain/refusals.ts'
import type { CycleWords } from './cycles.ts'
import type { Formatter } from './formatter.ts'

/** The fields of each refusal of dossiers. */
export const dossierRefusalFields = {
  'dossier.piece-unknown': ['piece'],
  'dossier.piece-same': ['piece'],
  'dossier.piece-missing': ['piece'],
  'dossier.piece-unchecked': ['piece'],
  'dossier.document-same': ['piece'],
  'dossier.reason-unknown': ['reason'],
  'dossier.frozen': ['piece'],
  'dossier.empty': [],
  'dossier.sender-other': ['sender'],
  'dossier.not-endorsed': ['pieces'],
  'dossier.take-back-over': [],
  'dossier.take-back-open': [],
  'dossier.close-passed': ['on'],
  'dossier.not-later': ['on'],
  'dossier.not-due': [],
  'dossier.date-past': ['on'],
  'dossier.after-jury': ['juryOn'],
  'dossier.reason-missing': [],
  'dossier.withdrawn': [],
  'dossier.kept-already': ['on'],
  'dossier.kept-too-long': ['last'],
  'dossier.appeal-open': [],
  'dossier.appeal-none': [],
  'dossier.undecided': [],
} as const satisfies Partial<Record<RefusalCode, readonly string[]>>

/** What the commands of dossiers are called; some have their words where those of other processes have. */
export type DossierCommandNames = Record<Exclude<keyof typeof dossierCommands, 'extend' | 'withdraw'>, string>

/** Short names of what stands in a dossier, by code; what the policy names has its names there. */
interface DossierNames {
  readonly statuses: Record<DossierStatus, string>
  readonly pieces: Record<PieceState, string>
  readonly effects: Record<AskEffect, string>
  readonly stages: Record<LaterStage, string>
  /** Why it closes on its day (R5). */
  readonly closes: Record<CloseSource, string>
  readonly sentBy: Record<SentBy, string>
  readonly steps: Record<PipelineStep, string>
  /** Above the paths of documents that are not in an archive. */
  readonly missingInArchive: string
}
/** The same, and how a dossier is called, by its register number and its cycle. */
export interface DossierMessages extends DossierNames {
  readonly title: string
}
export interface DossierWords extends DossierNames {
  /** `'Application 00017, Engineer admissions 2028/2029'` */
  title(dossier: { readonly number: string; readonly cycle: CycleName }): string
}

/** The words of dossiers in one language. */
export const dossierWordsOf = (
  { title, ...names }: DossierMessages,
  { format, cycle }: { readonly format: Formatter; readonly cycle: CycleWords },
): DossierWords => ({
  ...names,
  title: ({ number, cycle: name }) => format.text(title, { number, cycle: cycle.title(name) }),
})
