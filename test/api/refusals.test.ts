import { expect } from 'chai'
import request from 'supertest'
import { person } from '../domain/school.ts'
import { draftBody, openDesk, startPlan, submitPlan, type Client, type Desk } from './desk.ts'

describe('what the API does not accept', () => {
  let desk: Desk
  let pilot: Client
  before(async () => {
    desk = await openDesk()
    pilot = await desk.as('pilot')
  })
  afterEach(async () => {
    await desk.forget()
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  it('names each field that does not fit its contract, and not what it held', async () => {
    const [first, ...rest] = draftBody().milestones
    const body = {
      ...draftBody(),
      firstYear: 'soon',
      pilots: 1,
      milestones: [{ ...first, dueOn: '2027-02-30', title: 'a\u202eb' }, ...rest],
    }
    const { status, body: problem } = await pilot.post('/plans', body)
    expect([status, problem.code, problem.type]).to.deep.equal([422, 'command.invalid', '/problems/command.invalid'])
    expect(problem.fields.faults.map(({ path }: { path: string }) => path)).to.have.members([
      'firstYear',
      'pilots',
      'milestones.0.dueOn',
      'milestones.0.title',
    ])
    for (const { message } of problem.fields.faults) expect(message).to.be.a('string').and.not.contain('soon')
  })

  it('answers in the language of the person signed in, and before that in the one their browser asks for', async () => {
    const french = await (await desk.as('officer')).get('/plans/usj-2030', { language: 'en' })
    expect([french.headers['content-language'], french.body.title]).to.deep.equal(['fr', 'Introuvable'])
    const english = await pilot.get('/plans/usj-2030', { language: 'fr' })
    expect([english.headers['content-language'], english.body.title]).to.deep.equal(['en', 'Not found'])
    for (const [asked, title] of [
      ['en-GB', 'Please sign in'],
      ['fr', 'Connectez-vous'],
      ['de', 'Connectez-vous'],
    ] as const) {
      const stranger = await request(desk.app).get('/api/v1/plans').set('Accept-Language', asked)
      expect([stranger.status, stranger.body.title], asked).to.deep.equal([401, title])
    }
  })

  it('is a problem of RFC 9457 with an instance of its own', async () => {
    const [one, other] = [await pilot.get('/plans/usj-2030'), await pilot.get('/plans/usj-2030')]
    expect(one.headers['content-type']).to.equal('application/problem+json; charset=utf-8')
    expect(one.body).to.include({ status: 404, code: 'not-found', type: '/problems/not-found' })
    expect(one.body.instance)
      .to.match(/^urn:uuid:/)
      .and.not.equal(other.body.instance)
  })

  it('refuses bodies that are no JSON, of another kind, too large, or not of this world', async () => {
    const broken = await pilot.post('/plans', '{"partner":')
    expect([broken.status, broken.body.code]).to.deep.equal([400, 'invalid-json'])
    const half = await pilot.post('/plans', '{"partner":"\\ud800"}')
    expect([half.status, half.body.code]).to.deep.equal([400, 'invalid-json'])
    const form = await pilot.agent.post('/api/v1/plans').type('form').send({ partner: 'usth' })
    expect([form.status, form.body.code]).to.deep.equal([415, 'unsupported-media-type'])
    const latin = await pilot.agent
      .post('/api/v1/plans')
      .set('Content-Type', 'application/json; charset=latin1')
      .send('{}')
    expect([latin.status, latin.body.code]).to.deep.equal([415, 'unsupported-media-type'])
    // In the language of the account, whatever the program says of itself.
    const head = await desk.as('centre-head.cmp')
    const silent = await head.agent.post('/api/v1/plans').type('application/json').send('{"partner":')
    expect(silent.headers['content-language']).to.equal('en')
    const large = await pilot.post('/plans', { partner: 'x'.repeat(1_100_000) })
    expect([large.status, large.body.code]).to.deep.equal([413, 'body-too-large'])
    for (const body of ['[]', 'null', '7', '"text"', '{"__proto__":{"partner":"usth"}}', '{"constructor":1}']) {
      const answer = await pilot.post('/plans', body)
      expect([answer.status, answer.body.code], body).to.deep.equal([422, 'command.invalid'])
    }
  })

  it('refuses JSON that says two things, or none for certain, and says where (ADR 46)', async () => {
    const { milestones, ...draft } = draftBody()
    const [first, ...rest] = milestones.map((one) => JSON.stringify(one))
    const twice = [`${first?.slice(0, -1)},"dueOn":"2029-05-01"}`, ...rest].join()
    const sent = async (body: string | Buffer, type = 'application/json') => {
      const asked = pilot.agent.post('/api/v1/plans?preview=true').set('Content-Type', type)
      return asked.serialize((bytes) => bytes).send(body)
    }
    for (const [body, path, code] of [
      [`${JSON.stringify(draft).slice(0, -1)},"milestones":[${twice}]}`, 'milestones.0.dueOn', 'repeated_key'],
      ['{"partner":"usth","\\u0070artner":"usj"}', 'partner', 'repeated_key'],
      ['{"a":{"partner":1},"b":[{"c":1},{"c":1,"d":{},"c":2}]}', 'b.1.c', 'repeated_key'],
      ['{"centres":["cmp","\\ud800"]}', 'centres.1', 'invalid_format'],
      ['{"\\udc00":1}', '\ufffd', 'invalid_format'],
    ] as const) {
      const answer = await sent(body)
      expect([answer.status, answer.body.code], body).to.deep.equal([400, 'invalid-json'])
      const [{ message, ...fault }] = answer.body.fields.faults
      expect(fault, body).to.deep.equal({ path, code })
      expect(message, body).to.contain(path)
      expect(answer.body.detail, body).to.contain('twice')
    }
    const latin = await sent(Buffer.from('{"partner":"caf\xe9"}', 'latin1'))
    expect([latin.status, latin.body.code]).to.deep.equal([400, 'invalid-json'])
    const wide = await sent(Buffer.from('\ufeff{}', 'utf16le'), 'application/json; charset=utf-16')
    expect([wide.status, wide.body.code]).to.deep.equal([415, 'unsupported-media-type'])
    const marked = await sent('\ufeff{"strange":1}')
    expect([marked.status, marked.body.code]).to.deep.equal([422, 'command.invalid'])
  })

  it('refuses what cannot be unpacked as a body that cannot be read', async () => {
    const answer = await pilot.agent.post('/api/v1/plans').set('Content-Encoding', 'gzip').send(draftBody())
    expect([answer.status, answer.body.code]).to.deep.equal([400, 'invalid-json'])
  })

  it('tells the first hundred faults of a body that has many thousands', async () => {
    const milestones = Array.from({ length: 400 }, () => ({ a: 1, b: 2, c: 3 }))
    const strange = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`strange${n}`, n]))
    for (const body of [{ milestones }, strange]) {
      const answer = await pilot.post('/plans', body)
      expect([answer.status, answer.body.fields.faults.length]).to.deep.equal([422, 100])
    }
  })

  it('takes nothing for a body, and null for none', async () => {
    await submitPlan(desk)
    const direction = await desk.as('direction')
    const none = await direction.agent.post('/api/v1/plans/usth-2027/return?preview=true')
    expect(none.body.fields.faults.map(({ path }: { path: string }) => path)).to.deep.equal(['reason'])
    for (const path of ['/plans/usth-2027/submit', '/messages/p5/release', '/messages/p5/readdress']) {
      const answer = await (await desk.as('officer')).post(`${path}?preview=true`, 'null')
      expect([answer.status, answer.body.code], path).to.deep.equal([422, 'command.invalid'])
    }
  })

  it('names a day that is far from anybody’s life', async () => {
    const officer = await desk.as('officer')
    for (const untilOn of ['0000-01-01', '0999-12-31', '1899-12-31', '2100-01-01', '9999-12-31']) {
      const answer = await officer.post('/messages/p5/hold?preview=true', { untilOn, reason: 'Away' })
      expect([answer.status, answer.body.fields.faults?.[0].path], untilOn).to.deep.equal([422, 'untilOn'])
      const past = await officer.get(`/plans/usth-2027?asOf=${untilOn}`)
      expect([past.status, past.body.fields.faults?.[0].path], untilOn).to.deep.equal([422, 'asOf'])
    }
  })

  it('says titles and names in the place of ids, which stand in its fields', async () => {
    await startPlan(desk)
    const client = await desk.as('pilot')
    const [officer, own] = [person('officer'), person('pilot')]
    const added = { ...draftBody().milestones[0], id: 'lab', title: 'Laboratory opens' }
    for (const [path, body, said, fields] of [
      [
        'moveMilestone',
        { milestone: 'fair', to: '2027-08-31', reason: 'Sooner' },
        'milestone “Milestone fair”',
        { milestone: 'fair', dueOn: '2027-08-31' },
      ],
      [
        'assignOwner',
        { milestone: 'fair', owner: own, reason: 'As before' },
        'Milestone “Milestone fair” is already entrusted to “pilot@school.example”.',
        { milestone: 'fair', owner: own },
      ],
      ['addMilestone', { ...added, owner: 'p99' }, '“Laboratory opens” is entrusted to “p99”', undefined],
      [
        'addMilestone',
        { ...added, action: 'seminar' },
        'Milestone “Laboratory opens” and its action “Action seminar” must',
        { milestone: 'lab', action: 'seminar' },
      ],
      [
        'addMilestone',
        { ...added, centre: 'spin' },
        '“Sciences des Processus Industriels et Naturels”',
        { centre: 'spin' },
      ],
      ['addMilestone', { ...added, id: 'fair' }, 'already has a milestone “fair”', { milestone: 'fair' }],
    ] as const) {
      for (const preview of ['', '?preview=true']) {
        const { status, body: problem } = await client.post(`/plans/usth-2027/${path}${preview}`, body)
        expect([status, problem.detail.includes(said)], problem.detail).to.deep.equal([409, true])
        if (fields) expect(problem.fields).to.deep.equal(fields)
      }
    }
    const { body: drafted } = await client.post('/plans', {
      ...{ ...draftBody(), partner: 'usj', firstYear: 2028, pilot: officer },
    })
    expect(drafted.detail).to.contain('“officer@school.example” is not in the register, or does not hold')
  })

  it('says them in receipts as well', async () => {
    await startPlan(desk)
    const client = await desk.as('pilot')
    desk.engine(false)
    const start = () => client.post('/plans/usth-2027/startMilestone', { milestone: 'fair' })
    await start()
    desk.at('2027-09-01T08:00:01Z')
    const second = await start()
    expect(second.status).to.equal(202)
    desk.engine(true)
    await desk.settle()
    const { problem } = (await client.get(`/receipts/${second.body.id}`)).body
    expect([problem.code, problem.fields]).to.deep.equal(['plan.milestone-started', { milestone: 'fair' }])
    expect(problem.detail).to.contain('Milestone “Milestone fair” is no longer just planned')
  })

  it('never answers bad input with a server error', async () => {
    await startPlan(desk)
    const odd: unknown[] = [
      null,
      0,
      -1,
      1e308,
      '',
      '\u0000',
      'text:0123456789abcdef0123456789abcdef',
      [],
      {},
      [[]],
      { $gt: '' },
      true,
      '__proto__',
      'x'.repeat(5000),
      '2028-02-30',
    ]
    const client = await desk.as('pilot')
    const fields = {
      moveMilestone: ['milestone', 'to', 'reason'],
      completeMilestone: ['milestone', 'evidence'],
      addMilestone: ['id', 'title', 'pillar', 'centre', 'owner', 'dueOn'],
    }
    for (const [command, names] of Object.entries(fields))
      for (const value of odd) {
        const { status } = await client.post(
          `/plans/usth-2027/${command}`,
          Object.fromEntries(names.map((name) => [name, value])),
        )
        expect(status, `${command} ${JSON.stringify(value)?.slice(0, 40)}`).to.be.within(400, 422)
      }
    for (const path of [
      '/plans/%00',
      '/plans/%ff',
      '/plans/a%2Fb',
      '/plans/..%2f',
      '/approvals/%F0%9F',
      '/receipts/$gt',
      '/messages/__proto__',
      '/plans/' + 'x'.repeat(4000),
    ])
      expect((await client.get(path)).status, path).to.equal(404)
  })

  it('refuses queries it does not know', async () => {
    for (const path of [
      '/plans?page=2',
      '/plans?after=a&after=b',
      '/plans/usth-2027?asof=2027-01-01',
      '/agenda?x',
      '/plans/usth-2027/history?after=-1',
    ]) {
      const { status, body } = await pilot.get(path)
      expect([status, body.code], path).to.deep.equal([422, 'invalid-query'])
    }
    const preview = await pilot.post('/plans?preview=yes', draftBody())
    expect([preview.status, preview.body.fields.faults[0].path]).to.deep.equal([422, 'preview'])
  })

  it('says which methods an address has', async () => {
    const { status, headers, body } = await pilot.agent.put('/api/v1/plans')
    expect([status, headers['allow'], body.code]).to.deep.equal([405, 'GET, POST', 'method-not-allowed'])
    expect((await pilot.agent.delete('/api/v1/plans/usth-2027/submit')).headers['allow']).to.equal('POST')
    expect((await pilot.agent.post('/api/v1/agenda')).headers['allow']).to.equal('GET')
    expect((await pilot.agent.get('/api/v1/nothing')).status).to.equal(404)
    expect((await pilot.agent.get('/nothing')).body.code).to.equal('not-found')
  })

  it('refuses a key that is no key', async () => {
    await submitPlan(desk)
    for (const key of ['a b', 'é'.repeat(3), 'x'.repeat(201), '']) {
      const answer = await pilot.agent
        .post('/api/v1/plans/usth-2027/revise')
        .set('Idempotency-Key', Buffer.from(key).toString('latin1'))
        .send({})
      expect([answer.status, answer.body.fields.faults], key).to.deep.equal([
        422,
        [{ path: 'Idempotency-Key', code: 'invalid_format', message: answer.body.fields.faults[0].message }],
      ])
    }
  })

  it('lets no other site set anything off', async () => {
    const { status, body } = await pilot.agent
      .post('/api/v1/plans')
      .set('Origin', 'https://elsewhere.example')
      .set('Sec-Fetch-Site', 'cross-site')
      .send(draftBody())
    expect([status, body.code]).to.deep.equal([403, 'csrf'])
  })
})
