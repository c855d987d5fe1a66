import { expect } from 'chai'
import { steps } from '../../activities/steps.ts'
import type { Gateway } from '../../api/gateway.ts'
import { Problem } from '../../api/http/problem.ts'
import { inTransaction } from '../../store/commit.ts'
import { brokenDay, plantedRules } from '../planted.ts'
import { draftBody, openDesk, startPlan, stored, usthPlan, type Client, type Desk } from './desk.ts'
import { school } from './door.ts'

describe('a bug in a rule', () => {
  let sound: Desk
  let desk: Desk
  let pilot: Client
  before(async () => {
    sound = await openDesk()
    await startPlan(sound)
    const rules = plantedRules(school)
    const { takeStep } = steps({
      store: sound.store,
      rules,
      transact: inTransaction(sound.store),
      reached: () => undefined,
    })
    const gateway: Gateway = {
      take: async (id, rowId) => takeStep({ id, now: Date.parse(sound.deps.now()), rowId }),
      isUp: async () => true,
    }
    desk = await openDesk({
      rules,
      gateway,
      store: sound.store,
      now: sound.deps.now,
      receivedAt: sound.deps.receivedAt,
    })
    pilot = await desk.as('pilot')
  })
  after(async () => {
    await desk?.close()
    await sound?.close()
  })

  const broken = { milestone: 'chair', to: brokenDay, reason: 'A day on which the rule fails.' }

  it('answers 500 with the id of a trouble, and the plan goes on', async () => {
    const { status, body } = await pilot.post('/plans/usth-2027/moveMilestone', broken, { key: 'k1' })
    expect([status, body.code]).to.deep.equal([500, 'bug'])
    const trouble = await sound.store.troubles.findOne({ _id: body.fields.id }).lean()
    expect(trouble).to.include({ stream: usthPlan, what: 'moveMilestone' })
    expect(body.detail).to.contain(body.fields.id)
    expect((await pilot.post('/plans/usth-2027/startMilestone', { milestone: 'chair' })).status).to.equal(200)
    const again = await pilot.post('/plans/usth-2027/moveMilestone', broken, { key: 'k1' })
    expect([again.status, again.body.fields]).to.deep.equal([500, body.fields])
  })

  it('in the words of a refusal leaves its status and its code, and shows nobody where it arose', async () => {
    const wordless = new Problem(409, 'no-such-code', { seconds: 'soon' })
    const other = await openDesk({ gateway: { take: () => Promise.reject(wordless), isUp: async () => true } })
    const answer = await (await other.as('pilot')).agent.post('/api/v1/plans').send(draftBody())
    const { length } = await other.store.troubles.find({ stream: 'api' }).lean()
    await other.close()
    expect([answer.status, answer.type, answer.body.code]).to.deep.equal([
      409,
      'application/problem+json',
      'no-such-code',
    ])
    expect(answer.text).to.not.contain('.ts')
    expect(length).to.equal(1)
  })

  it('is told in a preview too, which changes nothing else', async () => {
    const before = JSON.parse(await stored(sound))
    const { status, body } = await pilot.post('/plans/usth-2027/moveMilestone?preview=true', broken)
    expect([status, body.code]).to.deep.equal([500, 'bug'])
    const after = JSON.parse(await stored(sound))
    const without = (all: [string, unknown[]][]) => all.filter(([name]) => name !== 'troubles')
    expect(without(after)).to.deep.equal(without(before))
    expect(await sound.store.troubles.findOne({ _id: body.fields.id }).lean()).to.include({
      what: 'moveMilestone?preview',
    })
  })

  it('leaves other plans alone, and no stack or address in the answer', async () => {
    expect((await pilot.post('/plans', { ...draftBody(), partner: 'usj' })).status).to.equal(201)
    const { body } = await pilot.post('/plans/usth-2027/moveMilestone', broken)
    expect(JSON.stringify(body)).to.not.match(/@|\.ts|planted|TypeError/)
  })
})
