import { expect } from 'chai'
import { readLedger } from '../../../store/ledger.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { openDesk, startPlan, type Desk } from '../desk.ts'

const milestones = ['joint-master', 'cotutelles', 'chair', 'fair']
const strategic = { fact: 'strategic', value: true, ground: 'planInForce', sinceOn: '2027-09-01' }
const complete = { fact: 'complete', value: true, ground: 'pillarsEvidenced', sinceOn: '2028-06-01' }

describe('what the rules propose of partners (R12)', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk()
    await startPlan(desk)
  })
  afterEach(() => desk?.close())

  const evidence = async (moment: string, done: readonly string[]): Promise<void> => {
    desk.at(moment)
    const pilot = await desk.as('pilot')
    for (const milestone of done) {
      const { status } = await pilot.post('/plans/usth-2027/completeMilestone', { milestone, evidence: 'Signed.' })
      expect(status).to.equal(200)
    }
  }
  type Line = { fact: string; value: boolean; ground: { code: string }; sinceOn: string | null }
  const short = ({ fact, value, ground, sinceOn }: Line) => ({ fact, value, ground: ground.code, sinceOn })
  const proposed = async () => {
    const { body } = await (await desk.as('direction')).get('/partners/openProposals')
    return body.items.map((item: Line & { partner: { id: string } }) => [item.partner.id, short(item)])
  }
  const decide = async (body: object, key?: string) =>
    (await desk.as('direction')).post('/partners/usth/decide', { reason: 'As agreed', ...body }, key ? { key } : {})

  it('is listed at an address that is no partner’s, were one called alike', async () => {
    const officer = await desk.as('officer')
    const added = { id: 'openproposals', name: 'Institute of Open Proposals', country: 'IT' }
    expect((await officer.post('/partners', added)).status).to.equal(201)
    expect((await officer.get('/partners/openproposals')).body.name).to.equal(added.name)
    expect(await proposed()).to.deep.equal([['usth', strategic]])
  })

  it('stands on the partner with its coverage, and in the list of those who decide', async () => {
    await evidence('2028-06-01T08:00:00Z', milestones.slice(0, 2))
    const { body } = await (await desk.as('officer')).get('/partners/usth')
    expect(
      body.coverage.map(({ pillar, coverage, evidencedOn, countsUntilOn, dueOn }: (typeof body.coverage)[number]) => [
        pillar.code,
        coverage.code,
        evidencedOn,
        countsUntilOn,
        dueOn,
      ]),
    ).to.deep.equal([
      ['teaching', 'evidenced', '2028-06-01', '2030-08-31', null],
      ['research', 'evidenced', '2028-06-01', '2030-08-31', null],
      ['companies', 'planned', null, null, '2029-08-15'],
      ['scientificCulture', 'planned', null, null, '2031-12-31'],
    ])
    expect(body.proposals.map(short)).to.deep.equal([strategic])
    expect(body.proposals[0]).to.deep.include({
      words: 'en faire un partenaire stratégique',
      ground: { code: 'planInForce', words: 'un plan de cinq ans est en vigueur' },
    })
    expect(await proposed()).to.deep.equal([['usth', strategic]])
    await evidence('2028-06-01T09:00:00Z', milestones.slice(2))
    expect(await proposed()).to.deep.equal([
      ['usth', strategic],
      ['usth', complete],
    ])
  })

  it('is nobody’s to see who may not see indicators, and the list is for those who decide', async () => {
    const { body } = await (await desk.as('centre-head.cmp')).get('/partners/usth')
    expect([body.coverage, body.proposals]).to.deep.equal([null, null])
    expect((await (await desk.as('officer')).get('/partners/openProposals')).status).to.equal(403)
  })

  it('is settled by a decision that keeps the ground, its author and day; not followed, it is not made again', async () => {
    await evidence('2028-06-01T08:00:00Z', milestones)
    expect((await decide({ fact: 'strategic', value: true })).body.strategic).to.deep.include({
      value: true,
      on: '2028-06-01',
      by: 'person:p4',
      finding: {
        value: true,
        ground: { code: 'planInForce', words: 'un plan de cinq ans est en vigueur' },
        sinceOn: '2027-09-01',
      },
    })
    const kept = { fact: 'complete', value: false, reason: 'The chair is an empty shell' }
    const { status, body } = await decide(kept, 'once')
    expect([status, body.complete.value, body.complete.finding.value]).to.deep.equal([200, false, true])
    expect((await decide(kept, 'once')).body.seq).to.equal(body.seq)
    expect((await decide(kept)).body.code).to.equal('register.decided-already')
    expect(await proposed()).to.deep.equal([])
    expect((await readLedger(desk.store, 'partner/usth')).at(-1)?.data).to.deep.include({ fields: ['complete'] })
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('is that a partner is complete no longer once its evidence is of more than three academic years ago', async () => {
    await evidence('2028-06-01T08:00:00Z', milestones)
    await decide({ fact: 'strategic', value: true })
    await decide({ fact: 'complete', value: true })
    desk.at('2030-08-31T21:59:59Z')
    expect(await proposed()).to.deep.equal([])
    desk.at('2030-08-31T22:00:00Z')
    const lapsed = { fact: 'complete', value: false, ground: 'pillarsNotEvidenced', sinceOn: '2030-09-01' }
    expect(await proposed()).to.deep.equal([['usth', lapsed]])
  })

  it('is of the successor, once the partner of a plan has merged', async () => {
    desk.at('2028-06-01T08:00:00Z')
    const direction = await desk.as('direction')
    const merge = { into: 'usj', on: '2028-06-02', reason: 'One university' }
    expect((await direction.post('/partners/usth/merge', merge)).status).to.equal(200)
    expect(await proposed()).to.deep.equal([['usth', strategic]])
    desk.at('2028-06-02T08:00:00Z')
    expect(await proposed()).to.deep.equal([['usj', strategic]])
  })
})
