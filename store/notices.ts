import type { Notice } from '../domain/correspondence/correspondence.ts'
import type { DescribedNotice, ToldDossier } from '../domain/correspondence/described.ts'
import { stillMissing } from '../domain/dossier/pieces.ts'
import { pieceNamed, reasonNamed } from '../domain/dossier/required.ts'
import { fileIn, keyOf } from '../domain/id.ts'
import { memoized } from '../domain/memoized.ts'
import { meantFor } from '../domain/plan/publication.ts'
import { calendarYearsOf } from '../domain/plan/span.ts'
import type { Policy } from '../domain/policy.ts'
import { aboutOf, readSubject, type Subject } from '../domain/subject.ts'
import type { Store } from './connect.ts'
import { loadFile } from './files.ts'
import { opensFor, type NoticeReader, type Opens } from './notice-links.ts'
import { listCentres, listPartners } from './register/institutions.ts'
import { registerNow } from './register/now.ts'
import { findContact, partyNameIn } from './register/recipients.ts'
import { readTexts } from './texts.ts'

/** A notice with what a reader needs to know of its subject, out of the files and the register. */
export interface Described extends DescribedNotice {
  /** The file to read, as its id: `partnershipPlan/usth-2027`, an approval's plan, a label's file, an agreement, a cycle, the correspondence it speaks of. */
  readonly file: string
  /** What a signed link would open for its reader now. */
  readonly opens?: Opens | undefined
}

interface Naming {
  readonly names: ReadonlyMap<string, string>
  readonly policy: Pick<Policy, 'dossiers'>
}

/** Describes notices, each with the names of that day; one whose file is gone keeps its ids. */
export async function describeNotices(
  store: Store,
  {
    notices,
    on,
    reader,
    policy,
  }: NoticeReader & { readonly notices: readonly Notice[]; readonly policy: Pick<Policy, 'dossiers'> },
): Promise<Described[]> {
  const [partners, centres] = await Promise.all([listPartners(store, on), listCentres(store)])
  const naming = { names: new Map([...partners, ...centres].map(({ _id, name }) => [_id, name])), policy }
  const reasons = await readTexts(
    store,
    notices.flatMap(({ reason }) => (reason ? [reason] : [])),
  )
  const load = memoized(async (id) => (await loadFile(store, id))?.file)
  return Promise.all(
    notices.map(async (notice) => {
      const reason = notice.reason && reasons.get(notice.reason)
      const file = fileIn(notice.subject)
      const described = file.startsWith('correspondence/')
        ? await ofParty(store, { notice, file, ...naming })
        : await readSubject(file, load).then(async (subject) => ({
            ...ofFile(subject, { notice, ...naming }),
            opens: await opensFor(store, subject, { reader, on, load }),
          }))
      return { ...described, ...(reason && { reason }) }
    }),
  )
}

/** Of someone's correspondence: whoever hears of it may read their name in the register. */
async function ofParty(
  store: Store,
  { notice, file, names }: Naming & { readonly notice: Notice; readonly file: string },
): Promise<Described> {
  const party = keyOf(file)
  const [partner = '', title] = await Promise.all([
    findContact(store, party).then((found) => found?.partner._id),
    registerNow(store).then((register) => partyNameIn(register, party)),
  ])
  return { notice, file, title, partner: names.get(partner) ?? partner }
}

function ofFile(subject: Subject, { notice, names, policy }: Naming & { readonly notice: Notice }): Described {
  const { plan, approval, label, agreement, dossier } = subject
  const about = aboutOf(subject, notice)
  const file = approval?.state.asked?.subject ?? fileIn(notice.subject)
  const named = (id: string): string => names.get(id) ?? id
  const renewal = agreement?.state.renewal
  return {
    notice,
    file,
    partner: label?.state.name ?? (about.partners.map(named).join(', ') || (about.cycle ? '' : file)),
    title: about.title,
    centre: about.centre && named(about.centre),
    cycle: about.cycle,
    ...(label && { isLabel: true }),
    ...(agreement && { isAgreement: true }),
    ...(renewal && { figures: { flows: renewal.flows, counts: renewal.counts, results: renewal.results } }),
    ...(dossier && { dossier: toldDossier(dossier, about.piece, policy) }),
    ...(about.amends && { amends: true }),
    ...(plan && { audience: meantFor(plan.state), years: calendarYearsOf(plan.state) }),
    ...(plan?.state.partnerAsked?.again && { askedAgain: true }),
  }
}

function toldDossier(
  { id, state }: NonNullable<Subject['dossier']>,
  piece: string | undefined,
  policy: Pick<Policy, 'dossiers'>,
): ToldDossier {
  const { pieces, sentBy, withdrawnBy } = state
  const asked = piece === undefined ? undefined : pieces[piece]?.asked
  return {
    number: keyOf(id),
    cycle: state,
    missing: stillMissing(state).map((one) => pieceNamed(one, policy)),
    ...(piece !== undefined && { piece: pieceNamed(piece, policy) }),
    sentBy,
    withdrawnBy,
    ...(asked && { ground: reasonNamed(asked.reason, policy), effect: asked.effect, stage: asked.stage }),
  }
}
