import { expect } from 'chai'
import { draftBody, openDesk, startPlan, submitPlan, type Desk } from './desk.ts'

describe('a file as it was known at the end of a day', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    await startPlan(desk)
    // 00:30 on 2 September at the school.
    desk.at('2027-09-01T22:30:00Z')
    const move = { milestone: 'fair', to: '2031-05-05', reason: 'The hall is taken' }
    expect((await (await desk.as('pilot')).post('/plans/usth-2027/moveMilestone', move)).status).to.equal(200)
    await desk.settle()
    desk.at('2028-03-15T11:00:00Z')
  })
  after(() => desk?.close())

  const asOf = async (day: string, path = '/plans/usth-2027') => (await desk.as('pilot')).get(`${path}?asOf=${day}`)
  const fair = ({ milestones }: { milestones: { id: string; dueOn: string }[] }) =>
    milestones.find(({ id }) => id === 'fair')

  it('is what the ledger says until midnight in Paris, not in Universal Time', async () => {
    const stated = draftBody().milestones.find(({ id }) => id === 'fair')?.dueOn
    expect(fair((await asOf('2027-09-01')).body)?.dueOn).to.equal(stated)
    expect(fair((await asOf('2027-09-02')).body)?.dueOn).to.equal('2031-05-05')
  })

  it('has the status, the waits and the days left of then, and offers no command', async () => {
    const { status, headers, body } = await asOf('2027-04-26')
    expect([status, body.status.code, headers['etag']]).to.deep.equal([200, 'inApproval', undefined])
    expect(body.startedAt).to.equal(null)
    const running = (await asOf('2027-09-01')).body
    expect(running.status.code).to.equal('running')
    expect(running.may).to.deep.equal([])
    expect(running.milestones.flatMap(({ may }: { may: string[] }) => may)).to.deep.equal([])
    const now = (await (await desk.as('pilot')).get('/plans/usth-2027')).body
    expect(now.may).to.include('amend')
    const [wait] = running.waits.filter(({ about }: { about: string }) => about === 'cotutelles')
    const [waitNow] = now.waits.filter(({ about }: { about: string }) => about === 'cotutelles')
    // 1 September 2027 to 15 March 2028.
    expect(wait.daysLeft - waitNow.daysLeft).to.equal(196)
  })

  it('of today is as it is now; of a day to come it is refused (422); of a day before there was any, not found', async () => {
    expect((await asOf('2028-03-15')).body.seq).to.equal(
      (await (await desk.as('pilot')).get('/plans/usth-2027')).body.seq,
    )
    const future = await asOf('2028-03-16')
    expect([future.status, future.body.fields.faults]).to.deep.equal([
      422,
      [
        {
          path: 'asOf',
          code: 'day_ahead',
          message: '“asOf” is a day still to come. Give today, or a day before.',
        },
      ],
    ])
    expect((await asOf('2027-04-25')).status).to.equal(404)
    expect((await asOf('2027-02-30')).status).to.equal(422)
  })

  it('says of a day outside of 1900 to 2099 which days there are, and of what is no day only that', async () => {
    const faultsOf = async (day: string) => (await asOf(day)).body.fields.faults
    for (const day of ['1899-12-31', '2100-01-01', '9999-12-31'])
      expect(await faultsOf(day), day).to.deep.equal([
        {
          path: 'asOf',
          code: 'day_outside',
          message: '“asOf” is no day between 1900 and 2099. Check its year.',
        },
      ])
    const officer = await desk.as('officer')
    const messageOf = async (day: string) =>
      (await officer.get(`/plans/usth-2027?asOf=${day}`)).body.fields.faults[0].message
    expect([await messageOf('1899-12-31'), await messageOf('2028-03-16')]).to.deep.equal([
      '«\u00a0asOf\u00a0» n’est pas un jour situé entre 1900 et 2099. Vérifiez l’année.',
      '«\u00a0asOf\u00a0» est un jour encore à venir. Indiquez aujourd’hui, ou un jour passé.',
    ])
    for (const day of ['yesterday', '2027-02-30'])
      expect(
        (await faultsOf(day)).map(({ code }: { code: string }) => code),
        day,
      ).to.deep.equal(['day_form'])
  })

  it('of an approval is what was asked before it was answered', async () => {
    const head = await desk.as('centre-head.cmp')
    const path = '/approvals/partnershipPlan.usth-2027.v1.cmp'
    expect((await head.get(path)).body.status.code).to.equal('given')
    expect((await head.get(`${path}?asOf=2027-04-26`)).body.may).to.deep.equal([])
  })

  it('is a line of the list of that day, as it was, and none before there was any', async () => {
    const { status, body } = await asOf('2027-04-26', '/plans')
    expect([status, body.items.map(({ key }: { key: string }) => key)]).to.deep.equal([200, ['usth-2027']])
    expect(body.items[0].status.code).to.equal('inApproval')
    const { items } = (await (await desk.as('pilot')).get('/plans')).body
    expect(items[0].status.code).to.equal('running')
    expect((await asOf('2028-03-15', '/plans')).body.items).to.deep.equal(items)
    expect((await asOf('2027-04-25', '/plans')).body).to.deep.equal({ items: [], next: null })
    const future = await asOf('2028-03-16', '/plans')
    expect([future.status, future.body.fields.faults[0].path]).to.deep.equal([422, 'asOf'])
  })

  it('of approvals offers no answer in the list of a day', async () => {
    const other = await openDesk()
    try {
      other.at('2027-04-26T08:00:00Z')
      await submitPlan(other)
      other.at('2027-04-28T08:00:00Z')
      const head = await other.as('centre-head.cmp')
      const listed = async (query = '') => (await head.get(`/approvals${query}`)).body.items
      const [now] = await listed()
      expect([now.status.code, now.may]).to.deep.equal(['asked', ['give']])
      expect(await listed('?asOf=2027-04-27')).to.deep.equal([{ ...now, may: [] }])
      expect(await listed('?asOf=2027-04-25')).to.deep.equal([])
    } finally {
      await other.close()
    }
  })

  it('is shown to whoever may see the file today, and to nobody else', async () => {
    const stranger = await desk.as('centre-head.sms')
    expect((await stranger.get('/plans/usth-2027?asOf=2027-09-01')).status).to.equal(404)
  })
})
