import { expect } from 'chai'
import request from 'supertest'
import { readLedger } from '../../store/ledger.ts'
import { countEdit } from '../../store/register/now.ts'
import { readTexts } from '../../store/texts.ts'
import { loadParticipation } from '../../store/typed.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { cycle, invitePartners, ofPartner, partnerLink } from './partner-invited.ts'

const usth = ofPartner('usth')
const officially = 'The international office knows.'

describe('/partner/{token}', () => {
  let door: Door
  let link: string
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    // Who could not be reached is forgotten as well.
    await countEdit(door.store)
    door.engine(true)
    await invitePartners(door, 'usth', 'usj')
    link = await partnerLink(door, 'usth-c1')
    door.at('2027-10-05T08:00:00Z')
  })
  after(() => door?.close())

  const get = (path = link) => request(door.app).get(path)
  const seqIn = (text: string): string => /name="seq" value="(\d+)"/.exec(text)?.[1] ?? ''
  const sent = (form: Record<string, string>, path = link) => request(door.app).post(path).type('form').send(form)
  /** Sends what a page that was just read sends. */
  const post = async (form: Record<string, string>, path = link) => {
    const { text } = await get(path)
    return sent({ seq: seqIn(text), ...form }, path)
  }
  const more = { do: 'more', to: '2028-02-15', cause: 'strike', reason: 'Our dean is on strike.' }
  const entries = async (): Promise<string[]> => (await readLedger(door.store, usth)).map(({ type }) => type)
  const state = async () => (await loadParticipation(door.store, usth))?.state

  it('says what is expected, by date in Paris and where its reader is, and changes nothing', async () => {
    const { text, headers } = await get().expect(200)
    expect(text)
      .to.contain('<h1>Nominations: Engineer admissions 2028/2029</h1>')
      .and.contain(
        'University of Science and Technology Hanoi (USTH, Vietnam-France University) is invited to nominate candidates.',
      )
      .and.contain('Your institution has not answered yet.')
      .and.contain(
        'Last day for nominations: Monday 31 January 2028 included, until 24:00 Paris time (that is Tuesday 1 February 2028, 06:00 Ho Chi Minh City time).',
      )
      .and.match(/close of applications: \w+ \d+ \w+ 2028 included, until 24:00 Paris time/)
      .and.contain('arrival: Friday 1 September 2028')
      .and.contain('recorded as done by this link')
    expect([headers['set-cookie'], headers['cache-control'], headers['referrer-policy']]).to.deep.equal([
      undefined,
      'no-store',
      'no-referrer',
    ])
    for (const _ of [1, 2]) await get().expect(200)
    expect(await entries()).to.deep.equal(['invited'])
    expect(await door.store.inbox.countDocuments({ taken: false })).to.equal(0)
  })

  it('is in the language of its contact, unless another is asked for', async () => {
    const usj = await partnerLink(door, 'usj-c1')
    expect((await get(usj).expect(200)).text)
      .to.contain('<html lang="fr"')
      .and.contain('Nominations\u00a0: Admissions ingénieur 2028/2029')
      .and.contain('heure de Paris')
    expect((await get(`${usj}?lang=en`).expect(200)).text).to.contain('<html lang="en"')
  })

  it('shows nothing of anybody: neither who the contact is, nor of another partner', async () => {
    const { text } = await get()
    const [, body = ''] = text.split('</style>')
    for (const word of ['@', 'coordinator', 'usj', 'St. Joseph', officially]) expect(body).to.not.contain(word)
  })

  describe('what can be done', () => {
    it('is to say that it takes part: recorded once as done by the signed link of that contact', async () => {
      const answered = await post({ do: 'confirm' })
      expect([answered.status, answered.headers['location'], answered.headers['set-cookie']]).to.deep.equal([
        303,
        link,
        undefined,
      ])
      const [, entry] = await readLedger(door.store, usth)
      expect(entry).to.deep.include({
        type: 'opened',
        actor: 'person:usth-c1',
        byLink: true,
        at: '2027-10-05T08:00:00.000Z',
      })
      const { text } = await get().expect(200)
      expect(text).to.contain('It is recorded that your institution takes part.').and.not.contain('value="confirm"')
    })

    it('is to nominate nobody this year: no reminder follows, and nothing but to think again can be done', async () => {
      await post({ do: 'none', note: 'No student asked.' }).then(({ status }) => expect(status).to.equal(303))
      const note = (await state())?.note ?? ''
      expect((await readTexts(door.store, [note])).get(note)).to.equal('No student asked.')
      expect((await get().expect(200)).text)
        .to.contain('<h1>Nobody this year</h1>')
        .and.contain(
          'University of Science and Technology Hanoi (USTH, Vietnam-France University) nominates nobody this year',
        )
        .and.contain('We nominate somebody after all')
        .and.not.contain('value="more"')
      expect((await sent(more)).status).to.equal(409)
      expect(await entries()).to.deep.equal(['invited', 'saidNone'])
    })

    it('is to ask for more time, and to read what was asked and answered', async () => {
      await post(more).then(({ status }) => expect(status).to.equal(303))
      const { extension } = (await state()) ?? {}
      expect(extension).to.deep.include({ to: '2028-02-15', cause: 'strike', by: '2027-10-12' })
      expect(JSON.stringify(await readLedger(door.store, usth))).to.not.contain('dean')
      expect((await get().expect(200)).text)
        .to.contain(
          'You asked on Tuesday 5 October 2027, 15:00 Ho Chi Minh City time for time until Tuesday 15 February 2028 (strike). An answer is due by Tuesday 12 October 2027.',
        )
        .and.not.contain('value="more"')
      door.at('2027-10-06T08:00:00Z')
      await command(door, 'officer', usth, {
        type: 'grantExtension',
        input: { to: '2028-02-08', reason: 'Not so long.' },
      })
      const { text } = await get().expect(200)
      expect(text)
        .to.contain(
          'your request for more time was granted: until Tuesday 8 February 2028. Reason stated: Not so long.',
        )
        .and.contain('Last day for nominations: Tuesday 8 February 2028 included')
        .and.contain('value="more"')
    })

    it('is told as refused', async () => {
      await post(more)
      await command(door, 'officer', usth, { type: 'refuseExtension', input: { reason: 'The jury sits then.' } })
      expect((await get().expect(200)).text)
        .to.contain('your request for more time, until Tuesday 15 February 2028, was refused.')
        .and.contain('Reason stated: The jury sits then.')
        .and.contain('Last day for nominations: Monday 31 January 2028')
    })

    for (const [form, told] of [
      [{ ...more, to: '' }, 'Give a day'],
      [{ ...more, to: '2028-02-31' }, 'Give a day'],
      [{ ...more, cause: 'whim' }, 'Choose one of these causes'],
      [{ ...more, reason: '  ' }, 'Say why, in a few words'],
      [{ ...more, reason: 'x'.repeat(2001) }, 'longer than 2,000 characters'],
      [{ do: 'none', note: 'turned \u202e around' }, 'Something in this text cannot be read.'],
      [{ ...more, to: '9999-12-31' }, 'This day is too far away.'],
    ] as const)
      it(`${JSON.stringify(form).slice(0, 60)} is shown again with what is wrong, and nothing is recorded`, async () => {
        const { status, text } = await post(form)
        expect(status).to.equal(422)
        expect(text)
          .to.contain(told)
          .and.match(/aria-describedby="(to|cause|reason|note)-error"/)
        if ('reason' in form) expect(text).to.contain(`${form.reason}</textarea>`)
        expect(await entries()).to.deep.equal(['invited'])
      })

    it('of a page that says nothing of ours is nothing', async () => {
      for (const form of [{}, { do: 'extend' }, { do: '' }]) {
        const { status, text } = await sent(form)
        expect([status, text.includes('Press one of the buttons of this page.')]).to.deep.equal([422, true])
      }
      expect(await entries()).to.deep.equal(['invited'])
    })

    it('that its rules refuse is told above the page, and what was typed is kept', async () => {
      const { status, text } = await post({ ...more, to: '2028-01-15' })
      expect(status).to.equal(409)
      expect(text)
        .to.contain('You can nominate until Monday 31 January 2028 already. Choose a later day.')
        .and.contain('value="2028-01-15"')
        .and.contain('Our dean is on strike.</textarea>')
      expect(await entries()).to.deep.equal(['invited'])
    })

    it('to a day after which its dossiers are closed is told the last possible one, and whom to write to', async () => {
      const { status, text } = await post({ ...more, to: '2028-04-03' })
      expect(status).to.equal(409)
      expect(text)
        .to.contain('The applications of your institution close on Friday 31 March 2028')
        .and.contain('that is the last possible day of its nominations too')
        .and.contain('for a later one, answer our mail')
      expect(await entries()).to.deep.equal(['invited'])
    })

    for (const form of [{ do: 'confirm' }, { do: 'none' }, more])
      it(`${form.do}, sent twice at once or after one another, is one`, async () => {
        const { text } = await get()
        const send = () => sent({ seq: seqIn(text), ...form })
        const answers = await Promise.all([send(), send(), send()])
        for (const { status } of answers) expect(status).to.be.oneOf([202, 303])
        expect((await send()).status).to.equal(303)
        await door.settle()
        expect(await entries()).to.have.length(2)
      })

    it('from another site is refused', async () => {
      for (const [header, value] of [
        ['Sec-Fetch-Site', 'cross-site'],
        ['Sec-Fetch-Site', 'same-site'],
        ['Origin', 'https://evil.example'],
      ] as const)
        await sent({ do: 'none' }).set(header, value).expect(403)
      expect(await entries()).to.deep.equal(['invited'])
    })

    it('is received while the engine is away, and counts as of then', async () => {
      const { text } = await get()
      door.engine(false)
      const received = await sent({ seq: seqIn(text), ...more })
      expect(received.status).to.equal(202)
      expect(received.text).to.contain('Received on Tuesday 5 October 2027, 15:00 Ho Chi Minh City time')
      door.at('2027-10-07T08:00:00Z')
      expect((await get().expect(202)).text)
        .to.contain('15:00 Ho Chi Minh City time')
        .and.not.contain('<form')
      expect((await sent({ do: 'none' })).status).to.equal(202)
      door.engine(true)
      await door.settle()
      expect((await readLedger(door.store, usth)).map(({ type, at }) => [type, at])).to.deep.equal([
        ['invited', '2027-10-04T09:00:00.000Z'],
        ['extensionAsked', '2027-10-05T08:00:00.000Z'],
      ])
      await get().expect(200)
    })
  })

  describe('ends', () => {
    const told = async (path: string, status: number, what: string): Promise<void> => {
      const { text } = await get(path).expect(status)
      expect(text).to.contain(what).and.not.contain('<form')
      const answer = await sent({ do: 'confirm' }, path)
      expect(answer.status).to.equal(status === 200 ? 409 : status)
    }

    it('60 days after its mail, to the instant; the next mail has another', async () => {
      door.at('2027-12-03T08:59:59.999Z')
      await get().expect(200)
      door.at('2027-12-03T09:00:00Z')
      await told(link, 410, 'This link has expired')
      const next = await partnerLink(door, 'usth-c1', 2)
      expect(next).to.not.equal(link)
      await get(next).expect(200)
      expect(await entries()).to.deep.equal(['invited'])
    })

    it('no later for being written again', async () => {
      door.at('2027-10-06T08:00:00Z')
      expect(await partnerLink(door, 'usth-c1')).to.equal(link)
      door.at('2027-12-03T09:00:00Z')
      await told(link, 410, 'This link has expired')
    })

    it('when the clock closes the nominations, to the instant', async () => {
      door.at('2028-01-04T09:00:00Z')
      const late = await partnerLink(door, 'usth-c1', 2)
      door.at('2028-01-31T22:59:59.999Z')
      await door.wake(usth)
      await get(late).expect(200)
      door.at('2028-01-31T23:00:00Z')
      await told(late, 410, 'The last day was Monday 31 January 2028 included')
      door.at('2028-01-31T23:00:10Z')
      await door.wake(usth)
      expect(await entries()).to.include('fellSilent')
      await told(late, 410, 'The last day was Monday 31 January 2028 included')
    })

    it('when the cycle is cancelled', async () => {
      await command(door, 'head-of-office', cycle, { type: 'cancel', input: { reason: officially } })
      await told(link, 410, 'This cycle was cancelled')
    })

    it('when an officer records that it nominates nobody', async () => {
      await command(door, 'officer', usth, { type: 'recordNoneThisYear', input: {} })
      const { text } = await get().expect(200)
      expect(text).to.contain('Nobody this year').and.contain('We nominate somebody after all')
      expect((await sent(more)).status).to.equal(409)
    })

    it('when its contact cannot be reached, and another answers', async () => {
      await command(door, 'officer', 'correspondence/usth-c1', {
        type: 'reportUnreachable',
        input: { reason: officially },
      })
      await told(link, 410, 'This link has expired')
      await get(await partnerLink(door, 'usth-c2')).expect(200)
    })

    it('when the address of its contact changes', async () => {
      const stream = 'correspondence/usth-c1'
      // The digest of the morning is on its way.
      await door.wake(stream)
      await command(door, 'officer', stream, { type: 'readdress', input: { reason: officially } })
      await told(link, 410, 'This link has expired')
    })

    it('when another contact answers for the institution, or its own is no contact any more', async () => {
      const { partners } = door.store
      const before = await partners.findOne({ _id: 'usth' }).lean()
      const contacts = before?.contacts ?? []
      const become = async (now: typeof contacts): Promise<void> => {
        await partners.updateOne({ _id: 'usth' }, { $set: { contacts: now } })
        await countEdit(door.store)
      }
      await become(contacts.toReversed())
      await told(link, 410, 'This invitation is now with someone else')
      await become(contacts.slice(1))
      await told(`${link}?lang=en`, 410, 'This invitation is now with someone else')
      await become(contacts)
      await get().expect(200)
    })
  })

  it('is for nobody else: not the token of an approval, nor one that is none', async () => {
    for (const path of [`/partner/${'x'.repeat(43)}`, link.replace('/partner/', '/answer/'), '/partner/%00'])
      for (const answer of [await get(path), await sent({ do: 'confirm' }, path)])
        expect(answer.status, path).to.equal(404)
    expect((await get(`/partner/${'x'.repeat(43)}?lang=en`)).text).to.contain('This link is not valid')
  })
})
