import type { DossierNotices } from '../catalogue.ts'

const office =
  'You receive this because {part, select, headOfOffice {you head the international office} other {you look after the school’s admissions}}, or because you stand in for that person.'
const sender =
  '{reader, select, candidate {You receive this because this is your application.} other {You receive this because this application is yours to send, or that of the institution you are the contact of, or because you stand in for that person.}}'
const candidate = 'You receive this because this is your application.'
const keeper =
  'You receive this because {part, select, headOfOffice {you head the international office} other {you look after the school’s data protection}}, or because you stand in for that person.'

/** What is told of dossiers; on screens and in mails they are applications. */
export const dossierNotices: DossierNotices = {
  headings: {
    dossierAcknowledgement: '{title}: nomination to be acknowledged',
    dossierSending: '{title}: to be sent',
    dossierUnreached: 'Not reached: {title}',
    dossierTakeBack: '{title}: may be taken back',
    dossierChecking: '{title}: documents to check',
    dossierPiece: '{title}: {piece, select, none {a document is asked for} other {{piece}}}',
    dossierYearEnd: '{title}: undecided',
    dossierRetention: '{title}: kept',
    dossierErasure: '{title}: candidate to be erased',
    dossierNominated: '{title}: you are nominated',
    dossierWishes: '{title}: programmes corrected',
    dossierWishesKept: '{title}: corrected after it was sent',
    dossierAcknowledged: '{title}: nomination received',
    dossierReceived: '{title}: received',
    dossierComplete: '{title}: complete',
    dossierDated: 'Date changed: {title}',
    dossierClosed: '{title}: closed',
    dossierReopened: '{title}: reopened',
    dossierWithdrawn: '{title}: withdrawn',
  },
  asks: {
    dossierAcknowledgement:
      'A candidate was nominated. Acknowledge the nomination, so that its documents are asked for: that admits nobody.',
    dossierSending:
      '{pieces, select, none {Every document is there: check them, then send the application.} other {Still missing: {pieces}. Deposit what is missing, then send the application.}}',
    dossierUnreached:
      'Nobody who is to send this application could be reached by mail on its last day, so that it is not closed. Find a contact, then give it another day.',
    dossierTakeBack: 'What was sent may still be taken back.',
    dossierChecking: 'Documents have come that nobody has checked yet. Accept or refuse each of them.',
    dossierPiece:
      '{piece, select, none {A document of this application is asked for.} other {This document is asked for: {piece}.}} {ground, select, none {} other {Why: {ground}.}}',
    dossierYearEnd: 'Nothing has been decided of it. What is held is kept for its term from then on.',
    dossierRetention: 'What is held is kept until then.',
    dossierErasure:
      'What is held of the candidate has had its time. Erase the candidate, or keep it longer with a reason.',
  },
  news: {
    dossierNominated:
      '{partner, select, none {Your institution} other {{partner}}} has nominated you; that does not admit you yet. {sender, select, candidate {You send your application yourself, with the endorsement of your institution.} other {It sends your application for you: nothing is asked of you here.}} {pieces, select, none {Every document is there.} other {{sender, select, candidate {Documents to deposit: {pieces}.} other {Documents that it is to send: {pieces}.}}}}',
    dossierWishes:
      'The nomination was corrected: another programme is wished for, and what has to be handed in follows it. {pieces, select, none {Every document is there.} other {Still missing: {pieces}.}}',
    dossierWishesKept:
      'The nomination was corrected after this application was sent. It stays what it was sent for: settle with the partner institution what counts.',
    dossierAcknowledged:
      '{reader, select, candidate {Your nomination was received; that does not admit you yet.} other {The nomination was received; that does not admit the candidate yet.}} {pieces, select, none {Every document is there: send the application.} other {Documents to deposit before it is sent: {pieces}.}}',
    dossierReceived:
      'The application was received, and its documents are checked one by one. {pieces, select, none {None is missing.} other {Missing, and asked for each with its own last day: {pieces}.}}',
    dossierComplete: 'Every document that is needed now was accepted. That admits nobody yet.',
    dossierDated:
      'The application may be sent until another day. The earlier day no longer counts. {pieces, select, none {Every document is there.} other {Still missing: {pieces}.}}',
    dossierClosed:
      'The application was not sent by its last day, and is closed. Ask the international office if it is to be reopened.',
    dossierReopened:
      'The application is open again, and may be sent until the day below. {pieces, select, none {Every document is there.} other {Still missing: {pieces}.}}',
    dossierWithdrawn:
      '{withdrawn, select, candidate {The candidate withdrew this application} partner {The partner institution withdrew this application} office {The international office withdrew this application} other {The nomination was withdrawn}}: nothing more is asked for this application.',
  },
  consequences: {
    dossierAcknowledgement:
      '{steps, select, none {Nothing is asked of the sender until it is acknowledged.} other {If nobody acknowledges it: {steps}.}}',
    dossierSending:
      'If it is not sent by then, the international office decides whether it is closed. If it is sent, what is still missing is asked for with days of its own.',
    dossierUnreached:
      '{steps, select, none {It stays open until someone acts.} other {If nobody acts: {steps}. It stays open until someone acts.}}',
    dossierTakeBack: 'Nobody has to act.',
    dossierChecking:
      '{steps, select, none {The application waits until they are checked.} other {If nobody checks them: {steps}. The application waits until they are checked.}}',
    dossierPiece:
      '{effect, select, immediate {The application is incomplete until it is there.} blockingLater {Without it the application stops before {stage}.} notBlocking {Nothing is held up without it.} other {It stays asked for until it is there.}}',
    dossierYearEnd: 'Nobody has to act.',
    dossierRetention: 'Nobody has to act.',
    dossierErasure:
      '{steps, select, none {Nothing is erased by itself.} other {If nobody acts: {steps}. Nothing is erased by itself.}}',
  },
  whys: {
    dossierNominated: candidate,
    dossierWishes: sender,
    dossierWishesKept: office,
    dossierAcknowledgement: office,
    dossierSending: sender,
    dossierUnreached: office,
    dossierTakeBack: sender,
    dossierChecking: office,
    dossierPiece:
      '{part, select, officer {You receive this because you look after the school’s admissions, or because you stand in for someone who does.} other {{reader, select, candidate {You receive this because this is your application.} other {You receive this because this document is yours to deposit, or that of the institution you are the contact of, or because you stand in for that person.}}}}',
    dossierYearEnd: keeper,
    dossierRetention: keeper,
    dossierErasure: keeper,
    dossierAcknowledged: sender,
    dossierReceived: sender,
    dossierComplete: sender,
    dossierDated: sender,
    dossierClosed: sender,
    dossierReopened: sender,
    dossierWithdrawn: `{reader, select, school {${office}} other {${sender}}}`,
  },
}
