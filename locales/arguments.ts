import type { Values } from './formatter.ts'

/** A message without arguments. */
export type None = Readonly<Record<never, never>>

/** What the words of the mails need to know (`mail/`). */
export interface MailArguments {
  subjectOfOne: { heading: string; partner: string; late: string }
  subjectOfLabel: { heading: string; late: string }
  subjectOfMany: { total: number; late: number; partner: string; others: number; what: string }
  greeting: None
  introduction: { total: number; late: number; what: string }
  partnership: { partner: string }
  /** A plan, by its partner and its years: `'USTH, 2027/2032'`. */
  plan: { partner: string; firstYear: string; lastYear: string }
  label: { label: string }
  elsewhere: None
  late: None
  answerLink: None
  answerWarning: None
  /** To the page of what is asked of a partner's contact. */
  partnerLink: None
  nominationsLink: None
  partnerWarning: None
  /** To the page of a candidate's own dossier. */
  dossierLink: None
  dossierWarning: None
  pageLink: None
  linkLine: { label: string; url: string }
  footer: { office: string }
  /** To a contact of a partner institution. */
  partnerFooter: { office: string }
  /** To a candidate. */
  candidateFooter: { office: string }
  codeSubject: None
  codeLead: { minutes: number }
  codeIgnore: None
  signInSubject: None
  signInLead: { minutes: number }
  signInLink: None
  signInBrowser: None
  signInIgnore: None
  readdressedSubject: None
  readdressedLead: None
  readdressedEnded: None
  readdressedMend: { office: string }
}

/** What the words of someone's calendar need to know. Days come worded, from `words.lastDay`. */
export interface CalendarArguments {
  name: None
  until: { until: string }
  late: { until: string }
}

/** What a receipt says. Dates come worded, from `words.lastDay` and `words.moment`; `instant` is the same moment to the millisecond, in UTC. */
export interface ReceiptArguments {
  received: { moment: string; instant: string }
  inTime: { lastDay: string }
  late: { lastDay: string }
  from: { from: string }
  since: { moment: string }
  moved: { moment: string }
}

/** What the words of `/sign-in` and `/sign-in/{token}` need to know. */
export interface SignInArguments {
  title: None
  lead: None
  email: None
  ask: None
  emailInvalid: None
  sentTitle: None
  sent: { minutes: number }
  confirmTitle: None
  confirm: None
  enter: None
  expiredTitle: None
  expired: { minutes: number }
  usedTitle: None
  used: None
  endedTitle: None
  ended: None
  otherBrowserTitle: None
  otherBrowser: None
  unknownTitle: None
  unknown: None
  again: None
  signedInTitle: None
  signedIn: { role: string }
  signOut: None
}

/** What the words of `/answer/{token}` need to know. Dates come worded, from `words.lastDay` and `words.moment`. */
export interface AnswerArguments {
  title: { partner: string }
  lead: { partner: string; centre: string; firstYear: string; lastYear: string }
  lastDay: { lastDay: string }
  late: { lastDay: string }
  common: None
  own: { centre: string }
  ownNone: None
  amendmentLead: { partner: string; centre: string; firstYear: string; lastYear: string }
  amendmentReason: { reason: string }
  amendmentConsent: None
  amendmentOwn: { centre: string }
  amendmentOwnNone: None
  amendmentActions: None
  amendmentLeftOut: None
  /** `'2027/2028'` */
  amendmentLeftOutLine: { title: string; year: string }
  amendmentApproveMeans: None
  amendmentReturnMeans: None
  amendmentRefuseMeans: None
  milestoneLine: { title: string; pillar: string; day: string }
  milestoneOwner: { name: string }
  milestoneIndicator: { indicator: string }
  milestoneTarget: { target: string }
  milestoneEvidence: { evidence: string }
  actions: None
  actionsNone: None
  /** `'2027/2028'` */
  actionYear: { year: string }
  actionLine: { title: string; pillar: string }
  budgetNone: None
  /** Amounts come worded, from `words.money`. */
  budgetLine: { source: string; planned: string; committed: string; spent: string }
  yearTotal: { planned: string; committed: string; spent: string }
  gapLine: { pillar: string; reason: string }
  partnershipLead: { name: string }
  pillars: { pillars: string }
  link: None
  consent: None
  /** From which day someone else may answer as well. */
  mayAnswerToo: { day: string; who: string }
  decision: None
  approve: None
  approveMeans: None
  return: None
  returnMeans: None
  refuse: None
  refuseMeans: None
  opinionMissing: None
  reason: None
  reasonHint: None
  reasonMissing: None
  reasonTooLong: { limit: number }
  send: None
  doneTitle: None
  done: { opinion: string; moment: string }
  doneByLink: None
  receivedTitle: None
  received: { moment: string }
  /** They answered before, and sent another answer. */
  againTitle: None
  again: { opinion: string; moment: string }
  answeredTitle: None
  /** `who`: in which role, `words.role`. */
  answered: { opinion: string; moment: string; who: string }
  inVain: None
  withdrawnTitle: None
  withdrawn: { reason: string }
  versionChangedTitle: None
  versionChanged: None
  /** Of a link that is over, where its reader is asked anew. */
  newerTitle: None
  newer: None
  reroutedTitle: None
  rerouted: None
  expiredTitle: None
  expired: None
  unknownTitle: None
  unknown: None
  unavailableTitle: None
  unavailable: { seconds: number }
}

/** What the words around every page need to know. */
export interface PageArguments {
  product: None
  otherLanguage: None
  skip: None
  /** A part of the product is away: what to do. */
  unavailable: { seconds: number }
  problem: { id: string }
}

/** Messages by key: every key must be there in every language. */
export type Messages<A> = Readonly<Record<keyof A, string>>

/** Words a message by its key, with exactly the arguments it declares: `answer('title', { partner })`. */
export type Worded<A> = <K extends keyof A>(key: K, ...values: None extends A[K] ? [] : [A[K] & Values]) => string
