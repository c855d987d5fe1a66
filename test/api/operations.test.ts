import { expect } from 'chai'
import { noteTrouble } from '../../store/troubles.ts'
import { openDesk, submitPlan, usthPlan, type Desk } from './desk.ts'

describe('GET /operations', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    await submitPlan(desk)
  })
  after(() => desk?.close())

  it('says what needs a person and whether everything runs', async () => {
    await noteTrouble(desk.store, {
      stream: usthPlan,
      what: 'moveMilestone',
      error: new TypeError('x@y.example is not a function'),
    })
    desk.at('2027-04-28T08:00:00Z')
    desk.engine(false)
    await (
      await desk.as('pilot')
    ).post('/plans/usth-2027/revise', {
      pilot: 'p1',
      centres: ['cmp'],
      milestones: [{ id: 'm1', title: 'One', pillar: 'teaching', centre: 'cmp', owner: 'p1', dueOn: '2028-05-02' }],
    })
    const { status, body } = await (await desk.as('administrator')).get('/operations')
    desk.engine(true)
    expect(status).to.equal(200)
    expect(body).to.deep.include({
      engine: 'away',
      policy: desk.deps.rules.policy.version,
      untaken: { rows: 1, oldestAt: '2027-04-28T08:00:00.000Z' },
    })
    expect(body.processes).to.deep.equal({ open: 6, outdated: 0 })
    // The digests of the day before were not sent: nobody took the step.
    expect(body.overdue).to.have.length(3)
    expect(body.troubles).to.have.length(1)
    expect(body.troubles[0]).to.include({ stream: usthPlan, what: 'moveMilestone', times: 1 })
    expect(JSON.stringify(body)).to.not.contain('@')
  })

  it('is for administration, the head of office and audit', async () => {
    for (const account of ['administrator', 'head-of-office', 'auditor'])
      expect((await (await desk.as(account)).get('/operations')).status, account).to.equal(200)
    for (const account of ['officer', 'pilot', 'direction']) {
      const { status, body } = await (await desk.as(account)).get('/operations')
      expect([status, body.code], account).to.deep.equal([403, 'forbidden'])
    }
  })
})
