import type { Notice } from '../domain/correspondence/correspondence.ts'
import { centreIn } from '../domain/plan/parts.ts'
import type { CivilDate } from '../domain/time.ts'
import type { Store } from './connect.ts'
import { listCentres, listPartners } from './register/institutions.ts'
import { loadApproval, loadLabel, loadPlan } from './typed.ts'

/** A notice with what a reader needs to know of its subject, out of the files and the register. */
export interface Described {
  readonly notice: Notice
  /** The file to read, as its id: `partnershipPlan/usth-2027`, an approval's plan, a label's file. */
  readonly file: string
  /** The partner institution, or the label. */
  readonly partner: string
  readonly isLabel?: true
  /** Of the milestone, or of the label. */
  readonly title?: string | undefined
  readonly centre?: string | undefined
  /** The approval that can be answered, and the round of asking. */
  readonly approval?: { readonly id: string; readonly round: number; readonly open: boolean } | undefined
}

/** Describes notices, each with the names of that day; one whose file is gone keeps its ids. */
export async function describeNotices(
  store: Store,
  { notices, on }: { notices: readonly Notice[]; on: CivilDate },
): Promise<Described[]> {
  const [partners, centres] = await Promise.all([listPartners(store, on), listCentres(store)])
  const names = new Map([...partners, ...centres].map(({ _id, name }) => [_id, name]))
  return Promise.all(notices.map((notice) => described(store, notice, names)))
}

async function described(store: Store, notice: Notice, names: ReadonlyMap<string, string>): Promise<Described> {
  const id = notice.subject.slice(0, notice.subject.indexOf('#'))
  const label = await loadLabel(store, id)
  if (label) return { notice, file: id, partner: label.state.name, isLabel: true, title: label.state.name }
  const approval = await loadApproval(store, id)
  const planId = approval?.state.asked?.subject ?? id
  const plan = await loadPlan(store, planId)
  const centre = approval?.state.asked?.centre ?? centreIn(notice.about)
  const title =
    plan && Object.hasOwn(plan.state.milestones, notice.about) ? plan.state.milestones[notice.about]?.title : undefined
  return {
    notice,
    file: planId,
    partner: (plan && names.get(plan.state.partner)) ?? planId,
    ...(title && { title }),
    ...(centre && { centre: names.get(centre) ?? centre }),
    ...(approval?.state.asked && {
      approval: { id, round: approval.state.asked.round, open: approval.state.status === 'asked' },
    }),
  }
}
