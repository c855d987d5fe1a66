import { expect } from 'chai'
import request from 'supertest'
import { readLedger } from '../../store/ledger.ts'
import { person } from '../domain/school.ts'
import { until } from '../house.ts'
import { openDoor, type Door } from './door.ts'
import { changePerson } from '../changed-person.ts'

describe('/api/v1/me', () => {
  let door: Door
  let by: ReturnType<typeof request.agent>
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    door.at('2027-04-26T08:00:00Z')
    await door.reseed()
    by = await signedIn('centre-head.cis')
  })
  after(() => door.close())

  const signedIn = async (account: string) => {
    const agent = request.agent(door.app)
    door.mails.length = 0
    await agent
      .post('/api/v1/session/links')
      .send({ email: `${account}@school.example` })
      .expect(202)
    await until(async () => door.mails.length > 0, 5_000)
    await agent.post(/\/sign-in\/[\w-]{43}/.exec(door.mails[0]?.text ?? '')?.[0] ?? '').expect(303)
    return agent
  }
  const patch = (body: object) => by.patch('/api/v1/me').send(body)
  /** What was written of oneself since one came in. */
  const edits = () => readLedger(door.store, `person/${self}`, { after: 1 })
  const [pilot, deputy, self] = [person('pilot'), person('deputy.cis'), person('centre-head.cis')]
  const summer = { fromOn: '2027-07-10', untilOn: '2027-07-31', delegate: deputy }

  it('needs a session', async () => {
    await request(door.app).get('/api/v1/me').expect(401)
    await request(door.app).patch('/api/v1/me').send({}).expect(401)
  })

  it('says who one is, what one holds and stands for, and where to go', async () => {
    const { body } = await by.get('/api/v1/me').expect(200)
    expect(body).to.deep.equal({
      id: self,
      email: 'centre-head.cis@school.example',
      language: 'fr',
      mandates: [
        {
          role: { code: 'centreHead', words: body.mandates[0].role.words },
          centre: 'cis',
          fromOn: '2020-09-01',
          held: true,
        },
      ],
      absences: [],
      publicationConsentOn: null,
      standsFor: [
        { party: `person:${self}`, words: 'centre-head.cis@school.example' },
        { party: 'head:cis', words: body.mandates[0].role.words },
      ],
      links: { agenda: '/api/v1/agenda', messages: `/api/v1/messages/${self}`, session: '/api/v1/session' },
    })
    expect(body.mandates[0].role.words).to.contain('Centre Ingénierie et Santé')
  })

  it('says of what is held for the time being that it is', async () => {
    const mandates = [{ role: 'centreHead', centre: 'cis', fromOn: '2020-09-01', acting: true }]
    await changePerson(door.store, self, { mandates })
    by = await signedIn('centre-head.cis')
    const { body } = await by.get('/api/v1/me').expect(200)
    expect(body.mandates[0].role.words).to.equal(
      'Direction de centre de recherche (Centre Ingénierie et Santé), par intérim',
    )
  })

  it('keeps an absence with its delegate, who stands in on those days and says through whom', async () => {
    const { body } = await patch({ absences: [summer], language: 'en' }).expect(200)
    expect(body.absences).to.deep.equal([{ ...summer, delegate: { id: deputy, name: 'deputy.cis@school.example' } }])
    expect(body.mandates[0].role.words).to.equal('Head of Centre Ingénierie et Santé')
    door.at('2027-07-10T08:00:00Z')
    by = await signedIn('deputy.cis')
    const { standsFor } = (await by.get('/api/v1/me').expect(200)).body
    expect(standsFor).to.deep.include({
      party: 'head:cis',
      words: standsFor.at(-1).words,
      through: { id: self, name: 'centre-head.cis@school.example' },
    })
  })

  it('writes a ledger entry that names the fields, and keeps the values where they can be erased', async () => {
    await patch({ absences: [summer] }).expect(200)
    const [entry, ...more] = await edits()
    expect(more).to.deep.equal([])
    expect(entry).to.deep.include({
      type: 'personEdited',
      actor: `person:${self}`,
      at: '2027-04-26T08:00:00.000Z',
      policy: door.deps.rules.policy.version,
    })
    expect(JSON.stringify(entry)).to.not.contain('2027-07-10')
    await patch({ absences: [summer] }).expect(200)
    expect(await edits()).to.have.length(1)
  })

  it('writes nothing for an edit that says nothing', async () => {
    await patch({}).expect(200)
    await patch({ language: 'fr' }).expect(200)
    expect(await edits()).to.deep.equal([])
  })

  it('keeps both of two edits at once', async () => {
    const answers = await Promise.all([patch({ language: 'en' }), patch({ absences: [summer] })])
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200])
    const { body } = await by.get('/api/v1/me')
    expect([body.language, body.absences.length]).to.deep.equal(['en', 1])
    expect(await edits()).to.have.length(2)
  })

  const refused: readonly (readonly [string, object, string])[] = [
    ['an unknown field', { name: 'Me' }, 'invalid-body'],
    ['mandates, which are not one’s own to give', { mandates: [] }, 'invalid-body'],
    ['another language', { language: 'de' }, 'invalid-body'],
    ['a date that does not exist', { absences: [{ fromOn: '2027-02-29', untilOn: '2027-03-01' }] }, 'invalid-body'],
    ['a day before 1900', { absences: [{ fromOn: '1899-12-31', untilOn: '1900-01-01' }] }, 'invalid-body'],
    ['a day after 2099', { absences: [{ fromOn: '2099-12-31', untilOn: '2100-01-01' }] }, 'invalid-body'],
    ['an unknown field of an absence', { absences: [{ ...summer, reason: 'ill' }] }, 'invalid-body'],
    [
      'an absence that ends before it begins',
      { absences: [{ fromOn: '2027-07-10', untilOn: '2027-07-09' }] },
      'absence-order',
    ],
    ['one of a year and a half', { absences: [{ fromOn: '2027-07-10', untilOn: '2029-01-10' }] }, 'absence-too-long'],
    ['two on one day', { absences: [summer, { fromOn: '2027-07-31', untilOn: '2027-08-01' }] }, 'absence-overlap'],
    ['oneself as delegate', { absences: [{ ...summer, delegate: self }] }, 'absence-delegate-self'],
    ['nobody we know as delegate', { absences: [{ ...summer, delegate: 'p999' }] }, 'absence-delegate-unknown'],
  ]
  for (const [what, body, code] of refused)
    it(`refuses ${what}: ${code}`, async () => {
      const answer = await patch(body).expect(422)
      expect(answer.body.code).to.equal(code)
      expect(await edits()).to.deep.equal([])
    })

  it('takes the first day of 1900 and the last of 2099', () =>
    patch({
      absences: [
        { fromOn: '1900-01-01', untilOn: '1900-01-01' },
        { fromOn: '2099-12-31', untilOn: '2099-12-31' },
      ],
    }).expect(200))

  it('allows a year and a half less a day', () =>
    patch({ absences: [{ fromOn: '2027-07-10', untilOn: '2029-01-09' }] }).expect(200))

  it('refuses a delegate who holds no mandate by then', async () => {
    const held = await door.store.people.findOne({ _id: deputy }).lean()
    await changePerson(door.store, deputy, {
      mandates: [{ role: 'centreDeputy', centre: 'cis', fromOn: '2026-09-01', untilOn: '2027-07-09' }],
    })
    expect((await patch({ absences: [summer] }).expect(422)).body.code).to.equal('absence-delegate-unknown')
    await changePerson(door.store, deputy, { mandates: held?.mandates ?? [] })
  })

  it('refuses a delegate who only audits or administers, in the reader’s language, and lets such a one name their like', async () => {
    for (const account of ['auditor', 'administrator']) {
      const { body } = await patch({ absences: [{ ...summer, delegate: person(account) }] }).expect(422)
      expect([body.code, body.title], account).to.deep.equal([
        'absence-delegate-watching',
        'Cette personne ne peut pas agir pour autrui',
      ])
    }
    expect(await edits()).to.deep.equal([])
    await patch({ language: 'en' }).expect(200)
    const { body } = await patch({ absences: [{ ...summer, delegate: person('auditor') }] }).expect(422)
    expect(body.title).to.equal('This person cannot act for others')
    await changePerson(door.store, pilot, { mandates: [{ role: 'auditor', fromOn: '2026-09-01' }] })
    by = await signedIn('auditor')
    await patch({ absences: [{ ...summer, delegate: pilot }] }).expect(200)
  })

  it('refuses a delegate who is away the whole time, by one absence or two in a row, and takes one who is back for a day', async () => {
    const away = (absences: object[]) => changePerson(door.store, deputy, { absences })
    await away([{ fromOn: '2027-07-01', untilOn: '2027-08-31' }])
    expect((await patch({ absences: [summer] }).expect(422)).body.code).to.equal('absence-delegate-away')
    await away([
      { fromOn: '2027-07-16', untilOn: '2027-07-31' },
      { fromOn: '2027-07-10', untilOn: '2027-07-15' },
    ])
    expect((await patch({ absences: [summer] }).expect(422)).body.code).to.equal('absence-delegate-away')
    await away([
      { fromOn: '2027-07-10', untilOn: '2027-07-15' },
      { fromOn: '2027-07-17', untilOn: '2027-07-31' },
    ])
    await patch({ absences: [summer] }).expect(200)
  })

  it('leaves what is over alone, its delegate gone or not', async () => {
    await patch({
      absences: [
        { fromOn: '2027-01-04', untilOn: '2027-01-08', delegate: 'p999' },
        { ...summer, delegate: pilot },
      ],
    }).expect(200)
  })

  it('reads JSON and nothing else', () => by.patch('/api/v1/me').type('form').send({ language: 'en' }).expect(415))
})
