import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { loggedError, loggedPath } from '../../api/log.ts'
import { openDesk } from './desk.ts'

describe('the log of the API', () => {
  it('holds no token of a link and no query', () => {
    expect(loggedPath('/sign-in/Zk3-_a?lang=fr')).to.equal('/sign-in/:token')
    expect(loggedPath('/answer/Zk3-_a/')).to.equal('/answer/:token/')
    expect(loggedPath('/partner/Zk3-_a/code')).to.equal('/partner/:token/code')
    expect(loggedPath('/calendar/Zk3-_a.ics')).to.equal('/calendar/:token')
    expect(loggedPath('/api/v1/me/calendar')).to.equal('/api/v1/me/calendar')
    expect(loggedPath('/sign-in')).to.equal('/sign-in')
    expect(loggedPath('/api/v1/plans/usth-2027?preview=true#x')).to.equal('/api/v1/plans/usth-2027')
  })

  it('holds nothing of an address that no id looks like: people type addresses of mail and names there', () => {
    expect(loggedPath('/api/v1/people/someone@school.example/history')).to.equal('/api/v1/people/:other/history')
    expect(loggedPath('/api/v1/people/someone%40school.example')).to.equal('/api/v1/people/:other')
    expect(loggedPath('/api/v1/people/Some%20One')).to.equal('/api/v1/people/:other')
    expect(loggedPath('/sign-in/a@b.example')).to.equal('/sign-in/:token')
    const approval = '/api/v1/approvals/partnershipPlan.usth-2027.v1.cmp'
    expect(loggedPath(approval)).to.equal(approval)
  })

  it('holds of an error its kind and its place, never its message', () => {
    const error = Object.assign(new TypeError('dup key { email: "someone@school.example" }'), { code: 11000 })
    const logged = loggedError(error)
    expect(logged).to.include({ name: 'TypeError', code: 11000 })
    expect(JSON.stringify(logged)).to.contain('log.test.ts').and.not.contain('someone')
  })

  it('holds one line per request, with no address, cookie or body', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString())
        done()
      },
    })
    const desk = await openDesk()
    const app = createApp({ ...desk.deps, log: pino(stream) })
    const { body } = await request(app)
      .get('/api/v1/plans?after=someone@school.example')
      .set('Cookie', 'longitude=secret')
      .set('Authorization', 'Bearer secret')
    await request(app).post('/api/v1/session/links').send({ email: 'pilot@school.example' })
    await request(app).get('/sign-in/Zk3secret')
    await desk.close()
    expect(lines).to.have.length(3)
    expect(lines.join('')).to.not.match(/@|secret|Cookie|cookie/)
    const [first = '{}'] = lines
    const { req, res } = JSON.parse(first)
    expect(req).to.deep.equal({ id: body.instance.slice('urn:uuid:'.length), method: 'GET', path: '/api/v1/plans' })
    expect(res).to.deep.equal({ status: 401 })
  })
})
