import { expect } from 'chai'
import { dossierId } from '../../domain/dossier/ids.ts'
import { participationId } from '../../domain/participation/ids.ts'
import { dayMs, plusMs } from '../../domain/time.ts'
import { beginLinkSession } from '../../store/link-sessions.ts'
import { linkId, linkToken } from '../../store/links.ts'
import { person } from '../domain/school.ts'
import { registerWebhook } from './rights-webhook.ts'
import { approveAll, draftBody, openDesk, type Client, type Desk } from './desk.ts'

/** Everyone who asks. */
export const everybody = [
  'nobody',
  'pilot',
  'delegate',
  'otherPilot',
  'deputy.spin',
  'centre-head.cmp',
  'centre-head.cis',
  'centre-head.sms',
  'deputy.cmp',
  'deputy.cis',
  'deputy.sms',
  'officer',
  'head-of-office',
  'direction',
  'auditor',
  'administrator',
  'quality',
  'legal',
  'data-protection',
  'departed',
  'contact',
  'candidate',
] as const
export type Someone = (typeof everybody)[number]
/** Without a session, or with one that is over; a partner's contact and a candidate have one of a signed link, which is none of the API. */
export const strangers: readonly Someone[] = ['nobody', 'departed', 'contact', 'candidate']

/** Who has no account, and the one file that their link opens. */
export const linked = ['contact', 'candidate'] as const
export type Linked = (typeof linked)[number]
/** The one file that the link of that contact opens. */
export const ofUsth = participationId('2028-engineer', 'usth')
/** That of the candidate, whom Hanoi nominated. */
export const ofC1 = dossierId(1)

/** Words that stand in the files of the scene; whoever has no part in one finds none of its words anywhere. */
export const secrets: Readonly<Record<string, string>> = { 'usth-2027': 'Quetzal', 'polito-2027': 'Okapi' }

export interface Scene {
  readonly desk: Desk
  /** Someone signed in; nobody for whoever cannot. */
  client(someone: Someone): Promise<Client | undefined>
  /** What the browser of someone without an account holds, who entered the code of their link. */
  readonly linkCookies: Readonly<Record<Linked, string>>
  /** Their id in the register. */
  idOf(someone: Someone): string
  close(): Promise<void>
}

/**
 * 2 September 2027. `usth-2027` runs: led by `pilot`, who is away with `delegate` in their place; carried by CMP and CIS; its
 * milestone `fair` is CIS's and owed by the deputy head of SPIN. `polito-2027` asks SMS, and is led by `otherPilot`. A label is
 * registered; an agreement, 00001, asks CMP and CIS; a cycle is open, to which `usth` is invited and nominated `c1`, with a dossier, 00001. `departed` had a mandate until the day before, and a session.
 */
