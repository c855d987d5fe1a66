import { expect } from 'chai'
import request from 'supertest'
import { mailedLink, openDoor, type Door } from './door.ts'

describe('pages of signing in', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  beforeEach(() => door.forget())
  after(() => door.close())

  const browser = () => request.agent(door.app)
  type Browser = ReturnType<typeof browser>
  const askBy = (by: Browser, email: string) => by.post('/sign-in?lang=en').type('form').send({ email })
  const mailed = (): Promise<string> => mailedLink(door)

  it('asks, mails, shows one button, signs in and signs out', async () => {
    const by = browser()
    expect((await by.get('/sign-in').set('Accept-Language', 'en').expect(200)).text).to.contain(
      '<label class="label" for="email">',
    )
    expect((await askBy(by, 'centre-head.cis@school.example').expect(202)).text).to.contain(
      'If this address has an account',
    )
    const link = await mailed()
    const page = await by.get(link).expect(200)
    expect(page.text)
      .to.contain('<html lang="fr"')
      .and.match(/<form method="post"><button>/)
    await by.post(link).type('form').send('').expect(303)
    expect((await by.get('/sign-in').expect(200)).text).to.contain('Centre Ingénierie et Santé')
    await by.post('/sign-out').type('form').send('').expect(303).expect('Location', '/sign-in')
    expect((await by.get('/sign-in').expect(200)).text).to.contain('type="email"')
  })

  describe('of someone who came for something else', () => {
    // As browsers ask for a page.
    const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    const visit = (by: Browser, path: string) => by.get(path).set('Accept', html)
    const entered = async (by: Browser): Promise<string> => {
      await askBy(by, 'pilot@school.example').expect(202)
      return String((await by.post(await mailed()).expect(303)).headers['location'])
    }

    it('leads there without a session, in the reader’s language, and back once they have signed in', async () => {
      const by = browser()
      const led = await visit(by, '/api/v1/messages/p1/history?after=3').expect(303).expect('Location', '/sign-in')
      expect(led.headers['vary']).to.contain('Accept')
      expect(led.headers['cache-control']).to.equal('no-store')
      expect(String(led.headers['set-cookie'])).to.match(
        /^longitude-return=\/api\/v1\/messages\/p1\/history; Max-Age=1800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
      )
      expect((await visit(by, '/sign-in').set('Accept-Language', 'en').expect(200)).text).to.contain('<html lang="en"')
      expect(await entered(by)).to.equal('/api/v1/messages/p1/history')
      await visit(by, '/api/v1/messages/p1/history').expect(200)
      await by.post('/sign-out').type('form').send('').expect(303)
      await door.forget()
      expect(await entered(by)).to.equal('/')
    })

    it('leads back to no address but one of ours', async () => {
      for (const path of [
        '//evil.example/api/v1/plans',
        'https://evil.example/api/v1/plans',
        '/api/v1/\\evil.example',
        '/api/v1/plans?next=//evil.example',
        '/api/v1/%2f%2fevil.example',
        '/sign-in',
        'javascript:alert(1)',
        '',
      ]) {
        await door.forget()
        const by = browser()
        const asked = await askBy(by, 'pilot@school.example').expect(202)
        const mark = String(asked.headers['set-cookie']).split(';')[0] ?? ''
        const { headers } = await request(door.app)
          .post(await mailed())
          .set('Cookie', `${mark}; longitude-return=${path}`)
          .expect(303)
        expect(headers['location'], path).to.equal('/')
      }
    })

    it('keeps no address in which anything else may stand', async () => {
      for (const path of [
        '/api/v1/plans/a;b',
        '/api/v1/plans/%2e%2e',
        '/api/v1/plans/a%0d%0ab',
        `/api/v1/plans/${'a'.repeat(400)}`,
      ]) {
        const led = await visit(browser(), path).expect(303).expect('Location', '/sign-in')
        expect(led.headers, path).to.not.have.property('set-cookie')
      }
    })

    it('leads no program there, and nobody who wants to change something', async () => {
      for (const accept of ['application/json', '*/*', 'application/problem+json', 'application/json, text/html;q=0.9'])
        await browser()
          .get('/api/v1/plans')
          .set('Accept', accept)
          .expect(401)
          .expect('Content-Type', /^application\/problem\+json/)
      await browser().post('/api/v1/plans').set('Accept', html).send({}).expect(401)
    })
  })

  it('answers unknown addresses with the very same page', async () => {
    const [known, unknown] = [
      await askBy(browser(), 'pilot@school.example'),
      await askBy(browser(), 'nobody@school.example'),
    ]
    await mailed()
    expect([unknown.status, unknown.text]).to.deep.equal([known.status, known.text])
  })

  it('shows an address that is none again, with what is wrong beside it', async () => {
    const { text } = await askBy(browser(), '"><script>alert(1)</script>').expect(422)
    expect(text)
      .to.contain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
      .and.contain('aria-describedby="email-error"')
    expect(text).to.not.contain('<script>')
  })

  for (const [path, told] of [
    [`/sign-in/${'x'.repeat(43)}`, 'This link is not valid'],
    ['/sign-in/short', 'This link is not valid'],
  ] as const)
    it(`says of ${path.slice(0, 14)}… that it is not valid, with a way to ask again`, async () => {
      const { text } = await browser().get(`${path}?lang=en`).expect(404)
      expect(text).to.contain(told).and.contain('href="/sign-in?lang=en"')
    })

  it('tells another browser kindly, and a used link', async () => {
    const by = browser()
    await askBy(by, 'pilot@school.example')
    const link = await mailed()
    expect((await browser().get(`${link}?lang=fr`).expect(403)).text).to.contain(
      'Ce lien est celui d’un autre navigateur',
    )
    await by.post(link).expect(303)
    expect((await by.get(`${link}?lang=en`).expect(410)).text).to.contain('This link has been used')
  })

  it('lets a form of a page without a referrer in, whose browser names no origin', async () => {
    const by = browser()
    await askBy(by, 'pilot@school.example')
    await by
      .post(await mailed())
      .set('Origin', 'null')
      .expect(303)
  })

  it('lets no other site send the form that asks, or press the button', async () => {
    const by = browser()
    await by.post('/sign-in').set('Origin', 'null').type('form').send({ email: 'pilot@school.example' }).expect(403)
    await askBy(by, 'pilot@school.example')
    await by
      .post(await mailed())
      .set('Sec-Fetch-Site', 'cross-site')
      .expect(403)
  })

  it('reads forms and nothing else', () =>
    browser().post('/sign-in').send({ email: 'pilot@school.example' }).expect(415))

  it('does nothing by other methods, whatever they bring', async () => {
    for (const path of ['/sign-in', `/sign-in/${'x'.repeat(43)}`, `/answer/${'x'.repeat(43)}`]) {
      await browser().put(path).send({ opinion: 'approved' }).expect(405).expect('Allow', /POST/)
      await browser().delete(path).expect(405)
    }
  })

  it('runs no script, loads nothing, stands in no frame and is kept by no cache', async () => {
    const { headers } = await browser().get(`/sign-in/${'x'.repeat(43)}`)
    expect(headers['content-security-policy']).to.match(
      /^default-src 'none';style-src 'sha256-[\w+/=]+';form-action 'self';base-uri 'none';frame-ancestors 'none'$/,
    )
    expect(headers['cache-control']).to.equal('no-store')
    expect(headers['referrer-policy']).to.equal('no-referrer')
  })
})
