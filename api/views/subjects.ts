import { agreement } from '../../domain/agreement/process.ts'
import { centreApproval } from '../../domain/approval/process.ts'
import type { Notice } from '../../domain/correspondence/correspondence.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { dossier } from '../../domain/dossier/process.ts'
import { pieceIn } from '../../domain/dossier/ids.ts'
import { pieceNamed } from '../../domain/dossier/required.ts'
import { keyOf } from '../../domain/id.ts'
import { admissionCycle } from '../../domain/cycle/process.ts'
import { labelFile } from '../../domain/label/process.ts'
import { memoized } from '../../domain/memoized.ts'
import { centreIn } from '../../domain/plan/ids.ts'
import { isOfAmendment } from '../../domain/plan/parts.ts'
import { participation } from '../../domain/participation/process.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { Process, Stored } from '../../domain/process.ts'
import type { Store } from '../../store/connect.ts'
import { loadFile } from '../../store/files.ts'
import type { AgreementFile } from './agreement.ts'
import type { ApprovalFile } from './approval.ts'
import type { CycleFile } from './cycle.ts'
import type { DossierFile } from './dossier.ts'
import type { LabelFile } from './label.ts'
import type { CorrespondenceFile } from './messages.ts'
import type { ParticipationFile } from './participation.ts'
import type { PlanFile } from './plan.ts'
import type { Viewing } from './viewing.ts'

/** A file that something is about, and the plan or the label it belongs to. */
export interface Subject {
  readonly file: Stored | undefined
  readonly plan: PlanFile | undefined
  readonly approval: ApprovalFile | undefined
  readonly label: LabelFile | undefined
  readonly agreement: AgreementFile | undefined
  readonly cycle: CycleFile | undefined
  readonly participation: ParticipationFile | undefined
  readonly dossier: DossierFile | undefined
  readonly correspondence: CorrespondenceFile | undefined
}
export type SubjectOf = (id: string) => Subject
type Load = (id: string) => Promise<Stored | undefined>

const owned = <S, Id extends string>({ owns }: Process<S, Id>, file: Stored | undefined): Stored<S, Id> | undefined =>
  file && owns(file) ? file : undefined

/** Reads the file that something is about, and the plan of an approval. */
export async function readSubject(id: string, load: Load): Promise<Subject> {
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

/** Reads the stored files that notices and waits are about, each once. */
export async function readSubjects(store: Store, ids: readonly string[]): Promise<SubjectOf> {
  const load = memoized(async (id) => (await loadFile(store, id))?.file)
  const distinct = [...new Set(ids)]
  const subjects = new Map(
    await Promise.all(distinct.map(async (id): Promise<[string, Subject]> => [id, await readSubject(id, load)])),
  )
  return (id) => subjects.get(id) ?? none
}

const none: Subject = {
  file: undefined,
  plan: undefined,
  approval: undefined,
  label: undefined,
  agreement: undefined,
  cycle: undefined,
  participation: undefined,
  dossier: undefined,
  correspondence: undefined,
}

type Wording = Pick<Viewing, 'words' | 'names' | 'policy' | 'calendar' | 'now'>

/** What something is about, in words: a heading, and the name of the partner institution, if it is about one. */
export function headed(
  { kind, about, days, untilOn, passesAt }: Omit<Notice, 'key' | 'subject'>,
  { subject, viewing }: { subject: Subject; viewing: Wording },
): { heading: string; partner: string | null } {
  const { plan, approval, agreement: agreed, participation: invited, dossier: handedIn, correspondence: mail } = subject
  const { words, names, policy, calendar, now } = viewing
  const milestones = plan?.state.milestones ?? {}
  const asked = approval?.state.asked
  const centre = asked?.centre ?? centreIn(about)
  const piece = pieceIn(about)
  const { heading } = words.notice(kind, {
    about,
    days,
    untilOn,
    passesAt,
    title: Object.hasOwn(milestones, about) ? milestones[about]?.title : calledIn(subject, viewing),
    centre: centre === undefined ? undefined : names.centre(centre).name,
    dossier: piece === undefined ? undefined : { missing: [], piece: pieceNamed(piece, policy)[words.language] },
    amends: plan && isOfAmendment(plan.state, { kind, about, asked }),
    ladders: policy.ladders,
    now,
    school: calendar,
    readerZone: calendar.zone,
  })
  const of = (plan ?? invited ?? handedIn)?.state.partner
  const partners = (agreed?.state.partners ?? (of === undefined ? [] : [of])).map((id) => names.partner(id).name)
  const partner = mail && names.partnerOf(keyOf(mail.id))
  return { heading, partner: partners.length > 0 ? words.list(partners) : (partner?.name ?? null) }
}

/** What a file is called; nothing of a plan, whose partner says it. */
function calledIn(
  { label, agreement: agreed, cycle, participation: invited, dossier: handedIn, correspondence: mail }: Subject,
  { words, names }: Pick<Wording, 'words' | 'names'>,
): string | undefined {
  if (mail) return names.party(keyOf(mail.id))
  if (handedIn) return words.dossier.title({ number: keyOf(handedIn.id), cycle: handedIn.state })
  const admissions = (cycle ?? invited)?.state
  return label?.state.name ?? agreed?.state.title ?? (admissions && words.cycle.title(admissions))
}
