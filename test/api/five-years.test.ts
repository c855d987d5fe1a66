import { expect } from 'chai'
import request from 'supertest'
import { instant } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { draftBody, openDesk, type Desk } from './desk.ts'
import { live, type Letter } from './lived.ts'

const plan = '/plans/usth-2027'
const until = instant('2032-11-30T00:00:00Z')

// Every date below was worked out by hand, with a calendar of those years: nothing here is computed by what it tests.
describe('a partnership lead follows a plan for five years, through the API and the mailbox', function () {
  this.timeout(120_000)
  let desk: Desk
  const agendas: string[][] = []

  const post =
    (account: string, path: string, body: object = {}) =>
    async () => {
      const answer = await (await desk.as(account)).post(path, body)
      expect(answer.status, `${desk.deps.now()} ${path} ${JSON.stringify(answer.body)}`).to.be.within(200, 201)
    }
  const ofPlan = (account: string, command: string, body: object = {}) => post(account, `${plan}/${command}`, body)
  const detail = (year: number) =>
    ofPlan('pilot', 'detailYear', {
      year,
      actions: [{ id: `work-${year}`, title: `Work of ${year}`, year, pillar: 'teaching', centre: 'cmp' }],
    })
  const report = (year: number, final: boolean) =>
    ofPlan('pilot', 'reportYear', { year, report: `What was done in ${year}.`, final })
  /** Answers from the mail, as someone without an account at hand. */
  const approveByMail = (account: string) => async () => {
    const mail = received.findLast(({ to, text }) => to.startsWith(`${account}@`) && text.includes('/answer/'))
    const [link = ''] = /\/answer\/[\w-]+/.exec(mail?.text ?? '') ?? []
    const page = await request(desk.app).get(link).expect(200)
    const [, hash] = /name="hash" value="([0-9a-f]{64})"/.exec(page.text) ?? []
    await request(desk.app).post(link).type('form').send({ hash, opinion: 'approved' }).expect(303)
  }
  const readAgenda = async (): Promise<void> => {
    const { body } = await (await desk.as('pilot')).get('/agenda')
    agendas.push(
      body.items.map(
        (item: { heading: string; finalOn: string; daysLeft: number }) =>
          `${item.finalOn} ${item.daysLeft} ${item.heading}`,
      ),
    )
  }
  const received: Letter[] = []

  before(async () => {
    desk = await openDesk()
    await live(desk, {
      until,
      received,
      deeds: [
        { at: '2027-04-26T07:30:00Z', does: post('pilot', '/plans', draftBody()) },
        { at: '2027-04-26T08:00:00Z', does: ofPlan('pilot', 'submit') },
        { at: '2027-04-28T12:00:00Z', does: approveByMail('centre-head.cmp') },
        { at: '2027-05-28T12:00:00Z', does: approveByMail('deputy.cis') },
        { at: '2027-06-09T12:00:00Z', does: ofPlan('direction', 'validate') },
        { at: '2027-09-02T12:00:00Z', does: readAgenda },
        { at: '2028-02-10T12:00:00Z', does: ofPlan('pilot', 'startMilestone', { milestone: 'cotutelles' }) },
        // One hour after midnight in Paris, on 29 February.
        {
          at: '2028-02-29T00:00:00Z',
          does: ofPlan('pilot', 'completeMilestone', { milestone: 'cotutelles', evidence: 'Two are signed.' }),
        },
        {
          at: '2028-03-15T09:00:00Z',
          does: ofPlan('pilot', 'moveMilestone', {
            milestone: 'joint-master',
            to: '2028-10-22',
            reason: 'The board meets in autumn.',
          }),
        },
        { at: '2028-06-20T09:00:00Z', does: detail(2028) },
        { at: '2028-07-10T09:00:00Z', does: report(2027, false) },
        { at: '2028-09-20T09:00:00Z', does: report(2027, true) },
        {
          at: '2028-11-05T09:00:00Z',
          does: ofPlan('pilot', 'completeMilestone', { milestone: 'joint-master', evidence: 'It opened.' }),
        },
        { at: '2029-07-03T09:00:00Z', does: detail(2029) },
        { at: '2029-07-20T09:00:00Z', does: report(2028, true) },
        { at: '2029-09-20T09:00:00Z', does: readAgenda },
        {
          at: '2029-10-10T09:00:00Z',
          does: ofPlan('direction', 'suspend', { reason: 'A typhoon.', reviewOn: '2029-12-15' }),
        },
        { at: '2029-12-10T09:00:00Z', does: ofPlan('direction', 'resume') },
        {
          at: '2029-12-12T09:00:00Z',
          does: ofPlan('pilot', 'moveMilestone', {
            milestone: 'chair',
            to: '2030-05-01',
            reason: 'After the typhoon.',
          }),
        },
        {
          at: '2029-12-13T09:00:00Z',
          does: ofPlan('pilot', 'stateCarryReason', { milestone: 'chair', reason: 'The company hesitated.' }),
        },
        {
          at: '2030-04-20T09:00:00Z',
          does: ofPlan('pilot', 'completeMilestone', { milestone: 'chair', evidence: 'It is signed.' }),
        },
        { at: '2030-06-10T09:00:00Z', does: detail(2030) },
        { at: '2030-07-14T09:00:00Z', does: report(2029, true) },
        { at: '2031-05-20T09:00:00Z', does: detail(2031) },
        { at: '2031-07-16T09:00:00Z', does: report(2030, true) },
        {
          at: '2032-05-15T09:00:00Z',
          does: ofPlan('direction', 'decideRenewal', { decision: 'renew', reason: 'It works.' }),
        },
        { at: '2032-07-10T09:00:00Z', does: report(2031, false) },
        { at: '2032-09-16T09:00:00Z', does: readAgenda },
        { at: '2032-09-28T09:00:00Z', does: report(2031, true) },
      ],
    })
  })
  after(() => desk?.close())

  const mailboxOf = (account: string): readonly string[] => mailbox(received, account)

  it('hears of the agreement, then of each milestone 60, 30 and 7 days before its final day, and when it is late (R1, R4)', () => {
    expect(mailboxOf('pilot').filter((line) => line < '2029-05')).to.deep.equal([
      '2027-04-29 08:30 Opinion of Centre Microélectronique de Provence',
      '2027-05-31 08:30 Opinion of Centre Ingénierie et Santé',
      '2027-06-10 08:30 The plan is validated',
      '2027-09-01 08:30 The plan has started',
      // 60 days before 29 February 2028 is 31 December, in the closure; 30 days before is a Sunday.
      '2028-01-03 08:30 Milestone “Milestone cotutelles” → Tuesday 29 February 2028',
      '2028-01-31 08:30 Milestone “Milestone cotutelles” → Tuesday 29 February 2028',
      '2028-02-22 08:30 Milestone “Milestone cotutelles” → Tuesday 29 February 2028',
      // 1 May is a holiday: the milestone is due on the 2nd, and the reminder of 1 May for the annual plan comes on the 2nd.
      '2028-03-03 08:30 Milestone “Milestone joint-master” → Tuesday 2 May 2028',
      '2028-05-02 08:30 Annual plan 2028/2029 → Friday 30 June 2028',
      '2028-05-31 08:30 Annual plan 2028/2029 → Friday 30 June 2028',
      // 15 July 2028 is a Saturday.
      '2028-06-19 08:30 Report on the year 2027/2028 → Monday 17 July 2028',
      '2028-07-10 08:30 Report on the year 2027/2028 → Monday 17 July 2028',
      // Moved to Sunday 22 October.
      '2028-08-24 08:30 Milestone “Milestone joint-master” → Monday 23 October 2028',
      '2028-09-01 08:30 The academic year 2028/2029 has begun',
      // 30 September 2028 is a Saturday.
      '2028-09-18 08:30 Final report on the year 2027/2028 → Monday 2 October 2028',
      '2028-09-25 08:30 Milestone “Milestone joint-master” → Monday 23 October 2028',
      '2028-10-16 08:30 Milestone “Milestone joint-master” → Monday 23 October 2028',
      '2028-10-24 08:30 [Late] Milestone “Milestone joint-master” → Monday 23 October 2028',
    ])
  })

  it('through a late annual plan, 15 August, a carried milestone, a suspension and its new dates', () => {
    expect(mailboxOf('pilot').filter((line) => line > '2029-05' && line < '2030-05-02')).to.deep.equal([
      // 30 June 2029 is a Saturday.
      '2029-05-03 08:30 Annual plan 2029/2030 → Monday 2 July 2029',
      '2029-06-04 08:30 Annual plan 2029/2030 → Monday 2 July 2029',
      '2029-06-18 08:30 Report on the year 2028/2029 → Monday 16 July 2029',
      '2029-06-21 08:30 Milestone “Milestone chair” → Monday 20 August 2029',
      '2029-06-25 08:30 Annual plan 2029/2030 → Monday 2 July 2029',
      '2029-07-03 08:30 [Late] Annual plan 2029/2030 → Monday 2 July 2029',
      '2029-07-09 08:30 Report on the year 2028/2029 → Monday 16 July 2029',
      '2029-07-17 08:30 [Late] Report on the year 2028/2029 → Monday 16 July 2029',
      '2029-07-23 08:30 Milestone “Milestone chair” → Monday 20 August 2029',
      // The school is closed from 28 July to 19 August: 15 August becomes Monday 20, and the reminder of the 13th comes that day.
      '2029-08-20 08:30 Milestone “Milestone chair” → Monday 20 August 2029',
      '2029-08-21 08:30 [Late] Milestone “Milestone chair” → Monday 20 August 2029',
      // 1 September 2029 is a Saturday.
      '2029-09-03 08:30 [Late] Milestone “Milestone chair” → Monday 20 August 2029',
      '2029-09-03 08:30 Unfinished milestones, carried into 2029/2030 → Monday 1 October 2029',
      '2029-09-03 08:30 The academic year 2029/2030 has begun',
      '2029-09-17 08:30 Unfinished milestones, carried into 2029/2030 → Monday 1 October 2029',
      '2029-09-28 08:30 Unfinished milestones, carried into 2029/2030 → Monday 1 October 2029',
      '2029-10-02 08:30 [Late] Unfinished milestones, carried into 2029/2030 → Monday 1 October 2029',
      '2029-10-11 08:30 The plan is suspended',
      // Ten working days from 10 December, the closure of Christmas out.
      '2029-12-11 08:30 Milestones that need a new date → Wednesday 2 January 2030',
      '2029-12-11 08:30 The plan has resumed',
      // Moved to 1 May 2030, a holiday; 60 days before the 2nd is a Sunday.
      '2030-03-04 08:30 Milestone “Milestone chair” → Thursday 2 May 2030',
      '2030-04-02 08:30 Milestone “Milestone chair” → Thursday 2 May 2030',
    ])
  })

  it('to its last year, the decision on its renewal, its end, and the last report after it', () => {
    expect(mailboxOf('pilot').filter((line) => line > '2030-05-02')).to.deep.equal([
      '2030-05-02 08:30 Annual plan 2030/2031 → Monday 1 July 2030',
      '2030-06-03 08:30 Annual plan 2030/2031 → Monday 1 July 2030',
      '2030-06-17 08:30 Report on the year 2029/2030 → Monday 15 July 2030',
      '2030-07-08 08:30 Report on the year 2029/2030 → Monday 15 July 2030',
      '2030-09-02 08:30 The academic year 2030/2031 has begun',
      // 1 May is a Thursday, and the bridge after it is closed.
      '2031-05-05 08:30 Annual plan 2031/2032 → Monday 30 June 2031',
      '2031-06-16 08:30 Report on the year 2030/2031 → Tuesday 15 July 2031',
      '2031-07-08 08:30 Report on the year 2030/2031 → Tuesday 15 July 2031',
      '2031-07-16 08:30 [Late] Report on the year 2030/2031 → Tuesday 15 July 2031',
      '2031-09-01 08:30 The academic year 2031/2032 has begun',
      // Due on 31 December, in the closure that ends on 4 January.
      '2031-11-06 08:30 Milestone “Milestone fair” → Monday 5 January 2032',
      '2031-12-08 08:30 Milestone “Milestone fair” → Monday 5 January 2032',
      '2032-01-05 08:30 Milestone “Milestone fair” → Monday 5 January 2032',
      '2032-01-06 08:30 [Late] Milestone “Milestone fair” → Monday 5 January 2032',
      '2032-01-19 08:30 [Late] Milestone “Milestone fair” → Monday 5 January 2032',
      // Decided on a Saturday; Monday is Whit Monday.
      '2032-05-18 08:30 The renewal of the plan is decided',
      '2032-06-15 08:30 Report on the year 2031/2032 → Thursday 15 July 2032',
      '2032-07-08 08:30 Report on the year 2031/2032 → Thursday 15 July 2032',
      '2032-09-01 08:30 The plan has ended',
      '2032-09-16 08:30 Final report on the year 2031/2032 → Thursday 30 September 2032',
      '2032-09-27 08:30 Final report on the year 2031/2032 → Thursday 30 September 2032',
    ])
  })

  it('while each of the others hears what is theirs, in their own language and by their own days', () => {
    expect(mailboxOf('deputy.cis')).to.deep.equal([
      // R7: silent until 19 May; the deputy head may act from Saturday 22, and is told on Monday.
      '2027-05-24 08:30 [En retard] Approbation attendue : Centre Ingénierie et Santé → mercredi 19 mai 2027',
    ])
    expect(mailboxOf('direction')).to.deep.equal([
      '2027-05-31 08:30 Validation du plan d’actions quinquennal → vendredi 11 juin 2027',
      '2027-06-08 08:30 Validation du plan d’actions quinquennal → vendredi 11 juin 2027',
      '2028-09-21 08:30 Le bilan de l’année 2027/2028 est définitif',
      '2029-07-23 08:30 Le bilan de l’année 2028/2029 est définitif',
      // Reviewed by 15 December, a Saturday: by Monday 17.
      '2029-12-10 08:30 Réexamen du plan suspendu → lundi 17 décembre 2029',
      '2030-07-15 08:30 Le bilan de l’année 2029/2030 est définitif',
      '2031-07-17 08:30 Le bilan de l’année 2030/2031 est définitif',
      // Nine months before its end is Sunday 30 November (R3).
      '2031-12-01 08:30 Renouvellement du plan d’actions quinquennal → mardi 31 août 2032',
      '2032-03-04 08:30 Renouvellement du plan d’actions quinquennal → mardi 31 août 2032',
      '2032-09-01 08:30 Le plan a pris fin',
      '2032-09-29 08:30 Le bilan de l’année 2031/2032 est définitif',
    ])
    expect(mailboxOf('centre-head.cis').filter((line) => line < '2027-06' || line.includes('fair'))).to.deep.equal([
      '2027-04-27 08:30 Approbation attendue : Centre Ingénierie et Santé → mercredi 19 mai 2027',
      '2027-05-12 08:30 Approbation attendue : Centre Ingénierie et Santé → mercredi 19 mai 2027',
      '2027-05-18 08:30 Approbation attendue : Centre Ingénierie et Santé → mercredi 19 mai 2027',
      '2032-02-04 08:30 [En retard] Jalon « Milestone fair » → lundi 5 janvier 2032',
    ])
    expect(mailboxOf('centre-head.cmp').filter((line) => line.includes('Date changed'))).to.deep.equal([
      '2028-03-16 08:30 Date changed: milestone “Milestone joint-master” → Monday 23 October 2028',
      '2029-12-13 08:30 Date changed: milestone “Milestone chair” → Thursday 2 May 2030',
    ])
    // 08:30 in Hanoi; 2 September is a holiday there.
    expect(mailboxOf('coordinator').filter((line) => line < '2028' || line > '2030-09')).to.deep.equal([
      '2027-04-27 03:30 Your opinion on the five-year plan → Wednesday 26 May 2027',
      '2027-05-21 03:30 Your opinion on the five-year plan → Wednesday 26 May 2027',
      '2027-09-01 03:30 Do you still answer for your institution? → Wednesday 15 September 2027',
      '2027-09-16 03:30 [Late] Do you still answer for your institution? → Wednesday 15 September 2027',
      '2030-09-03 03:30 Do you still answer for your institution? → Friday 13 September 2030',
      '2030-09-16 03:30 [Late] Do you still answer for your institution? → Friday 13 September 2030',
      '2031-09-01 03:30 Do you still answer for your institution? → Monday 15 September 2031',
      '2031-09-16 03:30 [Late] Do you still answer for your institution? → Monday 15 September 2031',
      '2032-09-01 03:30 Do you still answer for your institution? → Wednesday 15 September 2032',
      '2032-09-16 03:30 [Late] Do you still answer for your institution? → Wednesday 15 September 2032',
    ])
  })

  it('each rung on its own day, though its mail waits for a working one (R7)', async () => {
    const climbed = (await readLedger(desk.store, 'centreApproval/partnershipPlan.usth-2027.v1.cis')).flatMap(
      ({ type, at }) => (type === 'reminded' ? [at] : []),
    )
    // 12 May; 17 May, Whit Monday; Saturday 22 May.
    expect(climbed).to.deep.equal(['2027-05-11T22:00:00.000Z', '2027-05-16T22:00:00.000Z', '2027-05-21T22:00:00.000Z'])
  })

  it('and the agenda says the same', () => {
    expect(agendas).to.deep.equal([
      [
        '2028-02-29 180 Milestone “Milestone cotutelles”',
        '2028-05-02 243 Milestone “Milestone joint-master”',
        '2028-06-30 302 Annual plan 2028/2029',
        '2028-07-17 319 Report on the year 2027/2028',
        '2029-08-20 718 Milestone “Milestone chair”',
        '2032-01-05 1586 Milestone “Milestone fair”',
      ],
      [
        '2029-08-20 -31 Milestone “Milestone chair”',
        '2029-10-01 11 Unfinished milestones, carried into 2029/2030',
        '2030-07-01 284 Annual plan 2030/2031',
        '2030-07-15 298 Report on the year 2029/2030',
        '2032-01-05 837 Milestone “Milestone fair”',
      ],
      ['2032-09-30 14 Final report on the year 2031/2032'],
    ])
  })
})

/** What lies in someone's mailbox: the minute by the clock in Paris, what each thing is, and its last day as the mail says it. */
function mailbox(letters: readonly Letter[], account: string): string[] {
  return letters
    .filter(({ to }) => to.startsWith(`${account}@`))
    .flatMap(({ at, text }) =>
      text
        .split('\n* ')
        .slice(1)
        .map((item) => `${paris(at)} ${worded(item)}`),
    )
}
function worded(item: string): string {
  const [heading = ''] = item.split('\n')
  const [, day] =
    /(?:Last day:|Dernier jour\s:|The last day was|Le dernier jour était le) (.+?) (?:included|inclus)/.exec(item) ?? []
  // French has spaces of its own.
  return (day === undefined ? heading : `${heading} → ${day}`).replaceAll(/[\u00a0\u202f]/g, ' ')
}
const paris = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  )
