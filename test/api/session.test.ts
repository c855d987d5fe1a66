import { expect } from 'chai'
import request from 'supertest'
import { person } from '../domain/school.ts'
import { until } from '../house.ts'
import { mailedLink, openDoor, type Door } from './door.ts'
import { changePerson } from '../changed-person.ts'

describe('session', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    door.at('2027-04-26T08:00:00Z')
  })
  after(() => door.close())

  const browser = () => request.agent(door.app)
  type Browser = ReturnType<typeof browser>
  const ask = (by: Browser, email = 'pilot@school.example') => by.post('/api/v1/session/links').send({ email })
  const mailed = (count = 1): Promise<string> => mailedLink(door, count)
  const signedIn = async (email?: string): Promise<Browser> => {
    const by = browser()
    await ask(by, email).expect(202)
    await by.post(await mailed()).expect(303)
    return by
  }
  const session = (by: Browser) => by.get('/api/v1/session')

  describe('POST /api/v1/session/links', () => {
    it('answers the same to everyone, and mails only those who have an account', async () => {
      const known = await ask(browser()).expect(202)
      const unknown = await ask(browser(), 'nobody@school.example').expect(202)
      await mailed()
      expect(unknown.body).to.deep.equal(known.body)
      const shape = ({ headers }: typeof known) =>
        Object.keys(headers)
          .filter((name) => name !== 'date')
          .sort()
      expect(shape(unknown)).to.deep.equal(shape(known))
      expect(unknown.headers['content-length']).to.equal(known.headers['content-length'])
      await new Promise((resolve) => setTimeout(resolve, 800))
      expect(door.mails.map(({ to }) => to)).to.deep.equal(['pilot@school.example'])
    })

    it('writes at once, in the person’s language, with an id that says nothing of them', async () => {
      await ask(browser(), ' Officer@School.Example ').expect(202)
      await mailed()
      const [mail] = door.mails
      expect(mail?.language).to.equal('fr')
      expect(mail?.to).to.equal('officer@school.example')
      expect(mail?.messageId).to.match(/^sign-in\.[0-9a-f-]{36}$/)
    })

    it('keeps neither the token nor the mark of the browser', async () => {
      await ask(browser())
      const token = (await mailed()).split('/').at(-1) ?? ''
      const kept = JSON.stringify(await door.store.signInLinks.find().lean())
      expect(kept).to.not.contain(token)
      expect(kept).to.match(/[0-9a-f]{64}.*[0-9a-f]{64}/)
    })

    for (const email of [
      'pilot@school.example, other@evil.example',
      'Pilot <pilot@school.example>',
      'pilot',
      '',
      { $gt: '' },
      undefined,
    ])
      it(`refuses ${JSON.stringify(email)} as an address`, () =>
        browser().post('/api/v1/session/links').send({ email }).expect(422))

    it('mails one browser no more than five links that are still open, says nothing of it, and locks out no other', async () => {
      const one = browser()
      for (let times = 0; times < 5; times++) {
        await ask(one).expect(202)
        await mailed(times + 1)
      }
      await ask(one).expect(202)
      await new Promise((resolve) => setTimeout(resolve, 800))
      expect(door.mails).to.have.length(5)
      await ask(browser()).expect(202)
      await mailed(6)
    })

    it('mails nobody who holds no mandate today', async () => {
      door.at('2020-08-31T08:00:00Z')
      await ask(browser()).expect(202)
      await new Promise((resolve) => setTimeout(resolve, 800))
      expect(door.mails).to.deep.equal([])
    })

    it('tries again when the mail server is away', async () => {
      let tries = 0
      const halting = await openDoor({
        sendMail: async () => (++tries < 2 ? Promise.reject(new Error('away')) : undefined),
      })
      await request(halting.app).post('/api/v1/session/links').send({ email: 'pilot@school.example' }).expect(202)
      await until(async () => tries === 2, 5_000)
      await halting.close()
    })
  })

  describe('POST /sign-in/{token}', () => {
    it('signs in once, in the browser that asked', async () => {
      const by = browser()
      await ask(by)
      const link = await mailed()
      const entered = await by.post(link).expect(303)
      expect(entered.headers['location']).to.equal('/')
      const { body } = await session(by).expect(200)
      expect(body).to.deep.equal({
        person: person('pilot'),
        signedInAt: '2027-04-26T08:00:00.000Z',
        until: '2027-04-26T20:00:00.000Z',
        idleUntil: '2027-04-26T10:00:00.000Z',
      })
      door.at('2027-04-26T08:00:30Z')
      const again = await by.post(link).set('Accept', 'application/json').expect(410)
      expect(again.body.code).to.equal('link-used')
    })

    it('is changed by no GET and no HEAD, however often', async () => {
      const by = browser()
      await ask(by)
      const link = await mailed()
      const before = await door.store.signInLinks.find().lean()
      for (let times = 0; times < 3; times++) await by.get(link).expect(200)
      await by.head(link).expect(200)
      expect(await door.store.signInLinks.find().lean()).to.deep.equal(before)
      await session(by).expect(401)
      await by.post(link).expect(303)
    })

    it('makes one session of any number of attempts at once', async () => {
      const by = browser()
      const asked = await ask(by)
      const cookie = String(asked.headers['set-cookie']).split(';')[0] ?? ''
      const link = await mailed()
      const attempts = await Promise.all(
        Array.from({ length: 12 }, () => request(door.app).post(link).set('Cookie', cookie)),
      )
      expect(attempts.map(({ status }) => status)).to.deep.equal(Array.from({ length: 12 }, () => 303))
      expect(await door.store.sessions.countDocuments()).to.equal(1)
    })

    it('gives nothing to another browser', async () => {
      await ask(browser())
      const link = await mailed()
      const other = browser()
      await ask(other, 'officer@school.example')
      await mailed(2)
      const told = await other.post(link).set('Accept', 'application/json').expect(403)
      expect(told.body.code).to.equal('link-other-browser')
      await request(door.app).post(link).expect(403)
      await session(other).expect(401)
    })

    it('expires after ten minutes', async () => {
      const by = browser()
      await ask(by)
      const link = await mailed()
      door.at('2027-04-26T08:09:59Z')
      await by.get(link).expect(200)
      door.at('2027-04-26T08:10:01Z')
      await by.get(link).expect(410)
      const late = await by.post(link).set('Accept', 'application/json').expect(410)
      expect(late.body.code).to.equal('link-expired')
    })

    it('knows no token that is not one of ours', async () => {
      const { body } = await browser()
        .post(`/sign-in/${'x'.repeat(43)}`)
        .set('Accept', 'application/json')
        .expect(404)
      expect(body.code).to.equal('link-unknown')
    })

    it('changes the session’s id, so that one planted before is worth nothing', async () => {
      const by = await signedIn()
      const [before] = await door.store.sessions.find().lean()
      await ask(by, 'officer@school.example')
      await by.post(await mailed(2)).expect(303)
      const [after] = await door.store.sessions.find().lean()
      expect(await door.store.sessions.countDocuments()).to.equal(1)
      expect(after?._id).to.not.equal(before?._id)
      expect((await session(by)).body.person).to.equal(person('officer'))
    })
  })

  describe('the session', () => {
    it('has a cookie that no script reads, and no site but ours sends with a form', async () => {
      const by = browser()
      await ask(by)
      const { headers } = await by.post(await mailed())
      const cookies = [headers['set-cookie']].flat().map(String)
      expect(cookies.find((cookie) => cookie.startsWith('longitude='))).to.match(
        /^longitude=s%3A[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
      )
    })

    it('has a __Host- cookie for TLS alone where people come by https, whatever stands before us says', async () => {
      const tls = await openDoor({ publicUrl: 'https://longitude.school.example' })
      const asked = await request(tls.app).post('/api/v1/session/links').send({ email: 'pilot@school.example' })
      const mark = String(asked.headers['set-cookie'])
      expect(mark).to.match(
        /^__Host-longitude-asked=[^;]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      )
      await until(async () => tls.mails.length === 1, 5_000)
      const link = /\/sign-in\/[\w-]{43}/.exec(tls.mails[0]?.text ?? '')?.[0] ?? ''
      const entered = await request(tls.app)
        .post(link)
        .set('Cookie', mark.split(';')[0] ?? '')
        .expect(303)
      expect([entered.headers['set-cookie']].flat().join('\n')).to.match(
        /^__Host-longitude=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
      )
      await tls.close()
    })

    it('ends when it was idle for two hours', async () => {
      const by = await signedIn()
      await session(by).expect(200)
      await door.store.sessions.updateMany({}, { $set: { expires: new Date(Date.now() - 1) } })
      await session(by).expect(401)
    })

    it('lives two hours more with every use', async () => {
      const by = await signedIn()
      const soon = new Date(Date.now() + 60_000)
      await door.store.connection
        .collection('sessions')
        .updateMany({}, { $set: { expires: soon, lastModified: new Date(Date.now() - 120_000) } })
      await session(by).expect(200)
      const [kept] = await door.store.sessions.find().lean()
      expect(Number(kept?.expires)).to.be.within(Date.now() + 7_100_000, Date.now() + 7_200_000)
    })

    it('ends twelve hours after signing in, used or not', async () => {
      const by = await signedIn()
      door.at('2027-04-26T19:59:59Z')
      await session(by).expect(200)
      door.at('2027-04-26T20:00:00Z')
      await session(by).expect(401)
      expect(await door.store.sessions.countDocuments()).to.equal(0)
    })

    it('ends at once when the person’s mandates do', async () => {
      const by = await signedIn('auditor@school.example')
      await session(by).expect(200)
      const id = person('auditor')
      const held = await door.store.people.findOne({ _id: id }).lean()
      await changePerson(door.store, id, {
        mandates: [{ role: 'auditor', fromOn: '2026-09-01', untilOn: '2027-04-25' }],
      })
      await session(by).expect(401)
      expect(await door.store.sessions.countDocuments()).to.equal(0)
      await changePerson(door.store, id, { mandates: held?.mandates ?? [] })
    })

    it('ends at once when its person holds another role, and lives on where a mandate is renewed', async () => {
      const by = await signedIn('auditor@school.example')
      const id = person('auditor')
      const held = await door.store.people.findOne({ _id: id }).lean()
      const holds = (...mandates: { role: 'auditor' | 'reader'; fromOn: string; untilOn?: string }[]) =>
        changePerson(door.store, id, { mandates })
      await holds(
        { role: 'auditor', fromOn: '2026-09-01', untilOn: '2027-04-26' },
        { role: 'auditor', fromOn: '2027-04-27' },
      )
      await session(by).expect(200)
      await holds({ role: 'auditor', fromOn: '2026-09-01' }, { role: 'reader', fromOn: '2027-04-26' })
      await session(by).expect(401)
      expect(await door.store.sessions.countDocuments()).to.equal(0)
      await changePerson(door.store, id, { mandates: held?.mandates ?? [] })
    })

    it('is listed to its person among theirs, who ends the others', async () => {
      const first = await signedIn()
      door.at('2027-04-26T09:00:00Z')
      const second = browser()
      await ask(second).expect(202)
      await second.post(await mailed(2)).expect(303)
      const stranger = browser()
      await ask(stranger, 'officer@school.example').expect(202)
      await stranger.post(await mailed(3)).expect(303)
      const { body } = await second.get('/api/v1/session/all').expect(200)
      expect(
        body.items.map(({ signedInAt, until: ends, current }: Record<string, unknown>) => [signedInAt, ends, current]),
      ).to.deep.equal([
        ['2027-04-26T09:00:00.000Z', '2027-04-26T21:00:00.000Z', true],
        ['2027-04-26T08:00:00.000Z', '2027-04-26T20:00:00.000Z', false],
      ])
      await second.delete('/api/v1/session/others').expect(204)
      await session(first).expect(401)
      await session(second).expect(200)
      await session(stranger).expect(200)
      await browser().get('/api/v1/session/all').expect(401)
      await browser().delete('/api/v1/session/others').expect(401)
    })

    it('is signed out by DELETE, once and again', async () => {
      const by = await signedIn()
      await by.delete('/api/v1/session').expect(204)
      await session(by).expect(401)
      await by.delete('/api/v1/session').expect(204)
      expect(await door.store.sessions.countDocuments()).to.equal(0)
    })

    it('is kept by no cache', async () => {
      const { headers } = await session(await signedIn())
      expect(headers['cache-control']).to.equal('no-store')
    })

    it('is not one for a cookie that was changed', async () => {
      const by = await signedIn()
      const { headers } = await session(by)
      expect(headers['set-cookie']).to.equal(undefined)
      await request(door.app).get('/api/v1/session').set('Cookie', 'longitude=s%3Aabc.def').expect(401)
    })
  })
})
