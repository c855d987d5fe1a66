import type { Right } from '../../domain/access.ts'
import { processTypes, type ProcessType } from '../../domain/catalogue.ts'
import { collections } from '../../api/address.ts'
import { person } from '../domain/school.ts'
import { files } from './rights-parts.ts'
import { pinged, registered } from './rights-webhook.ts'
import type { Someone } from './rights-scene.ts'

/** Commands that begin a file: who may is said by the part they will play, and nobody is told that it is not for them to know. */
export const beginners: readonly { type: ProcessType; command: string; beginning: readonly Someone[] }[] = [
  { type: 'partnershipPlan', command: 'draft', beginning: ['pilot', 'delegate', 'otherPilot'] },
  { type: 'labelFile', command: 'register', beginning: ['quality', 'head-of-office', 'direction'] },
  { type: 'agreement', command: 'draftAgreement', beginning: ['officer', 'head-of-office'] },
  { type: 'admissionCycle', command: 'prepare', beginning: ['officer', 'head-of-office'] },
]

/** The ways of reading one file, by its process. */
export const reading: Readonly<Record<ProcessType, readonly string[]>> = {
  partnershipPlan: ['plan', 'planHistory'],
  centreApproval: ['approval', 'approvalHistory'],
  correspondence: ['messagesOf', 'messagesHistory'],
  labelFile: ['label', 'labelHistory'],
  agreement: ['agreement', 'agreementHistory'],
  admissionCycle: ['cycle', 'cycleHistory', 'cyclePartners'],
  participation: ['participation', 'participationHistory'],
  dossier: ['dossier', 'dossierHistory'],
}

/** Who may ask what belongs to no process: a right of the table, or everyone who is signed in. */
export const others: Readonly<Record<string, Right | 'signedIn'>> = {
  agenda: 'signedIn',
  calendar: 'signedIn',
  makeCalendar: 'signedIn',
  endCalendar: 'signedIn',
  plans: 'signedIn',
  consolidatedPlans: 'signedIn',
  approvals: 'signedIn',
  messages: 'signedIn',
  labels: 'signedIn',
  agreements: 'signedIn',
  cycles: 'signedIn',
  participations: 'signedIn',
  nominations: 'signedIn',
  uploadDocument: 'uploadDocuments',
  dossiers: 'signedIn',
  policy: 'signedIn',
  me: 'signedIn',
  editMe: 'signedIn',
  session: 'signedIn',
  sessions: 'signedIn',
  indicators: 'readIndicators',
  indicator: 'readIndicators',
  operations: 'readOperations',
  webhooks: 'readWebhooks',
  webhook: 'readWebhooks',
  webhookDeliveries: 'readWebhooks',
  'webhook.add': 'manageWebhooks',
  'webhook.ping': 'manageWebhooks',
  'webhook.end': 'manageWebhooks',
  'delivery.repeat': 'manageWebhooks',
  importTemplate: 'importPartners',
  importPartners: 'importPartners',
  agreementsTemplate: 'importAgreements',
  importAgreements: 'importAgreements',
  directory: 'readRegister',
  openProposals: 'decidePartners',
  'partner.addContact': 'editPartners',
  'partner.editContact': 'editPartners',
  'partner.removeContact': 'editPartners',
  'partner.orderContacts': 'editPartners',
  'contact.erase': 'erasePeople',
  'contact.export': 'exportPeople',
  'texts.find': 'erasePeople',
  'partner.decide': 'decidePartners',
  'partner.merge': 'decidePartners',
  'person.depart': 'editPeople',
  'person.erase': 'eraseStaff',
  departure: 'editPeople',
  ...ofRegister('partner', 'partners', 'editPartners'),
  ...ofRegister('person', 'people', 'editPeople'),
  ...ofRegister('centre', 'centres', 'editCentres'),
  ...ofRegister('country', 'countries', 'editCountries'),
  ...ofRegister('programme', 'programmes', 'editProgrammes'),
  'candidate.settle': 'editCandidates',
  ...ofRegister('candidate', 'candidates', 'editCandidates', 'readCandidates'),
  'candidate.erase': 'erasePeople',
  'candidate.export': 'exportPeople',
  'person.export': 'exportPeople',
}

function ofRegister(
  one: string,
  many: string,
  edits: Right,
  reads: Right = 'readRegister',
): Readonly<Record<string, Right>> {
  return {
    [many]: reads,
    [one]: reads,
    [`${one}History`]: reads,
    [`add.${one}`]: edits,
    [`edit.${one}`]: edits,
  }
}

/** These have tests of their own: a session is ended, a link of a mail is opened, the state of the product is read, a receipt is one's own, and a document of whoever sees what it belongs to. */
export const elsewhere = [
  'texts.erase',
  'signOut',
  'endOtherSessions',
  'askForLink',
  'signInPage',
  'signInAsk',
  'linkPage',
  'signIn',
  'signOutPage',
  'answerPage',
  'answer',
  'partnerPage',
  'partnerAnswer',
  'codePage',
  'code',
  'contactsPage',
  'endLinkSession',
  'nominationsPage',
  'nominationsAnswer',
  'withdrawPage',
  'withdrawOnPage',
  'dossierPage',
  'dossierCodePage',
  'dossierCode',
  'dossierDocumentsPage',
  'dossierAct',
  'dossierDeposit',
  'nominatePage',
  'nominateAnswer',
  'spreadsheetPage',
  'spreadsheetAnswer',
  'spreadsheetTemplate',
  'csvTemplate',
  'receipt',
  'nominationsTemplate',
  'importNominationsFile',
  'document',
  'cycleDocuments',
  'livez',
  'readyz',
  'openapi',
  'publicPlans',
  'publicPlan',
  'calendarFile',
  'docs',
  'home',
]

/** One of each that is there, by the name its address has for it. */
const examples: Readonly<Record<string, string>> = {
  '/public/plans/': 'usth-2027',
  '/partners/': 'usth',
  '/people/': person('centre-head.cmp'),
  '/centres/': 'cmp',
  '/countries/': 'VN',
  '/programmes/': 'icm',
  '/candidates/': 'c1',
  '/contacts/': 'usth-c1',
  '/indicators/': 'milestonesOnTime',
  '/webhooks/': registered,
  '/deliveries/': pinged,
}

/** A path with something that is there in place of its variable. */
export const exampleOf = (path: string): string => {
  const [, example = ''] = Object.entries(examples).find(([part]) => path.includes(`${part}{`)) ?? []
  return path.replace('/api/v1', '').replace(/\{\w+\}/, example)
}

/** The same for each file of the tables, where the path is one of a process. */
export const examplesOf = (path: string): readonly string[] => {
  const type = processTypes.find((one) => path.startsWith(`/api/v1/${collections[one]}/{`))
  return type
    ? Object.keys(files[type]).map((key) => path.replace('/api/v1', '').replace(/\{\w+\}/, key))
    : [exampleOf(path)]
}
