import { expect } from 'chai'
import { draftBody, openDesk, startPlan, type Desk } from './desk.ts'

describe('GET /plans/consolidated', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await desk.forget()
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  const planned = (plannedCents: number) => ({ currency: 'EUR', plannedCents, committedCents: 0, spentCents: 0 })
  const path = '/plans/consolidated?from=2027&until=2031'

  it('shows all plans by academic year and pillar, together and by partner', async () => {
    await startPlan(desk)
    await (await desk.as('pilot')).post('/plans', { ...draftBody(), partner: 'usj' })
    desk.at('2028-06-01T08:00:00Z')
    const { status, body } = await (await desk.as('direction')).get(path, { language: 'fr' })
    expect(status).to.equal(200)
    expect(body).to.include({ asOf: '2028-06-01', from: 2027, until: 2031, plans: 2 })
    expect(body.years[0]).to.include({ firstYear: 2027, from: '2027-09-01', until: '2028-08-31', plans: 2 })
    expect(body.years[0].pillars[0]).to.deep.equal({
      pillar: { code: 'teaching', words: 'Enseignement' },
      plans: 2,
      inPreparation: 1,
      milestones: { planned: 2, started: 0, done: 0, evidenced: 0, dropped: 0 },
      // Due on 1 May 2028, a holiday: only the plan that runs owes it.
      late: 1,
      // 5,000 € for the mission of each plan.
      budget: { approved: planned(500_000), inPreparation: planned(500_000) },
    })
    const usj = body.partners.find(({ partner }: { partner: { id: string } }) => partner.id === 'usj')
    expect(usj.plans).to.deep.equal([
      { key: 'usj-2027', href: '/api/v1/plans/usj-2027', status: { code: 'draft', words: 'en rédaction' } },
    ])
    expect(usj.years[0].pillars[0]).to.include({ plans: 1, inPreparation: 1, late: 0 })
  })

  it('counts only the plans that concern the one who asks', async () => {
    await (await desk.as('pilot')).post('/plans', draftBody())
    expect((await (await desk.as('centre-head.cmp')).get(path)).body.plans).to.equal(1)
    const { body } = await (await desk.as('centre-head.spin')).get(path)
    expect([body.plans, body.partners, body.years[0].plans]).to.deep.equal([0, [], 0])
  })

  it('begins with this academic year, and shows five', async () => {
    const pilot = await desk.as('pilot')
    expect((await pilot.get('/plans/consolidated')).body).to.include({ from: 2026, until: 2030 })
    expect((await pilot.get('/plans/consolidated?from=2030')).body).to.include({ from: 2030, until: 2034 })
    expect((await pilot.get('/plans/consolidated?until=2030')).body).to.include({ from: 2026, until: 2030 })
  })

  it('refuses years that end before they begin, and more than twenty', async () => {
    const pilot = await desk.as('pilot')
    for (const query of ['from=2031&until=2027', 'from=2010&until=2030', 'from=soon', 'to=2031'])
      expect((await pilot.get(`/plans/consolidated?${query}`)).status, query).to.equal(422)
  })
})
