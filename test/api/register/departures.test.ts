import { expect } from 'chai'
import { reconciler } from '../../../activities/reconcile.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { person } from '../../domain/school.ts'
import { approveAll, draftBody, openDesk, submitPlan, type Client, type Desk } from '../desk.ts'

const key = 'usth-2027'
const handedOver = { pilot: person('pilot'), reason: 'They have left.' }

describe('a departure', () => {
  let desk: Desk
  let administrator: Client
  let leaving: string
  beforeEach(async () => {
    desk = await openDesk()
    administrator = await desk.as('administrator')
    const mandates = [{ role: 'pilot', fromOn: '2027-01-01' }]
    leaving = (await administrator.post('/people', { email: 'leaving@school.example', mandates })).body.id
  })
  afterEach(() => desk?.close())

  const later = async (moment: string) => {
    desk.at(moment)
    administrator = await desk.as('administrator')
  }
  const reconcile = () =>
    reconciler({ ...desk.deps, shelf: desk.deps.documents.shelf, look: async () => undefined }).reconcile()
  const depart = (on: string | null, id = leaving) => administrator.post(`/people/${id}/depart`, { on })
  const remaining = async (id = leaving): Promise<string[]> =>
    (await administrator.get(`/people/${id}/departure`)).body.remaining.map(
      ({ kind, about, href, command }: Record<string, string | null>) =>
        [kind, about, href, command].filter(Boolean).join(' '),
    )
  const held = async (id = leaving): Promise<unknown[]> => {
    const { mandates, departure } = (await administrator.get(`/people/${id}`)).body
    return [mandates.some(({ held: now }: { held: boolean }) => now), departure?.doneOn ?? null]
  }
  const mine = () => ({
    ...draftBody(),
    pilot: leaving,
    milestones: draftBody().milestones.map((one, index) => (index === 0 ? { ...one, owner: leaving } : one)),
  })

  it('lists what only they can do, with where it is handed over, and takes effect once all has a successor', async () => {
    expect((await (await desk.as('pilot')).post('/plans', mine())).status).to.equal(201)
    const absences = [{ fromOn: '2027-08-01', untilOn: '2027-08-10', delegate: leaving }]
    // In their last days the lead stands in for them.
    const away = [{ fromOn: '2027-06-25', untilOn: '2027-07-05', delegate: person('pilot') }]
    await administrator.patch(`/people/${leaving}`, { seq: 1, absences: away })
    const pilot = await administrator.patch(`/people/${person('pilot')}`, { seq: 1, absences })
    expect((await depart('2027-06-30')).body.departure).to.deep.equal({
      on: '2027-06-30',
      askedOn: '2027-04-26',
      by: `person:${person('administrator')}`,
      doneOn: null,
    })
    const milestone = draftBody().milestones[0]?.id ?? ''
    expect(await remaining()).to.deep.equal([
      `pilot /api/v1/plans/${key} assignPilot`,
      `milestone ${milestone} /api/v1/plans/${key} revise`,
      `delegate /api/v1/people/${person('pilot')}`,
    ])
    const { body } = await administrator.get(`/people/${leaving}/departure`)
    expect(body.remaining.map(({ words }: { words: string }) => words)).to.deep.equal([
      `pilote le plan (${key})`,
      `jalon Milestone joint-master (${key})`,
      'supplée pilot@school.example (dimanche 1er août 2027 - mardi 10 août 2027)',
    ])

    await later('2027-07-01T08:00:00Z')
    await reconcile()
    expect(await held()).to.deep.equal([true, null])

    const { partner: _, firstYear: __, ...content } = draftBody()
    expect((await (await desk.as('pilot')).post(`/plans/${key}/revise`, content)).status).to.equal(200)
    await administrator.patch(`/people/${person('pilot')}`, { seq: pilot.body.seq, absences: [] })
    expect(await remaining()).to.deep.equal([])
    await later('2027-07-02T08:00:00Z')
    await reconcile()
    expect(await held()).to.deep.equal([false, '2027-07-02'])
    const { mandates } = (await administrator.get(`/people/${leaving}`)).body
    expect(mandates.map(({ untilOn }: { untilOn: string }) => untilOn)).to.deep.equal(['2027-07-01'])
    expect((await depart('2027-08-01')).body.code).to.equal('register.departed')
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('never takes effect before its day is over, though nothing remains; then their session ends at once', async () => {
    await depart('2027-06-30')
    expect(await remaining()).to.deep.equal([])
    await later('2027-06-30T21:59:00Z')
    await reconcile()
    expect(await held()).to.deep.equal([true, null])
    await later('2027-06-30T22:01:00Z')
    await reconcile()
    expect(await held()).to.deep.equal([false, '2027-07-01'])
  })

  it('waits for a mandate that nobody else holds, until someone has it', async () => {
    const head = person('centre-head.spin')
    await depart('2027-06-30', head)
    expect(await remaining(head)).to.deep.equal(['mandate centreHead /api/v1/people'])
    await later('2027-07-01T08:00:00Z')
    await reconcile()
    expect(await held(head)).to.deep.equal([true, null])
    const mandates = [{ role: 'centreHead', centre: 'spin', fromOn: '2027-07-01' }]
    await administrator.post('/people', { email: 'next@school.example', mandates })
    await reconcile()
    expect(await held(head)).to.deep.equal([false, '2027-07-01'])
  })

  it('is recorded once for one day: said again, whatever the reason, it is refused', async () => {
    const again = async (on: string | null): Promise<unknown[]> => {
      const { status, body } = await administrator.post(`/people/${leaving}/depart`, { on, reason: 'Another one' })
      return [status, body.code]
    }
    const refused = [409, 'register.departure-same']
    expect(await again(null)).to.deep.equal(refused)
    await depart('2027-06-30')
    expect(await again('2027-06-30')).to.deep.equal(refused)
    expect(await again('2027-07-31')).to.deep.equal([200, undefined])
  })

  it('is taken back until it took effect', async () => {
    await depart('2027-06-30')
    expect((await depart(null)).body.departure).to.equal(null)
    await later('2027-07-01T08:00:00Z')
    await reconcile()
    expect(await held()).to.deep.equal([true, null])
  })

  it('is the only way out while something is owed: mandates do not just end', async () => {
    await (await desk.as('pilot')).post('/plans', mine())
    const mandates = [{ role: 'pilot', fromOn: '2027-01-01', untilOn: '2027-05-31' }]
    const { status, body } = await administrator.patch(`/people/${leaving}`, { seq: 1, mandates })
    expect([status, body.code]).to.deep.equal([409, 'register.owes'])
    expect(body.detail).to.contain(key)
  })

  it('is the only way out of a role that nobody else holds and that something is waited for from', async () => {
    await submitPlan(desk)
    await approveAll(desk)
    const direction = `/people/${person('direction')}`
    const held = (await administrator.get(direction)).body.mandates[0]
    for (const mandates of [
      [],
      [{ role: 'pilot', fromOn: '2027-01-01' }],
      [{ role: 'direction', fromOn: held.fromOn, untilOn: '2027-04-29' }],
    ]) {
      const { status, body } = await administrator.patch(direction, { mandates })
      expect([status, body.code]).to.deep.equal([409, 'register.owes'])
      expect(body.fields.remaining.join()).to.contain('usth-2027')
    }
    const next = { email: 'next@school.example', mandates: [{ role: 'direction', fromOn: '2027-04-27' }] }
    await administrator.post('/people', next)
    expect((await administrator.patch(direction, { mandates: [] })).body.code).to.equal('register.owes')
    const until = [{ role: 'direction', fromOn: held.fromOn, untilOn: '2027-04-26' }]
    expect((await administrator.patch(direction, { mandates: until })).status).to.equal(200)
  })

  it('is not gone round by an edit that leaves no mandate, and nobody who owes something is erased', async () => {
    await (await desk.as('pilot')).post('/plans', mine())
    const { status, body } = await administrator.patch(`/people/${leaving}`, { mandates: [] })
    expect([status, body.code]).to.deep.equal([409, 'register.owes'])
    await desk.store.people.updateOne({ _id: leaving }, { $set: { mandates: [] } })
    const erased = await administrator.post(`/people/${leaving}/erase`)
    expect([erased.status, erased.body.code]).to.deep.equal([409, 'register.owes'])
  })

  it('is foreseen where every mandate ends: dated, in the agenda of who edits people and their own', async () => {
    const mandates = [{ role: 'pilot', fromOn: '2027-01-01', untilOn: '2027-09-30' }]
    await administrator.patch(`/people/${leaving}`, { seq: 1, mandates })
    await (await desk.as('pilot')).post('/plans', mine())
    const milestone = draftBody().milestones[0]?.id
    const agendaOf = async (client: Client): Promise<unknown[]> =>
      (await client.get('/agenda')).body.leaving.map(
        ({
          person: who,
          lastOn,
          remaining: left,
        }: {
          person: string
          lastOn: string
          remaining: { about: string }[]
        }) => [who, lastOn, ...left.map(({ about }) => about)],
      )
    const listed = [leaving, '2027-09-30', null, milestone]

    // 90 days before, and not a day sooner.
    await later('2027-07-01T08:00:00Z')
    expect(await agendaOf(administrator)).to.deep.equal([])
    await later('2027-07-02T08:00:00Z')
    expect(await agendaOf(administrator)).to.deep.equal([listed])
    expect(await agendaOf(await desk.as('head-of-office'))).to.deep.equal([listed])
    expect(await agendaOf(await desk.asPerson(leaving))).to.deep.equal([listed])
    expect(await agendaOf(await desk.as('officer'))).to.deep.equal([])
    const { departure, lastOn, successionOn } = (await administrator.get(`/people/${leaving}/departure`)).body
    expect([departure, lastOn, successionOn]).to.deep.equal([null, '2027-09-30', '2027-10-01'])

    // The day passes: it stays there until it has a successor.
    await later('2027-11-15T08:00:00Z')
    await reconcile()
    expect(await agendaOf(administrator)).to.deep.equal([listed])
    const { partner: _, firstYear: __, ...content } = draftBody()
    expect((await (await desk.as('head-of-office')).post(`/plans/${key}/assignPilot`, handedOver)).status).to.equal(200)
    expect((await (await desk.as('pilot')).post(`/plans/${key}/revise`, content)).status).to.equal(200)
    expect(await agendaOf(administrator)).to.deep.equal([])
  })

  it('is not brought forward by an edit while something is owed, and may be put off', async () => {
    const until = (untilOn: string) => [{ role: 'pilot', fromOn: '2027-01-01', untilOn }]
    await administrator.patch(`/people/${leaving}`, { seq: 1, mandates: until('2027-09-30') })
    await (await desk.as('pilot')).post('/plans', mine())
    const sooner = await administrator.patch(`/people/${leaving}`, { seq: 2, mandates: until('2027-09-29') })
    expect([sooner.status, sooner.body.code]).to.deep.equal([409, 'register.owes'])
    const put = await administrator.patch(`/people/${leaving}`, { seq: 2, mandates: until('2027-12-31') })
    expect(put.status).to.equal(200)
  })

  it('lists a mandate that ends and that nobody has after it', async () => {
    const head = person('centre-head.spin')
    const mandates = [{ role: 'centreHead', centre: 'spin', fromOn: '2026-09-01', untilOn: '2027-06-30' }]
    expect((await administrator.patch(`/people/${head}`, { seq: 1, mandates })).status).to.equal(200)
    expect(await remaining(head)).to.deep.equal(['mandate centreHead /api/v1/people'])
    const next = [{ role: 'centreHead', centre: 'spin', fromOn: '2027-07-01' }]
    await administrator.post('/people', { email: 'next@school.example', mandates: next })
    expect(await remaining(head)).to.deep.equal([])
  })

  it('leaves nobody who could be given a milestone afterwards', async () => {
    await depart('2027-04-25')
    await reconcile()
    expect(await held()).to.deep.equal([false, '2027-04-26'])
    const { pilot: _, ...rest } = mine()
    const { status, body } = await (await desk.as('pilot')).post('/plans', { ...rest, pilot: person('pilot') })
    expect([status, body.code]).to.deep.equal([409, 'plan.owner-unknown'])
  })

  it('is recorded and read by who edits people, and read by themselves', async () => {
    expect((await (await desk.as('officer')).post(`/people/${leaving}/depart`, { on: '2027-06-30' })).status).to.equal(
      403,
    )
    expect((await (await desk.as('officer')).get(`/people/${leaving}/departure`)).status).to.equal(403)
    expect((await (await desk.as('officer')).get(`/people/${person('officer')}/departure`)).status).to.equal(200)
  })
})
