import type { Announcement, Announces } from '../process.ts'
import { subjectOf, type LadderKind } from '../wait.ts'
import type { DossierPart } from './dossier.ts'
import type { DossierShape } from './events.ts'
import { aboutDossier, aboutPiece } from './ids.ts'

/** What is owed, to whoever owes it. */
const owed = (
  part: DossierPart,
  kind: Announcement['kind'],
  { of, about = aboutDossier }: { readonly of: LadderKind; readonly about?: string },
): Announcement<DossierPart> => ({ part, kind, about, waitsFor: subjectOf({ kind: of, about }) })

const sending = { of: 'dossierSending' } as const

/** Who hears of the events of a dossier. What may still be taken back is told to nobody. */
export const dossierAnnounces: Announces<DossierShape> = {
  nominated: () => [owed('officer', 'dossierAcknowledgement', { of: 'dossierAcknowledgement' })],
  acknowledged: () => [owed('sender', 'dossierAcknowledged', sending)],
  sendingSettled: () => [
    owed('officer', 'dossierChecking', { of: 'dossierChecking' }),
    { part: 'sender', kind: 'dossierReceived', about: aboutDossier },
  ],
  deposited: ({ checkBy }) => (checkBy ? [owed('officer', 'dossierChecking', { of: 'dossierChecking' })] : []),
  askedAgain: ({ piece, note }) => [
    {
      ...owed('pieceOwner', 'dossierPiece', { of: 'dossierPiece', about: aboutPiece(piece) }),
      ...(note !== undefined && { reason: note }),
    },
  ],
  foundComplete: () => [{ part: 'sender', kind: 'dossierComplete', about: aboutDossier }],
  extended: () => [owed('sender', 'dossierDated', sending)],
  closeNoted: ({ moves }) => (moves ? [owed('sender', 'dossierDated', sending)] : []),
  foundUnreached: () => [owed('officer', 'dossierUnreached', { of: 'dossierUnreached' })],
  closedIncomplete: () => [{ part: 'sender', kind: 'dossierClosed', about: aboutDossier }],
  reopened: () => [owed('sender', 'dossierReopened', sending)],
  retentionReached: () => [owed('dataProtection', 'dossierErasure', { of: 'dossierErasure' })],
  withdrawn: () => [
    {
      part: 'sender',
      kind: 'dossierWithdrawn',
      about: aboutDossier,
      ifTold: subjectOf({ kind: 'dossierSending', about: aboutDossier }),
    },
  ],
}
