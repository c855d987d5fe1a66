import { person } from '../../domain/school.ts'
import { pinged, registered, webhookBody } from '../rights-webhook.ts'
import { action as plainAction, agreed, bodies, milestone as plainMilestone, reason } from '../rights-scene.ts'

const budget = { source: 'Own funds', currency: 'EUR', plannedCents: 500_000, committedCents: 0, spentCents: 0 }
const action = { ...plainAction, budget }
const milestone = {
  ...plainMilestone,
  action: 'another',
  kind: 'jointReview',
  indicator: 'Students',
  target: 'Ten',
  evidenceWanted: 'A list',
}
const pillarGaps = [{ pillar: 'companies', reason }]
const content = {
  pilot: person('pilot'),
  centres: ['cmp', 'cis'],
  pillarGaps,
  actions: [action],
  milestones: [milestone],
}
const agreement = { ...agreed, title: 'Exchanges', kind: 'exchange', withImt: true, centres: ['cmp'] }
const criteria = [{ id: 'teaching', title: 'Teaching' }]
const programmes = { covers: 'programmes', programmes: ['icm'] }
const ownDates = {
  nominationsCloseOn: '2028-02-01',
  dossiersCloseOn: '2028-04-03',
  eligibilityBy: '2028-05-03',
  interviewsFromOn: '2028-05-04',
  interviewsUntilOn: '2028-05-29',
  juryOn: '2028-06-09',
  resultsOn: '2028-06-16',
  answerBy: '2028-07-03',
  arrivalOn: '2028-09-01',
}
const validity = { from: '2027-01-01', until: '2030-12-31' }

