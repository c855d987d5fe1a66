import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, startPlan, type Client, type Desk } from './desk.ts'

const cequint = {
  label: 'cequint',
  firstYear: 2018,
  name: 'CeQuInt',
  scope: { covers: 'programmes', programmes: ['icm'] },
  validity: { from: '2018-11-05', until: '2025-08-31' },
}
const bienvenue = {
  label: 'bienvenue-en-france',
  firstYear: 2024,
  name: 'Bienvenue en France',
  scope: { covers: 'school' },
  criteria: [{ id: 'teaching', title: 'Courses open to international students' }],
  validity: { from: '2024-09-01', until: '2028-08-31' },
}
const key = 'bienvenue-en-france-2024'
const id = `labelFile/${key}`

describe('labels over the API (S14, S15)', () => {
  let desk: Desk
  let quality: Client
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    desk.at('2027-01-11T09:00:00Z')
    quality = await desk.as('quality')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const register = async (body: object = bienvenue) => quality.post('/labels', body)
  const give = async (command: string, body: object = {}): Promise<{ status: number; body: Record<string, unknown> }> =>
    (await desk.as('quality')).post(`/labels/${key}/${command}`, body)
  const wakeAt = async (moment: string): Promise<void> => {
    desk.at(moment)
    await desk.wake(id)
    await desk.settle()
  }

  it('a certificate that ran to the end of August 2025 is lapsed from the start, and shown as held nowhere (S14)', async () => {
    const { status, headers, body } = await register(cequint)
    expect([status, headers['location']]).to.deep.equal([201, '/api/v1/labels/cequint-2018'])
    expect(body).to.deep.include({
      key: 'cequint-2018',
      held: false,
      validity: { from: '2018-11-05', until: '2025-08-31' },
      scope: { covers: 'programmes', programmes: ['icm'] },
      waits: [],
      may: [],
    })
    expect(body.status).to.deep.equal({ code: 'lapsed', words: 'échu' })
    const list = (await (await desk.as('auditor')).get('/labels')).body
    expect(list.items).to.have.length(1)
    expect(list.items[0]).to.include({ key: 'cequint-2018', held: false, href: '/api/v1/labels/cequint-2018' })
    expect((await quality.post('/labels', cequint)).body.code).to.equal('label.exists')
  })

  it('is renewed from the reminder 18 months before to the next award', async () => {
    expect((await register()).body).to.deep.include({
      held: true,
      renewalOpensOn: '2027-02-28',
      may: ['stateValidity', 'reviseLabel', 'addEvidence', 'removeEvidence'],
    })
    await wakeAt('2027-02-27T23:00:01Z')
    await desk.settle()
    const messages = (await (await desk.as('quality')).get(`/messages/${person('quality')}`)).body
    expect(messages.pending).to.have.length(1)
    expect(messages.pending[0]).to.deep.include({
      kind: 'labelRenewal',
      heading: 'Label «\u00a0Bienvenue en France\u00a0»\u00a0: à renouveler',
      partner: null,
      finalOn: '2027-04-26',
      sendAt: '2027-03-01T07:30:00.000Z',
    })
    desk.at('2027-03-01T08:00:00Z')
    const agenda = (await (await desk.as('quality')).get('/agenda', { language: 'en' })).body.items
    expect(agenda).to.have.length(1)
    expect(agenda[0]).to.deep.include({ kind: 'labelRenewal', finalOn: '2027-04-26', href: `/api/v1/labels/${key}` })
    expect(agenda[0].may).to.include('startSelfEvaluation')

    expect((await give('startSelfEvaluation')).body['stage']).to.deep.include({ kind: 'selfEvaluation' })
    expect((await give('submitSelfEvaluation', { submittedOn: '2027-03-02' })).body['code']).to.equal(
      'label.date-ahead',
    )
    expect((await give('submitSelfEvaluation', { submittedOn: '2027-03-01' })).status).to.equal(200)
    desk.at('2027-10-06T08:00:00Z')
    expect((await give('recordVisit', { visitedOn: '2027-10-05' })).body['stage']).to.deep.include({ kind: 'decision' })
    desk.at('2027-12-02T09:00:00Z')
    const decided = await give('recordDecision', {
      decision: 'awarded',
      decidedOn: '2027-12-01',
      from: '2028-09-01',
      until: '2032-08-31',
      note: 'With congratulations of the jury.',
    })
    expect(decided.body).to.deep.include({ successor: 'bienvenue-en-france-2028', held: true, may: [] })
    expect(decided.body['decisions']).to.deep.equal([
      {
        decision: { code: 'awarded', words: 'renouvelé' },
        decidedOn: '2027-12-01',
        note: 'With congratulations of the jury.',
      },
    ])
    await desk.settle()
    const next = (await (await desk.as('direction')).get('/labels/bienvenue-en-france-2028')).body
    expect(next).to.deep.include({ predecessor: key, held: false, renewalOpensOn: '2031-02-28' })
  })

  it('is not shown as held the day after its end, though nobody has woken it', async () => {
    await register()
    const heldAt = async (moment: string) => {
      desk.at(moment)
      const { held, status } = (await (await desk.as('auditor')).get(`/labels/${key}`)).body
      return [held, status.code]
    }
    expect(await heldAt('2028-08-31T21:59:59Z')).to.deep.equal([true, 'held'])
    expect(await heldAt('2028-08-31T22:00:00Z')).to.deep.equal([false, 'lapsed'])
  })

  it('shows its evidence: what was written, and linked milestones to whom their plan concerns', async () => {
    await startPlan(desk)
    quality = await desk.as('quality')
    await register()
    const link = { kind: 'milestone', criterion: 'teaching', plan: 'usth-2027', milestone: 'joint-master' }
    expect((await give('addEvidence', link)).status).to.equal(200)
    expect((await give('addEvidence', { ...link, milestone: 'none' })).body['code']).to.equal('label.milestone-unknown')
    expect(
      (await give('addEvidence', { kind: 'text', criterion: 'teaching', text: 'Signed by the dean.' })).status,
    ).to.equal(200)
    const evidenceFor = async (account: string) =>
      (await (await desk.as(account)).get(`/labels/${key}`)).body.criteria[0].evidence
    const [milestone, written] = await evidenceFor('officer')
    expect(milestone.milestone).to.deep.equal({
      plan: 'usth-2027',
      milestone: 'joint-master',
      title: 'Milestone joint-master',
      state: { code: 'planned', words: 'prévu' },
      href: '/api/v1/plans/usth-2027',
    })
    expect(written.text).to.equal('Signed by the dean.')
    // The sentence is kept apart: neither the ledger nor the file holds it.
    for (const name of ['ledger', 'files', 'inbox'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.contain('dean')
  })

  it('concerns whoever looks after labels and whoever may read, and nobody else', async () => {
    await register()
    for (const account of ['head-of-office', 'direction', 'officer', 'pilot', 'auditor', 'administrator'])
      expect((await (await desk.as(account)).get(`/labels/${key}`)).status, account).to.equal(200)
    const stranger = await desk.as('centre-head.cmp')
    expect((await stranger.get(`/labels/${key}`)).status).to.equal(404)
    expect((await stranger.get(`/labels/${key}/history`)).status).to.equal(404)
    expect((await stranger.post('/labels', bienvenue)).status).to.equal(403)
    expect(
      (
        await (
          await desk.as('officer')
        ).post(`/labels/${key}/stateValidity`, {
          from: '2024-09-01',
          until: '2029-08-31',
          reason: 'A letter',
        })
      ).body.code,
    ).to.equal('command.not-yours')
  })

  it('tells its history with its texts, and previews who would be written to', async () => {
    await register({ ...bienvenue, validity: undefined })
    const stated = { from: '2024-09-01', until: '2028-02-29', reason: 'The letter of 2 September 2024' }
    const preview = (await quality.post(`/labels/${key}/stateValidity?preview=true`, stated)).body
    expect(preview.events.map(({ type }: { type: string }) => type)).to.deep.equal(['validityStated', 'renewalOpened'])
    expect(preview.deadlines).to.deep.include({
      process: id,
      kind: 'labelEnd',
      about: 'label',
      before: null,
      after: '2028-02-29',
    })
    expect((await quality.post(`/labels/${key}/stateValidity`, stated)).status).to.equal(200)
    const { items } = (await (await desk.as('auditor')).get(`/labels/${key}/history`)).body
    expect(items.map(({ type }: { type: string }) => type)).to.deep.equal([
      'registered',
      'validityUnknown',
      'validityStated',
      'renewalOpened',
    ])
    expect(items[2].data.reason).to.equal('The letter of 2 September 2024')
  })
})

describe('the history of every process', () => {
  it('is read where the process is: a plan, an approval, a party’s mail', async () => {
    const desk = await openDesk()
    try {
      await startPlan(desk)
      const historyFor = async (account: string, path: string) =>
        (await (await desk.as(account)).get(`${path}/history`)).body.items?.map(({ type }: { type: string }) => type)
      expect(await historyFor('pilot', '/plans/usth-2027')).to.include.members(['drafted', 'submitted', 'started'])
      expect(await historyFor('centre-head.cmp', '/approvals/partnershipPlan.usth-2027.v1.cmp')).to.deep.equal([
        'asked',
        'given',
      ])
      expect((await historyFor('centre-head.cmp', `/messages/${person('centre-head.cmp')}`))[0]).to.equal('received')
      expect(await historyFor('centre-head.spin', `/messages/${person('centre-head.cmp')}`)).to.equal(undefined)
    } finally {
      await desk.close()
    }
  })
})
