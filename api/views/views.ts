import type { z } from 'zod'
import type { ProcessType } from '../../domain/catalogue.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf, typeOf } from '../../domain/processes.ts'
import type { Instant } from '../../domain/time.ts'
import type { Store } from '../../store/connect.ts'
import { loadFile } from '../../store/files.ts'
import { findRecipient } from '../../store/register/recipients.ts'
import { loadApproval, loadCorrespondence, loadLabel, loadPlan } from '../../store/typed.ts'
import { partiesMeet } from '../access.ts'
import { ApprovalView } from '../contracts/approval.ts'
import { LabelView } from '../contracts/label.ts'
import { Messages } from '../contracts/messages.ts'
import { PlanView } from '../contracts/plan.ts'
import { approvalView } from './approval.ts'
import { labelView } from './label.ts'
import { messagesView } from './messages.ts'
import { planView } from './plan.ts'
import type { Viewing } from './viewing.ts'

/** How each process looks to people. */
export const viewContracts = {
  partnershipPlan: PlanView,
  centreApproval: ApprovalView,
  correspondence: Messages,
  labelFile: LabelView,
} as const satisfies Record<ProcessType, z.ZodType>

type View = (id: string, viewing: Viewing) => Promise<object | undefined>

/** Who may read a file is said by what it is now, also of what it was. */
const seen =
  <F extends Stored>(
    load: (store: Store, id: string, asAt?: Instant) => Promise<F | undefined>,
    view: (file: F, viewing: Viewing) => Promise<object> | object,
  ): View =>
  async (id, viewing) => {
    const { store, asAt } = viewing
    const file = await load(store, id)
    if (!file || !concerns(file, viewing)) return undefined
    const then = asAt === undefined ? file : await load(store, id, asAt)
    return then && view(then, viewing)
  }

const views: Readonly<Record<ProcessType, View>> = {
  partnershipPlan: seen(loadPlan, planView),
  centreApproval: seen(loadApproval, approvalView),
  // Whoever was never written to has a mailbox all the same, an empty one.
  correspondence: seen(async (store, id, asAt) => {
    const party = keyOf(id)
    const mailbox = await loadCorrespondence(store, id, asAt)
    return mailbox ?? ((await findRecipient(store, party)) && correspondence.open(`correspondence/${party}`))
  }, messagesView),
  labelFile: seen(loadLabel, labelView),
}

const concerns = (file: Stored, { actor }: Viewing): boolean => partiesMeet(actor, processOf(file.id).parties(file))

/** A file as someone sees it; nothing where there is none, or where it does not concern them. */
export const viewOf: View = (id, viewing) => views[typeOf(id)](id, viewing)

/** Whether there is such a file, and it concerns whoever reads. */
export async function isVisible(id: string, viewing: Viewing): Promise<boolean> {
  const filed = await loadFile(viewing.store, id)
  return filed !== undefined && concerns(filed.file, viewing)
}
