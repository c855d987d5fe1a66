import type { DossierCommandNames, DossierMessages } from '../dossiers.ts'

export const dossiers: DossierMessages = {
  title: 'Application {number}, {cycle}',
  statuses: {
    none: 'not begun',
    nominated: 'nominated',
    acknowledged: 'nomination acknowledged',
    inPreparation: 'in preparation',
    sent: 'sent',
    incomplete: 'incomplete',
    complete: 'complete',
    closedIncomplete: 'closed, never sent',
    withdrawn: 'withdrawn',
  },
  pieces: {
    missing: 'missing',
    deposited: 'deposited, not checked yet',
    accepted: 'accepted',
    refused: 'refused',
    notConcerned: 'does not concern the candidate',
  },
  effects: {
    immediate: 'the application waits for it',
    blockingLater: 'needed before a later stage',
    notBlocking: 'holds nothing up',
  },
  stages: {
    eligible: 'the eligibility opinion',
    proposed: 'the proposal to the jury',
    decided: 'the decision',
    released: 'the results',
    accepted: 'the candidate’s acceptance',
    enrolled: 'the enrolment',
  },
  closes: {
    cycle: 'the date of the cycle',
    country: 'the date of the partner’s country',
    participation: 'the date of the partner institution',
    own: 'an extension of this application',
  },
  sentBy: { partner: 'the partner institution', candidate: 'the candidate', office: 'the international office' },
  steps: {
    expected: 'expected',
    received: 'received',
    incomplete: 'incomplete',
    complete: 'complete',
    closed: 'closed, never sent',
    withdrawn: 'withdrawn',
  },
  missingInArchive: 'These documents could not be read, and are not in this archive:',
}

/** The commands of dossiers. */
export const dossierCommandNames: DossierCommandNames = {
  receiveNomination: 'receive a nomination',
  acknowledge: 'acknowledge a nomination',
  deposit: 'deposit a document',
  markNotConcerned: 'record that a document does not concern the candidate',
  send: 'send the application',
  takeBack: 'take the application back',
  settleSending: 'settle that an application was sent',
  acceptPiece: 'accept a document',
  refusePiece: 'refuse a document',
  askAgain: 'ask for a document again',
  noteClose: 'note another closing date',
  reachClose: 'reach the closing date',
  closeIncomplete: 'close an application that was never sent',
  reopen: 'reopen an application',
  withdrawNomination: 'withdraw a nomination',
}
