import type { Announcement, Announces } from '../process.ts'
import { subjectOf, type LadderKind } from '../wait.ts'
import type { Dossier, DossierPart } from './dossier.ts'
import type { DossierShape } from './events.ts'
import { aboutDossier, aboutPiece } from './ids.ts'

/** What is owed, to whoever owes it. */
const owed = (
  part: DossierPart,
  kind: Announcement['kind'],
  { of, about = aboutDossier }: { readonly of: LadderKind; readonly about?: string },
): Announcement<DossierPart> => ({ part, kind, about, waitsFor: subjectOf({ kind: of, about }) })

const sending = { of: 'dossierSending' } as const
const sendingWait = subjectOf({ kind: 'dossierSending', about: aboutDossier })

/** What a candidate hears first: by whom they were nominated, who sends what, and until when. */
const opened = owed('candidate', 'dossierNominated', sending)

/**
 * Another day, for those who know of one. Whoever does not know of it yet hears with that day what they were to hear first; of a partner that is once its
 * nomination was acknowledged.
 */
const dated = ({ status }: Pick<Dossier, 'status'>): readonly Announcement<DossierPart>[] => {
  const first = status === 'acknowledged' ? 'dossierAcknowledged' : 'dossierSending'
  return [
    { ...owed('partner', 'dossierDated', sending), ifTold: sendingWait },
    ...(status === 'nominated' ? [] : [{ ...owed('partner', first, sending), unlessTold: sendingWait }]),
    { ...owed('candidate', 'dossierDated', sending), ifTold: sendingWait },
    { ...opened, unlessTold: sendingWait },
  ]
}

/** It is over no more. */
const again = (['partner', 'candidate'] as const).map((part) => owed(part, 'dossierReopened', sending))

/** R16: where its partner sends, a candidate is told of little: that it ends, and that it does not after all. */
const told = (kind: Announcement['kind']): readonly Announcement<DossierPart>[] =>
  (['partner', 'candidate'] as const).map((part) => ({ part, kind, about: aboutDossier }))

/** Who hears of the events of a dossier. What may still be taken back is told to nobody. */
export const dossierAnnounces: Announces<DossierShape> = {
  nominated: () => [owed('officer', 'dossierAcknowledgement', { of: 'dossierAcknowledgement' }), opened],
  wishesCorrected: ({ moves }, file) => [
    ...(moves ? dated(file) : []),
    { part: 'sender', kind: 'dossierWishes', about: aboutDossier, ifTold: sendingWait },
  ],
  wishesKept: () => [{ part: 'officer', kind: 'dossierWishesKept', about: aboutDossier }],
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
  extended: (_, file) => dated(file),
  closeNoted: ({ moves }, file) => (moves ? dated(file) : []),
  foundUnreached: () => [owed('officer', 'dossierUnreached', { of: 'dossierUnreached' })],
  closedIncomplete: () => told('dossierClosed'),
  reopened: () => again,
  calledAgain: () => again,
  retentionReached: () => [owed('dataProtection', 'dossierErasure', { of: 'dossierErasure' })],
  // Of a nomination that was withdrawn hear those to whom something went; of a dossier that was withdrawn itself, all whom it concerns.
  withdrawn: ({ by }, { sending: sent }) => [
    ...told('dossierWithdrawn').map((one) => (by || sent ? one : { ...one, ifTold: sendingWait })),
    ...(by ? [{ part: 'officer' as const, kind: 'dossierWithdrawn' as const, about: aboutDossier }] : []),
  ],
}
