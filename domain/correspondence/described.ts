import type { RenewalFigures } from '../agreement/agreement.ts'
import type { CycleName } from '../cycle/ids.ts'
import type { SentBy } from '../dossier/dossier.ts'
import type { AskEffect } from '../dossier/pieces.ts'
import type { Worded } from '../dossier/required.ts'
import type { LaterStage } from '../dossier/road.ts'
import type { Audience } from '../plan/plan.ts'
import type { Sender } from '../register/programme.ts'
import type { Notice } from './correspondence.ts'

/** The calendar years in which a plan begins and ends. */
export interface Years {
  readonly firstYear: number
  readonly lastYear: number
}

/** A notice with what a reader needs to know of its subject, by name. */
export interface DescribedNotice {
  readonly notice: Notice
  /** The partner institution, those of an agreement, or the label; empty for what concerns none. */
  readonly partner: string
  readonly years?: Years | undefined
  /** It is about a label of the school, and no partnership. */
  readonly isLabel?: true | undefined
  /** It is about an agreement with a partner, and no plan. */
  readonly isAgreement?: true | undefined
  /** Of an agreement whose renewal is asked for: what came and went, and what came of the plans with its partners. */
  readonly figures?: RenewalFigures | undefined
  /** The admission cycle it is about, or a partner's part in it. */
  readonly cycle?: CycleName | undefined
  /** The dossier it is about: never whose, as a number says it to whoever has to know. */
  readonly dossier?: ToldDossier | undefined
  /** Of the milestone, the label or the agreement; or who the correspondence is with. */
  readonly title?: string | undefined
  /** The research centre. */
  readonly centre?: string | undefined
  /** Why, as it was stated; absent once that is erased. */
  readonly reason?: string | undefined
  /** It is about an amendment of the plan. */
  readonly amends?: true | undefined
  /** The partner's coordinator was asked of the plan before. */
  readonly askedAgain?: true | undefined
  /** For whom the plan is meant now. */
  readonly audience?: Audience | undefined
}

/** What a reader needs to know of a dossier: its number, what is missing by now, and the document that is asked for. Names are the policy's, in each language. */
export interface ToldDossier {
  readonly number: string
  readonly cycle: CycleName
  readonly missing: readonly Worded[]
  readonly piece?: Worded | undefined
  readonly ground?: Worded | undefined
  readonly effect?: AskEffect | undefined
  readonly stage?: LaterStage | undefined
  readonly sentBy: Sender
  readonly withdrawnBy?: SentBy | undefined
}
