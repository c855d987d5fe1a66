import type { z } from 'zod'
import type { ProcessType } from '../../domain/catalogue.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { keyOf } from '../../domain/id.ts'
import type { Stored } from '../../domain/process.ts'
import { processOf, typeOf } from '../../domain/processes.ts'
import type { Language } from '../../locales/language.ts'
import { loadFile } from '../../store/files.ts'
import { findRecipient } from '../../store/register/recipients.ts'
import { loadApproval, loadCorrespondence, loadLabel, loadPlan } from '../../store/typed.ts'
import { partiesMeet } from '../access.ts'
import type { Caller } from '../caller.ts'
import { ApprovalView } from '../contracts/approval.ts'
import { LabelView } from '../contracts/label.ts'
import { Messages } from '../contracts/messages.ts'
import { PlanView } from '../contracts/plan.ts'
import type { Deps } from '../deps.ts'
import { approvalView } from './approval.ts'
import { labelView } from './label.ts'
import { messagesView } from './messages.ts'
import { planView } from './plan.ts'
import { viewing, type Viewing } from './viewing.ts'

/** How each process looks to people. */
export const viewContracts = {
  partnershipPlan: PlanView,
  centreApproval: ApprovalView,
  correspondence: Messages,
  labelFile: LabelView,
} as const satisfies Record<ProcessType, z.ZodType>

const views: Readonly<Record<ProcessType, (id: string, viewing: Viewing) => Promise<object | undefined>>> = {
  partnershipPlan: async (id, viewing) => {
    const file = await loadPlan(viewing.store, id)
    return file && concerns(file, viewing) ? planView(file, viewing) : undefined
  },
  centreApproval: async (id, viewing) => {
    const file = await loadApproval(viewing.store, id)
    return file && concerns(file, viewing) ? approvalView(file, viewing) : undefined
  },
  // Whoever was never written to has a mailbox all the same, an empty one.
  correspondence: async (id, viewing) => {
    const party = keyOf(id)
    const file =
      (await loadCorrespondence(viewing.store, id)) ??
      ((await findRecipient(viewing.store, party)) && correspondence.open(`correspondence/${party}`))
    return file && concerns(file, viewing) ? messagesView(file, viewing) : undefined
  },
  labelFile: async (id, viewing) => {
    const file = await loadLabel(viewing.store, id)
    return file && concerns(file, viewing) ? labelView(file, viewing) : undefined
  },
}

const concerns = (file: Stored, { actor }: Viewing): boolean => partiesMeet(actor, processOf(file.id).parties(file))

/** A file as someone sees it; nothing where there is none, or where it does not concern them. */
export async function viewOf(
  deps: Deps,
  { caller, language, id }: { caller: Caller; language: Language; id: string },
): Promise<object | undefined> {
  return views[typeOf(id)](id, await viewing(deps, { caller, language }))
}

/** Whether there is such a file, and it concerns whoever reads. */
export async function isVisible(id: string, viewing: Viewing): Promise<boolean> {
  const filed = await loadFile(viewing.store, id)
  return filed !== undefined && concerns(filed.file, viewing)
}
