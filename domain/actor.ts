import { candidateParty, standingsOf, type Party, type Roster, type Standing } from './roster.ts'
import type { CivilDate } from './time.ts'

/** Whoever acts, with every party they stand for at that moment (their own, their mandates', those they are delegate of). */
export interface Actor {
  readonly id: Party
  readonly standings: readonly Standing[]
  /** Set when the act came by a signed link in a mail, without a session. */
  readonly byLink?: true | undefined
  /** Of whoever has no account: the one file that their link opens. They play no part in any other. */
  readonly only?: string | undefined
}

/** A partner's contact, who has no account and comes by the signed link of one file: for themselves, and for whom they answer that day. */
export const contactByLink = (
  contact: string,
  { file: only, roster, on }: { file: string; roster: Roster; on: CivilDate },
): Actor => ({ id: `person:${contact}`, standings: standingsOf(contact, roster, on), byLink: true, only })

/** A candidate, who has no account and comes by the signed link of their own dossier. */
export const candidateByLink = (candidate: string, { file: only }: { file: string }): Actor => ({
  id: `person:${candidate}`,
  standings: [{ party: `person:${candidate}` }, { party: candidateParty(candidate) }],
  byLink: true,
  only,
})

/** Whether there is such a file for an actor at all. */
export const mayEnter = ({ only }: Pick<Actor, 'only'>, file: string): boolean => only === undefined || only === file

const alone = (id: Party, ...more: readonly Party[]): Actor => ({
  id,
  standings: [id, ...more].map((party) => ({ party })),
})

/** Whoever does what falls due: no person. */
export const clock: Actor = alone('clock')
/** The activity that sends mail, when it reports what became of one. */
export const mailer: Actor = alone('mailer')
/** The register, when others answer for a party from today on, or an edit of it concerns a process. */
export const registrar: Actor = alone('register')
/** Whoever asks without being anyone: they read what everyone may, and play no part in anything. */
export const anyone: Actor = alone('anyone')
/** A process that asks something of another one. */
export const processActor = (id: string): Actor => alone(`process:${id}`, 'process')
