import { expect } from 'chai'
import request from 'supertest'
import { until } from '../house.ts'
import { openDoor, type Door } from './door.ts'

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
  const mailed = async (): Promise<string> => {
    await until(async () => door.mails.length > 0, 5_000)
    return /\/sign-in\/[\w-]{43}/.exec(door.mails.at(-1)?.text ?? '')?.[0] ?? ''
  }

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

  it('runs no script, loads nothing, stands in no frame and is kept by no cache', async () => {
    const { headers } = await browser().get(`/sign-in/${'x'.repeat(43)}`)
    expect(headers['content-security-policy']).to.match(
      /^default-src 'none';style-src 'sha256-[\w+/=]+';form-action 'self';base-uri 'none';frame-ancestors 'none'$/,
    )
    expect(headers['cache-control']).to.equal('no-store')
    expect(headers['referrer-policy']).to.equal('no-referrer')
  })
})