export async function openScene(): Promise<Scene> {
  const desk = await openDesk()
  const done = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).to.be.within(200, 201)
  }
  desk.at('2027-04-26T08:00:00Z')
  const administrator = await desk.as('administrator')
  const added = async (account: string, untilOn?: string): Promise<string> => {
    const mandates = [{ role: 'pilot', fromOn: '2027-01-01', ...(untilOn && { untilOn }) }]
    const { body } = await administrator.post('/people', {
      email: `${account}@school.example`,
      language: 'en',
      mandates,
    })
    return body.id
  }
  const ids: Partial<Record<Someone, string>> = {
    otherPilot: await added('other-pilot'),
    departed: await added('departed', '2027-09-01'),
    delegate: person('centre-head.fayol'),
  }
  const idOf = (someone: Someone): string => ids[someone] ?? person(someone)

  const pilot = await desk.as('pilot')
  await done(pilot.post('/plans', { ...draftBody(), milestones: draftBody().milestones.map(secretly('usth-2027')) }))
  await done(pilot.post('/plans/usth-2027/submit'))
  await desk.settle()
  await approveAll(desk)
  await done((await desk.as('quality')).post('/labels', bodies['labelFile.register']))
  const officer = await desk.as('officer')
  await done(officer.post('/cycles', bodies['admissionCycle.prepare']))
  await done(officer.post('/cycles/2028-engineer/open'))
  await done(officer.post('/cycles/2028-engineer/invite', bodies['admissionCycle.invite']))
  await desk.settle()
  await done(officer.post('/candidates', candidate))
  await done(officer.post('/participations/2028-engineer.usth/nominate', { ...nomination, candidate: candidate.id }))
  await desk.settle()
  const otherPilot = await desk.asPerson(idOf('otherPilot'))
  await done(otherPilot.post('/plans', politoBody(idOf('otherPilot'))))
  await done(otherPilot.post('/plans/polito-2027/submit'))
  await desk.settle()

  desk.at('2027-09-01T08:00:00Z')
  const departed = await desk.asPerson(idOf('departed'))
  await done(departed.get('/me'))
  await done((await desk.as('direction')).post('/plans/usth-2027/validate'))
  await done(
    (await desk.as('head-of-office')).post('/plans/usth-2027/assignOwner', bodies['partnershipPlan.assignOwner']),
  )
  const away = { fromOn: '2027-09-02', untilOn: '2027-09-03', delegate: idOf('delegate') }
  await done((await desk.as('pilot')).patch('/me', { absences: [away] }))
  const again = await desk.as('officer')
  await done(again.post('/agreements', bodies['agreement.draftAgreement']))
  await done(again.post('/agreements/00001/askOpinions'))
  await desk.settle()

  await registerWebhook(await desk.as('administrator'))

  desk.at('2027-09-01T22:30:00Z')
  await desk.wake('centreApproval/partnershipPlan.polito-2027.v1.sms')
  await desk.settle()
  const cookieOf = async (file: string, party: string): Promise<string> => {
    const until = plusMs(desk.deps.now(), dayMs)
    const token = await linkToken(desk.store, desk.deps.secret, { file, party, earlier: 0, until })
    const session = await beginLinkSession(desk.store, desk.deps.secret, {
      ...{ mark: token, link: linkId(token), now: desk.deps.now() },
    })
    return `longitude-link=${session}; longitude=${session}`
  }
  return {
    desk,
    idOf,
    linkCookies: { contact: await cookieOf(ofUsth, 'usth-c1'), candidate: await cookieOf(ofC1, 'c1') },
    client: async (someone) => {
      if (someone === 'nobody' || linked.some((one) => one === someone)) return undefined
      return someone === 'departed' ? departed : desk.asPerson(idOf(someone))
    },
    close: () => desk.close(),
  }
}

const secretly =
  (plan: string) =>
  <M extends { readonly id: string }>(milestone: M): M & { title: string } => ({
    ...milestone,
    title: `${secrets[plan] ?? ''} ${milestone.id}`,
  })

function politoBody(pilot: string): object {
  const milestones = draftBody()
    .milestones.map(secretly('polito-2027'))
    .map((milestone) => ({ ...milestone, centre: 'sms', owner: pilot }))
  const actions = [{ id: 'mission', title: 'Mission', year: 2027, pillar: 'teaching', centre: 'sms' }]
  return { ...draftBody(), partner: 'polito', pilot, centres: ['sms'], actions, milestones }
}

/** What a reason, a milestone and an action are, wherever one is asked for. */
export const reason = 'It is asked for by a test.'
const fair = { milestone: 'fair' }
export const milestone = {
  id: 'another',
  title: 'Another',
  pillar: 'research',
  centre: 'cmp',
  owner: person('pilot'),
  dueOn: '2029-05-02',
}
export const action = { id: 'another', title: 'Another', year: 2028, pillar: 'research', centre: 'cmp' }
/** Someone who is nominated. */
const candidate = {
  id: 'c1',
  name: 'Account of a test',
  birthOn: '2006-03-14',
  email: 'c1@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
}
const nomination = { candidate: 'c2', wishes: ['icm'], channel: 'ownCampaign' }
const { pilot, centres, pillarGaps, actions, milestones } = draftBody()

