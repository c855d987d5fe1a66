import type { Closes } from '../cycle/overrides.ts'
import type { Sender } from '../register/programme.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { dossierCommands } from './commands.ts'
import type { Dossier, DossierFacts, DossierPart, DossierStatus, Nomination, SentBy } from './dossier.ts'
import type { Asked, Reason, Version } from './pieces.ts'

interface OfPiece {
  readonly piece: string
}
interface Owed {
  /** The deadline of what follows, as it was counted (R2). */
  readonly by: CivilDate
}

export type DossierEvents = {
  nominated: Nomination &
    Owed & {
      readonly sentBy: Sender
      readonly pieces: readonly { readonly piece: string; readonly from: Sender }[]
      readonly closes: Closes
    }
  /** What is wished for from now on, and what is needed for it; `moves`: it closes on another day than before. */
  wishesCorrected: Pick<Nomination, 'wishes' | 'channel'> & {
    readonly sentBy: Sender
    readonly pieces: readonly { readonly piece: string; readonly from: Sender }[]
    readonly closes: Closes
    readonly moves?: true
  }
  /** It was sent before its wishes were corrected, and stays what it was sent for. */
  wishesKept: { readonly wishes: readonly string[] }
  acknowledged: object
  preparationBegun: object
  /** `checkBy`: there was nothing else to check. */
  deposited: OfPiece & Omit<Version, 'at'> & { readonly checkBy?: CivilDate | undefined }
  notConcerned: OfPiece & { readonly reason: string }
  /** `minutes`: how long it may be taken back. */
  sent: { readonly by: SentBy; readonly minutes: number }
  takenBack: object
  sendingSettled: Owed
  pieceAccepted: OfPiece
  pieceRefused: OfPiece & Reason
  askedAgain: OfPiece & Asked
  foundIncomplete: object
  foundComplete: object
  extended: { readonly from: CivilDate; readonly to: CivilDate; readonly reason: string }
  /** `moves`: it closes on another day than before. */
  closeNoted: { readonly closes: Closes; readonly moves?: true }
  /** It was closed as incomplete, and its day lies ahead again as its cycle's moved (R5, R9). */
  calledAgain: { readonly closes: Closes }
  /** R9: never sent by its day: it waits for the list to be confirmed. */
  closeReached: { readonly on: CivilDate }
  /** R10: never closed. */
  foundUnreached: Owed
  closedIncomplete: { readonly on: CivilDate }
  reopened: { readonly from: CivilDate; readonly to: CivilDate; readonly reason: string }
  /** `by`: who withdrew it; absent where its nomination was withdrawn. */
  withdrawn: { readonly reason?: string | undefined; readonly by?: SentBy | undefined }
  /** R15: the year of its cycle is over, and nothing was decided of it; `since`: its term counts from that moment. */
  yearEnded: { readonly since: Instant }
  /** R15: what is held has had its time. */
  retentionReached: Owed
  /** R15: it is kept as long as another dossier of the same candidate. */
  retentionFollows: { readonly to: CivilDate }
  keptLonger: { readonly to: CivilDate; readonly reason: string }
  /** R15: an appeal was made. */
  retentionSuspended: { readonly reason: string }
  suspensionLifted: { readonly reason: string }
  /** Its candidate was erased from the register, with all that was held of them. */
  erased: object
}

/** The statuses an event leads to: with `commands.ts`, the whole transition table. */
export const dossierBecomes = {
  nominated: 'nominated',
  acknowledged: 'acknowledged',
  preparationBegun: 'inPreparation',
  sent: 'sent',
  takenBack: 'inPreparation',
  foundIncomplete: 'incomplete',
  foundComplete: 'complete',
  closedIncomplete: 'closedIncomplete',
  reopened: 'inPreparation',
  calledAgain: 'inPreparation',
  withdrawn: 'withdrawn',
} as const satisfies { [E in keyof DossierEvents]?: DossierStatus }

export type DossierShape = {
  type: 'dossier'
  state: Dossier
  events: DossierEvents
  commands: typeof dossierCommands
  part: DossierPart
  facts: DossierFacts
}
