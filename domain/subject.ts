import type { Agreement } from './agreement/agreement.ts'
import { agreement } from './agreement/process.ts'
import type { Approval } from './approval/approval.ts'
import { centreApproval } from './approval/process.ts'
import type { Correspondence } from './correspondence/correspondence.ts'
import { correspondence } from './correspondence/process.ts'
import type { Cycle } from './cycle/cycle.ts'
import type { CycleName } from './cycle/ids.ts'
import { admissionCycle } from './cycle/process.ts'
import type { Dossier } from './dossier/dossier.ts'
import { pieceIn } from './dossier/ids.ts'
import { dossier } from './dossier/process.ts'
import { keyOf } from './id.ts'
import type { Label } from './label/label.ts'
import { labelFile } from './label/process.ts'
import type { NoticeKind } from './notices.ts'
import type { Participation } from './participation/participation.ts'
import { participation } from './participation/process.ts'
import { centreIn } from './plan/ids.ts'
import { isOfAmendment } from './plan/parts.ts'
import type { Plan } from './plan/plan.ts'
import { partnershipPlan } from './plan/process.ts'
import type { Process, Stored } from './process.ts'

/** A file that something is about, and the plan or the label it belongs to. */
export interface Subject {
  readonly file: Stored | undefined
  readonly plan: Stored<Plan, `partnershipPlan/${string}`> | undefined
  readonly approval: Stored<Approval, `centreApproval/${string}`> | undefined
  readonly label: Stored<Label, `labelFile/${string}`> | undefined
  readonly agreement: Stored<Agreement, `agreement/${string}`> | undefined
  readonly cycle: Stored<Cycle, `admissionCycle/${string}`> | undefined
  readonly participation: Stored<Participation, `participation/${string}`> | undefined
  readonly dossier: Stored<Dossier, `dossier/${string}`> | undefined
  readonly correspondence: Stored<Correspondence, `correspondence/${string}`> | undefined
}

const owned = <S, Id extends string>({ owns }: Process<S, Id>, file: Stored | undefined): Stored<S, Id> | undefined =>
  file && owns(file) ? file : undefined

/** Reads the file that something is about, and the plan of an approval. */
export async function readSubject(id: string, load: (id: string) => Promise<Stored | undefined>): Promise<Subject> {
  const file = await load(id)
  const approval = owned(centreApproval, file)
  const asked = approval?.state.asked
  return {
    file,
    plan: owned(partnershipPlan, asked ? await load(asked.subject) : file),
    approval,
    label: owned(labelFile, file),
    agreement: owned(agreement, file),
    cycle: owned(admissionCycle, file),
    participation: owned(participation, file),
    dossier: owned(dossier, file),
    correspondence: owned(correspondence, file),
  }
}

/** What a notice or a wait is about, in ids and codes, for whoever has their names. */
export interface About {
  /** Of the register, in the order of the file; none of a label, a cycle or somebody's mail. */
  readonly partners: readonly string[]
  /** The title of a milestone or an agreement, or the name of a label. */
  readonly title: string | undefined
  readonly centre: string | undefined
  /** The document that is spoken of. */
  readonly piece: string | undefined
  /** The cycle itself, or the one that a partner is invited to. */
  readonly cycle: CycleName | undefined
  readonly dossier: { readonly number: string; readonly cycle: CycleName } | undefined
  /** It is about an amendment of a plan. */
  readonly amends: boolean
}

/** What something of a kind is about in its file. */
export function aboutOf(
  { plan, approval, label, agreement: agreed, cycle, participation: invited, dossier: handedIn }: Subject,
  { kind, about }: { readonly kind: NoticeKind; readonly about: string },
): About {
  const asked = approval?.state.asked
  const milestones = plan?.state.milestones ?? {}
  const milestone = Object.hasOwn(milestones, about) ? milestones[about]?.title : undefined
  const of = (plan ?? invited ?? handedIn)?.state.partner
  return {
    partners: agreed?.state.partners ?? (of === undefined ? [] : [of]),
    title: milestone ?? label?.state.name ?? agreed?.state.title,
    centre: asked?.centre ?? centreIn(about),
    piece: pieceIn(about),
    cycle: (cycle ?? invited)?.state,
    dossier: handedIn && { number: keyOf(handedIn.id), cycle: handedIn.state },
    amends: plan !== undefined && isOfAmendment(plan.state, { kind, about, asked }),
  }
}
