import type { Agreement, RenewalFigures } from '../domain/agreement/agreement.ts'
import type { Notice } from '../domain/correspondence/correspondence.ts'
import type { CycleName } from '../domain/cycle/ids.ts'
import { isOpen, type Dossier, type SentBy } from '../domain/dossier/dossier.ts'
import { pieceIn } from '../domain/dossier/ids.ts'
import { stillMissing, type AskEffect } from '../domain/dossier/pieces.ts'
import { pieceNamed, reasonNamed, type Worded } from '../domain/dossier/required.ts'
import type { LaterStage } from '../domain/dossier/road.ts'
import { fileIn, keyOf } from '../domain/id.ts'
import type { Policy } from '../domain/policy.ts'
import { centreIn } from '../domain/plan/ids.ts'
import { isOfAmendment } from '../domain/plan/parts.ts'
import { isAsked } from '../domain/participation/participation.ts'
import type { Audience } from '../domain/plan/plan.ts'
import { meantFor } from '../domain/plan/publication.ts'
import { calendarYearsOf } from '../domain/plan/span.ts'
import type { Sender } from '../domain/register/programme.ts'
import type { CivilDate } from '../domain/time.ts'
import type { Store } from './connect.ts'
import type { Link } from './links.ts'
import { listCentres, listPartners } from './register/institutions.ts'
import { registerNow } from './register/now.ts'
import { findContact, partyNameIn } from './register/recipients.ts'
import { readTexts } from './texts.ts'
import { loadAgreement, loadApproval, loadCycle, loadDossier, loadLabel, loadParticipation, loadPlan } from './typed.ts'

/** A notice with what a reader needs to know of its subject, out of the files and the register. */
export interface Described {
  readonly notice: Notice
  /** The file to read, as its id: `partnershipPlan/usth-2027`, an approval's plan, a label's file, an agreement, a cycle, the correspondence it speaks of. */
  readonly file: string
  /** The partner institution, those of an agreement, or the label; empty for what concerns none. */
  readonly partner: string
  /** Of a plan: the years in which it begins and ends. */
  readonly years?: { readonly firstYear: number; readonly lastYear: number }
  readonly isLabel?: true
  readonly isAgreement?: true
  /** Of an agreement whose renewal is asked for: what came and went, and what came of the plans with its partners. */
  readonly figures?: RenewalFigures | undefined
  /** The admission cycle it is about, or a partner's part in it. */
  readonly cycle?: CycleName | undefined
  /** The dossier it is about: never whose, as a number says it to whoever has to know. */
  readonly dossier?: ToldDossier | undefined
  /** Of the milestone, the label or the agreement; or who the correspondence is with. */
  readonly title?: string | undefined
  readonly centre?: string | undefined
  /** Why, as it was stated; absent once that is erased. */
  readonly reason?: string | undefined
  /** It is about an amendment of the plan. */
  readonly amends?: true
  /** The partner's coordinator was asked of the plan before. */
  readonly askedAgain?: true
  /** For whom the plan is meant now. */
  readonly audience?: Audience
  /** What a signed link would open for its reader now: the approval that can be answered, by its round of asking; a partner's part in a cycle; a candidate's dossier. */
  readonly opens?: Pick<Link, 'file' | 'round'> | undefined
}

/** What a reader needs to know of a dossier: its number, what is missing by now, and the document that is asked for. */
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

/** Describes notices, each with the names of that day; one whose file is gone keeps its ids. */
export async function describeNotices(
  store: Store,
  { notices, on, policy }: { notices: readonly Notice[]; on: CivilDate; policy: Pick<Policy, 'dossiers'> },
): Promise<Described[]> {
  const [partners, centres] = await Promise.all([listPartners(store, on), listCentres(store)])
  const names = new Map([...partners, ...centres].map(({ _id, name }) => [_id, name]))
  const reasons = await readTexts(
    store,
    notices.flatMap(({ reason }) => (reason ? [reason] : [])),
  )
  return Promise.all(
    notices.map(async (notice) => {
      const reason = notice.reason && reasons.get(notice.reason)
      const isOfParty = notice.subject.startsWith('correspondence/')
      const described = await (isOfParty ? ofParty : ofFile)(store, { notice, names, policy })
      return { ...described, ...(reason && { reason }) }
    }),
  )
}

