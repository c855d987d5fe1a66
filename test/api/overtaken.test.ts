import { expect } from 'chai'
import { draftBody, openDesk, startPlan, submitPlan, type Client, type Desk } from './desk.ts'

const revision = (title: string): object => {
  const { partner: _, firstYear: _year, milestones, ...rest } = draftBody()
  return { ...rest, milestones: milestones.map((one, at) => (at === 0 ? { ...one, title } : one)) }
}
/** The actions of the first year, the first under another title. */
const actions = (title: string): object[] =>
  (draftBody().actions ?? [])
    .filter(({ year }) => year === 2027)
    .map((action, at) => (at === 0 ? { ...action, title } : action))

describe('a command that replaces what others may have changed', () => {
  let desk: Desk
  let pilot: Client
  beforeEach(async () => {
    desk ??= await openDesk()
    desk.at('2027-04-26T08:00:00Z')
    pilot = await desk.as('pilot')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const read = async (): Promise<string> => (await pilot.get('/plans/usth-2027')).headers['etag'] ?? 'none'
  const revise = (title: string, basis: string | null, query = '') =>
    pilot.post(`/plans/usth-2027/revise${query}`, revision(title), { basis })

  it('is given on what was read, and answers with the tag of what it made', async () => {
    const drafted = await pilot.post('/plans', draftBody())
    expect([drafted.headers['etag'], await read()]).to.deep.equal(['"1"', '"1"'])
    const { status, headers } = await revise('Another title', '"1"')
    expect([status, headers['etag'], await read()]).to.deep.equal([200, '"2"', '"2"'])
  })

  it('is given on the same tag where a file was stored before it held the number', async () => {
    await pilot.post('/plans', draftBody())
    await revise('Another title', '"1"')
    await desk.store.files.updateOne({ _id: 'partnershipPlan/usth-2027' }, { $unset: { edited: 1 } })
    expect(await read()).to.equal('"2"')
    expect((await revise('A third title', '"1"')).status).to.equal(412)
    expect((await revise('A third title', '"2"')).headers['etag']).to.equal('"3"')
  })

  it('is asked what it is based on (428), reads no tag but ours (422), and takes whatever there is for *', async () => {
    await pilot.post('/plans', draftBody())
    const unsaid = await revise('Another title', null)
    expect([unsaid.status, unsaid.body.code]).to.deep.equal([428, 'basis-missing'])
    for (const none of ['W/"abc"', '"01"', '"00"', '"-1"', '"1.0"']) {
      const unread = await revise('Another title', none)
      expect([unread.status, unread.body.fields.faults[0].path], none).to.deep.equal([422, 'If-Match'])
    }
    expect(await read()).to.equal('"1"')
    expect((await revise('Another title', '*')).status).to.equal(200)
  })

  it('is refused with what the other changed (412), its preview as well, and changes nothing', async () => {
    await pilot.post('/plans', draftBody())
    const delegate = { fromOn: '2027-04-26', untilOn: '2027-04-30', delegate: 'p2' }
    await pilot.patch('/me', { absences: [delegate] })
    const other = await desk.as('officer')
    expect(
      (await other.post('/plans/usth-2027/revise', revision('By the delegate'), { basis: '"1"' })).status,
    ).to.equal(200)
    for (const query of ['', '?preview=true']) {
      const { status, body } = await revise('By the lead', '"1"', query)
      expect([status, body.code, body.fields.seq], query).to.deep.equal([412, 'command.overtaken', 2])
      expect(body.fields.changes).to.have.length(1)
      expect(body.fields.changes[0]).to.include({ seq: 2, type: 'revised' })
      expect(body.fields.changes[0].who.id).to.equal('person:p2')
      expect(body.fields.changes[0].data.milestones[0].title).to.equal('By the delegate')
    }
    const { body } = await pilot.get('/plans/usth-2027')
    expect([body.seq, body.milestones[0].title]).to.deep.equal([2, 'By the delegate'])
  })

  it('is refused where it is based on what nobody can have read yet (412), and told where things stand', async () => {
    await pilot.post('/plans', draftBody())
    for (const query of ['?preview=true', ''])
      for (const ahead of ['"2"', '"99"', 'W/"999999999"']) {
        const { status, body } = await revise('From the future', ahead, query)
        expect([status, body.code, body.fields], ahead + query).to.deep.equal([
          ...[412, 'command.overtaken', { seq: 1, changes: [] }],
        ])
      }
    expect((await pilot.get('/plans/usth-2027')).body.seq).to.equal(1)
  })

  it('is done once of several at one time', async () => {
    await pilot.post('/plans', draftBody())
    const answers = await Promise.all(['One', 'Two', 'Three'].map((title) => revise(title, '"1"')))
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412, 412])
    expect((await pilot.get('/plans/usth-2027')).body.seq).to.equal(2)
  })

  it('is done once of several that waited for the engine, whose receipts say which', async () => {
    await pilot.post('/plans', draftBody())
    desk.engine(false)
    const one = await revise('One', '"1"')
    desk.at('2027-04-26T08:00:01Z')
    const waiting = [one, await revise('Two', '"1"')]
    expect(waiting.map(({ status }) => status)).to.deep.equal([202, 202])
    desk.engine(true)
    await desk.settle()
    const outcomes = await Promise.all(waiting.map(({ body }) => pilot.get(body.href.replace('/api/v1', ''))))
    expect(outcomes.map(({ body }) => [body.outcome, body.problem?.code])).to.deep.equal([
      ['done', undefined],
      ['refused', 'command.overtaken'],
    ])
    expect((await pilot.get('/plans/usth-2027')).body.milestones[0].title).to.equal('One')
  })

  it('is answered again for its key, though others have changed it since', async () => {
    await pilot.post('/plans', draftBody())
    const once = () => pilot.post('/plans/usth-2027/revise', revision('Mine'), { basis: '"1"', key: 'once' })
    expect(
      (await Promise.all([once(), once()])).map(({ status }) => status),
      'twice at once',
    ).to.deep.equal([200, 200])
    expect((await revise('Later', '"2"')).status).to.equal(200)
    expect((await once()).status).to.equal(200)
    expect((await pilot.get('/plans/usth-2027')).body.seq).to.equal(3)
  })

  it('is not overtaken by the clock, which reminds of what it changes nothing of', async () => {
    await startPlan(desk)
    const lead = await desk.as('pilot')
    const tag = (await lead.get('/plans/usth-2027')).headers['etag'] ?? 'none'
    const { seq } = (await lead.get('/plans/usth-2027')).body
    desk.at('2027-12-31T08:00:00Z')
    await desk.wake('partnershipPlan/usth-2027')
    await desk.settle()
    const later = await desk.as('pilot')
    const read = await later.get('/plans/usth-2027')
    expect(read.body.seq, 'reminded meanwhile').to.be.greaterThan(seq)
    const detail = { year: 2027, cause: 'budget', reason: 'Another budget', actions: actions('A mission') }
    const { status, body } = await later.post('/plans/usth-2027/reviseYear', detail, { basis: tag })
    expect([read.headers['etag'], status, body.code]).to.deep.equal([tag, 200, undefined])
    const again = await later.post(
      '/plans/usth-2027/reviseYear',
      { ...detail, actions: actions('Another') },
      { basis: tag },
    )
    expect([again.status, again.body.fields.changes[0].type]).to.deep.equal([412, 'yearRevised'])
  })

  it('need not say what it is based on where it changes one thing, and is held to it where it does', async () => {
    await startPlan(desk)
    const lead = await desk.as('pilot')
    const tag = (await lead.get('/plans/usth-2027')).headers['etag'] ?? 'none'
    const move = (to: string, basis: string | null, query = '') =>
      lead.post(`/plans/usth-2027/moveMilestone${query}`, { milestone: 'fair', to, reason: 'The hall' }, { basis })
    expect((await move('2031-11-03', tag)).status).to.equal(200)
    for (const query of ['?preview=true', '']) {
      const { status, body } = await move('2031-11-10', tag, query)
      expect([status, body.code], query).to.deep.equal([412, 'command.overtaken'])
      expect(body.fields.changes.map(({ type, data }: { type: string; data: object }) => [type, data])).to.deep.equal([
        ['milestoneMoved', { milestone: 'fair', from: '2031-12-31', to: '2031-11-03', reason: 'The hall' }],
      ])
    }
    expect((await move('2031-11-10', 'last week')).status).to.equal(422)
    const seq = Number((await lead.get('/plans/usth-2027')).body.seq)
    for (const query of ['?preview=true', '']) {
      const { status, body } = await move('2031-11-10', `"${seq + 1}"`, query)
      expect([status, body.code, body.fields.changes], query).to.deep.equal([412, 'command.overtaken', []])
    }
    const { status, body } = await move('2031-11-10', null)
    expect([status, body.milestones.find(({ id }: { id: string }) => id === 'fair').dueOn]).to.deep.equal([
      ...[200, '2031-11-10'],
    ])
  })

  it('says nothing of what it is based on to whoever may not give it', async () => {
    await submitPlan(desk)
    const { status } = await (
      await desk.as('centre-head.cmp')
    ).post('/plans/usth-2027/revise', revision('Mine'), { basis: null })
    expect(status).to.equal(403)
    const stranger = await (
      await desk.as('centre-head.sms')
    ).post('/plans/usth-2027/revise', revision('Mine'), { basis: null })
    expect(stranger.status).to.equal(404)
  })
})