/** Of commands: those whose line in `rights-scene.ts` leaves a field, or a form, out. */
const commands: Readonly<Record<string, readonly object[]>> = {
  'partnershipPlan.draft': [{ ...content, partner: 'usj', firstYear: 2027 }],
  'partnershipPlan.revise': [content],
  'partnershipPlan.amend': [
    { centres: ['cmp', 'cis'], pillarGaps, actions: [action], milestones: [milestone], reason },
  ],
  'partnershipPlan.addMilestone': [milestone],
  'partnershipPlan.completeMilestone': [{ milestone: 'fair', evidence: reason, doneOn: '2027-09-01' }],
  'partnershipPlan.addAction': [action],
  'partnershipPlan.detailYear': [{ year: 2028, actions: [action], milestones: [milestone] }],
  'partnershipPlan.reviseYear': [{ year: 2028, cause: 'budget', reason, actions: [action] }],
  'centreApproval.give': [
    { opinion: 'approved', hash: '0'.repeat(64), reason },
    { opinion: 'returned', hash: '0'.repeat(64), reason },
  ],
  'correspondence.confirmContact': [{ on: '2027-09-01' }],
  'labelFile.register': [
    { label: 'hrs4r', firstYear: 2027, name: 'HRS4R', scope: programmes, criteria, validity },
    { label: 'hrs4r', firstYear: 2027, name: 'HRS4R', scope: { covers: 'school' }, criteria, validity },
  ],
  'admissionCycle.prepare': [
    { firstYear: 2030, population: 'engineer' },
    { firstYear: 2030, population: 'master' },
    { firstYear: 2030, population: 'exchange', term: 'spring' },
  ],
  'admissionCycle.setDates': [
    {
      dates: { opensOn: '2027-10-04', ...ownDates },
      overrides: {
        programmes: [{ programme: 'icm', dates: ownDates }],
        countries: [{ country: 'LB', dates: { nominationsCloseOn: '2028-02-15', dossiersCloseOn: '2028-04-14' } }],
      },
    },
  ],
  'admissionCycle.moveDeadline': [
    { date: 'juryOn', to: '2028-06-12', reason },
    { date: 'nominationsCloseOn', to: '2028-02-21', reason, country: 'LB' },
    { date: 'juryOn', to: '2028-06-12', reason, programme: 'icm' },
  ],
  'participation.recordNoneThisYear': [{ note: reason }],
  'participation.nominate': [
    { candidate: 'c1', wishes: ['icm', 'ismin'], channel: 'jointCampaign', statement: reason, rank: 1 },
  ],
  'participation.importNominations': [
    { nominations: [{ candidate: 'c1', wishes: ['icm', 'ismin'], channel: 'jointCampaign', statement: reason }] },
  ],
  'participation.correctNomination': [
    { nomination: 'n1', wishes: ['ismin'], channel: 'partnerContact', statement: reason },
    { nomination: 'n1', statement: null },
  ],
  'participation.replaceNomination': [
    { nomination: 'n1', candidate: 'c2', wishes: ['icm'], channel: 'ownCampaign', statement: reason, reason },
  ],
  'participation.grantExtension': [{ to: '2028-03-02', reason }],
  'dossier.refusePiece': [{ piece: 'transcript', reason: 'unreadable', note: reason }],
  'dossier.askAgain': [
    { piece: 'transcript', reason: 'unreadable', note: reason, by: '2028-05-02', effect: 'immediate' },
    {
      piece: 'transcript',
      reason: 'newer-needed',
      note: reason,
      by: '2028-05-02',
      effect: 'blockingLater',
      stage: 'enrolled',
    },
    { piece: 'transcript', reason: 'newer-needed', note: reason, by: '2028-05-02', effect: 'notBlocking' },
  ],
  'dossier.withdraw': [{ reason }],
  'dossier.reopen': [{ reason, to: '2028-05-02' }],
  'labelFile.reviseLabel': [
    { name: 'Bienvenue', scope: programmes, criteria },
    { name: 'Bienvenue', scope: { covers: 'school' }, criteria },
  ],
  'labelFile.addEvidence': [
    { kind: 'text', criterion: 'teaching', text: reason },
    { kind: 'milestone', criterion: 'teaching', plan: 'usth-2027', milestone: 'fair' },
  ],
  'agreement.draftAgreement': [{ ...agreement, renews: '00001', signedOn: '2027-08-31', document: '0d'.repeat(16) }],
  'agreement.reviseAgreement': [agreement],
  'agreement.giveOpinion': [
    { centre: 'cmp', opinion: 'favourable', reason },
    { centre: 'cmp', opinion: 'unfavourable', reason },
  ],
  'agreement.attachScan': [{ version: 1, document: '0d'.repeat(16) }],
  'agreement.recordSignature': [{ signedOn: '2027-09-01', validity: agreed.validity }],
  'labelFile.recordDecision': [
    { decision: 'refused', decidedOn: '2027-08-01', note: reason },
    { decision: 'awarded', decidedOn: '2027-08-01', from: '2028-01-01', until: '2031-12-31', note: reason },
  ],
}

const contact = {
  role: 'administration',
  email: 'second@usth.example',
  name: 'Second desk',
  language: 'en',
  confirmedOn: '2027-09-01',
}
const partner = {
  city: 'Milan',
  zone: 'Europe/Rome',
  weekend: ['saturday', 'sunday'],
  domains: ['polimi.it'],
  erasmusCode: 'I MILANO02',
  pic: '999999999',
  schac: 'polimi.it',
  networks: ['TIME'],
  relationship: 'prospect',
}
const someone = {
  name: 'Account of a test',
  language: 'en',
  mandates: [{ role: 'centreHead', centre: 'cmp', fromOn: '2026-09-01', untilOn: '2027-01-31', acting: true }],
  absences: [{ fromOn: '2027-10-01', untilOn: '2027-10-02', delegate: person('officer') }],
  supervises: { fromOn: '2027-01-01', untilOn: '2028-01-01', ceiling: 5 },
}
const programme = {
  languages: ['fr'],
  startTerms: ['september'],
  places: 10,
  nominationLimit: 20,
  documents: ['transcript'],
  sentBy: 'partner',
}
const student = {
  name: 'Account of a test',
  birthOn: '2006-03-15',
  email: 'new@student.example',
  language: 'fr',
  nationality: 'VN',
  residence: 'FR',
  level: 'master',
}
const names = { fr: 'Intelligence artificielle', en: 'Artificial intelligence' }
const scores = [{ criterion: 'stability', value: 3 }]
const watch = { suspendedUntil: '2027-12-31', reason }