interface Naming {
  readonly notice: Notice
  readonly names: ReadonlyMap<string, string>
  readonly policy: Pick<Policy, 'dossiers'>
}

/** Of someone's correspondence: whoever hears of it may read their name in the register. */
async function ofParty(store: Store, { notice, names }: Naming): Promise<Described> {
  const file = fileIn(notice.subject)
  const party = keyOf(file)
  const [partner = '', title] = await Promise.all([
    findContact(store, party).then((found) => found?.partner._id),
    registerNow(store).then((register) => partyNameIn(register, party)),
  ])
  return { notice, file, title, partner: names.get(partner) ?? partner }
}

async function ofFile(store: Store, { notice, names, policy }: Naming): Promise<Described> {
  const id = fileIn(notice.subject)
  const label = await loadLabel(store, id)
  if (label) return { notice, file: id, partner: label.state.name, isLabel: true, title: label.state.name }
  const agreement = await loadAgreement(store, id)
  if (agreement) return ofAgreement(agreement.state, { notice, file: id, names })
  const dossier = await loadDossier(store, id)
  if (dossier) return ofDossier(dossier.state, { notice, file: id, names, policy })
  const cycle = await loadCycle(store, id)
  if (cycle) return { notice, file: id, partner: '', cycle: cycle.state }
  const invited = (await loadParticipation(store, id))?.state
  if (invited)
    return {
      notice,
      file: id,
      partner: names.get(invited.partner) ?? invited.partner,
      cycle: invited,
      ...(isAsked(invited) && { opens: { file: id } }),
    }
  const approval = await loadApproval(store, id)
  const asked = approval?.state.asked
  const file = asked?.subject ?? id
  const plan = await loadPlan(store, file)
  const centre = asked?.centre ?? centreIn(notice.about)
  const title =
    plan && Object.hasOwn(plan.state.milestones, notice.about) ? plan.state.milestones[notice.about]?.title : undefined
  return {
    notice,
    file,
    partner: (plan && names.get(plan.state.partner)) ?? file,
    ...(title && { title }),
    ...(centre && { centre: names.get(centre) ?? centre }),
    ...(plan && isOfAmendment(plan.state, { ...notice, asked }) && { amends: true }),
    ...(plan && { audience: meantFor(plan.state), years: calendarYearsOf(plan.state) }),
    ...(plan?.state.partnerAsked?.again && { askedAgain: true }),
    ...(asked && approval?.state.status === 'asked' && { opens: { file: id, round: asked.round } }),
  }
}

function ofAgreement(
  { partners, title, renewal }: Agreement,
  { notice, file, names }: Omit<Naming, 'policy'> & { file: string },
): Described {
  const centre = centreIn(notice.about)
  return {
    notice,
    file,
    partner: partners.map((partner) => names.get(partner) ?? partner).join(', '),
    isAgreement: true,
    title,
    ...(centre && { centre: names.get(centre) ?? centre }),
    ...(renewal && { figures: { flows: renewal.flows, results: renewal.results } }),
  }
}

function ofDossier(state: Dossier, { notice, file, names, policy }: Naming & { file: string }): Described {
  const { partner, pieces } = state
  const code = pieceIn(notice.about)
  const asked = code === undefined ? undefined : pieces[code]?.asked
  return {
    notice,
    file,
    partner: names.get(partner) ?? partner,
    ...(isOpen(state) && { opens: { file } }),
    dossier: {
      number: keyOf(file),
      cycle: state,
      missing: stillMissing(pieces).map((one) => pieceNamed(one, policy)),
      ...(code !== undefined && { piece: pieceNamed(code, policy) }),
      sentBy: state.sentBy,
      withdrawnBy: state.withdrawnBy,
      ...(asked && { ground: reasonNamed(asked.reason, policy), effect: asked.effect, stage: asked.stage }),
    },
  }
}
