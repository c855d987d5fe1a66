import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { errors } from '../../api/http/errors.ts'
import { beginSession, sessionMiddleware } from '../../api/session/session.ts'
import { findPerson } from '../../store/register/people.ts'
import { changePerson } from '../changed-person.ts'
import { person } from '../domain/school.ts'
import { mailedLink, openDoor, type Door } from './door.ts'

describe('a sign-in link whose button is pressed twice (ADR 80)', () => {
  let door: Door
  let other: Door['app']
  let mark: string
  let link: string
  before(async () => {
    door = await openDoor()
    other = createApp(door.deps)
  })
  beforeEach(async () => {
    await door.forget()
    door.at('2027-04-26T08:00:00Z')
    mark = await asked()
    link = await mailedLink(door)
  })
  after(() => door?.close())

  /** Asks for a link; answers the mark of the browser that did, as a cookie. */
  const asked = async (email = 'auditor@school.example'): Promise<string> => {
    const { headers } = await request(door.app).post('/api/v1/session/links').send({ email }).expect(202)
    return String(headers['set-cookie']).split(';')[0] ?? ''
  }
  const press = (cookie = mark, app = door.app) => request(app).post(link).set('Cookie', cookie)
  /** Presses, and is in: answers the cookie of its session. */
  const entered = async (cookie?: string, app?: Door['app']): Promise<string> => {
    const { status, headers } = await press(cookie, app)
    expect([status, headers['location']]).to.deep.equal([303, '/'])
    return sessionIn(headers['set-cookie'])
  }
  const sessionIn = (cookies: unknown): string => /(?:^|,)(longitude=[^;]+)/.exec(String(cookies))?.[1] ?? ''
  const session = (cookie: string) => request(door.app).get('/api/v1/session').set('Cookie', cookie)
  const refused = async (cookie = mark): Promise<void> => {
    const { body, headers } = await press(cookie).set('Accept', 'application/json').expect(410)
    expect([body.code, sessionIn(headers['set-cookie'])]).to.deep.equal(['link-used', ''])
  }

  it('makes one session, which both answers hold, whichever API they come to', async () => {
    const [one, two] = await Promise.all([entered(), entered(mark, other)])
    door.at('2027-04-26T08:00:29.999Z')
    expect([two, await entered()]).to.deep.equal([one, one])
    expect(await door.store.sessions.countDocuments()).to.equal(1)
    expect((await session(one).expect(200)).body).to.include({ signedInAt: '2027-04-26T08:00:00.000Z' })
  })

  it('is known by the session where the first answer was heard: its mark is gone by then', async () => {
    const { headers } = await press(`${mark}; longitude-return=/api/v1/plans`)
      .expect(303)
      .expect('Location', '/api/v1/plans')
    const again = await press(sessionIn(headers['set-cookie'])).expect(303).expect('Location', '/api/v1/plans')
    expect(sessionIn(again.headers['set-cookie'])).to.equal('')
    await session(sessionIn(headers['set-cookie'])).expect(200)
    expect(await door.store.sessions.countDocuments()).to.equal(1)
  })

  it('is used half a minute later, in its own browser too', async () => {
    const own = await entered()
    door.at('2027-04-26T08:00:30Z')
    for (const cookie of [mark, own, `${mark}; ${own}`]) await refused(cookie)
    await session(own).expect(200)
  })

  it('is used for everybody else at once', async () => {
    await entered()
    const stranger = await asked('pilot@school.example')
    const theirs = await mailedLink(door, 2)
    const { headers } = await request(door.app).post(theirs).set('Cookie', stranger).expect(303)
    for (const cookie of ['', stranger, `longitude-asked=${'x'.repeat(43)}`, sessionIn(headers['set-cookie'])])
      await refused(cookie)
  })

  it('lets nobody in once they have signed out, or ended their sessions from elsewhere', async () => {
    await request(door.app)
      .post('/sign-out')
      .type('form')
      .set('Cookie', await entered())
      .expect(303)
    await refused()
    const second = await asked()
    const [first, elsewhere] = [link, await mailedLink(door, 2)]
    link = elsewhere
    const own = await entered(second)
    const third = await asked()
    link = await mailedLink(door, 3)
    const kept = await entered(third)
    await request(door.app).delete('/api/v1/session/others').set('Cookie', kept).expect(204)
    expect(await entered(third), 'the one that asked').to.equal(kept)
    link = elsewhere
    await refused(second)
    await session(own).expect(401)
    link = first
    await refused()
  })

  it('lets nobody in who signs out while it is pressed once more', async () => {
    for (let times = 0; times < 2; times++) {
      if (times > 0) {
        mark = await asked()
        link = await mailedLink(door, times + 1)
      }
      const own = await entered()
      await Promise.all([
        request(door.app).delete('/api/v1/session').set('Cookie', own).expect(204),
        press(),
        press(mark, other),
      ])
      await session(own).expect(401)
      expect(await door.store.sessions.countDocuments()).to.equal(0)
    }
  })

  it('begins no session once its link was ended, however far the press had come', async () => {
    await request(door.app)
      .delete('/api/v1/session')
      .set('Cookie', await entered())
      .expect(204)
    const [ended] = await door.store.signInLinks.find().lean()
    const who = await findPerson(door.store, person('auditor'))
    if (!ended || !who) throw new Error('nobody signed in')
    const entrance = express().post('/', ...sessionMiddleware(door.deps), async (req, res) => {
      await beginSession(req, { person: who, link: ended._id, at: door.deps.now(), deps: door.deps })
      res.end()
    })
    const begun = await request(entrance.use(errors(door.deps)))
      .post('/')
      .expect(410)
    expect([begun.body.code, begun.headers['set-cookie']]).to.deep.equal(['link-ended', undefined])
    expect(await door.store.sessions.countDocuments()).to.equal(0)
  })

  it('lets nobody in whose mandate has ended meanwhile, and ends with the session of a role that changed', async () => {
    const id = person('auditor')
    const held = await door.store.people.findOne({ _id: id }).lean()
    const own = await entered()
    await changePerson(door.store, id, { mandates: [{ role: 'auditor', fromOn: '2026-09-01', untilOn: '2027-04-25' }] })
    const { body } = await press().set('Accept', 'application/json').expect(410)
    expect(body.code).to.equal('link-expired')
    await session(own).expect(401)
    await changePerson(door.store, id, { mandates: held?.mandates ?? [] })
    await refused()
  })

  it('signs in whose session is ended by that very request', async () => {
    const own = await entered()
    const next = await asked('pilot@school.example')
    link = await mailedLink(door, 2)
    door.at('2027-04-26T20:00:00Z')
    await door.store.signInLinks.updateMany({}, { $set: { expiresAt: new Date('2027-04-26T21:00:00Z') } })
    const { headers } = await press(`${own}; ${next}`).expect(303)
    await session(sessionIn(headers['set-cookie'])).expect(200)
  })
})
