import { z } from 'zod'
import { populations, terms } from '../cycle/cycle.ts'
import { DocumentId } from '../documents.ts'
import type { Rows } from '../process.ts'
import { FreeText, Id } from '../text.ts'
import { CivilDate, NearDay } from '../time.ts'
import { channels } from '../participation/nominations/nomination.ts'
import { received, type DossierPart, type DossierStatus } from './dossier.ts'
import type { DossierEvents } from './events.ts'
import { laterStages } from './road.ts'

const office = ['officer', 'headOfOffice'] as const
const senders = ['partner', 'candidate', ...office] as const
const owners = ['pieceOwner', ...office] as const
const unsent = ['nominated', 'acknowledged', 'inPreparation'] as const
/** R15: kept for its term, also where nothing was ever decided of it. */
const kept = [...unsent, ...received, 'closedIncomplete', 'withdrawn'] as const
const keepers = ['dataProtection', 'headOfOffice'] as const
const nothing = z.strictObject({})
const piece = z.strictObject({ piece: Id })
const reason = { reason: Id, note: FreeText.optional() }
const asked = piece.extend({ ...reason, by: NearDay.optional() })

/** What may be asked of a dossier: by whom, when, with what, and what may come of it (S11, S17). */
export const dossierCommands = {
  receiveNomination: {
    by: ['process'],
    from: ['none'],
    emits: ['nominated'],
    input: z.strictObject({
      participation: z.string(),
      cycle: z.string(),
      nomination: z.string(),
      partner: z.string(),
      candidate: z.string(),
      firstYear: z.int(),
      population: z.enum(populations),
      term: z.enum(terms).optional(),
      wishes: z.array(z.string()),
      channel: z.enum(channels),
      /** Until when dossiers of its participation may be sent, as stated. */
      closesOn: CivilDate,
    }),
  },
  correctWishes: {
    by: ['process'],
    from: [...unsent, ...received, 'closedIncomplete'],
    emits: ['wishesCorrected', 'wishesKept'],
    input: z.strictObject({ wishes: z.array(z.string()), channel: z.enum(channels) }),
  },
  acknowledge: { by: office, from: ['nominated'], emits: ['acknowledged'], input: nothing },
  deposit: {
    by: owners,
    from: [...unsent, ...received],
    about: 'piece',
    emits: ['preparationBegun', 'deposited'],
    input: piece.extend({ document: DocumentId }),
  },
  markNotConcerned: {
    by: office,
    from: [...unsent, ...received],
    about: 'piece',
    emits: ['notConcerned', 'foundIncomplete', 'foundComplete'],
    input: piece.extend({ reason: FreeText }),
  },
  send: { by: senders, from: ['inPreparation'], emits: ['sent'], input: nothing },
  takeBack: { by: senders, from: ['sent'], emits: ['takenBack'], input: nothing },
  settleSending: {
    by: ['clock'],
    from: ['sent'],
    emits: ['sendingSettled', 'askedAgain', 'foundIncomplete', 'foundComplete'],
    input: nothing,
  },
  acceptPiece: {
    by: office,
    from: received,
    about: 'piece',
    emits: ['pieceAccepted', 'foundIncomplete', 'foundComplete'],
    input: piece,
  },
  refusePiece: {
    by: office,
    from: received,
    about: 'piece',
    emits: ['pieceRefused', 'askedAgain', 'foundIncomplete', 'foundComplete'],
    input: piece.extend(reason),
  },
  askAgain: {
    by: office,
    from: received,
    about: 'piece',
    emits: ['askedAgain', 'foundIncomplete', 'foundComplete'],
    input: z.discriminatedUnion('effect', [
      asked.extend({ effect: z.literal('immediate') }),
      asked.extend({ effect: z.literal('blockingLater'), stage: z.enum(laterStages) }),
      asked.extend({ effect: z.literal('notBlocking') }),
    ]),
  },
  extend: { by: office, from: unsent, emits: ['extended'], input: z.strictObject({ to: NearDay, reason: FreeText }) },
  noteClose: {
    by: ['process'],
    from: [...unsent, ...received, 'closedIncomplete'],
    emits: ['closeNoted', 'calledAgain'],
    // What its cycle states from now on, for everyone, for programmes and for countries.
    input: z.strictObject({
      dossiersCloseOn: CivilDate,
      programmes: z.array(z.strictObject({ programme: z.string(), dossiersCloseOn: CivilDate })),
      countries: z.array(z.strictObject({ country: z.string(), dossiersCloseOn: CivilDate })),
    }),
  },
  reachClose: { by: ['clock'], from: unsent, emits: ['closeReached', 'foundUnreached'], input: nothing },
  closeIncomplete: { by: ['process'], from: unsent, emits: ['closedIncomplete', 'foundUnreached'], input: nothing },
  reopen: {
    by: office,
    from: ['closedIncomplete'],
    emits: ['reopened'],
    input: z.strictObject({ reason: FreeText, to: NearDay.optional() }),
  },
  withdraw: {
    by: senders,
    from: [...unsent, ...received],
    emits: ['withdrawn'],
    // The office says why; whoever the dossier is of need not.
    input: z.strictObject({ reason: FreeText.optional() }),
  },
  withdrawNomination: {
    by: ['process'],
    from: [...unsent, ...received, 'closedIncomplete'],
    emits: ['withdrawn'],
    input: z.strictObject({ reason: FreeText.optional() }),
  },
  reachYearEnd: { by: ['clock'], from: [...unsent, ...received], emits: ['yearEnded'], input: nothing },
  reachRetention: {
    by: ['clock'],
    from: kept,
    emits: ['retentionReached', 'retentionFollows'],
    input: nothing,
  },
  keepLonger: {
    by: keepers,
    from: kept,
    emits: ['keptLonger'],
    input: z.strictObject({ to: NearDay, reason: FreeText }),
  },
  suspendRetention: {
    by: office,
    from: kept,
    emits: ['retentionSuspended'],
    input: z.strictObject({ reason: FreeText }),
  },
  liftRetention: {
    by: office,
    from: kept,
    emits: ['suspensionLifted'],
    input: z.strictObject({ reason: FreeText }),
  },
  noteErased: {
    by: ['register'],
    from: kept,
    emits: ['erased'],
    input: nothing,
  },
} as const satisfies Rows<DossierPart, DossierStatus, keyof DossierEvents>