/** What both sides of an agreement are to agree on, and what it is. */
const terms = {
  partners: ['usth'],
  noticeMonths: 6,
  places: [{ direction: 'incoming', level: 'master', year: 2027, places: 4 }],
}
const amended = { ...terms, until: '2033-08-31' }
export const agreed = { ...terms, validity: { from: '2027-09-01', until: '2032-08-31' } }
const about = { title: 'Exchanges of students', kind: 'exchange', withImt: false, centres: ['cmp', 'cis'] }

/** What each command of a person is given with: every command has its line. */
export const bodies: Readonly<Record<string, object>> = {
  'partnershipPlan.draft': { ...draftBody(), partner: 'usj' },
  'partnershipPlan.revise': { pilot, centres, pillarGaps, actions, milestones },
  'partnershipPlan.submit': {},
  'partnershipPlan.return': { reason },
  'partnershipPlan.removeCentre': { centre: 'cmp', reason },
  'partnershipPlan.validate': {},
  'partnershipPlan.addMilestone': milestone,
  'partnershipPlan.startMilestone': fair,
  'partnershipPlan.moveMilestone': { ...fair, to: '2030-05-02', reason },
  'partnershipPlan.completeMilestone': { ...fair, evidence: reason },
  'partnershipPlan.acceptEvidence': fair,
  'partnershipPlan.dropMilestone': { ...fair, reason },
  'partnershipPlan.assignOwner': { ...fair, owner: person('deputy.spin'), reason },
  'partnershipPlan.stateCarryReason': { ...fair, reason },
  'partnershipPlan.addAction': action,
  'partnershipPlan.detailYear': { year: 2028, actions: [action] },
  'partnershipPlan.reviseYear': { year: 2028, cause: 'budget', reason, actions: [action] },
  'partnershipPlan.reportYear': { year: 2027, report: reason, final: false },
  'partnershipPlan.recordPartnerOpinion': { opinion: 'favourable', text: reason },
  'partnershipPlan.decideRenewal': { decision: 'renew', reason },
  'partnershipPlan.amend': { centres, pillarGaps, actions, reason },
  'partnershipPlan.validateAmendment': { amendment: 'v2' },
  'partnershipPlan.returnAmendment': { amendment: 'v2', reason },
  'partnershipPlan.withdrawAmendment': { amendment: 'v2', reason },
  'partnershipPlan.assignPilot': { pilot: person('pilot'), reason },
  'partnershipPlan.suspend': { reason, reviewOn: '2027-12-01' },
  'partnershipPlan.resume': {},
  'partnershipPlan.giveUp': { reason },
  'partnershipPlan.publish': { audience: 'partner' },
  'partnershipPlan.returnEvidence': { ...fair, reason },
  'correspondence.hold': { reason, untilOn: '2027-10-01' },
  'correspondence.release': {},
  'partnershipPlan.abandon': { reason },
  'centreApproval.give': { opinion: 'approved', hash: '0'.repeat(64) },
  'correspondence.sendNow': { reason },
  'correspondence.reportUnreachable': { reason },
  'correspondence.passOn': { to: 'usth-c2' },
  'correspondence.confirmContact': {},
  'correspondence.readdress': { reason },
  'labelFile.register': {
    label: 'bienvenue-en-france',
    firstYear: 2027,
    name: 'Bienvenue en France',
    scope: { covers: 'school' },
    criteria: [{ id: 'teaching', title: 'Teaching' }],
    validity: { from: '2027-01-01', until: '2030-12-31' },
  },
  'admissionCycle.prepare': { firstYear: 2028, population: 'engineer' },
  'admissionCycle.setDates': { dates: { juryOn: '2028-06-09' } },
  'admissionCycle.open': {},
  'admissionCycle.invite': { partners: [{ partner: 'usth', reason }] },
  'admissionCycle.moveDeadline': { date: 'juryOn', to: '2028-06-09', reason },
  'admissionCycle.confirmMove': {},
  'admissionCycle.refuseMove': { reason },
  'admissionCycle.cancel': { reason },
  'admissionCycle.archive': {},
  'admissionCycle.confirmClosing': { on: '2028-03-31', dossiers: ['00001'] },
  'dossier.acknowledge': {},
  'dossier.deposit': { piece: 'transcript', document: '0d'.repeat(16) },
  'dossier.markNotConcerned': { piece: 'transcript', reason },
  'dossier.withdraw': { reason },
  'dossier.send': {},
  'dossier.takeBack': {},
  'dossier.acceptPiece': { piece: 'transcript' },
  'dossier.refusePiece': { piece: 'transcript', reason: 'unreadable' },
  'dossier.askAgain': { piece: 'transcript', reason: 'unreadable', effect: 'immediate' },
  'dossier.extend': { to: '2028-04-14', reason },
  'dossier.reopen': { reason },
  'dossier.keepLonger': { to: '2032-01-05', reason },
  'dossier.suspendRetention': { reason },
  'dossier.liftRetention': { reason },
  'participation.recordOpened': {},
  'participation.recordNoneThisYear': { note: reason },
  'participation.extend': { to: '2028-03-01', reason },
  'participation.nominate': nomination,
  'participation.importNominations': { nominations: [nomination] },
  'participation.correctNomination': { nomination: 'n1', wishes: ['ismin'] },
  'participation.reorder': { order: ['n1'] },
  'participation.replaceNomination': { ...nomination, nomination: 'n1', reason },
  'participation.cancelNomination': { nomination: 'n1', reason },
  'participation.returnNomination': { nomination: 'n1', reason },
  'participation.finish': {},
  'participation.reopenNominations': {},
  'participation.askExtension': { to: '2028-03-01', cause: 'strike', reason },
  'participation.grantExtension': { to: '2028-03-02', reason },
  'participation.refuseExtension': { reason },
  'labelFile.stateValidity': { from: '2027-01-01', until: '2030-12-31', reason },
  'labelFile.extendValidity': { until: '2031-12-31', reason },
  'labelFile.reviseLabel': { name: 'Bienvenue', scope: { covers: 'school' }, criteria: [] },
  'labelFile.addEvidence': { kind: 'text', criterion: 'teaching', text: reason },
  'labelFile.removeEvidence': { evidence: 'e1' },
  'labelFile.startSelfEvaluation': {},
  'labelFile.submitSelfEvaluation': { submittedOn: '2027-08-01' },
  'labelFile.recordVisit': { visitedOn: '2027-08-01' },
  'agreement.draftAgreement': { ...agreed, ...about },
  'agreement.reviseAgreement': { ...agreed, ...about },
  'agreement.askOpinions': {},
  'agreement.giveOpinion': { centre: 'cmp', opinion: 'favourable' },
  'agreement.clearLegally': {},
  'agreement.sendBack': { reason },
  'agreement.sendToPartner': { sentOn: '2027-09-01' },
  'agreement.recordSignature': { signedOn: '2027-09-01' },
  'agreement.decideOnRenewal': { decision: 'renew', reason },
  'agreement.terminate': { noticedOn: '2027-09-01', endsOn: '2028-12-31', reason },
  'agreement.recordTermination': { noticedOn: '2027-09-01', endsOn: '2028-12-31', reason },
  'agreement.proposeAmendment': { ...amended, reason },
  'agreement.recordAmendment': { version: 2, signedOn: '2027-09-01' },
  'agreement.dropAmendment': { version: 2, reason },
  'agreement.attachScan': { version: 1, document: '0d'.repeat(16) },
  'agreement.recordFlows': { year: 2027, direction: 'incoming', level: 'master', students: 3 },
  'agreement.abandonAgreement': { reason },
  'labelFile.recordDecision': { decision: 'refused', decidedOn: '2027-08-01', note: reason },
}
