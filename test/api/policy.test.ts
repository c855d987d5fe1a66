import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import request from 'supertest'
import { parse } from 'yaml'
import { PolicyView } from '../../api/contracts/policy.ts'
import { openDesk, submitPlan, type Desk } from './desk.ts'

interface Claim {
  readonly measure: { readonly code: string; readonly words: string }
  readonly stated: number
  readonly statedOn: string
  readonly statement: string
  readonly counted: number
}

describe('GET /policy', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  it('is what its contract says, with the version that stands in every entry', async () => {
    const { status, body } = await (await desk.as('auditor')).get('/policy')
    expect(status).to.equal(200)
    expect(PolicyView.parse(body)).to.deep.equal(body)
    expect(body.version).to.equal(desk.deps.rules.policy.version)
  })

  it('has the statements S1 to S19 in the reader’s language, each with what carries it', async () => {
    const english = await (await desk.as('pilot')).get('/policy')
    const french = await (await desk.as('officer')).get('/policy')
    const ids = Array.from({ length: 19 }, (_, n) => `S${n + 1}`)
    for (const answer of [english, french])
      expect(answer.body.statements.map(({ id }: { id: string }) => id)).to.deep.equal(ids)
    expect(english.body.statements[9]).to.deep.include({
      text: 'Targeting never rules out a relevant action with a country or partner that is not listed.',
      since: '2020-01-01',
    })
    expect(french.body.statements[9].text).to.match(/^Le ciblage n’exclut jamais/)
    expect(french.body.claims[0].measure).to.deep.equal({ code: 'agreements', words: 'accords d’échange' })
    expect(english.body.statements[13].carriedBy).to.deep.equal([
      { kind: 'policy', what: 'labels.yaml: labels.cequint' },
    ])
    expect(english.body.statements[0].carriedBy[0].kind).to.equal('narrative')
  })

  it('shows what was stated beside what is counted now, and counts again after a decision, a partner, a plan and an agreement', async () => {
    const known = desk.deps.school.partners.length
    const officer = await desk.as('officer')
    const before = (await officer.get('/policy')).body
    const claims: readonly Claim[] = before.claims
    const rows = claims.map(({ measure, stated, statement, counted }) => [measure.code, stated, statement, counted])
    expect(rows).to.deep.equal([
      ['agreements', 100, 'S7', 0],
      ['partnerships', 130, 'S13', known],
      ['strategicPartners', 30, 'S8', 0],
      ['completePartners', 40, 'S13', 0],
      ['mastersInEnglish', 10, 'S11', 8],
    ])
    for (const { statedOn } of claims) expect(statedOn).to.equal('2020-01-01')
    expect(before.counts).to.deep.equal({
      ...{ partners: known, partnerships: known, strategic: 0, complete: 0 },
      ...{ agreements: 0, plans: 0 },
    })
    const cairo = {
      name: 'Cairo University',
      country: 'EG',
      domains: ['cu.edu.eg'],
      id: 'cairo',
      reason: 'A shared chair',
    }
    expect((await officer.post('/partners', { ...cairo, relationship: 'prospect' })).status).to.equal(201)
    const decision = { fact: 'strategic', value: true, reason: 'Wished by both' }
    expect((await (await desk.as('direction')).post('/partners/usth/decide', decision)).status).to.equal(200)
    await submitPlan(desk)
    const exchange = {
      title: 'Exchanges',
      kind: 'exchange',
      partners: ['usth'],
      validity: { from: '2020-09-01', until: '2030-08-31' },
      noticeMonths: 6,
      signedOn: '2020-05-04',
    }
    // A draft, one that is over and one of research are no exchange agreements in force.
    const { signedOn: _, ...unsigned } = exchange
    const over = { ...exchange, validity: { from: '2020-09-01', until: '2026-08-31' } }
    for (const body of [exchange, unsigned, over, { ...exchange, kind: 'research' }])
      expect((await officer.post('/agreements', body)).status).to.equal(201)
    const after = (await officer.get('/policy')).body
    expect(after.counts).to.deep.equal({
      partners: known + 1,
      partnerships: known,
      strategic: 1,
      complete: 0,
      agreements: 1,
      plans: 1,
    })
    expect(after.claims.map(({ stated, counted }: Claim) => [stated, counted]).slice(0, 4)).to.deep.equal([
      [100, 1],
      [130, known],
      [30, 1],
      [40, 0],
    ])
  })

  it('keeps both sides of what disagrees, and makes up no denominator (S3)', async () => {
    const { body } = await (await desk.as('pilot')).get('/policy')
    expect(body.disagreements[0]).to.deep.include({ between: ['S7', 'S13'] })
    const [mobility, welcomed] = body.axes[0].targets
    expect([mobility.percent, mobility.denominator]).to.deep.equal([100, 'all of them'])
    expect([welcomed.percent, welcomed.denominator]).to.deep.equal([30, null])
  })

  it('shows the ladders, the terms and the hours that hold', async () => {
    const { body } = await (await desk.as('centre-head.cmp')).get('/policy')
    const ladder = body.ladders.find(({ kind }: { kind: string }) => kind === 'approval')
    expect(ladder.rungs).to.deep.equal([
      { days: -7, to: 'addressee', opens: false, every: null },
      { days: -2, to: 'addressee', opens: false, every: null },
      { days: 3, to: 'deputy', opens: true, every: null },
      { days: 10, to: 'direction', opens: true, every: 7 },
    ])
    expect(body.deadlines).to.deep.include({ approvalWorkingDays: 15, validationWorkingDays: 10, graceSeconds: 0 })
    const terms = parse(readFileSync(new URL('../../policy/deadlines.yaml', import.meta.url), 'utf8'))
    expect(body.deadlines).to.deep.equal(terms)
    expect(body.sending).to.deep.equal({
      digestAt: '08:30',
      digestUntil: '18:00',
      cadence: [
        { reader: { code: 'school', words: 'people of the school' }, days: 'everyWorkingDay' },
        { reader: { code: 'partner', words: 'contacts of partners' }, days: 'everyWorkingDay' },
      ],
      urgentFrom: '07:00',
      urgentUntil: '20:00',
      urgentKinds: [],
    })
    expect(
      body.labels.map(({ id, programmes, untilOn }: Record<string, unknown>) => [id, programmes, untilOn]),
    ).to.deep.equal([
      ['cequint', ['icm'], '2025-08-31'],
      ['bienvenue-en-france', null, null],
    ])
    expect(body.labels[0].criteria).to.have.length(5)
    expect(body.channels.at(-1)).to.deep.include({ channel: 'partnerContact', countries: null })
  })

  it('is read by whoever is signed in, and by nobody else; nothing can be written there', async () => {
    expect((await request(desk.app).get('/api/v1/policy')).status).to.equal(401)
    const pilot = await desk.as('pilot')
    expect((await pilot.get('/policy?asOf=2027-01-01')).status).to.equal(422)
    expect((await pilot.post('/policy', {})).status).to.equal(405)
  })
})
