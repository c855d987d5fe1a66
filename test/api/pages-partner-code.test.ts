import { expect } from 'chai'
import request from 'supertest'
import { createApp } from '../../api/app.ts'
import { civil } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { until } from '../house.ts'
import { invitePartners, ofPartner, partnerLink } from './partner-invited.ts'
import { seqIn } from './partner-nominating.ts'

/** A browser, as far as cookies go: one for each path. */
interface Browser {
  readonly cookies: Map<string, string>
}

describe('the code of a signed link', function () {
  this.timeout(20_000)
  let door: Door
  let link: string
  let browser: Browser
  let fresh: Door['app']
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    await door.store.linkCodes.deleteMany({})
    await door.store.linkSessions.deleteMany({})
    door.engine(true)
    await invitePartners(door, 'usth', 'usj')
    link = await partnerLink(door, 'usth-c1')
    browser = { cookies: new Map() }
    // Each counts its requests by itself.
    fresh = createApp(door.deps)
    door.at('2027-10-05T08:00:00Z')
  })
  after(() => door?.close())

  /** Asks as a browser does: with its cookies, keeping what is set and dropping what is taken away. */
  const ask = async (
    method: 'get' | 'post',
    path: string,
    { form = {}, by = browser }: { form?: object; by?: Browser } = {},
  ) => {
    const test = request(fresh)[method](path)
    test.set('Cookie', [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await (method === 'post' ? test.type('form').send(form) : test)
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) by.cookies.set(name, value)
      else by.cookies.delete(name)
    }
    return answer
  }
  /** Has a code mailed; answers it. */
  const mailed = async (by = browser): Promise<string> => {
    const before = door.mails.length
    const { status, headers } = await ask('post', `${link}/code`, { form: { do: 'send' }, by })
    expect([status, headers['location']]).to.deep.equal([303, `${link}/code`])
    await until(async () => door.mails.length > before, 5_000)
    return /\b\d{6}\b/.exec(door.mails.at(-1)?.text ?? '')?.[0] ?? ''
  }
  const enter = (code: string, by = browser) => ask('post', `${link}/code`, { form: { do: 'enter', code }, by })
  const contacts = (by = browser) => ask('get', `${link}/contacts`, { by })
  const wrong = (code: string): string => `${(Number(code) + 1) % 1_000_000}`.padStart(6, '0')

  it('is asked for before anything personal is shown, and opens the contacts of that institution alone', async () => {
    const before = await contacts()
    expect([before.status, before.headers['location']]).to.deep.equal([303, `${link}/code`])
    const page = await ask('get', `${link}/code`)
    expect([page.status, page.text.includes('value="send"'), page.text.includes('name="code"')]).to.deep.equal([
      200,
      true,
      false,
    ])
    const code = await mailed()
    const [mail, ...more] = door.mails
    expect(more).to.deep.equal([])
    expect(mail).to.deep.include({
      to: 'coordinator@usth.example',
      subject: 'Your code',
      language: 'en',
      text: `Hello,

Enter this code on the page where you asked for it. It works once, for 10 minutes.

${code}

If you did not ask for it, somebody else has opened a link that was sent to you: tell nobody the code, and write to our international office.
`,
    })
    expect(JSON.stringify(mail)).to.not.contain(link.slice(10))
    expect((await ask('get', `${link}/code`)).text)
      .to.contain('name="code"')
      .and.contain('one-time-code')
    const entered = await enter(`${code.slice(0, 3)} ${code.slice(3)}`)
    expect([entered.status, entered.headers['location']]).to.deep.equal([303, `${link}/contacts`])
    const { text } = await contacts()
    expect(text).to.contain('coordinator@usth.example').and.contain('international@usth.example')
    expect(text).to.contain('Partnership coordinator').and.not.contain('usj.example')
  })

  it('and its session go to the pages of their link alone, and to no script and no other site', async () => {
    const asked = await ask('post', `${link}/code`, { form: { do: 'send' } })
    expect(String(asked.headers['set-cookie'])).to.match(
      new RegExp(`^longitude-code=[\\w-]{43}; Max-Age=600; Path=${link}; Expires=[^;]+; HttpOnly; SameSite=Strict$`),
    )
    const entered = await enter(await mailed())
    expect(String(entered.headers['set-cookie'])).to.match(
      new RegExp(`longitude-link=[\\w-]{43}; Path=${link}; HttpOnly; SameSite=Strict$`),
    )
    const secure = createApp({ ...door.deps, publicUrl: 'https://longitude.school.example' })
    const overTls = await request(secure).post(`${link}/code`).type('form').send({ do: 'send' })
    expect(String(overTls.headers['set-cookie'])).to.match(
      /^__Secure-longitude-code=.*; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  it('is kept as a keyed hash: nobody who reads the database can enter it, or use the session it began', async () => {
    const code = await mailed()
    const mark = browser.cookies.get('longitude-code') ?? ''
    await enter(code)
    const session = browser.cookies.get('longitude-link') ?? ''
    const kept = JSON.stringify([
      await door.store.linkCodes.find().lean(),
      await door.store.linkSessions.find().lean(),
      await door.store.links.find().lean(),
    ])
    for (const secret of [`"${code}"`, mark, session, link.slice(9)]) {
      expect(secret).to.have.length.above(5)
      expect(kept).to.not.contain(secret)
    }
  })

  it('works for ten minutes, to the instant', async () => {
    const code = await mailed()
    door.at('2027-10-05T08:10:00Z')
    const late = await enter(code)
    expect([late.status, late.text.includes('This code no longer works')]).to.deep.equal([422, true])
    door.at('2027-10-05T08:09:59.999Z')
    expect((await enter(code)).status).to.equal(303)
  })

  it('works once: pressed twice at once it makes one session, and half a minute later it is over', async () => {
    const code = await mailed()
    const pressing = (): Browser => ({ cookies: new Map(browser.cookies) })
    const [first, second, later] = [pressing(), pressing(), pressing()]
    const answers = await Promise.all([enter(code, first), enter(code, second)])
    for (const { status, headers } of answers)
      expect([status, headers['location']]).to.deep.equal([303, `${link}/contacts`])
    expect(second.cookies).to.deep.equal(first.cookies)
    expect(await door.store.linkSessions.countDocuments()).to.equal(1)
    expect((await contacts(second)).status).to.equal(200)
    door.at('2027-10-05T08:00:30Z')
    for (const by of [first, later]) expect((await enter(code, by)).status).to.equal(422)
    expect((await contacts(first)).status).to.equal(200)
  })

  it('pressed again just afterwards is right where its first answer came, and where it was lost', async () => {
    const code = await mailed()
    const lost: Browser = { cookies: new Map(browser.cookies) }
    await enter(code)
    door.at('2027-10-05T08:00:29.999Z')
    for (const by of [browser, lost]) expect((await enter(code, by)).status).to.equal(303)
    expect((await contacts(lost)).status).to.equal(200)
    expect((await enter(code, { cookies: new Map() })).status, 'another browser').to.equal(422)
  })

  it('pressed again after its session was ended begins none', async () => {
    const code = await mailed()
    const lost: Browser = { cookies: new Map(browser.cookies) }
    await enter(code)
    await ask('post', `${link}/contacts`)
    expect((await enter(code, lost)).status).to.equal(422)
    expect([(await contacts()).status, (await contacts(lost)).status]).to.deep.equal([303, 303])
  })

  it('that was used can be guessed by nobody: what is wrong counts as before', async () => {
    const code = await mailed()
    const held: Browser = { cookies: new Map(browser.cookies) }
    await enter(code)
    for (const _ of [1, 2, 3, 4, 5]) expect((await enter(wrong(code), held)).status).to.equal(422)
    expect((await enter(code, held)).status).to.equal(422)
  })

  it('may be entered five times: the sixth is too late, even if it is right', async () => {
    const code = await mailed()
    for (const tries of [1, 2, 3, 4]) {
      const { status, text } = await enter(wrong(code))
      expect([status, text.includes('This is not the code'), tries]).to.deep.equal([422, true, tries])
    }
    const last = await enter(wrong(code))
    expect([last.status, last.text.includes('This code no longer works')]).to.deep.equal([422, true])
    expect((await enter(code)).status).to.equal(422)
    expect((await contacts()).status).to.equal(303)
  })

  it('may be entered five times, also where many try at once', async () => {
    const code = await mailed()
    await Promise.all(Array.from({ length: 12 }, () => enter(wrong(code), { cookies: new Map(browser.cookies) })))
    expect((await door.store.linkCodes.findOne().lean())?.tries).to.equal(5)
    expect((await enter(code)).status).to.equal(422)
  })

  it('right at the fifth time is right', async () => {
    const code = await mailed()
    for (const _ of [1, 2, 3, 4]) await enter(wrong(code))
    expect((await enter(code)).status).to.equal(303)
  })

  it('is of the browser that asked: another can neither enter it nor use up its tries', async () => {
    const code = await mailed()
    const other: Browser = { cookies: new Map() }
    for (const _ of [1, 2, 3, 4, 5, 6]) expect((await enter(code, other)).status).to.equal(422)
    expect((await enter(code)).status).to.equal(303)
    expect((await contacts(other)).status).to.equal(303)
    expect((await contacts()).status).to.equal(200)
  })

  it('is of its link: neither the code nor the session opens another', async () => {
    const other = await partnerLink(door, 'usj-c1')
    const code = await mailed()
    const elsewhere = await ask('post', `${other}/code`, { form: { do: 'enter', code } })
    expect(elsewhere.status).to.equal(422)
    await enter(code)
    expect((await ask('get', `${other}/contacts`)).status).to.equal(303)
    expect((await ask('get', `${other}/contacts`)).headers['location']).to.equal(`${other}/code`)
  })

  it('is mailed five times an hour and twenty times a day to one contact, whoever asks', async () => {
    const asked = async (): Promise<number> =>
      (await ask('post', `${link}/code`, { form: { do: 'send' }, by: { cookies: new Map() } })).status
    for (let hour = 0; hour < 4; hour++) {
      door.at(`2027-10-05T${String(8 + hour).padStart(2, '0')}:00:00Z`)
      for (let count = 0; count < 5; count++) expect(await asked()).to.equal(303)
      expect(await asked(), `in hour ${hour}`).to.equal(429)
    }
    door.at('2027-10-05T12:00:00.001Z')
    expect(await asked()).to.equal(429)
    door.at('2027-10-06T08:00:00.001Z')
    expect(await asked()).to.equal(303)
    await until(async () => door.mails.length === 21, 5_000)
  })

  it('is mailed five times an hour, also where many ask at once, of two APIs', async () => {
    const [one, other] = [createApp(door.deps), createApp(door.deps)]
    const ask = (app: Door['app']) => request(app).post(`${link}/code`).type('form').send({ do: 'send' })
    const answers = await Promise.all(Array.from({ length: 12 }, (_, count) => ask(count % 2 === 0 ? one : other)))
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).to.deep.equal([...Array.from({ length: 5 }, () => 303), ...Array.from({ length: 7 }, () => 429)])
    expect(await door.store.linkCodes.countDocuments()).to.equal(5)
    await until(async () => door.mails.length >= 5, 5_000)
    expect(door.mails).to.have.length(5)
  })

  it('is asked for, and entered, sixty times in ten minutes by one origin', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 61; count++)
      statuses.push((await ask('post', `${link}/code`, { form: { do: 'enter', code: '000000' } })).status)
    expect(statuses.slice(0, 60)).to.deep.equal(Array.from({ length: 60 }, () => 422))
    expect(statuses.at(-1)).to.equal(429)
  })

  it('opens the nominations of that institution: one is cancelled with a reason, and they are all', async () => {
    const nominations = `${link}/nominations`
    const { candidates } = door.store
    await candidates.deleteMany({})
    const candidate = {
      name: 'An Tran',
      birthOn: civil('2006-03-14'),
      email: 'an@student.example',
      language: 'en',
    } as const
    const origin = { nationality: 'VN', residence: 'VN', level: 'bachelor' } as const
    await candidates.insertMany([{ ...candidate, ...origin, _id: 'c1', seq: 1, head: 'none' }])
    const made = { candidate: 'c1', wishes: ['icm'], channel: 'jointCampaign' }
    await command(door, 'officer', ofPartner('usth'), { type: 'nominate', input: made })
    const before = await ask('get', nominations)
    expect([before.status, before.headers['location']]).to.deep.equal([303, `${link}/code?to=nominations`])
    for (const act of ['finish', 'cancel'])
      expect((await ask('post', nominations, { form: { do: act, nomination: 'n1', reason: 'No.' } })).status).to.equal(
        303,
      )
    expect((await ask('get', link)).text)
      .to.contain('1 candidate is nominated so far.')
      .and.not.contain('An Tran')
    const code = await mailed()
    const entered = await ask('post', `${link}/code?to=nominations`, { form: { do: 'enter', code } })
    expect(entered.headers['location']).to.equal(nominations)
    expect((await ask('get', nominations)).text)
      .to.contain('1. An Tran')
      .and.contain('value="finish"')
    expect((await ask('post', nominations, { form: { do: 'cancel', nomination: 'n1', reason: ' ' } })).status).to.equal(
      422,
    )
    // What rests on the page bears its number.
    const send = async (form: object) =>
      ask('post', nominations, { form: { seq: seqIn((await ask('get', nominations)).text), ...form } })
    expect((await ask('post', nominations, { form: { do: 'finish' } })).status).to.equal(412)
    expect((await send({ do: 'finish' })).status).to.equal(303)
    expect((await ask('get', nominations)).text).to.contain('value="reopen"')
    expect((await send({ do: 'reopen' })).status).to.equal(303)
    const cancel = { do: 'cancel', nomination: 'n1', reason: 'She stays at home.' }
    expect((await send(cancel)).status).to.equal(303)
    expect((await ask('get', nominations)).text).to.contain('An Tran: She stays at home.')
    const entries = await readLedger(door.store, ofPartner('usth'))
    expect(entries.slice(3).map(({ type, actor, byLink }) => [type, actor, byLink])).to.deep.equal([
      ['nominationsFinished', 'person:usth-c1', true],
      ['nominationsBegun', 'person:usth-c1', true],
      ['nominationCancelled', 'person:usth-c1', true],
      ['nominationsEmptied', 'person:usth-c1', true],
    ])
    await candidates.deleteMany({})
  })

  describe('begins a session that ends', () => {
    beforeEach(async () => {
      await enter(await mailed())
      expect((await contacts()).status).to.equal(200)
    })

    it('when nothing is asked for twenty minutes, to the instant', async () => {
      door.at('2027-10-05T08:19:59.999Z')
      expect((await contacts()).status).to.equal(200)
      door.at('2027-10-05T08:39:59.999Z')
      expect((await contacts()).status).to.equal(303)
    })

    it('after two hours, whatever is asked', async () => {
      for (let minutes = 15; minutes < 120; minutes += 15) {
        door.at(new Date(Date.parse('2027-10-05T08:00:00Z') + minutes * 60_000).toISOString())
        expect((await contacts()).status, `${minutes}`).to.equal(200)
      }
      door.at('2027-10-05T10:00:00Z')
      expect((await contacts()).status).to.equal(303)
    })

    it('when its holder says so', async () => {
      const kept: Browser = { cookies: new Map(browser.cookies) }
      expect((await ask('post', `${link}/contacts`)).headers['location']).to.equal(link)
      expect((await contacts(kept)).status).to.equal(303)
    })

    it('with its link', async () => {
      await command(door, 'officer', ofPartner('usth'), { type: 'recordNoneThisYear', input: {} })
      const { status, text } = await contacts()
      expect([status, text.includes('usth.example')]).to.deep.equal([200, false])
      expect(text).to.contain('Nobody this year')
    })

    it('and is none of the API', async () => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      for (const path of ['/api/v1/me', '/api/v1/partners/usth', '/api/v1/participations/2028-engineer.usth'])
        await request(door.app).get(path).set('Cookie', cookie).expect(401)
    })
  })

  it('is left by any address, also by one that no link ever had', async () => {
    for (const token of ['%C3%9F', '%00', '%0D%0Ax', 'a%3B%20Domain%3Dexample.org', encodeURIComponent('<b>')]) {
      const { status, headers } = await ask('post', `/partner/${token}/contacts`)
      expect([status, headers['location']], token).to.deep.equal([303, `/partner/${token}`])
    }
  })
})
