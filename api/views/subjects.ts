import type { Notice } from '../../domain/correspondence/correspondence.ts'
import { keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import type { Store } from '../../store/connect.ts'
import { loadApproval, loadCorrespondence, loadLabel, loadPlan } from '../../store/typed.ts'
import type { ApprovalFile } from './approval.ts'
import type { LabelFile } from './label.ts'
import type { CorrespondenceFile } from './messages.ts'
import type { PlanFile } from './plan.ts'
import type { Viewing } from './viewing.ts'

/** A file that something is about, and the plan or the label it belongs to. */
export interface Subject {
  readonly file: Stored | undefined
  readonly plan: PlanFile | undefined
  readonly approval: ApprovalFile | undefined
  readonly label: LabelFile | undefined
  readonly correspondence: CorrespondenceFile | undefined
}
export type SubjectOf = (id: string) => Subject

/** Reads the files that notices and waits are about, each once. */
export async function readSubjects(store: Store, ids: readonly string[]): Promise<SubjectOf> {
  const approvals = await eachOnce(ids, (id) => loadApproval(store, id))
  const planOf = (id: string): string => approvals.get(id)?.state.asked?.subject ?? id
  const [plans, labels, correspondences] = await Promise.all([
    eachOnce(ids.map(planOf), (id) => loadPlan(store, id)),
    eachOnce(ids, (id) => loadLabel(store, id)),
    eachOnce(ids, (id) => loadCorrespondence(store, id)),
  ])
  return (id) => {
    const label = labels.get(id)
    const approval = approvals.get(id)
    const plan = plans.get(planOf(id))
    const correspondence = correspondences.get(id)
    return { approval, plan, label, correspondence, file: approval ?? plan ?? label ?? correspondence }
  }
}

async function eachOnce<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<ReadonlyMap<string, T>> {
  const distinct = [...new Set(ids)]
  return new Map(await Promise.all(distinct.map(async (id): Promise<[string, T]> => [id, await read(id)])))
}

const centreMark = 'centre:'

/** What something is about, in words: a heading, and the name of the partner institution, if it is about one. */
export function headed(
  { kind, about, days, untilOn, passesAt }: Omit<Notice, 'key' | 'subject'>,
  { subject: { plan, approval, label, correspondence }, viewing }: { subject: Subject; viewing: Viewing },
): { heading: string; partner: string | null } {
  const milestones = plan?.state.milestones ?? {}
  const party = correspondence && keyOf(correspondence.id)
  const title = Object.hasOwn(milestones, about) ? milestones[about]?.title : (party ?? label?.state.name)
  const centre =
    approval?.state.asked?.centre ?? (about.startsWith(centreMark) ? about.slice(centreMark.length) : undefined)
  const { heading } = viewing.words.notice(kind, {
    about,
    days,
    untilOn,
    passesAt,
    title,
    centre: centre === undefined ? undefined : viewing.names.centre(centre).name,
    ladders: viewing.policy.ladders,
    now: viewing.now,
    schoolZone: viewing.calendar.zone,
    readerZone: viewing.calendar.zone,
  })
  const partner = party === undefined ? undefined : viewing.names.partnerOf(party)
  return { heading, partner: plan ? viewing.names.partner(plan.state.partner).name : (partner?.name ?? null) }
}
