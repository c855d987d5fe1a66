import type { Population } from '../cycle/cycle.ts'
import type { Policy } from '../policy.ts'
import type { Sender } from '../register/programme.ts'
import type { DossierFacts } from './dossier.ts'
import type { RetentionRules } from './retention.ts'

/** What the policy says of dossiers. */
export interface DossierRules {
  /** What may be asked for, by code: its name, and who deposits it; in the order in which it is shown. */
  readonly pieces: Readonly<Record<string, { readonly name: Worded; readonly from: PieceSource }>>
  /** What every dossier of a population needs; the register says what a programme needs beside it. */
  readonly required: Readonly<Record<Population, readonly string[]>>
  /** Why a piece is refused, or asked again, by code. */
  readonly reasons: Readonly<Record<string, Worded>>
  /** R16: minutes in which what was sent may be taken back. */
  readonly takeBackMinutes: number
  /** School working days the office has to acknowledge a nomination, to check what came, and to confirm the list of those never sent (R9). */
  readonly acknowledgeWorkingDays: number
  readonly checkWorkingDays: number
  readonly closingWorkingDays: number
  /** School working days for what is asked again, by what it holds up, and for a dossier that is reopened; unless a day is named. */
  readonly askWorkingDays: Readonly<Record<'immediate' | 'blockingLater' | 'notBlocking', number>>
  readonly reopenWorkingDays: number
  /** R15: how long what is held of a candidate is kept. */
  readonly retention: RetentionRules
}
/** A name in both languages. */
export interface Worded {
  readonly en: string
  readonly fr: string
}
/** Who deposits a piece: whoever sends the dossier (R16), or always the one or the other. */
export const pieceSources = ['sender', 'partner', 'candidate'] as const
export type PieceSource = (typeof pieceSources)[number]

/** Of a piece that was never deposited: the one ready reason that every policy has. */
export const neverDeposited = 'missing'

/** What a piece is called; by its code where the policy does not know it (any more). */
export const pieceNamed = (code: string, { dossiers }: Pick<Policy, 'dossiers'>): Worded =>
  (Object.hasOwn(dossiers.pieces, code) ? dossiers.pieces[code]?.name : undefined) ?? { en: code, fr: code }

/** A ready reason in words; its code where the policy does not know it (any more). */
export const reasonNamed = (code: string, { dossiers }: Pick<Policy, 'dossiers'>): Worded =>
  (Object.hasOwn(dossiers.reasons, code) ? dossiers.reasons[code] : undefined) ?? { en: code, fr: code }

/** R16: who sends, as the programme wished for first says; the partner, where none does. */
export const senderOf = (wishes: readonly string[], { programmes }: Pick<DossierFacts, 'programmes'>): Sender =>
  programmeOf(wishes[0] ?? '', programmes)?.sentBy ?? 'partner'

/** What a dossier needs, each once, and who deposits it: what its population does, and each of the programmes that are wished for. */
export function requiredFor(
  { population, wishes, sentBy }: { population: Population; wishes: readonly string[]; sentBy: Sender },
  { policy: { dossiers }, facts }: { policy: Pick<Policy, 'dossiers'>; facts: Pick<DossierFacts, 'programmes'> },
): readonly { readonly piece: string; readonly from: Sender }[] {
  const own = wishes.flatMap((wish) => programmeOf(wish, facts.programmes)?.documents ?? [])
  const needed = new Set([...dossiers.required[population], ...own])
  const known = Object.keys(dossiers.pieces).filter((code) => needed.has(code))
  return [...new Set([...known, ...needed])].map((piece) => {
    const from = (Object.hasOwn(dossiers.pieces, piece) ? dossiers.pieces[piece]?.from : undefined) ?? 'sender'
    return { piece, from: from === 'sender' ? sentBy : from }
  })
}

const programmeOf = (
  id: string,
  programmes: DossierFacts['programmes'],
): DossierFacts['programmes'][string] | undefined => (Object.hasOwn(programmes, id) ? programmes[id] : undefined)
