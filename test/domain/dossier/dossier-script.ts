import { candidateByLink, processActor, type Actor } from '../../../domain/actor.ts'
import type { CommandTo } from '../../../domain/catalogue.ts'
import type { LooseDocument } from '../../../domain/documents.ts'
import type { Dossier, DossierFacts } from '../../../domain/dossier/dossier.ts'
import { dossierId } from '../../../domain/dossier/ids.ts'
import type { Piece } from '../../../domain/dossier/pieces.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { standingsOf } from '../../../domain/roster.ts'
import { civil, dayOf, instant } from '../../../domain/time.ts'
import { invited, knowing, partners } from '../cycle/cycle-script.ts'
import { partnerFacts } from '../facts.ts'
import { acting, roster, rules } from '../school.ts'
import { entriesOf } from '../stage.ts'

export type DossierCommand = CommandTo<'dossier'>
export const first = dossierId(1)

export const dossierOf = (stage: Rehearsal, id = first): Dossier => dossier.fold(id, entriesOf(stage, id)).state
/** How each piece stands: `identity deposited, cv missing` */
export const piecesOf = (stage: Rehearsal, id = first): string =>
  Object.entries(dossierOf(stage, id).pieces)
    .map(([code, { state }]) => `${code} ${state}`)
    .join(', ')
export const pieceOf = (stage: Rehearsal, code: string, id = first): Piece => {
  const piece = dossierOf(stage, id).pieces[code]
  if (!piece) throw new Error(`no piece ${code}`)
  return piece
}

/** What the engineers' dossiers need. */
export const required = ['identity', 'cv', 'transcript', 'motivation-letter', 'language-certificate', 'endorsement']

/** The accounts of the school, a partner's contact, and the candidate, who has a link. */
const actorOf = (by: string, at: string): Actor => {
  if (by === 'candidate') return candidateByLink('cand-1', { file: first })
  if (!by.includes('-c')) return acting(by, instant(at))
  return { id: `person:${by}`, standings: standingsOf(by, roster, dayOf(instant(at), rules.calendar)) }
}
/** An uploaded document, by a number: of whoever deposits it. */
export const documentId = (n: number): string => n.toString(16).padStart(32, '0')
const uploaded = (by: string): Record<string, LooseDocument> => {
  const { id } = actorOf(by, '2028-02-01T09:00:00Z')
  const [from] = { officer: [100], 'usth-c1': [200], candidate: [300], 'head-of-office': [400] }[by] ?? [500]
  return Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => {
      const number = (from ?? 0) + n
      return [
        documentId(number),
        { type: 'pdf' as const, bytes: 1000 + n, sha256: `${number}`.padStart(64, '0'), by: id },
      ]
    }),
  )
}
const documents = Object.assign({}, ...['officer', 'usth-c1', 'candidate', 'head-of-office'].map(uploaded))

/** A world in which dossiers know more than what the register says. */
export const dossiersKnow = (facts: Partial<DossierFacts> = {}): World => {
  const known = knowing({ partners })
  return {
    ...known,
    facts: async (id) => (id.startsWith('dossier/') ? { ...partnerFacts(id), documents, ...facts } : known.facts(id)),
  }
}

/** Lets the clock run, then one person act on a dossier. */
export const does = (
  stage: Rehearsal,
  { at, by = 'officer', id = first }: { at: string; by?: string; id?: typeof first },
  command: DossierCommand,
): Promise<void> => stage.run([{ at: instant(at), actor: actorOf(by, at), to: id, ...command }], instant(at))

export const nomination = (
  changes: Partial<Extract<DossierCommand, { type: 'receiveNomination' }>['input']> = {},
): DossierCommand => ({
  type: 'receiveNomination',
  input: {
    participation: '2028-engineer.usth',
    cycle: '2028-engineer',
    nomination: 'n1',
    partner: 'usth',
    candidate: 'cand-1',
    firstYear: 2028,
    population: 'engineer',
    wishes: ['icm'],
    channel: 'partnerContact',
    closesOn: civil('2028-03-31'),
    ...changes,
  },
})

/** Nominated by Hanoi on Tuesday 1 February 2028 at 10:00 in Paris: dossiers close on Friday 31 March. */
export async function nominated(
  on: World = dossiersKnow(),
  {
    changes = {},
    id = first,
    at = '2028-02-01T09:00:00Z',
    stage,
  }: {
    changes?: Parameters<typeof nomination>[0]
    id?: typeof first
    at?: string
    stage?: Rehearsal
  } = {},
): Promise<Rehearsal> {
  const scene = stage ?? (await invited(on))
  const { type, input } = nomination(changes)
  const actor = processActor(`participation/2028-engineer.${changes.partner ?? 'usth'}`)
  await scene.run([{ at: instant(at), actor, to: id, type, input }], instant(at))
  return scene
}

/** Some pieces are deposited by one and the same, each with another document. */
export async function deposits(
  stage: Rehearsal,
  { at, by = 'officer', id = first, from = 100 }: { at: string; by?: string; id?: typeof first; from?: number },
  ...pieces: readonly string[]
): Promise<void> {
  for (const [n, piece] of pieces.entries())
    await does(stage, { at, by, id }, { type: 'deposit', input: { piece, document: documentId(from + n) } })
}

/** Acknowledged on 2 February, all deposited on 7 March 2028, sent on the 8th at 10:00:00.000 in Paris. */
export async function sent(on: World = dossiersKnow(), ...pieces: readonly string[]): Promise<Rehearsal> {
  const stage = await nominated(on)
  await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
  await deposits(stage, { at: '2028-03-07T09:00:00Z' }, ...(pieces.length > 0 ? pieces : required))
  await does(stage, { at: '2028-03-08T09:00:00Z', by: 'usth-c1' }, { type: 'send', input: {} })
  return stage
}

/** Dossiers that come through every wait there is: sent with something missing, never sent, of a sender whom nobody reaches, and withdrawn, until it is to be erased. */
export async function everyDossierWait(): Promise<readonly Rehearsal[]> {
  const missing = await sent(dossiersKnow(), 'cv')
  const lost = await nominated(dossiersKnow({ reachable: false }))
  const never = await nominated()
  for (const stage of [missing, lost, never]) await stage.run([], instant('2028-04-02T00:00:00Z'))
  const withdrawn = await nominated()
  const at = instant('2028-02-10T09:00:00Z')
  const actor = processActor('participation/2028-engineer.usth')
  await withdrawn.run([{ at, actor, to: first, type: 'withdrawNomination', input: {} }], at)
  await withdrawn.run([], instant('2030-03-01T00:00:00Z'))
  return [missing, lost, never, withdrawn]
}
