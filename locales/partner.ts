import type { None } from './arguments.ts'
import type { ApplicationArguments } from './partner-applications.ts'
import type { NominatingArguments } from './partner-nominating.ts'

/** What the words of `/partner/{token}` need to know. Dates come worded, from `words.day`, `words.lastDay` and `words.moment`. */
export interface PartnerArguments extends NominatingArguments, ApplicationArguments {
  /** The cycle, from `words.cycle.title`. */
  title: { cycle: string }
  lead: { partner: string }
  invited: None
  opened: None
  lastDay: { lastDay: string }
  lastDayHeld: { lastDay: string }
  dates: None
  dateLine: { name: string; day: string }
  requestOpen: { moment: string; day: string; cause: string; answerBy: string }
  requestGranted: { moment: string; day: string }
  requestRefused: { moment: string; day: string }
  requestReason: { reason: string }
  /** Of what takes a request back. */
  requestEnds: { day: string }
  requestEndsSure: None
  requestEndsMissing: None
  confirmTitle: None
  confirmMeans: None
  confirm: None
  noneTitle: None
  noneMeans: None
  noneNote: None
  none: None
  moreTitle: None
  moreMeans: None
  moreDay: None
  moreCause: None
  moreReason: None
  more: None
  dayMissing: None
  dayFar: None
  causeMissing: None
  reasonMissing: None
  textUnreadable: None
  textTooLong: { limit: number }
  protected: None
  contactsLink: None
  link: None
  saidNoneTitle: None
  saidNone: { partner: string }
  overTitle: None
  over: { lastDay: string }
  cancelledTitle: None
  cancelled: None
  replacedTitle: None
  replaced: None
  codeLead: None
  contactsTitle: { partner: string }
  contactsLead: None
  contactLine: { name: string; role: string }
  contactConfirmed: { day: string }
  contactUnreached: None
  nominationsLink: None
  nominationsTitle: { partner: string }
  nominationsNone: None
  nominationLine: { rank: string; name: string }
  nominationWishes: { programmes: string; state: string }
  nominationReturned: { day: string; reason: string }
  nominationsOver: None
  nominationOver: { name: string; reason: string }
  cancelReason: None
  cancel: None
  finishMeans: None
  finish: None
  reopenMeans: None
  reopen: None
  nominating: { count: number }
  finished: { count: number }
  back: None
  end: None
}
