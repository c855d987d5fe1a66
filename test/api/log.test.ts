import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { loggedError, loggedPath } from '../../api/http/log.ts'
import { draftBody, openDesk } from './desk.ts'

/** A stream for a log, and the lines that came. */
function kept(): { readonly stream: Writable; readonly lines: string[] } {
  const lines: string[] = []
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    lines.push(chunk.toString())
    done()
  }
  return { lines, stream: new Writable({ write }) }
}

describe('the log of the API', () => {
  it('holds no token of a link and no query', () => {
    expect(loggedPath('/sign-in/Zk3-_a?lang=fr')).to.equal('/sign-in/:token')
    expect(loggedPath('/answer/Zk3-_a/')).to.equal('/answer/:token/')
    expect(loggedPath('/partner/Zk3-_a/code')).to.equal('/partner/:token/code')
    expect(loggedPath('/dossier/Zk3-_a/documents/cv')).to.equal('/dossier/:token/documents/cv')
    expect(loggedPath('/calendar/Zk3-_a.ics')).to.equal('/calendar/:token')
    expect(loggedPath('/api/v1/me/calendar')).to.equal('/api/v1/me/calendar')
    expect(loggedPath('/sign-in')).to.equal('/sign-in')
    expect(loggedPath('/api/v1/plans/usth-2027?preview=true#x')).to.equal('/api/v1/plans/usth-2027')
  })

  it('holds nothing of an address that no id looks like: people type addresses of mail and names there', () => {
    expect(loggedPath('/api/v1/people/someone@school.example/history')).to.equal('/api/v1/people/:other/history')
    expect(loggedPath('/api/v1/people/someone%40school.example')).to.equal('/api/v1/people/:other')
    expect(loggedPath('/api/v1/people/Some%20One')).to.equal('/api/v1/people/:other')
    // A name is written as an id may be; those that are given to people have digits.
    expect(loggedPath('/api/v1/candidates/Tran/history')).to.equal('/api/v1/candidates/:other/history')
    expect(loggedPath('/api/v1/people/tran-an')).to.equal('/api/v1/people/:other')
    for (const path of [
      '/api/v1/candidates',
      '/api/v1/candidates/c1f/history',
      '/api/v1/people/p12',
      '/api/v1/partners/usth',
    ])
      expect(loggedPath(path)).to.equal(path)
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

  it('holds of an error what it comes of as well, and no line of a message that looks like a place', () => {
    const deep = Object.assign(new RangeError('a\n    at someone@school.example:1:1\nb'), { code: 'EDEEP' })
    const logged = loggedError(new Error('words of someone', { cause: new TypeError('more words', { cause: deep }) }))
    expect(logged).to.have.nested.include({ 'cause.name': 'TypeError', 'cause.cause.name': 'RangeError' })
    expect(logged).to.have.nested.property('cause.cause.code', 'EDEEP')
    expect(logged).to.have.nested.property('cause.cause.stack[0]').that.contains('log.test.ts')
    expect(JSON.stringify(logged)).to.not.match(/someone|words/)
    const ring = new Error('a ring')
    ring.cause = ring
    expect(JSON.stringify(loggedError(ring)).length, 'an end').to.be.below(20_000)
  })

  it('holds why a part of the product was away: kinds of errors, where they arose, and the request; no address, name or token', async () => {
    const { stream, lines } = kept()
    const desk = await openDesk({ log: pino(stream) })
    const pilot = await desk.as('pilot')
    await desk.store.connection.close()
    const asked = pilot.agent.get('/api/v1/plans?after=someone@school.example')
    const sent = request(desk.app).post('/answer/Zk3secret').type('form').send({ opinion: 'approved' })
    const seen = await Promise.all([asked, sent])
    expect(seen.map(({ status }) => status)).to.deep.equal([503, 503])
    const logged = lines.map((line) => JSON.parse(line)).filter(({ res }) => res?.status === 503)
    expect(logged.map(({ req }) => req.id)).to.have.members(seen.map(({ headers }) => headers['x-request-id']))
    for (const { err } of logged) {
      expect(err.name).to.equal('Unavailable')
      expect(err.cause.name).to.match(/^Mongo/)
      expect(err.cause.stack.join('\n')).to.match(/\/(?:store|api)\/|node_modules/)
    }
    expect(lines.join('')).to.not.match(/someone|secret|@|127\.0\.0\.1|mongodb:\/\/|failed with status/)
    await desk.close().catch(() => undefined)
  })

  it('holds why an answer is a bug', async () => {
    const { stream, lines } = kept()
    const gateway = { take: () => Promise.reject(new RangeError('of someone')), isUp: async () => true }
    const desk = await openDesk({ gateway, log: pino(stream) })
    expect((await (await desk.as('pilot')).post('/plans', draftBody())).status).to.equal(500)
    await desk.close()
    const { err } = lines.map((line) => JSON.parse(line)).find(({ res }) => res?.status === 500)
    expect(err).to.have.nested.include({ 'cause.name': 'RangeError' })
    expect(err.cause.stack[0]).to.contain('log.test.ts')
  })

  it('holds one line per request, with no address, cookie or body', async () => {
    const { stream, lines } = kept()
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
