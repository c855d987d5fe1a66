import { expect } from 'chai'
import { approveAll, openDesk, startPlan, submitPlan, type Desk } from './desk.ts'

describe('GET /agenda', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await desk.forget()
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  const agendaOf = async (account: string) => (await (await desk.as(account)).get('/agenda')).body.items

  it('lists what is waited for from someone, with the final date and what to do', async () => {
    await submitPlan(desk)
    const [item, ...more] = await agendaOf('centre-head.cmp')
    expect(more).to.deep.equal([])
    expect(item).to.deep.include({
      subject: 'centreApproval/partnershipPlan.usth-2027.v1.cmp',
      kind: 'approval',
      finalOn: '2027-05-19',
      daysLeft: 23,
      late: false,
      may: ['give'],
      href: '/api/v1/approvals/partnershipPlan.usth-2027.v1.cmp',
    })
    expect(item.partner).to.contain('Hanoi')
    expect(item.heading).to.be.a('string').and.not.equal('')
    for (const account of ['pilot', 'deputy.cmp', 'direction', 'officer'])
      expect(await agendaOf(account), account).to.deep.equal([])
  })

  it('passes on to direction what it has to validate, and marks it late once the day is over', async () => {
    await submitPlan(desk)
    await approveAll(desk)
    expect(
      (await agendaOf('direction')).map(({ kind, late }: { kind: string; late: boolean }) => [kind, late]),
    ).to.deep.equal([['validation', false]])
    expect(await agendaOf('centre-head.cmp')).to.deep.equal([])
    desk.at('2027-05-11T22:00:00Z')
    expect((await agendaOf('direction'))[0]).to.include({ finalOn: '2027-05-11', daysLeft: -1, late: true })
  })

  it('has the milestones, annual plans and reports of a running plan in the order of their dates', async () => {
    await startPlan(desk)
    const items = await agendaOf('pilot')
    expect(items.map(({ about }: { about: string }) => about)).to.deep.equal([
      'cotutelles',
      'joint-master',
      'year:2028',
      'year:2027',
      'chair',
      'fair',
    ])
    expect(items[0].may).to.have.members([
      'startMilestone',
      'moveMilestone',
      'completeMilestone',
      'dropMilestone',
      'assignOwner',
    ])
    expect(items[0].heading).to.contain('Milestone cotutelles')
  })
})
