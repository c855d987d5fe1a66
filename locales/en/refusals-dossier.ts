import type { RefusalCode } from '../../domain/refusals.ts'
import type { TitleAndDetail } from '../catalogue.ts'

export const dossierRefusals: Record<Extract<RefusalCode, `dossier.${string}`>, TitleAndDetail> = {
  'dossier.piece-unknown': {
    title: 'This application has no such document',
    detail: '“{piece}” is not asked for here. Choose one of its list.',
  },
  'dossier.piece-same': {
    title: 'This is so already',
    detail: 'Nothing would change for this document ({piece}).',
  },
  'dossier.piece-missing': {
    title: 'This document is not there',
    detail: 'There is nothing to check of “{piece}”. Wait until it is deposited, or ask for it again.',
  },
  'dossier.piece-unchecked': {
    title: 'This document is not checked yet',
    detail: '“{piece}” was deposited and not checked. Accept or refuse it first.',
  },
  'dossier.document-same': {
    title: 'This is the same file',
    detail: 'This file is the last version of “{piece}” already. Deposit another one.',
  },
  'dossier.reason-unknown': {
    title: 'This is no ready reason',
    detail: '“{reason}” is not on the list of reasons. Choose one of it, and write beside it what is to be said.',
  },
  'dossier.frozen': {
    title: 'What was sent does not change',
    detail: 'The application was sent: “{piece}” can be deposited again only if it is asked for.',
  },
  'dossier.empty': {
    title: 'There is nothing to send',
    detail: 'No document was deposited yet. Deposit at least one, then send the application.',
  },
  'dossier.sender-other': {
    title: 'Somebody else sends this application',
    detail:
      'Applications for this programme are sent by {sender, select, candidate {the candidate} other {the partner institution}}, or by the international office on their behalf.',
  },
  'dossier.not-endorsed': {
    title: 'The partner institution has not endorsed it yet',
    detail: 'Still to be deposited by the partner institution: {pieces}. Then the candidate may send the application.',
  },
  'dossier.take-back-over': {
    title: 'It can no longer be taken back',
    detail: 'The time in which the application could be taken back is over. Ask the international office.',
  },
  'dossier.take-back-open': {
    title: 'It may still be taken back',
    detail: 'Whoever sent the application may still take it back. Try again in half an hour.',
  },
  'dossier.close-passed': {
    title: 'The last day has passed',
    detail: 'This application was to be sent by {on}. The international office can give it another day.',
  },
  'dossier.not-later': {
    title: 'This day is not later',
    detail: 'The application may be sent until {on} already, and the later day counts. State a later one.',
  },
  'dossier.not-due': {
    title: 'This application is not to be closed',
    detail: 'Its last day has not passed, or it has another one by now.',
  },
  'dossier.date-past': {
    title: 'This day is over',
    detail: '{on} has passed. Choose a later day.',
  },
  'dossier.after-jury': {
    title: 'The jury will have met',
    detail: 'The jury meets on {juryOn}. Until the day before, an application can be given another day or be reopened.',
  },
  'dossier.reason-missing': {
    title: 'A reason is needed',
    detail: 'The candidate and the partner institution are told that the application was withdrawn. Say why.',
  },
  'dossier.withdrawn': {
    title: 'This application was withdrawn',
    detail: 'It stays as it is and no longer changes.',
  },
  'dossier.kept-already': {
    title: 'It is kept as long as that already',
    detail: 'What is held for this application is kept until {on}. State a later day, or erase the candidate.',
  },
  'dossier.kept-too-long': {
    title: 'This day is too far away',
    detail: 'What is held of a candidate is kept for twenty more years at most at a time. State {last} at the latest.',
  },
  'dossier.appeal-open': {
    title: 'An appeal is open already',
    detail: 'What is held is kept until that appeal is over. Record its end before another one begins.',
  },
  'dossier.appeal-none': {
    title: 'No appeal is open',
    detail: 'Nothing keeps what is held beyond its time, so there is nothing to lift.',
  },
  'dossier.undecided': {
    title: 'Something is to be decided of it yet',
    detail:
      'What is held is kept without a term until something is decided, or the year of its cycle is over. There is nothing to prolong or to suspend before.',
  },
}
