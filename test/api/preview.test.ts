import { quotesOf } from '../../api/views/quotes.ts'
import { expect } from 'chai'
import { steps } from '../../activities/steps.ts'
import { mailer } from '../../domain/actor.ts'
import { dayOf, instantOf } from '../../domain/time.ts'
import { inTransaction } from '../../store/commit.ts'
import { overdueFiles } from '../../store/files.ts'
import { putRow } from '../../store/inbox.ts'
import { textsToTell, told } from '../../store/story-texts.ts'
import { loadCorrespondence, loadPlan } from '../../store/typed.ts'
import { approveAll, draftBody, hashed, openDesk, startPlan, submitPlan, usthPlan, type Desk } from './desk.ts'
import { commandsFrom, seeded } from './seeded-commands.ts'
import { rules } from './door.ts'

const seed = 20270426
const commands = 200

describe('a preview', function () {
  this.timeout(120_000)
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const ledger = () => desk.store.ledger.find().sort({ stream: 1, seq: 1 }).lean()

  /** Every mail on its way is accepted by its server. */
  async function mailAll(): Promise<void> {
    const { store, deps } = desk
    for (const { _id: stream } of await store.files.find({ type: 'correspondence' }, { _id: 1 }).lean()) {
      const digest = (await loadCorrespondence(store, stream))?.state.sending?.id
      if (digest)
        await putRow(store, {
          id: `${digest}.outcome`,
          stream,
          actor: mailer,
          command: 'recordOutcome',
          input: { digest, outcome: 'sent' },
          receivedAt: deps.now(),
        })
    }
    await desk.settle()
  }

  /** Lets the clock do what fell due, as workers do. */
  async function catchUp(): Promise<void> {
    const { takeStep } = steps({
      store: desk.store,
      rules,
      transact: inTransaction(desk.store),
      reached: () => undefined,
    })
    for (;;) {
      await desk.settle()
      await mailAll()
      const late = await overdueFiles(desk.store, desk.deps.now(), 200)
      for (const id of late) await takeStep({ id, now: Date.parse(desk.deps.now()) + 1000 })
      if (late.length === 0) return
    }
  }

  it(`of ${commands} seeded commands says what then happens, and leaves everything as it was (seed ${seed})`, async () => {
    const random = seeded(seed)
    const draw = commandsFrom(random)
    const planOf = async (id: string) => (await loadPlan(desk.store, id))?.state
    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    let now = Date.parse('2027-04-26T08:00:00.000Z')
    for (let n = 0; n < commands; n++) {
      now += Math.floor(random() * (n % 20 === 19 ? 40 : 1) * 86_400_000)
      desk.at(instantOf(now))
      await catchUp()
      const { account, path, body } = await draw(dayOf(desk.deps.now(), rules.calendar), planOf)
      const client = await desk.as(account)
      const before = await hashed(desk)
      const known = new Set((await ledger()).map(({ _id }) => _id))
      const preview = await client.post(`${path}?preview=true`, body)
      expect(await hashed(desk), `${n}: ${path} left something`).to.deep.equal(before)
      const real = await client.post(path, body)
      const what = `${n}: ${account} ${path}: ${JSON.stringify(real.body.fields ?? real.body.detail ?? '')}`
      if (preview.status === 200) {
        expect([200, 201], what).to.include(real.status)
        const made = (await ledger()).filter(({ _id }) => !known.has(_id))
        const textOf = await textsToTell(desk.store, {
          data: made.map(({ data }) => data),
          // What a process may quote is of its own, also in a preview.
          quotes: quotesOf(made[0]?.stream ?? ''),
        })
        const happened = made.map(({ type, data }) => ({ type, data: told({ ...data }, textOf) }))
        expect(preview.body.events, what).to.deep.equal(happened)
        count(path.slice(path.lastIndexOf('/') + 1))
      } else {
        expect([preview.status, preview.body.code], what).to.deep.equal([real.status, real.body.code])
        count('refused')
      }
    }
    expect(seen.get('refused'), 'refused').to.be.above(20)
    expect([...seen.keys()]).to.include.members([
      'plans',
      'revise',
      'submit',
      'give',
      'return',
      'validate',
      'addMilestone',
      'moveMilestone',
      'completeMilestone',
      'sendNow',
    ])
  })

  it('says the words that were sent, wherever they would be written', async () => {
    desk.at('2027-04-26T08:00:00Z')
    await submitPlan(desk)
    const head = await desk.as('centre-head.cmp')
    const cmp = '/approvals/partnershipPlan.usth-2027.v1.cmp'
    const { hash } = (await head.get(cmp)).body
    const reason = 'The chair needs a budget.'
    const given = await head.post(`${cmp}/give?preview=true`, { opinion: 'returned', hash, reason })
    expect(given.body.events[0]).to.deep.include({
      type: 'given',
      data: { opinion: 'returned', hash, part: 'head', reason },
    })
    const [returned] = given.body.others.filter(({ type }: { type: string }) => type === 'returned')
    expect(returned.data.reason).to.equal(reason)
    expect(JSON.stringify(given.body)).to.not.match(/text:[0-9a-f]{32}/)
  })

  it('says which dates move, who is written to, and when', async () => {
    await startPlan(desk)
    const pilot = await desk.as('pilot')
    const { status, body } = await pilot.post('/plans/usth-2027/moveMilestone?preview=true', {
      milestone: 'joint-master',
      to: '2028-06-04',
      reason: 'Strike.',
    })
    expect(status).to.equal(200)
    expect(body.at).to.equal(desk.deps.now())
    // 4 June 2028 is a Sunday, the Monday after it Whit Monday.
    expect(body.deadlines).to.deep.equal([
      { process: usthPlan, kind: 'milestone', about: 'joint-master', before: '2028-05-02', after: '2028-06-06' },
    ])
    const reminders = body.dates.filter(({ kind }: { kind: string }) => kind === 'milestone')
    expect(reminders.map(({ days }: { days: number }) => days)).to.have.members([-60, -30, -7, 1, 14, 30])
    expect(reminders.find(({ days }: { days: number }) => days === -30)).to.include({
      before: '2028-04-01T22:00:00.000Z',
      after: '2028-05-06T22:00:00.000Z',
    })
    expect(body.messages.map(({ party, kind, sendAt }: Record<string, string>) => [party, kind, sendAt])).to.deep.equal(
      [['p5', 'milestoneMoved', '2027-09-02T06:30:00.000Z']],
    )
    expect(body.messages[0].heading).to.contain('Milestone joint-master')
    expect(body.others.map(({ process, type }: Record<string, string>) => [process, type])).to.deep.equal([
      ['correspondence/p5', 'received'],
    ])
  })

  it('of mail sent at once says nothing of reasons that were stated elsewhere, rather than that they were erased', async () => {
    await startPlan(desk)
    await (
      await desk.as('pilot')
    ).post('/plans/usth-2027/moveMilestone', {
      ...{ milestone: 'joint-master', to: '2028-06-05', reason: 'Strike.' },
    })
    await desk.settle()
    const officer = await desk.as('officer')
    const { body } = await officer.post('/messages/p5/sendNow?preview=true', { reason: 'They are leaving.' })
    const [digested] = body.events
    const moved = digested.data.notices.find(({ kind }: { kind: string }) => kind === 'milestoneMoved')
    expect([digested.data.reason, moved.about]).to.deep.equal(['They are leaving.', 'joint-master'])
    expect(moved).to.not.have.property('reason')
    const { items } = (await officer.get('/messages/p5/history')).body
    const received = items.find(({ data }: { data: { kind?: string } }) => data.kind === 'milestoneMoved')
    expect(received.data).to.include({ about: 'joint-master' }).and.not.have.property('reason')
  })

  it('names the research centre that a message is about', async () => {
    await startPlan(desk)
    const action = { id: 'lab', title: 'Laboratory', year: 2028, pillar: 'research', centre: 'cmp' }
    const { status, body } = await (await desk.as('pilot')).post('/plans/usth-2027/addAction?preview=true', action)
    expect(status).to.equal(200)
    expect(body.messages.map(({ heading }: { heading: string }) => heading)).to.deep.equal([
      'New action of Centre Microélectronique de Provence',
    ])
  })

  it('says what would be asked of whom, and what would no longer be', async () => {
    desk.at('2027-04-26T08:00:00Z')
    await submitPlan(desk)
    const direction = await desk.as('direction')
    const { body } = await direction.post('/plans/usth-2027/return?preview=true', { reason: 'Too early.' })
    expect(body.events.map(({ type }: { type: string }) => type)).to.deep.equal(['returned'])
    expect(
      body.withdrawn.map(({ party, notices }: { party: string; notices: number }) => [party, notices]),
    ).to.have.deep.members([
      ['p5', 1],
      ['p6', 1],
      ['usth-c1', 1],
    ])
    expect(body.deadlines.map(({ kind, after }: Record<string, string | null>) => [kind, after])).to.deep.equal([
      ['revision', '2027-05-26'],
      ['partnerOpinion', null],
      ['approval', null],
      ['approval', null],
    ])
  })

  it('is refused as the command would be', async () => {
    await submitPlan(desk)
    await approveAll(desk)
    const refused = await (await desk.as('pilot')).post('/plans/usth-2027/submit?preview=true')
    expect([refused.status, refused.body.code]).to.deep.equal([409, 'command.not-now'])
    expect((await (await desk.as('centre-head.spin')).post('/plans/usth-2027/submit?preview=true')).status).to.equal(
      404,
    )
  })

  it('of a draft says what its plan would wait for, under a key that is still free', async () => {
    const { status, body } = await (await desk.as('pilot')).post('/plans?preview=true', draftBody())
    expect([status, body.events[0].type]).to.deep.equal([200, 'drafted'])
    expect(await desk.store.files.countDocuments()).to.equal(0)
  })
})
