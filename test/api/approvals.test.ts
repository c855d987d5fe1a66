import { expect } from 'chai'
import { changePerson } from '../changed-person.ts'
import { person } from '../domain/school.ts'
import { draftBody, openDesk, submitPlan, type Desk } from './desk.ts'

const cmp = '/approvals/partnershipPlan.usth-2027.v1.cmp'

describe('approvals over the API', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    desk.at('2027-04-26T08:00:00Z')
    await submitPlan(desk)
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  it('GET /approvals lists those one may answer or see', async () => {
    const keysOf = async (account: string) =>
      (await (await desk.as(account)).get('/approvals')).body.items.map(
        ({ centre, may }: { centre: { id: string }; may: string[] }) => [centre.id, ...may],
      )
    expect(await keysOf('centre-head.cmp')).to.deep.equal([['cmp', 'give']])
    expect(await keysOf('officer')).to.deep.equal([['cis'], ['cmp']])
    expect(await keysOf('deputy.cis')).to.deep.equal([['cis']])
    expect(await keysOf('centre-head.spin')).to.deep.equal([])
    // Whoever wrote it sees what becomes of it, and answers none of it.
    expect(await keysOf('pilot')).to.deep.equal([['cis'], ['cmp']])
  })

  it('GET /approvals/{key} says what is asked, about what, until when, and who may answer from when', async () => {
    const { body } = await (await desk.as('centre-head.cmp')).get(cmp)
    expect(body).to.include({
      plan: 'usth-2027',
      askedAt: '2027-04-26T08:00:00.000Z',
      answerBy: '2027-05-19',
      finalOn: '2027-05-19',
      given: null,
      withdrawn: null,
    })
    expect(body.status).to.deep.equal({ code: 'asked', words: 'asked' })
    expect(body.hash).to.match(/^[0-9a-f]{64}$/)
    // R7: the deputy may act from Saturday 22 May, direction from 29 May.
    expect(body.actors).to.deep.equal([
      { part: 'head', open: true, from: '2027-04-26T08:00:00.000Z' },
      { part: 'deputy', open: false, from: '2027-05-21T22:00:00.000Z' },
      { part: 'direction', open: false, from: '2027-05-28T22:00:00.000Z' },
    ])
    expect(body.scope.unchanged).to.equal(true)
    expect(body.scope.own.map(({ id }: { id: string }) => id)).to.deep.equal(['joint-master', 'chair'])
    expect(body.scope.common).to.deep.include({ firstYear: 2027, from: '2027-09-01', until: '2032-08-31' })
    expect(body.scope.common.pillars.every(({ reached }: { reached: boolean }) => reached)).to.equal(true)
    expect(body.may).to.deep.equal(['give'])
  })

  it('POST /approvals/{key}/give answers it, and shows by whom and why', async () => {
    const head = await desk.as('centre-head.cmp')
    const { hash } = (await head.get(cmp)).body
    const { status, body } = await head.post(`${cmp}/give`, {
      opinion: 'returned',
      hash,
      reason: 'The chair needs a budget.',
    })
    expect(status).to.equal(200)
    expect(body.given).to.deep.equal({
      opinion: { code: 'returned', words: 'returned for changes' },
      at: desk.deps.now(),
      part: 'head',
      byLink: false,
      reason: 'The chair needs a budget.',
    })
    expect(body.may).to.deep.equal([])
    await desk.settle()
    const plan = await (await desk.as('pilot')).get('/plans/usth-2027/history')
    expect(plan.body.items.at(-1)).to.deep.include({ type: 'returned' })
    expect(plan.body.items.at(-1).data.reason).to.equal('The chair needs a budget.')
  })

  it('does not take an answer about something else, without a reason, or from someone else', async () => {
    const head = await desk.as('centre-head.cmp')
    const other = await head.post(`${cmp}/give`, { opinion: 'approved', hash: '0'.repeat(64) })
    expect([other.status, other.body.code]).to.deep.equal([409, 'approval.version-changed'])
    const { hash } = (await head.get(cmp)).body
    const silent = await head.post(`${cmp}/give`, { opinion: 'refused', hash })
    expect([silent.status, silent.body.fields.faults.map(({ path }: { path: string }) => path)]).to.deep.equal([
      422,
      ['reason'],
    ])
    const deputy = await (await desk.as('deputy.cmp')).post(`${cmp}/give`, { opinion: 'approved', hash })
    expect([deputy.status, deputy.body.code]).to.deep.equal([403, 'command.not-yours'])
    expect(
      (await (await desk.as('centre-head.cis')).post(`${cmp}/give`, { opinion: 'approved', hash })).status,
    ).to.equal(404)
    for (const command of ['ask', 'withdraw']) expect((await head.post(`${cmp}/${command}`)).status).to.equal(404)
  })

  it('is not given by a delegate who only audits or administers, named before that was refused', async () => {
    const head = person('centre-head.cmp')
    const { hash } = (await (await desk.as('centre-head.cmp')).get(cmp)).body
    for (const account of ['auditor', 'administrator']) {
      const away = { fromOn: '2027-04-20', untilOn: '2027-05-31', delegate: person(account) }
      await changePerson(desk.store, head, { absences: [away] })
      const client = await desk.as(account)
      expect((await client.get(cmp)).body.may, account).to.deep.equal([])
      const { status, body } = await client.post(`${cmp}/give`, { opinion: 'approved', hash })
      expect([status, body.code], account).to.deep.equal([403, 'command.not-yours'])
    }
    await changePerson(desk.store, head, { absences: [] })
  })

  it('says when the plan no longer says what was asked about', async () => {
    const [first, ...rest] = draftBody().milestones
    const { partner: _, firstYear: __, ...content } = draftBody()
    await (
      await desk.as('pilot')
    ).post('/plans/usth-2027/revise', { ...content, milestones: [{ ...first, title: 'Another title' }, ...rest] })
    await desk.settle()
    const { body } = await (await desk.as('centre-head.cmp')).get(cmp)
    expect(body.scope.unchanged).to.equal(false)
    expect(body.withdrawn.code).to.equal('versionChanged')
    expect((await (await desk.as('centre-head.cis')).get(cmp.replace('cmp', 'cis'))).body.scope.unchanged).to.equal(
      true,
    )
  })
})