/** Of everything that belongs to no process. */
const others: Readonly<Record<string, readonly object[]>> = {
  askForLink: [{ email: 'nobody@school.example' }],
  editMe: [{ language: 'en', consentsToPublication: true, absences: someone.absences }],
  'add.partner': [
    {
      ...partner,
      id: 'polimi',
      name: 'Politecnico di Milano',
      country: 'IT',
      withoutHolidays: true,
      contacts: [contact],
      confirmDuplicate: true,
      reason,
    },
  ],
  'edit.partner': [{ ...partner, seq: 1, rename: { name: 'Another name', fromOn: '2027-09-01' }, reason }],
  'partner.addContact': [{ ...contact, reason }],
  'partner.editContact': [{ ...contact, contact: 'usth-c1', reachable: true, reason }],
  'partner.removeContact': [{ contact: 'usth-c1', reason }],
  'contact.erase': [{}],
  'texts.find': [{ q: 'Hanh' }],
  'texts.erase': [{}],
  'partner.orderContacts': [{ order: ['usth-c1', 'usth-c2'] }],
  'partner.decide': [{ fact: 'strategic', value: true, on: '2027-09-01', reason }],
  'partner.merge': [{ into: 'usj', on: '2027-09-01', takeContacts: true, reason }],
  'add.person': [{ ...someone, id: 'pnew', email: 'new@school.example', reason }],
  'edit.person': [{ ...someone, publicationConsentOn: null, seq: 1, email: 'new@school.example', reason }],
  'person.depart': [{ on: '2028-01-31', reason }],
  'person.erase': [{}],
  makeCalendar: [{}],
  'webhook.add': [webhookBody],
  'webhook.ping': [{}],
  'webhook.end': [{}],
  'delivery.repeat': [{}],
  'add.centre': [{ id: 'new', name: 'A sixth centre', reason }],
  'edit.centre': [{ seq: 1, name: 'Centre', closedOn: '2028-01-31', reason }],
  'add.country': [{ id: 'US', scores, watch, reason }],
  'edit.country': [{ seq: 1, scores, watch, reason }],
  'add.programme': [{ ...programme, id: 'ai', names, kind: 'master', semesters: 4, reason }],
  'add.candidate': [{ ...student, id: 'cnew', confirmDuplicate: true, reason }],
  'candidate.erase': [{ reason: 'requested' }],
  'edit.candidate': [{ ...student, seq: 1, confirmDuplicate: true, reason }],
  'candidate.settle': [{ other: 'c2', same: true, seq: 1, reason }],
  'edit.programme': [{ ...programme, seq: 1, names, semesters: 4, closedOn: '2028-01-31', reason }],
}

/** Bodies that fit their contracts, by operation; together they have every field, in every form it may have. */
export const examples: Readonly<Record<string, readonly object[]>> = {
  ...Object.fromEntries(Object.entries(bodies).map(([id, body]) => [id, [body]])),
  ...commands,
  ...others,
}

/** What is there, by the part of an address that stands before its key. */
const keys: Readonly<Record<string, string>> = {
  plans: 'usth-2027',
  approvals: 'partnershipPlan.usth-2027.v1.cmp',
  messages: 'usth-c1',
  labels: 'bienvenue-en-france-2027',
  agreements: '00001',
  cycles: '2028-engineer',
  participations: '2028-engineer.usth',
  dossiers: '00001',
  partners: 'usth',
  people: person('deputy.fayol'),
  centres: 'cmp',
  countries: 'VN',
  programmes: 'icm',
  candidates: 'c1',
  indicators: 'milestonesOnTime',
  webhooks: registered,
  deliveries: pinged,
  receipts: '0'.repeat(32),
}

/** An address with something that is there in place of its variable. */
export const addressOf = (template: string, key?: string): string =>
  template.replace(/(\w+)\/\{\w+\}/, (_, part: string) => `${part}/${key ?? keys[part] ?? 'none'}`)
