import type { Notice } from '../../domain/correspondence/correspondence.ts'
import { pieceNamed } from '../../domain/dossier/required.ts'
import { keyOf } from '../../domain/id.ts'
import { memoized } from '../../domain/memoized.ts'
import { aboutOf, readSubject, type Subject } from '../../domain/subject.ts'
import { calledIn } from '../../locales/called.ts'
import type { Store } from '../../store/connect.ts'
import { loadFile } from '../../store/files.ts'
import type { Viewing } from './viewing.ts'

export type SubjectOf = (id: string) => Subject

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

/**
 * What something is about, in words: a heading, and the name of the partner institution, if it is about one. `reader`: whose words they are, where
 * not of whom it was written to.
 */
export function headed(
  { kind, about, days, untilOn, passesAt }: Omit<Notice, 'key' | 'subject'>,
  { subject, viewing, reader }: { subject: Subject; viewing: Wording; reader?: 'school' | undefined },
): { heading: string; partner: string | null } {
  const { words, names, policy, calendar, now } = viewing
  const of = aboutOf(subject, { kind, about })
  const party = subject.correspondence && keyOf(subject.correspondence.id)
  const { heading } = words.notice(kind, {
    about,
    days,
    untilOn,
    passesAt,
    title: party === undefined ? calledIn(of, words) : names.party(party),
    centre: of.centre === undefined ? undefined : names.centre(of.centre).name,
    dossier: of.piece === undefined ? undefined : { missing: [], piece: pieceNamed(of.piece, policy)[words.language] },
    amends: of.amends,
    reader,
    ladders: policy.ladders,
    now,
    school: calendar,
    readerZone: calendar.zone,
  })
  const partners = of.partners.map((id) => names.partner(id).name)
  const partner = party === undefined ? undefined : names.partnerOf(party)
  return { heading, partner: partners.length > 0 ? words.list(partners) : (partner?.name ?? null) }
}

/** Whose words are used in the mailbox of someone: those of the school, unless they are a partner's contact. */
export const readerOf = (party: string, { partnerOf }: Pick<Viewing['names'], 'partnerOf'>): 'school' | undefined =>
  partnerOf(party) ? undefined : 'school'
