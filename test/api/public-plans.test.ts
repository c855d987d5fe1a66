import { expect } from 'chai'
import request from 'supertest'
import { person } from '../domain/school.ts'
import { approveAll, draftBody, openDesk, startPlan, type Desk } from './desk.ts'

const one = '/api/v1/public/plans/usth-2027'
const all = '/api/v1/public/plans'

describe('what anyone may read of plans (R13)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await desk.forget()
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  const publish = async (account: string, audience: string): Promise<number> =>
    (await (await desk.as(account)).post('/plans/usth-2027/publish', { audience })).status
  const read = (path = one) => request(desk.app).get(path).set('Accept-Language', 'en')

  it('is a plan that is meant for everyone, without a session, in the language asked for', async () => {
    await startPlan(desk)
    expect(await publish('direction', 'public')).to.equal(200)
    const { body, headers } = await read().expect(200)
    expect(body).to.deep.include({
      key: 'usth-2027',
      partner: { name: 'University of Science and Technology Hanoi (USTH, Vietnam-France University)', country: 'VN' },
      from: '2027-09-01',
      until: '2032-08-31',
      status: { code: 'running', words: 'running' },
      pilot: null,
    })
    expect(body.milestones[0]).to.deep.equal({
      title: 'Milestone cotutelles',
      pillar: { code: 'research', words: 'Research' },
      year: 2027,
      state: { code: 'planned', words: 'planned' },
      owner: null,
    })
    expect(headers).to.include({ 'cache-control': 'no-store' })
    expect((await read(all).expect(200)).body).to.deep.equal({ items: [body], next: null })
    expect((await read().set('Accept-Language', 'fr').expect(200)).body.pillars[0].words).to.equal('Enseignement')
  })

  it('answers what is not meant for everyone as what there is not, from the moment it is taken back', async () => {
    await startPlan(desk)
    const unknown = (await read(`${all}/nowhere-2027`).expect(404)).body
    const expectNothing = async (): Promise<void> => {
      const { body } = await read().expect(404)
      expect({ ...body, instance: '' }).to.deep.equal({ ...unknown, instance: '' })
      expect((await read(all).expect(200)).body).to.deep.equal({ items: [], next: null })
    }
    await expectNothing()
    expect(await publish('pilot', 'public')).to.equal(403)
    expect(await publish('pilot', 'partner')).to.equal(200)
    await expectNothing()
    await publish('direction', 'public')
    await read().expect(200)
    expect(await publish('pilot', 'school')).to.equal(200)
    await expectNothing()
  })

  it('names its pilot and owners while they consent to it, and no longer', async () => {
    await startPlan(desk)
    await publish('direction', 'public')
    const administrator = await desk.as('administrator')
    const path = `/people/${person('pilot')}`
    const { seq } = (await administrator.get(path)).body
    expect((await administrator.patch(path, { seq, name: 'THE PILOT', reason: 'Known' })).status).to.equal(200)
    const named = async (): Promise<unknown[]> => {
      const { body } = await read().expect(200)
      return [body.pilot, body.milestones[0].owner]
    }
    expect(await named()).to.deep.equal([null, null])
    const pilot = await desk.as('pilot')
    const me = await pilot.patch('/me', { consentsToPublication: true })
    expect(me.body.publicationConsentOn).to.equal('2027-09-01')
    expect(await named()).to.deep.equal(['THE PILOT', 'THE PILOT'])
    await pilot.patch('/me', { consentsToPublication: false })
    expect(await named()).to.deep.equal([null, null])
    // Nobody consents for another; the office records that somebody has withdrawn.
    const edit = async (publicationConsentOn: string | null): Promise<number> => {
      const { seq: basis } = (await administrator.get(path)).body
      return (await administrator.patch(path, { seq: basis, publicationConsentOn, reason: 'In writing' })).status
    }
    expect(await edit('2027-09-02')).to.equal(422)
    expect(await edit('2027-09-01')).to.equal(422)
    expect(await named()).to.deep.equal([null, null])
    await pilot.patch('/me', { consentsToPublication: true })
    expect(await named()).to.deep.equal(['THE PILOT', 'THE PILOT'])
    expect(await edit(null)).to.equal(200)
    expect(await named()).to.deep.equal([null, null])
    const entries = await desk.store.ledger.find({ stream: `person/${person('pilot')}` }).lean()
    const told = entries.filter(
      ({ data }) => 'fields' in data && JSON.stringify(data.fields).includes('publicationConsentOn'),
    )
    expect(told.length).to.equal(4)
  })

  it('holds nothing that someone wrote freely, no budget, no person and no address', async () => {
    const budget = { source: 'PLANTED', currency: 'EUR', plannedCents: 987654321, committedCents: 0, spentCents: 0 }
    const { actions = [], milestones, ...body } = draftBody()
    const pilot = await desk.as('pilot')
    await pilot.post('/plans', {
      ...body,
      actions: actions.map((action) => ({ ...action, budget })),
      milestones: milestones.map((milestone) => ({
        ...milestone,
        indicator: 'PLANTED',
        target: 'PLANTED',
        evidenceWanted: 'PLANTED',
      })),
      pillarGaps: [{ pillar: 'teaching', reason: 'PLANTED' }],
    })
    await pilot.post('/plans/usth-2027/submit')
    await desk.settle()
    await approveAll(desk)
    desk.at('2027-09-01T08:00:00Z')
    const direction = await desk.as('direction')
    await direction.post('/plans/usth-2027/validate')
    await publish('direction', 'public')
    const again = await desk.as('pilot')
    for (const [command, input] of [
      ['recordPartnerOpinion', { opinion: 'reserved', text: 'PLANTED' }],
      ['completeMilestone', { milestone: 'fair', evidence: 'PLANTED' }],
      ['moveMilestone', { milestone: 'chair', to: '2029-08-20', reason: 'PLANTED' }],
      ['reportYear', { year: 2027, report: 'PLANTED', final: false }],
      ['reviseYear', { year: 2029, cause: 'other', reason: 'PLANTED', actions: [] }],
    ] as const)
      expect((await again.post(`/plans/usth-2027/${command}`, input)).status, command).to.equal(200)
    expect(JSON.stringify((await again.get('/plans/usth-2027')).body).match(/PLANTED/g)?.length).to.be.above(10)
    const { text } = await read().expect(200)
    expect(text)
      .to.contain('Milestone fair')
      .and.not.match(/PLANTED|987654321|@|"p\d+"|person:|cmp/)
  })

  it('is told to whoever holds the plan, as the partner sees it', async () => {
    await startPlan(desk)
    const pilot = await desk.as('pilot')
    expect((await pilot.get('/plans/usth-2027')).body.publication).to.deep.equal({
      audience: { code: 'school', words: 'the school' },
      since: null,
      shown: null,
    })
    const { body } = await pilot.post('/plans/usth-2027/publish', { audience: 'partner' })
    expect(body.publication.audience.code).to.equal('partner')
    expect(body.publication.shown.milestones[0]).to.include({ title: 'Milestone cotutelles', dueOn: '2028-02-29' })
  })

  it('is asked for by one origin a hundred and twenty times a minute', async () => {
    const fresh = await openDesk()
    const ask = () => request(fresh.app).get(all)
    for (let times = 0; times < 120; times++) await ask().expect(200)
    const { body, headers } = await ask().expect(429)
    expect([body.code, headers['cache-control']]).to.deep.equal(['too-many-requests', 'no-store'])
    // What is left of the minute.
    expect(Number(headers['retry-after'])).to.be.within(40, 60)
    expect([body.fields.seconds, headers['ratelimit']?.split('; t=')]).to.deep.equal([
      Number(headers['retry-after']),
      ['"requests"; r=0', headers['retry-after']],
    ])
    // Whoever signs in is counted elsewhere.
    await request(fresh.app).get('/livez').expect(200)
    await fresh.close()
  })
})
