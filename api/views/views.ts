import type { z } from 'zod'
import { agreement } from '../../domain/agreement/process.ts'
import { centreApproval } from '../../domain/approval/process.ts'
import type { ProcessType } from '../../domain/catalogue.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { correspondence } from '../../domain/correspondence/process.ts'
import { admissionCycle } from '../../domain/cycle/process.ts'
import { dossier } from '../../domain/dossier/process.ts'
import { keyOf } from '../../domain/id.ts'
import { labelFile } from '../../domain/label/process.ts'
import { participation } from '../../domain/participation/process.ts'
import { partnershipPlan } from '../../domain/plan/process.ts'
import type { Process, Stored } from '../../domain/process.ts'
import { processOf, typeOf } from '../../domain/processes.ts'
import { loadFile, type Filed } from '../../store/files.ts'
import { findCandidateRecipient, recipientIn } from '../../store/register/recipients.ts'
import { asKnown } from '../../store/typed.ts'
import { AgreementView } from '../contracts/agreement.ts'
import { ApprovalView } from '../contracts/approval.ts'
import { CycleView } from '../contracts/cycle.ts'
import { DossierView } from '../contracts/dossier.ts'
import { LabelView } from '../contracts/label.ts'
import { Messages } from '../contracts/messages.ts'
import { ParticipationView } from '../contracts/participation.ts'
import { PlanView } from '../contracts/plan.ts'
import { partiesMeet } from '../session/access.ts'
import { agreementView } from './agreement.ts'
import { approvalView } from './approval.ts'
import { cycleView } from './cycle.ts'
import { dossierView } from './dossier.ts'
import { labelView } from './label.ts'
import { messagesView } from './messages.ts'
import { participationView } from './participation.ts'
import { planView } from './plan.ts'
import type { Viewing } from './viewing.ts'

/** How each process looks to people. */
export const viewContracts = {
  partnershipPlan: PlanView,
  centreApproval: ApprovalView,
  correspondence: Messages,
  labelFile: LabelView,
  agreement: AgreementView,
  admissionCycle: CycleView,
  participation: ParticipationView,
  dossier: DossierView,
} as const satisfies Record<ProcessType, z.ZodType>

/** A file as someone sees it, and the number of the last entry that changed what it says. */
interface Seen {
  readonly body: object
  readonly edited: number
}
type View = (id: string, viewing: Viewing) => Promise<Seen | undefined>

/** A file as stored. Whoever was never written to has a mailbox all the same, an empty one. */
async function filedAt(id: string, { store, register }: Viewing): Promise<Omit<Filed, 'head'> | undefined> {
  const filed = await loadFile(store, id)
  if (filed || typeOf(id) !== correspondence.type) return filed
  const party = keyOf(id)
  const known = recipientIn(register, party) ?? (await findCandidateRecipient(store, party))
  return known && { file: correspondence.open(correspondenceId(party)), edited: 0 }
}

/** Who may read a file is said by what it is now, also of what it was. */
const seen =
  <S, Id extends string>(
    { owns, fold }: Process<S, Id>,
    view: (file: Stored<S, Id>, viewing: Viewing) => Promise<object> | object,
  ): View =>
  async (id, viewing) => {
    const { store, asAt } = viewing
    const filed = await filedAt(id, viewing)
    if (!filed || !owns(filed.file) || !concerns(filed.file, viewing)) return undefined
    const { file, edited } = filed
    const [then] = asAt === undefined ? [file] : await asKnown(store, { files: [file], fold, asAt })
    return then && { body: await view(then, viewing), edited }
  }

const views: Readonly<Record<ProcessType, View>> = {
  partnershipPlan: seen(partnershipPlan, planView),
  centreApproval: seen(centreApproval, approvalView),
  correspondence: seen(correspondence, messagesView),
  labelFile: seen(labelFile, labelView),
  agreement: seen(agreement, agreementView),
  admissionCycle: seen(admissionCycle, cycleView),
  participation: seen(participation, participationView),
  dossier: seen(dossier, dossierView),
}

const concerns = (file: Stored, { actor }: Viewing): boolean => partiesMeet(actor, processOf(file.id).parties(file))

/** A file as someone sees it; nothing where there is none, or where it does not concern them. */
export const viewOf: View = (id, viewing) => views[typeOf(id)](id, viewing)

/** Whether there is such a file, and it concerns whoever reads. */
export async function isVisible(id: string, viewing: Viewing): Promise<boolean> {
  const filed = await filedAt(id, viewing)
  return filed !== undefined && concerns(filed.file, viewing)
}
