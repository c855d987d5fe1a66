import { expect } from 'chai'
import { civil } from '../../domain/time.ts'
import { person } from '../domain/school.ts'
import { openDesk, startPlan, type Desk } from './desk.ts'
import { changePerson } from '../changed-person.ts'

describe('indicators over the API', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    await startPlan(desk)
    const quality = await desk.as('quality')
    for (const [label, firstYear, until] of [
      ['cequint', 2018, '2025-08-31'],
      ['bienvenue-en-france', 2024, '2028-08-31'],
    ] as const)
      await quality.post('/labels', {
        label,
        firstYear,
        name: label,
        scope: { covers: 'school' },
        validity: { from: `${firstYear}-11-05`, until },
      })
    const pilot = await desk.as('pilot')
    await pilot.post('/plans/usth-2027/completeMilestone', { milestone: 'cotutelles', evidence: 'Signed.' })
    // Cotutelles, due on 29 February 2028, are done; the joint master, due on 1 May 2028, is late.
    desk.at('2028-06-01T08:00:00Z')
  })
  after(() => desk?.close())

  const shares = (body: { items: { id: string; numerator: number; denominator: number; value: number | null }[] }) =>
    Object.fromEntries(body.items.map(({ id, numerator, denominator }) => [id, `${numerator}/${denominator}`]))

  it('GET /indicators gives each with its formula, population and date', async () => {
    const { status, body } = await (await desk.as('direction')).get('/indicators')
    expect(status).to.equal(200)
    expect(shares(body)).to.deep.equal({
      plansOnTime: '0/1',
      milestonesOnTime: '1/2',
      pillarsCovered: '1/4',
      completePartnerships: '0/1',
      labelsHeld: '1/2',
    })
    const [, milestones] = body.items
    expect(milestones).to.include({
      name: 'Jalons tenus',
      value: 0.5,
      asOf: '2028-06-01',
      href: '/api/v1/indicators/milestonesOnTime',
    })
    expect(milestones.formula).to.match(/avant la fin de leur dernier jour/)
    expect(milestones.by.map(({ breakdown }: { breakdown: string }) => breakdown)).to.deep.equal([
      'year',
      'pillar',
      'centre',
    ])
    expect(milestones.by[0].shares).to.deep.equal([
      { key: '2027', words: '2027/2028', numerator: 1, denominator: 2, value: 0.5 },
    ])
    expect(milestones.by[1].shares[0]).to.include({ key: 'research', words: 'Recherche', value: 1 })
  })

  it('GET /indicators/{id} lists everything that was counted, with its address', async () => {
    const { body } = await (await desk.as('auditor')).get('/indicators/milestonesOnTime')
    expect([body.items.length, body.hidden]).to.deep.equal([2, 0])
    expect(body.items[0]).to.deep.include({
      name: 'Milestone joint-master',
      href: '/api/v1/plans/usth-2027',
      met: false,
      milestone: 'joint-master',
      year: 2027,
    })
    const labels = (await (await desk.as('auditor')).get('/indicators/labelsHeld')).body
    expect(labels.items.map(({ href, met }: { href: string; met: boolean }) => [href, met])).to.deep.equal([
      ['/api/v1/labels/bienvenue-en-france-2024', true],
      ['/api/v1/labels/cequint-2018', false],
    ])
    const pillars = (await (await desk.as('auditor')).get('/indicators/pillarsCovered')).body
    expect(pillars.items[1]).to.deep.include({
      href: '/api/v1/partners/usth',
      coverage: { code: 'evidenced', words: 'justifié' },
    })
  })

  it('is the same number for everyone, and lists only what concerns the reader', async () => {
    // A pilot of other plans than this one.
    const other = person('deputy.fayol')
    await changePerson(desk.store, other, { mandates: [{ role: 'pilot', fromOn: civil('2020-09-01') }] })
    const { body } = await (await desk.as('deputy.fayol')).get('/indicators/milestonesOnTime')
    expect([body.numerator, body.denominator]).to.deep.equal([1, 2])
    expect([body.items, body.hidden]).to.deep.equal([[], 2])
    for (const account of ['pilot', 'quality'])
      expect((await (await desk.as(account)).get('/indicators/milestonesOnTime')).body.items).to.have.length(2)
  })

  it('is for those who answer for the whole, and for no others', async () => {
    for (const account of ['direction', 'head-of-office', 'officer', 'auditor', 'pilot', 'quality'])
      expect((await (await desk.as(account)).get('/indicators')).status, account).to.equal(200)
    for (const account of ['centre-head.cmp', 'deputy.cmp', 'administrator']) {
      expect((await (await desk.as(account)).get('/indicators')).status, account).to.equal(403)
      expect((await (await desk.as(account)).get('/indicators/labelsHeld')).status, account).to.equal(403)
    }
    expect((await (await desk.as('direction')).get('/indicators/happiness')).status).to.equal(404)
  })
})
