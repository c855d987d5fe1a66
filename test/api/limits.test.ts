import { expect } from 'chai'
import request from 'supertest'
import { openDesk, type Desk } from './desk.ts'

describe('how much one may ask', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk({ requestsPerMinute: 5 })
  })
  after(() => desk?.close())

  it('is said with every answer, counted for each person, and answered 429 beyond', async () => {
    const pilot = await desk.as('pilot')
    const first = await pilot.get('/plans')
    expect(first.headers['ratelimit-policy']).to.match(/^"requests"; q=5; w=60/)
    expect(first.headers['ratelimit']).to.match(/^"requests"; r=4; t=\d+$/)
    for (let asked = 1; asked < 5; asked++) expect((await pilot.get('/plans')).status).to.equal(200)
    const { status, headers, body } = await pilot.get('/plans')
    expect([status, body.code]).to.deep.equal([429, 'too-many-requests'])
    expect(Number(headers['retry-after'])).to.be.within(1, 60)
    expect(body.fields.seconds).to.equal(Number(headers['retry-after']))
    expect((await (await desk.as('officer')).get('/plans')).status, 'another person').to.equal(200)
    await request(desk.app).get('/livez').expect(200)
  })

  it('is counted for an origin while nobody is signed in', async () => {
    const statuses: number[] = []
    for (let asked = 0; asked < 6; asked++) statuses.push((await request(desk.app).get('/api/v1/plans')).status)
    expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429])
  })
})

describe('who asks through proxies', () => {
  const through = async (trustedProxies: number, senders: readonly string[]): Promise<number[]> => {
    const desk = await openDesk({ requestsPerMinute: 1, trustedProxies })
    const statuses: number[] = []
    for (const sender of senders)
      statuses.push((await request(desk.app).get('/api/v1/plans').set('X-Forwarded-For', sender)).status)
    await desk.close()
    return statuses
  }

  it('is whom as many proxies speak for as are trusted, and nobody chooses who they are', async () => {
    const two = ['192.0.2.1', '192.0.2.2', '192.0.2.1']
    expect(await through(1, two)).to.deep.equal([401, 401, 429])
    expect(await through(0, two)).to.deep.equal([401, 429, 429])
    expect(await through(1, ['192.0.2.1', '192.0.2.7, 192.0.2.1'])).to.deep.equal([401, 429])
  })
})

describe('the id of a request', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  it('is on every answer, its problem names it, and none is taken from outside', async () => {
    const { headers, body } = await request(desk.app).get('/api/v1/plans').set('X-Request-Id', 'mine')
    expect(headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/)
    expect(body.instance).to.equal(`urn:uuid:${headers['x-request-id']}`)
    const other = await request(desk.app).get('/livez')
    expect(other.headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/)
  })
})
