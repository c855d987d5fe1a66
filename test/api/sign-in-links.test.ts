import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import request from 'supertest'
import { mailedLink, openDoor, type Door } from './door.ts'

describe('a sign-in link', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  beforeEach(() => door.forget())
  after(() => door.close())

  const browser = () => request.agent(door.app)
  type Browser = ReturnType<typeof browser>
  const ask = (by: Browser, email = 'pilot@school.example') => by.post('/api/v1/session/links').send({ email })
  const mailed = (count = 1): Promise<string> => mailedLink(door, count)

  it('works for the newest link of a browser that asked several times, and for no other', async () => {
    const by = browser()
    const links: string[] = []
    for (let times = 1; times <= 5; times++) {
      await ask(by)
      links.push(await mailed(times))
    }
    for (const link of links.slice(0, 4)) {
      await by.get(link).expect(410)
      const ended = await by.post(link).set('Accept', 'application/json').expect(410)
      expect(ended.body.code).to.equal('link-ended')
    }
    await by.get('/api/v1/session').expect(401)
    await by.post(links[4] ?? '').expect(303)
  })

  it('ends all other links of its person, in every browser, and nobody else’s', async () => {
    const [by, other, colleague] = [browser(), browser(), browser()]
    await ask(other)
    const elsewhere = await mailed()
    await ask(colleague, 'officer@school.example')
    const theirs = await mailed(2)
    await ask(by)
    await by.post(await mailed(3)).expect(303)
    const ended = await other.post(elsewhere).set('Accept', 'application/json').expect(410)
    expect(ended.body.code).to.equal('link-ended')
    await colleague.post(theirs).expect(303)
  })

  it('is kept from nobody by others who ask in their name', async () => {
    const by = browser()
    await ask(by)
    const link = await mailed()
    await ask(browser())
    await mailed(2)
    await by.post(link).expect(303)
  })
})

describe('sign-in links that a stranger asks for in somebody’s name', () => {
  let door: Door
  before(async () => {
    door = await openDoor({ trustedProxies: 1 })
  })
  beforeEach(() => door.forget())
  after(() => door.close())

  const from = (origin: string, by = request.agent(door.app)) =>
    by.post('/api/v1/session/links').set('X-Forwarded-For', origin).send({ email: 'pilot@school.example' })
  const manyFrom = (origin: string, many: number) =>
    Promise.all(Array.from({ length: many }, () => from(origin).expect(202)))
  /** How many mails there are once nothing more can come. */
  const mailsAfterAll = async (): Promise<number> => {
    await pause(1_000)
    return door.mails.length
  }

  it('are ten at most from one place, asked for at once or one after the other, and keep nobody out elsewhere', async () => {
    const answers = await manyFrom('192.0.2.1', 30)
    expect(new Set(answers.map(({ text }) => text)).size, 'what each is told').to.equal(1)
    expect(await mailsAfterAll()).to.equal(10)
    await from('192.0.2.1').expect(202)
    expect(await mailsAfterAll()).to.equal(10)
    const owner = request.agent(door.app)
    await from('192.0.2.2', owner).expect(202)
    await owner.post(await mailedLink(door, 11)).expect(303)
  })

  it('are counted for a network of IPv6 as for one place', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, host) => from(`2001:db8::${host + 1}`).expect(202)))
    expect(await mailsAfterAll()).to.equal(10)
  })

  it('are no limit for whoever opens them: what was used counts no more', async () => {
    for (let times = 1; times <= 11; times++) {
      const by = request.agent(door.app)
      await from('192.0.2.3', by).expect(202)
      await by.post(await mailedLink(door, times)).expect(303)
    }
  })
})
