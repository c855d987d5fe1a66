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
