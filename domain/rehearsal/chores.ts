import { agreement } from '../agreement/process.ts'
import { centreApproval } from '../approval/process.ts'
import { correspondence } from '../correspondence/process.ts'
import { admissionCycle } from '../cycle/process.ts'
import { dossier } from '../dossier/process.ts'
import { participation } from '../participation/process.ts'
import type { Plan } from '../plan/plan.ts'
import { partnershipPlan } from '../plan/process.ts'
import type { Rules } from '../policy.ts'
import type { Stored } from '../process.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { Wait } from '../wait.ts'
import { agreementChores } from './agreement-chores.ts'
import { approvalChores } from './approval-chores.ts'
import { correspondenceChores } from './correspondence-chores.ts'
import { cycleChores } from './cycle-chores.ts'
import { dossierChores } from './dossier-chores.ts'
import type { NomineesOf } from './nominees.ts'
import { participationChores } from './participation-chores.ts'
import { planChores } from './plan-chores.ts'

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
  'decideOnRenewal',
  'confirmClosing',
  'recordOpened',
  'sayNone',
  'nominate',
  'finishNominations',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'returnNomination',
  'correctNomination',
  'settlePersons',
  'acknowledge',
  'deposit',
  'send',
  'sendIncomplete',
  'extendDossier',
  'acceptPiece',
  'refusePiece',
  'depositAgain',
  'reopenDossier',
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
  /** Done in the register, which tells the file of it. */
  readonly inRegister?: true
  /** The partner whose it is, where it is a partner's: whoever is late is late with all of it. */
  readonly of?: string
  /** Since when it could be done. */
  readonly since: Instant
  /** The wait it answers, if anyone waits for it. */
  readonly wait?: Wait
  /** What is asked on the day on which it is done. */
  command(on: CivilDate): { readonly type: string; readonly input: unknown }
}

/** What could be done next about a file of any process, by whoever plays the part. Another process adds its own lines. */
export function choresOf(file: Stored, { rules, nomineesOf }: Knowing): readonly Chore[] {
  if (partnershipPlan.owns(file)) return planChores(file, partnershipPlan.waits(file, rules))
  if (centreApproval.owns(file)) return approvalChores(file, centreApproval.waits(file, rules))
  if (correspondence.owns(file)) return correspondenceChores(file, correspondence.waits(file, rules))
  if (agreement.owns(file)) return agreementChores(file, agreement.waits(file, rules))
  if (admissionCycle.owns(file)) return cycleChores(file, admissionCycle.waits(file, rules))
  if (participation.owns(file)) return participationChores(file, participation.waits(file, rules), nomineesOf)
  if (dossier.owns(file)) return dossierChores(file, dossier.waits(file, rules), rules)
  return []
}
/** What people of a rehearsal know beside a file: the rules, and whom each partner means to nominate. */
export interface Knowing {
  readonly rules: Rules
  readonly nomineesOf: NomineesOf
}

/** What a chore takes over from the wait it answers. */
export type Answer = Omit<Chore, 'kind' | 'command'> & { readonly wait: Wait }
export type Answers = (answer: Answer, plan: Plan) => readonly Chore[]
