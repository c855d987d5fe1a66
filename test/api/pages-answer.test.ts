import { expect } from 'chai'
import request from 'supertest'
import { approvalId } from '../../domain/plan/ids.ts'
import { readLedger } from '../../store/ledger.ts'
import { readTexts } from '../../store/texts.ts'
import { loadApproval, loadPlan } from '../../store/typed.ts'
import { person } from '../domain/school.ts'
import { answerLink, askCentres, command, commandAlone, plan, revised } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { changePerson } from '../changed-person.ts'

const cmp = approvalId(plan, { centre: 'cmp', version: 1 })

describe('/answer/{token}', () => {
  let door: Door
  let link: string
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    door.engine(true)
    door.at('2027-04-26T08:00:00Z')
    await askCentres(door)
    link = await answerLink(door, 'centre-head.cmp', cmp)
    door.at('2027-04-27T08:00:00Z')
  })
  after(() => door.close())

  const get = (path = link) => request(door.app).get(path)
  const hashIn = (text: string): string => /name="hash" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
  const post = async (form: Record<string, string>, path = link) => {
    const { text } = await get()
    return request(door.app)
      .post(path)
      .type('form')
      .send({ hash: hashIn(text), ...form })
  }
  const given = async (approval = cmp) =>
    (await readLedger(door.store, approval)).filter(({ type }) => type === 'given')

  describe('an answer', () => {
    it('approves: recorded once as given by the signed link, and the plan hears of it', async () => {
      const answered = await post({ opinion: 'approved' })
      expect([answered.status, answered.headers['location'], answered.headers['set-cookie']]).to.deep.equal([
        303,
        link,
        undefined,
      ])
      await door.settle()
      const [entry, ...more] = await given()
      expect(more).to.deep.equal([])
      expect(entry).to.deep.include({
        actor: `person:${person('centre-head.cmp')}`,
        byLink: true,
        at: '2027-04-27T08:00:00.000Z',
      })
      expect(entry?.data).to.deep.include({ opinion: 'approved', part: 'head', byLink: true })
      expect((await loadPlan(door.store, plan))?.state.opinions['cmp']?.opinion).to.equal('approved')
      const { text } = await get().expect(200)
      expect(text)
        .to.contain('Your answer is recorded')
        .and.contain('Tuesday 27 April 2027, 10:00 Paris time: approved')
      expect(text).to.contain('recorded as given by the link').and.not.contain('<form')
    })

    for (const opinion of ['returned', 'refused'])
      it(`${opinion} with a reason, which stays out of the ledger`, async () => {
        await post({ opinion, reason: 'Le calendrier\r\nne tient pas.' }).then(({ status }) =>
          expect(status).to.equal(303),
        )
        const [entry] = await given()
        const reason = Object.entries(entry?.data ?? {}).find(([name]) => name === 'reason')?.[1] ?? ''
        expect(reason).to.match(/^text:[0-9a-f]{32}$/)
        expect((await readTexts(door.store, [reason])).get(reason)).to.equal('Le calendrier\r\nne tient pas.')
      })

    for (const [form, told, kept] of [
      [{}, 'Choose one of the three answers', /<form/],
      [{ opinion: 'returned' }, 'State a reason in order to return or to refuse', /value="returned"[^>]*checked/],
      [
        { opinion: 'refused', reason: '   ' },
        'State a reason in order to return or to refuse',
        /value="refused"[^>]*checked/,
      ],
      [{ opinion: 'approved', reason: 'x'.repeat(2001) }, 'longer than 2,000 characters', /x{2001}/],
      [
        { opinion: 'approved', reason: 'turned \u202e around' },
        'is not written in the form that is expected',
        /turned \u202e around/,
      ],
      [{ opinion: 'given', reason: 'why' }, 'Choose one of the three answers', /why<\/textarea>/],
    ] as const)
      it(`${JSON.stringify(form).slice(0, 50)} is shown again with what is wrong, and nothing is recorded`, async () => {
        const { status, text } = await post(form)
        expect(status).to.equal(422)
        expect(text)
          .to.contain(told)
          .and.match(kept)
          .and.match(/aria-describedby="(opinion|reason)-error/)
        expect(await given()).to.deep.equal([])
      })

    it('sent twice at once is one', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => post({ opinion: 'approved' })))
      expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303])
      expect(await given()).to.have.length(1)
    })

    it('is not changed by another one later, which is told', async () => {
      const { text: form } = await get()
      await post({ opinion: 'approved' })
      const second = await request(door.app)
        .post(link)
        .type('form')
        .send({ hash: hashIn(form), opinion: 'refused', reason: 'No.' })
      expect(second.status).to.equal(409)
      expect(second.text)
        .to.contain('<h1>You had answered this request before</h1>')
        .and.contain('Recorded on Tuesday 27 April 2027, 10:00 Paris time: approved.')
        .and.contain('What you have just sent changes nothing and was not recorded.')
        .and.not.contain('Your answer is recorded')
      expect(await given()).to.have.length(1)
    })

    it('sent once more, or with another reason, says that it had been given before', async () => {
      const { text: form } = await get()
      const send = (reason: string) =>
        request(door.app)
          .post(link)
          .type('form')
          .send({ hash: hashIn(form), opinion: 'returned', reason })
      await send('Too early.').expect(303)
      door.at('2027-04-27T09:00:00Z')
      const repeated = await send('Too early.').expect(303)
      expect(repeated.headers['location']).to.equal(`${link}?again=true`)
      for (const { text } of [await get(repeated.headers['location']).expect(200), await send('Too late.').expect(409)])
        expect(text)
          .to.contain('<h1>You had answered this request before</h1>')
          .and.contain('10:00 Paris time: returned for changes')
          .and.contain('changes nothing')
      expect((await get().expect(200)).text)
        .to.contain('Your answer is recorded')
        .and.not.contain('changes nothing')
    })

    it('from another site is refused', async () => {
      await request(door.app)
        .post(link)
        .set('Sec-Fetch-Site', 'cross-site')
        .type('form')
        .send({ opinion: 'approved' })
        .expect(403)
      await request(door.app)
        .post(link)
        .set('Origin', 'https://evil.example')
        .type('form')
        .send({ opinion: 'approved' })
        .expect(403)
      expect(await given()).to.deep.equal([])
    })

    it('that is too long for anything is told so in the language of whom it was asked of', async () => {
      const { status, text } = await request(door.app)
        .post(link)
        .type('form')
        .send({ opinion: 'returned', reason: 'x'.repeat(1_100_000) })
      expect([status, text.includes('<html lang="en"')]).to.deep.equal([413, true])
    })

    it('about another version of the part counts for nothing', async () => {
      await request(door.app)
        .post(link)
        .type('form')
        .send({ opinion: 'approved', hash: '0'.repeat(64) })
        .expect(409)
      expect(await given()).to.deep.equal([])
    })

    it('is received while the engine is away, and counts as of then', async () => {
      door.engine(false)
      const received = await post({ opinion: 'approved' })
      expect(received.status).to.equal(202)
      expect(received.text).to.contain('Received on Tuesday 27 April 2027, 10:00 Paris time')
      door.at('2027-04-28T08:00:00Z')
      expect((await get().expect(202)).text).to.contain('10:00 Paris time')
      expect(
        (await request(door.app).post(link).type('form').send({ opinion: 'refused', reason: 'No.' })).status,
      ).to.equal(202)
      expect(await door.store.inbox.countDocuments({ taken: false })).to.equal(1)
      door.engine(true)
      await door.settle()
      expect((await given()).map(({ at }) => at)).to.deep.equal(['2027-04-27T08:00:00.000Z'])
      expect((await get().expect(200)).text).to.contain('Your answer is recorded')
    })
  })

  describe('ends when', () => {
    it('the part was edited, even before the request is withdrawn', async () => {
      const { text: form } = await get()
      await commandAlone(door, 'pilot', plan, { type: 'revise', input: revised('2028-06-01') })
      expect((await loadApproval(door.store, cmp))?.state.status).to.equal('asked')
      expect((await get().expect(410)).text).to.contain('What you were asked about has changed')
      await request(door.app)
        .post(link)
        .type('form')
        .send({ hash: hashIn(form), opinion: 'approved' })
        .expect(410)
      expect(await given()).to.deep.equal([])
    })

    it('the part was edited and the request withdrawn', async () => {
      await command(door, 'pilot', plan, { type: 'revise', input: revised('2028-06-01') })
      const { status, text } = await get()
      expect([status, text.includes('What you were asked about has changed')]).to.deep.equal([410, true])
      expect((await post({ opinion: 'approved' })).status).to.equal(410)
      expect(await given()).to.deep.equal([])
    })

    it('another centre returned the plan', async () => {
      const cis = approvalId(plan, { centre: 'cis', version: 1 })
      const other = await answerLink(door, 'centre-head.cis', cis)
      const { text } = await get(other)
      await request(door.app)
        .post(other)
        .type('form')
        .send({ hash: hashIn(text), opinion: 'returned', reason: 'Too early.' })
        .expect(303)
      await door.settle()
      expect((await get().expect(410)).text)
        .to.contain('This request was withdrawn')
        .and.contain('the plan was returned')
    })

    it('it was asked anew in another round', async () => {
      const cis = approvalId(plan, { centre: 'cis', version: 1 })
      const old = await answerLink(door, 'centre-head.cis', cis)
      await command(door, 'direction', plan, { type: 'return', input: { reason: 'Not yet.' } })
      await command(door, 'pilot', plan, { type: 'revise', input: revised('2028-06-01') })
      await command(door, 'pilot', plan, { type: 'submit', input: {} })
      expect((await loadApproval(door.store, cis))?.state).to.deep.include({ status: 'asked' })
      expect((await get(old).expect(410)).text).to.contain('Une demande plus récente attend votre réponse')
      await get(await answerLink(door, 'centre-head.cis', cis)).expect(200)
    })

    it('a newer request waits for the same person: it says so, and gives no link to it', async () => {
      await command(door, 'direction', plan, { type: 'return', input: { reason: 'Not yet' } })
      expect((await get().expect(410)).text).to.contain('This request was withdrawn')
      await command(door, 'pilot', plan, { type: 'revise', input: revised('2028-06-01') })
      await command(door, 'pilot', plan, { type: 'submit', input: {} })
      const { text } = await get().expect(410)
      expect(text)
        .to.contain('A newer request waits for your answer')
        .and.to.contain('newest mail')
        .and.to.not.contain('There is nothing to do')
        .and.to.not.match(/answer\/[A-Za-z0-9_-]{43}/)
      const deputy = await answerLink(door, 'deputy.cmp', cmp)
      expect((await get(deputy).expect(410)).text).to.not.contain('A newer request')
    })

    it('someone else answered', async () => {
      const deputy = await answerLink(door, 'deputy.cmp', cmp)
      await post({ opinion: 'approved' })
      const { text } = await get(`${deputy}?lang=en`).expect(200)
      expect(text)
        .to.contain('This request has been answered')
        .and.contain('10:00 Paris time: approved (Head of Centre Microélectronique de Provence)')
        .and.not.contain('Your answer is recorded')
        .and.not.contain('changes nothing')
      const late = await request(door.app).post(`${deputy}?lang=en`).type('form').send({ opinion: 'approved' })
      expect([late.status, late.text.includes('changes nothing and was not recorded')]).to.deep.equal([409, true])
    })

    it('its plan was abandoned', async () => {
      await command(door, 'direction', plan, { type: 'abandon', input: { reason: 'No more.' } })
      expect((await get().expect(410)).text)
        .to.contain('This request was withdrawn')
        .and.contain('The reason: the plan was abandoned.')
        .and.not.contain('ended')
    })

    it('the person’s mandate ended', async () => {
      const id = person('centre-head.cmp')
      const held = await door.store.people.findOne({ _id: id }).lean()
      await changePerson(door.store, id, {
        mandates: [{ role: 'centreHead', centre: 'cmp', fromOn: '2026-09-01', untilOn: '2027-04-26' }],
      })
      expect((await get().expect(410)).text).to.contain('now with someone else')
      expect((await post({ opinion: 'approved' })).status).to.equal(410)
      await changePerson(door.store, id, { mandates: held?.mandates ?? [] })
      await get().expect(200)
    })

    it('the person is away and has named a delegate, who is asked instead', async () => {
      const id = person('centre-head.cmp')
      const away = { fromOn: '2027-04-20', untilOn: '2027-05-31', delegate: person('deputy.cmp') }
      await changePerson(door.store, id, { absences: [away] })
      expect((await get().expect(410)).text).to.contain('now with someone else')
      expect((await post({ opinion: 'approved' })).status).to.equal(410)
      await changePerson(door.store, id, { absences: [] })
      await get().expect(200)
    })
  })

  it('stays with a person who is away and whose delegate may not stand in', async () => {
    const id = person('centre-head.cmp')
    const away = { fromOn: '2027-04-20', untilOn: '2027-05-31', delegate: person('auditor') }
    await changePerson(door.store, id, { absences: [away] })
    await get().expect(200)
    await changePerson(door.store, id, { absences: [] })
  })

  it('opens to the deputy from the third day after', async () => {
    const deputy = await answerLink(door, 'deputy.cmp', cmp)
    expect((await get(deputy).expect(410)).text).to.contain('confiée à quelqu’un d’autre')
    door.at('2027-05-21T22:00:01Z')
    await door.wake(cmp)
    const { text } = await get(`${deputy}?lang=en`).expect(200)
    expect(text)
      .to.contain('name="hash"')
      .and.not.contain('Deputy head of Centre Microélectronique de Provence may answer too')
    await request(door.app)
      .post(deputy)
      .type('form')
      .send({ hash: hashIn(text), opinion: 'approved' })
      .expect(303)
    expect((await given()).map(({ data }) => data)).to.have.nested.property('[0].part', 'deputy')
  })

  it('does not know a token that is none of ours', async () => {
    const { text } = await get(`/answer/${'x'.repeat(43)}?lang=en`).expect(404)
    expect(text).to.contain('This link is not valid')
  })
})
