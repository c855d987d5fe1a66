import { expect } from 'chai'
import { Webhook } from 'standardwebhooks'
import { webhooks } from '../../activities/webhooks.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { addDeliveries, takeDue } from '../../store/deliveries.ts'
import { person } from '../domain/school.ts'
import { poster } from '../../webhooks/post.ts'
import { draftBody, openDesk, type Answered, type Client, type Desk } from './desk.ts'
import { answering, openReceiver, type Receiver } from './webhooks-receiver.ts'

const drafted = 'partnershipPlan.drafted'

describe('webhooks', function () {
  this.timeout(60_000)
  let desk: Desk
  let receiver: Receiver
  let administrator: Client
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())
  beforeEach(async () => {
    desk.at('2027-04-26T08:00:00Z')
    receiver = await openReceiver()
    administrator = await desk.as('administrator')
  })
  afterEach(async () => {
    await receiver.close()
    await desk.forget()
    await desk.store.webhooks.deleteMany({})
    await desk.store.deliveries.deleteMany({})
  })

  const register = async (types: string[], url = receiver.url): Promise<Answered['body']> => {
    const { status, body } = await administrator.post('/webhooks', { url, types })
    expect(status, JSON.stringify(body)).to.equal(201)
    return body
  }
  const post = poster({ atHome: true, timeoutMs: 1500 })
  /** A worker's run, at a moment. */
  const run = async (moment: string, runMs = 40_000): Promise<void> => {
    const now = (): Instant => instant(moment)
    await webhooks({ store: desk.store, post, secret: desk.deps.secret, now, runMs }).sendWebhooks()
  }
  const draft = async (): Promise<void> => {
    expect((await (await desk.as('pilot')).post('/plans', draftBody())).status).to.equal(201)
  }
  const log = async (id: string): Promise<Answered['body'][]> =>
    (await administrator.get(`/webhooks/${id}/deliveries`)).body.items

  it('are sent ids and moments of what they asked for, signed as the specification says', async () => {
    const { id, secret, url, by } = await register(['partnershipPlan'])
    expect(url).to.not.contain('hidden')
    expect(by).to.deep.equal({ id: person('administrator'), name: 'administrator@school.example' })
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    await run(new Date().toISOString())
    expect(receiver.received).to.have.length(1)
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received
    // The package judges the moment of the try by the time of day.
    expect(new Webhook(secret).verify(body, headers)).to.deep.equal({
      type: drafted,
      process: 'partnershipPlan/usth-2027',
      seq: 1,
      at: '2027-04-26T08:00:01.000Z',
    })
    expect(() => new Webhook(secret).verify(`${body} `, headers)).to.throw('signature')
    const [delivery] = await log(id)
    expect(delivery).to.deep.include({ id: headers['webhook-id'], type: drafted, state: 'delivered', dueAt: null })
    expect(delivery.tries.map(({ status }: { status: number }) => status)).to.deep.equal([204])
    const { body: read } = await administrator.get(`/webhooks/${id}`)
    expect(JSON.stringify(read)).to.not.match(/whsec_|hidden/)
  })

  it('hear of nothing that was taken before they were registered, and of nothing else', async () => {
    await draft()
    desk.at('2027-04-26T08:00:01Z')
    await register(['partnershipPlan', 'agreement'])
    await register(['centreApproval'])
    desk.at('2027-04-26T08:00:02Z')
    expect((await (await desk.as('pilot')).post('/plans/usth-2027/submit')).status).to.equal(200)
    await desk.settle()
    await run('2027-04-26T08:01:00Z')
    const named = receiver.types()
    expect(named).to.include('partnershipPlan.submitted').and.not.include(drafted)
    expect(named.filter((type) => type.startsWith('centreApproval.'))).to.have.length(2)
    expect(named.filter((type) => /^(?:correspondence|person|partner)\./.test(type))).to.deep.equal([])
  })

  it('are tried again after 1, 5 and 30 minutes, 2, 5, 10 and 24 hours, and then no more', async () => {
    const { id } = await register([drafted])
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    receiver.answer(answering(500))
    const moments = [
      ...['2027-04-26T08:01:00Z', '2027-04-26T08:02:00Z', '2027-04-26T08:07:00Z', '2027-04-26T08:37:00Z'],
      ...['2027-04-26T10:37:00Z', '2027-04-26T15:37:00Z', '2027-04-27T01:37:00Z', '2027-04-28T01:37:00Z'],
    ]
    for (const [number, moment] of moments.entries()) {
      if (number > 0) await run(new Date(Date.parse(moment) - 1).toISOString())
      expect(receiver.received, `before ${moment}`).to.have.length(number)
      await run(moment)
      expect(receiver.received, moment).to.have.length(number + 1)
    }
    const [delivery] = await log(id)
    expect(delivery.state).to.equal('givenUp')
    expect(delivery.tries.map(({ at }: { at: string }) => at)).to.deep.equal(moments.map((moment) => instant(moment)))
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).to.equal(1)
    await run('2027-05-03T08:00:00Z')
    expect(receiver.received).to.have.length(8)
  })

  it('hear of everything, in order, when they come back after hours', async () => {
    const { id } = await register(['partnershipPlan'])
    const port = Number(new URL(receiver.url).port)
    await receiver.close()
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    await run('2027-04-26T08:01:00Z')
    desk.at('2027-04-26T08:01:01Z')
    expect((await (await desk.as('pilot')).post('/plans/usth-2027/submit')).status).to.equal(200)
    await run('2027-04-26T08:02:00Z')
    await run('2027-04-26T08:03:00Z')
    expect((await administrator.get(`/webhooks/${id}`)).body.failingSince).to.equal('2027-04-26T08:01:00.000Z')
    const errors = (await log(id)).flatMap(({ tries }) => tries.map(({ error }: { error: string }) => error))
    expect(new Set(errors)).to.deep.equal(new Set(['ECONNREFUSED']))
    receiver = await openReceiver(port)
    await run('2027-04-26T12:00:00Z')
    expect(receiver.types().slice(0, 2)).to.deep.equal([drafted, 'partnershipPlan.submitted'])
    expect((await administrator.get(`/webhooks/${id}`)).body.failingSince).to.equal(null)
  })

  it('are over after 410, and after five days without one success', async () => {
    const gone = await register([drafted])
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    receiver.answer(answering(410))
    await run('2027-04-26T08:01:00Z')
    expect((await administrator.get(`/webhooks/${gone.id}`)).body).to.include({
      state: 'gone',
      overAt: '2027-04-26T08:01:00.000Z',
    })
    await run('2027-04-26T09:01:00Z')
    expect(receiver.received).to.have.length(1)
    expect((await log(gone.id))[0]?.state).to.equal('givenUp')
    const { status, body } = await administrator.post(`/webhooks/${gone.id}/ping`)
    expect([status, body.code]).to.deep.equal([409, 'webhook-over'])

    receiver.answer(answering(503))
    const { id } = await register([drafted])
    const ping = async (moment: string): Promise<string> => {
      desk.at(moment)
      administrator = await desk.as('administrator')
      await administrator.post(`/webhooks/${id}/ping`)
      await run(moment)
      return (await administrator.get(`/webhooks/${id}`)).body.state
    }
    expect(await ping('2027-04-27T08:00:00Z')).to.equal('on')
    expect(await ping('2027-05-02T07:59:59Z')).to.equal('on')
    expect(await ping('2027-05-02T08:00:00Z')).to.equal('failing')
  })

  it('are not followed elsewhere', async () => {
    const other = await openReceiver()
    receiver.answer(answering(307, { location: other.url }))
    const { id } = await register([drafted])
    await administrator.post(`/webhooks/${id}/ping`)
    await run('2027-04-26T08:01:00Z')
    expect(other.received).to.deep.equal([])
    const [delivery] = await log(id)
    expect([delivery.state, delivery.tries[0]?.status]).to.deep.equal(['waiting', 307])
    await other.close()
  })

  it('that are slow hold up no other', async () => {
    const quick = await openReceiver()
    receiver.answer(() => undefined)
    const slow = await register([drafted])
    const { id } = await register([drafted], quick.url)
    for (let number = 0; number < 3; number++) {
      await administrator.post(`/webhooks/${slow.id}/ping`)
      await administrator.post(`/webhooks/${id}/ping`)
    }
    const began = Date.now()
    const over = run('2027-04-26T08:01:00Z')
    while (quick.received.length < 3 && Date.now() - began < 1400) await new Promise((done) => setTimeout(done, 10))
    expect(quick.received).to.have.length(3)
    await over
    expect(receiver.received, 'one try that failed is enough for a run').to.have.length(1)
    const errors = (await log(slow.id)).flatMap(({ tries }) => tries.map(({ error }: { error: string }) => error))
    expect(errors).to.deep.equal(['TIMEOUT'])
    await quick.close()
  })

  it('hear of an entry that is there later than the moment it was taken, and of each once', async () => {
    const { id } = await register([drafted])
    desk.at('2027-04-26T08:05:00Z')
    await run('2027-04-26T08:09:59Z')
    await draft()
    await run('2027-04-26T08:10:00Z')
    await run('2027-04-26T08:11:00Z')
    expect(receiver.types()).to.deep.equal([drafted])
    expect(await log(id)).to.have.length(1)
  })

  it('hear once of what a run that died had left, and once more, under the same id, of what it had posted', async () => {
    const { id } = await register([drafted])
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    // It left the delivery, and neither moved on in the ledger nor noted its post.
    const [now, until] = [instant('2027-04-26T08:01:00Z'), instant('2027-04-26T08:03:00Z')]
    const what = 'partnershipPlan/usth-2027 1'
    await addDeliveries(desk.store, [{ webhook: id, type: drafted, at: now, takenAt: now, what }], now)
    await takeDue(desk.store, { webhook: id, now, until })
    await run('2027-04-26T08:02:00Z')
    expect(receiver.received).to.deep.equal([])
    await run('2027-04-26T08:03:00Z')
    await run('2027-04-26T08:04:00Z')
    expect(receiver.received).to.have.length(1)
    expect(await log(id)).to.have.length(1)
  })

  it('are sent a message again when somebody asks, under its id', async () => {
    const { id } = await register([drafted])
    await administrator.post(`/webhooks/${id}/ping`)
    await run('2027-04-26T08:01:00Z')
    const [{ id: delivery }] = await log(id)
    expect((await administrator.post(`/deliveries/${delivery}/repeat`)).status).to.equal(202)
    await run('2027-04-26T08:02:00Z')
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).to.deep.equal([delivery, delivery])
    expect(receiver.types()).to.deep.equal(['webhook.ping', 'webhook.ping'])
  })

  it('are registered once for one key, and end for good', async () => {
    const body = { url: receiver.url, types: [drafted] }
    const [one, two] = [
      await administrator.post('/webhooks', body, { key: 'k' }),
      await administrator.post('/webhooks', body, { key: 'k' }),
    ]
    expect(two.body).to.deep.equal(one.body)
    const other = await administrator.post('/webhooks', { ...body, types: ['agreement'] }, { key: 'k' })
    expect([other.status, other.body.code]).to.deep.equal([422, 'key-reused'])
    const { body: ended } = await administrator.post(`/webhooks/${one.body.id}/end`)
    expect(ended).to.include({ state: 'ended', overAt: '2027-04-26T08:00:00.000Z' })
    desk.at('2027-04-26T08:00:01Z')
    await draft()
    await run('2027-04-26T08:01:00Z')
    expect(receiver.received).to.deep.equal([])
  })

  it('are not registered for addresses that are not to be written to', async () => {
    for (const url of ['http://receiver.example/', 'https://10.0.0.1/', 'https://u:p@receiver.example/', 'nowhere']) {
      const { status, body } = await administrator.post('/webhooks', { url, types: [drafted] })
      expect([status, body.fields.faults[0]], url).to.deep.equal([
        422,
        { path: 'url', code: 'address_refused', message: body.fields.faults[0].message },
      ])
    }
    const { status } = await administrator.post('/webhooks', { url: receiver.url, types: ['correspondence'] })
    expect(status).to.equal(422)
  })

  it('are not registered for this machine, in whatever writing, by an installation that people reach elsewhere', async () => {
    const school = await openDesk({ publicUrl: 'https://plans.school.example', trustedProxies: 1 })
    const own = ['https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/', 'https://2130706433/', receiver.url]
    for (const url of own) {
      expect((await administrator.post('/webhooks', { url, types: [drafted] })).status, `at home: ${url}`).to.equal(201)
      const theirs = await school.as('administrator')
      const { status, body } = await theirs.post('/webhooks', { url, types: [drafted] })
      expect([status, body.fields?.faults[0].code], url).to.deep.equal([422, 'address_refused'])
    }
    await school.close()
  })

  it('have a log that is read page by page, the newest first', async () => {
    const { id } = await register([drafted])
    for (let second = 10; second < 65; second++) {
      const at = instant(`2027-04-26T08:${second < 60 ? '00' : '01'}:${String(second % 60).padStart(2, '0')}Z`)
      await addDeliveries(desk.store, [{ webhook: id, type: 'webhook.ping', at, takenAt: at, what: `${second}` }], at)
    }
    const { body: first } = await administrator.get(`/webhooks/${id}/deliveries`)
    const { body: last } = await administrator.get(`/webhooks/${id}/deliveries?after=${encodeURIComponent(first.next)}`)
    const moments = [...first.items, ...last.items].map(({ at }) => at)
    expect([first.items.length, last.items.length, last.next]).to.deep.equal([50, 5, null])
    expect(moments).to.deep.equal(moments.toSorted().toReversed())
  })

  it('are for administrators, and their log for auditors as well', async () => {
    const { id } = await register([drafted])
    const auditor = await desk.as('auditor')
    expect((await auditor.get(`/webhooks/${id}/deliveries`)).status).to.equal(200)
    expect((await auditor.post(`/webhooks/${id}/ping`)).status).to.equal(403)
    expect((await (await desk.as('direction')).get('/webhooks')).status).to.equal(403)
  })
})
