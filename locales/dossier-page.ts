import type { None } from './arguments.ts'

/** What the words of `/dossier/{token}` need to know. Dates come worded, from `words.lastDay` and `words.moment`. */
export interface DossierPageArguments {
  status: { status: string }
  ownSending: None
  partnerSending: None
  lastDay: { lastDay: string }
  lastDayOver: { lastDay: string }
  sent: { moment: string }
  takeBackUntil: { moment: string }
  nothingDue: None
  dueTitle: None
  dueLine: { piece: string; lastDay: string }
  from: { who: string }
  documentsLink: None
  link: None
  codeLead: None
  /** The dossier, from `words.dossier.title`. */
  documentsTitle: { dossier: string }
  documents: None
  piece: { piece: string; state: string }
  deposited: { moment: string; name: string }
  refusal: { reason: string }
  asked: { lastDay: string }
  fileLabel: { megabytes: number }
  deposit: None
  sendTitle: None
  sendMeans: None
  send: None
  takeBackTitle: None
  takeBackMeans: None
  takeBack: None
  withdrawTitle: None
  withdrawMeans: None
  withdrawReason: None
  withdrawSure: None
  withdraw: None
  sureMissing: None
  reasonUnreadable: None
  back: None
  end: None
  closedTitle: None
  closed: None
  withdrawnTitle: None
  withdrawn: None
}
