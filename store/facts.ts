import { trusted } from 'mongoose'
import type { AgreementShape } from '../domain/agreement/events.ts'
import { isRenewable, resultsByPartner } from '../domain/agreement/results.ts'
import type { ApprovalShape } from '../domain/approval/approval.ts'
import type { ProcessType } from '../domain/catalogue.ts'
import type { CorrespondenceShape } from '../domain/correspondence/correspondence.ts'
import { keyOf } from '../domain/id.ts'
import type { CycleShape } from '../domain/cycle/cycle.ts'
import { planId, planIn } from '../domain/plan/ids.ts'
import { sharingYearsWith } from '../domain/plan/span.ts'
import { documentsIn } from '../domain/documents.ts'
import type { DossierShape } from '../domain/dossier/events.ts'
import type { LabelShape } from '../domain/label/label.ts'
import type { ParticipationShape } from '../domain/participation/participation.ts'
import type { PlanShape } from '../domain/plan/events.ts'
import { partnershipPlan } from '../domain/plan/process.ts'
import type { Stored } from '../domain/process.ts'
import { typeOf } from '../domain/processes.ts'
import type { Store } from './connect.ts'
import { cycleFacts } from './cycle-facts.ts'
import { looseDocuments } from './documents.ts'
import type { Look } from './look.ts'
import { participationFacts } from './participation-facts.ts'
import { dossierFacts } from './dossier-facts.ts'
import { ofRegister, type RegisterNow } from './register/now.ts'
import { recipientFacts } from './register/recipients.ts'
import { listAgreements, listPlans, loadAgreement } from './typed.ts'

/** The facts of each process, by type: its shape says what they are. */
type Shapes =
  | PlanShape
  | ApprovalShape
  | CorrespondenceShape
  | LabelShape
  | AgreementShape
  | CycleShape
  | ParticipationShape
  | DossierShape
/** A command as it is asked. */
export interface Asked {
  readonly type: string
  readonly input: unknown
}
type FactsOf = { [X in Shapes as X['type']]: X['facts'] }
/** What facts are read from: the store, and the register as it was read once. */
export interface Sources {
  readonly store: Store
  readonly register: RegisterNow
  /** The file itself, where it is read anyway: what only its beginning asks for is not looked up later. */
  readonly file?: () => Promise<Stored | undefined>
  /** The look in which they are read, where those of many files are. */
  readonly look?: Look
  /** The commands to be judged: what they name is looked up, and nothing else of its kind. */
  commands(): Promise<readonly Asked[]>
}
type Loaders = { readonly [T in ProcessType]: (sources: Sources, id: string) => Promise<FactsOf[T]> | FactsOf[T] }

const loaders: Loaders = {
  partnershipPlan: async ({ store, register, file }, id) => ({
    ...planFacts(register),
    ...(isToBegin(await file?.()) && { beside: await plansBeside(store, id) }),
  }),
  centreApproval: () => ({}),
  correspondence: (sources, id) => recipientFacts(sources, keyOf(id)),
  labelFile: async ({ store, register }) => {
    const plans = await listPlans(store)
    const milestones = plans.flatMap(({ id, state }) =>
      Object.entries(state.milestones).flatMap(([milestone, one]) =>
        one.state === 'dropped' ? [] : [`${keyOf(id)}/${milestone}`],
      ),
    )
    return { milestones, programmes: register.programmes.map(({ _id }) => _id) }
  },
  agreement: async ({ store, register, commands }, id) => {
    const [plans, known, named] = await Promise.all([
      listPlans(store),
      loadAgreement(store, id),
      commands().then((asked) => looseDocuments(store, documentsIn(asked))),
    ])
    return {
      ...planFacts(register),
      documents: named,
      results: resultsByPartner(plans.map(({ state }) => state)),
      // Asked of a draft that is to renew another, and of nothing else.
      renewable: known ? {} : await renewable(store),
    }
  },
  admissionCycle: cycleFacts,
  participation: participationFacts,
  dossier: dossierFacts,
}

/** Whether a plan may still be drafted, or submitted for the first time. */
const isToBegin = (file: Stored | undefined): boolean =>
  !file || (partnershipPlan.owns(file) && ['none', 'draft', 'abandoned'].includes(file.state.status))

/** First years of the plans with the same partner that share years with this one, and are neither over nor abandoned; earliest first. */
async function plansBeside({ files }: Store, id: string): Promise<readonly number[]> {
  const { partner, firstYear } = planIn(id)
  const years = new Map(sharingYearsWith({ firstYear }).map((year) => [planId(partner, year), year]))
  const found = await files
    .find({ _id: trusted({ $in: [...years.keys()] }), status: trusted({ $nin: ['closed', 'abandoned'] }) }, { _id: 1 })
    .lean()
  return [...years].filter(([plan]) => found.some(({ _id }) => _id === plan)).map(([, year]) => year)
}

/** The agreements that another may renew, by number, with their partners. */
const renewable = async (store: Store): Promise<Readonly<Record<string, readonly string[]>>> =>
  Object.fromEntries(
    (await listAgreements(store)).flatMap(({ id, state }) => (isRenewable(state) ? [[keyOf(id), state.partners]] : [])),
  )

/** What plans and agreements name of the register. */
export const planFacts = ofRegister(({ partners, centres }) => ({
  partners: partners.map(({ _id }) => _id),
  centres: centres.map(({ _id }) => _id),
  closed: Object.fromEntries(centres.flatMap(({ _id, closedOn }) => (closedOn ? [[_id, closedOn]] : []))),
  merged: Object.fromEntries(partners.flatMap(({ _id, mergedInto }) => (mergedInto ? [[_id, { mergedInto }]] : []))),
  ended: partners.flatMap(({ _id, relationship }) => (relationship === 'ended' ? [_id] : [])),
}))

/** What a process must know of the world outside its file, read before its step. */
export const factsFor = async (sources: Sources, id: string): Promise<object> => loaders[typeOf(id)](sources, id)
