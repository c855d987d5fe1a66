import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { approveAll, draftBody, openDesk, pilotId, startPlan, submitPlan, usthPlan, type Desk } from './desk.ts'
import { changePerson } from '../changed-person.ts'

describe('plans over the API', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  describe('POST /plans', () => {
    it('drafts a plan and answers its key and address', async () => {
      const pilot = await desk.as('pilot')
      const { status, headers, body } = await pilot.post('/plans', draftBody(), { language: 'fr' })
      expect(status).to.equal(201)
      expect(headers['location']).to.equal('/api/v1/plans/usth-2027')
      expect(body).to.include({
        key: 'usth-2027',
        seq: 1,
        firstYear: 2027,
        from: '2027-09-01',
        until: '2032-08-31',
        pilot: pilotId,
      })
      expect(body.status).to.deep.equal({ code: 'draft', words: 'draft' })
      expect(body.partner).to.include({ id: 'usth', country: 'VN' })
      expect(body.may).to.have.members(['revise', 'submit', 'giveUp'])
    })

    it('shows of each milestone the date as stated and the final one', async () => {
      const pilot = await desk.as('pilot')
      const { body } = await pilot.post('/plans', draftBody())
      const [chair] = body.milestones.filter(({ id }: { id: string }) => id === 'chair')
      // 15 August 2029 is a holiday, and the school is closed around it.
      expect(chair).to.include({ dueOn: '2029-08-15' })
      expect(chair.finalOn > chair.dueOn).to.equal(true)
    })

    it('carries no milestone past the end of its plan, a Sunday, and any other to the next working day', async () => {
      const pilot = await desk.as('pilot')
      const [first, , third, fourth] = draftBody().milestones
      const milestones = [
        { ...first, dueOn: '2029-09-30' },
        { ...third, dueOn: '2031-08-31' },
        ...draftBody().milestones.filter(({ id }) => id === 'cotutelles'),
        { ...fourth, dueOn: '2031-06-29' },
      ]
      // It runs from 2026: its last day, 31 August 2031, is a Sunday.
      await pilot.post('/plans', { ...draftBody(), firstYear: 2026, milestones })
      const { body } = await pilot.get('/plans/usth-2026')
      expect(body.until).to.equal('2031-08-31')
      const finals = body.milestones.map(({ dueOn, finalOn }: Record<string, string>) => `${dueOn} ${finalOn}`)
      expect(finals).to.deep.equal([
        '2029-09-30 2029-10-01',
        '2031-08-31 2031-08-31',
        '2028-02-29 2028-02-29',
        '2031-06-29 2031-06-30',
      ])
    })

    it('answers 409 where a plan with this partner has some of its years: until that one is over or given up, or after it', async () => {
      const pilot = await desk.as('pilot')
      expect((await pilot.post('/plans', draftBody())).status).to.equal(201)
      const beginning = async (firstYear: number, partner = 'usth') => {
        const shifted = (day: string) => `${Number(day.slice(0, 4)) + firstYear - 2027}${day.slice(4)}`
        const milestones = draftBody().milestones.map((one) => ({
          ...one,
          dueOn: shifted(one.dueOn).replace('02-29', '02-28'),
        }))
        const actions = draftBody().actions!.map((one) => ({ ...one, year: one.year + firstYear - 2027 }))
        const { status, body } = await pilot.post(
          '/plans',
          { ...draftBody(), partner, firstYear, milestones, actions },
          { language: 'en' },
        )
        return { status, code: body.code, detail: body.detail }
      }
      for (const year of [2028, 2031]) {
        const { status, code, detail } = await beginning(year)
        expect([status, code]).to.deep.equal([409, 'plan.years-overlap'])
        expect(detail).to.contain('Plan “usth-2027”').and.contain('1 September 2027').and.contain('31 August 2032')
      }
      expect([(await beginning(2032)).status, (await beginning(2028, 'usj')).status]).to.deep.equal([201, 201])
      expect((await pilot.post('/plans/usth-2027/giveUp', { reason: 'Too early' })).status).to.equal(200)
      expect((await beginning(2028)).code).to.equal('plan.years-overlap')
      expect((await pilot.post('/plans/usth-2032/giveUp', { reason: 'Too early' })).status).to.equal(200)
      expect((await beginning(2028)).status).to.equal(201)
    })

    it('answers 409 when the key is taken, also to a pilot whom that plan does not concern', async () => {
      await (await desk.as('pilot')).post('/plans', draftBody())
      const again = await (await desk.as('pilot')).post('/plans', draftBody())
      expect([again.status, again.body.code]).to.deep.equal([409, 'plan.exists'])
      const { people } = desk.store
      const other = { _id: person('centre-head.spin') }
      const held = await people.findOne(other).lean()
      await changePerson(desk.store, other._id, { mandates: [{ role: 'pilot', fromOn: '2026-09-01' }] })
      const stranger = await (await desk.as('centre-head.spin')).post('/plans', draftBody())
      await changePerson(desk.store, other._id, { mandates: held?.mandates ?? [] })
      // Whoever may not see it is told that it exists, and nothing of how it stands.
      expect([stranger.status, stranger.body.code, stranger.body.fields]).to.deep.equal([409, 'plan.exists', undefined])
      expect(stranger.body.detail).to.not.match(/ouvrez|open it/i)
    })

    it('answers 403 to whoever is no pilot, the same whether the plan is there or not', async () => {
      for (const path of ['/plans', '/plans?preview=true'])
        for (const account of ['officer', 'centre-head.cmp', 'centre-head.spin']) {
          const client = await desk.as(account)
          const missing = await client.post(path, draftBody())
          expect([missing.status, missing.body.code], account).to.deep.equal([403, 'command.not-yours'])
          await (await desk.as('pilot')).post('/plans', draftBody())
          const there = await client.post(path, draftBody())
          expect({ ...there.body, instance: '' }, account).to.deep.equal({ ...missing.body, instance: '' })
          await desk.forget()
        }
    })
  })

  describe('GET /plans', () => {
    it('lists the plans that concern the one who asks, and no others', async () => {
      await (await desk.as('pilot')).post('/plans', draftBody())
      const mine = await (await desk.as('centre-head.cmp')).get('/plans')
      expect(mine.body).to.deep.include({ next: null })
      expect(mine.body.items.map(({ key }: { key: string }) => key)).to.deep.equal(['usth-2027'])
      expect((await (await desk.as('centre-head.spin')).get('/plans')).body.items).to.deep.equal([])
    })

    it('goes on after a key', async () => {
      await (await desk.as('pilot')).post('/plans', draftBody())
      const pilot = await desk.as('pilot')
      expect((await pilot.get('/plans?after=usth-2026')).body.items).to.have.length(1)
      expect((await pilot.get('/plans?after=usth-2027')).body.items).to.have.length(0)
    })
  })

  describe('GET /plans/{key}', () => {
    it('answers 404 to whom it does not concern, as for a plan that does not exist', async () => {
      await (await desk.as('pilot')).post('/plans', draftBody())
      const stranger = await desk.as('centre-head.spin')
      const [hidden, missing] = [await stranger.get('/plans/usth-2027'), await stranger.get('/plans/usj-2027')]
      expect([hidden.status, missing.status]).to.deep.equal([404, 404])
      expect(hidden.body.detail).to.equal(missing.body.detail)
      expect((await stranger.get('/plans/usth-2027/history')).status).to.equal(404)
    })

    it('says what is waited for, who gave which opinion, and what each reader may do', async () => {
      await submitPlan(desk)
      const asked = (await (await desk.as('pilot')).get('/plans/usth-2027')).body
      expect(asked.centres).to.deep.equal([
        {
          id: 'cmp',
          name: 'Centre Microélectronique de Provence',
          opinion: null,
          approval: 'partnershipPlan.usth-2027.v1.cmp',
        },
        { id: 'cis', name: 'Centre Ingénierie et Santé', opinion: null, approval: 'partnershipPlan.usth-2027.v1.cis' },
      ])
      await approveAll(desk)
      const { body } = await (await desk.as('direction')).get('/plans/usth-2027')
      expect(body.centres.map(({ opinion }: { opinion: { code: string } }) => opinion.code)).to.deep.equal([
        'approved',
        'approved',
      ])
      expect(body.waits.map(({ kind }: { kind: string }) => kind)).to.deep.equal(['validation', 'partnerOpinion'])
      expect(body.waits[0]).to.include({ kind: 'validation', about: 'plan', late: false, finalOn: '2027-05-11' })
      expect(body.may).to.have.members(['return', 'removeCentre', 'validate', 'assignPilot', 'abandon'])
      expect((await (await desk.as('officer')).get('/plans/usth-2027')).body.may).to.deep.equal([
        'recordPartnerOpinion',
      ])
    })

    it('lets the owner of a milestone do what concerns it', async () => {
      await startPlan(desk)
      const { body } = await (await desk.as('pilot')).get('/plans/usth-2027')
      expect(body.status.code).to.equal('running')
      expect(body.may).to.have.members([
        'addMilestone',
        'addAction',
        'detailYear',
        'reviseYear',
        'reportYear',
        'recordPartnerOpinion',
        'amend',
        'publish',
      ])
      expect(body.milestones[0].may).to.have.members([
        'startMilestone',
        'moveMilestone',
        'completeMilestone',
        'dropMilestone',
        'assignOwner',
      ])
    })
  })

  describe('POST /plans/{key}/{command}', () => {
    it('answers the plan as it is afterwards', async () => {
      await startPlan(desk)
      const pilot = await desk.as('pilot')
      const { status, body } = await pilot.post('/plans/usth-2027/moveMilestone', {
        milestone: 'joint-master',
        to: '2028-06-30',
        reason: 'The partner asked for it.',
      })
      expect(status).to.equal(200)
      expect(body.milestones.find(({ id }: { id: string }) => id === 'joint-master')).to.include({
        dueOn: '2028-06-30',
      })
    })

    it('answers 404 for a plan that does not concern the one who asks, 403 for a command that is not theirs', async () => {
      await submitPlan(desk)
      const hidden = await (await desk.as('centre-head.spin')).post('/plans/usth-2027/validate')
      expect([hidden.status, hidden.body.code]).to.deep.equal([404, 'not-found'])
      const notTheirs = await (await desk.as('officer')).post('/plans/usth-2027/validate')
      expect([notTheirs.status, notTheirs.body.code]).to.deep.equal([403, 'command.not-yours'])
    })

    it('has no address for what only the clock or another process may ask', async () => {
      await submitPlan(desk)
      for (const command of ['takeOpinion', 'start', 'close', 'draft', 'toString'])
        expect((await (await desk.as('pilot')).post(`/plans/usth-2027/${command}`)).status, command).to.equal(404)
    })

    it('leaves no row and no text behind when it is refused', async () => {
      await startPlan(desk)
      const before = await desk.store.texts.countDocuments()
      const rows = await desk.store.inbox.countDocuments()
      const refused = await (
        await desk.as('pilot')
      ).post('/plans/usth-2027/moveMilestone', { milestone: 'joint-master', to: '2028-05-01', reason: 'None.' })
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'plan.date-same'])
      expect(await desk.store.texts.countDocuments()).to.equal(before)
      expect(await desk.store.inbox.countDocuments()).to.equal(rows)
    })
  })

  describe('GET /plans/{key}/history', () => {
    it('tells who, when and why, with texts read back, and never an address', async () => {
      await startPlan(desk)
      const pilot = await desk.as('pilot')
      await pilot.post('/plans/usth-2027/moveMilestone', { milestone: 'chair', to: '2029-10-01', reason: 'Strike.' })
      const { body, status } = await pilot.get('/plans/usth-2027/history')
      expect(status).to.equal(200)
      expect(body.items.map(({ type }: { type: string }) => type)).to.include.members([
        'drafted',
        'submitted',
        'opinionNoted',
        'centresAgreed',
        'validated',
        'started',
        'milestoneMoved',
      ])
      const moved = body.items.at(-1)
      expect(moved).to.include({ type: 'milestoneMoved' })
      expect(moved.data).to.deep.equal({ milestone: 'chair', from: '2029-08-15', to: '2029-10-01', reason: 'Strike.' })
      expect(moved.who).to.deep.equal({ id: `person:${pilotId}`, roles: ['Partnership lead'], byLink: false })
      expect(moved.policy).to.equal(desk.deps.rules.policy.version)
      expect(JSON.stringify(body)).to.not.contain('@')
    })

    it('keeps the entry of a text that was erased', async () => {
      await startPlan(desk)
      const pilot = await desk.as('pilot')
      await pilot.post('/plans/usth-2027/moveMilestone', {
        milestone: 'chair',
        to: '2029-10-01',
        reason: 'About someone.',
      })
      await desk.store.texts.deleteMany({ stream: usthPlan })
      const { body } = await pilot.get('/plans/usth-2027/history')
      expect(body.items.at(-1).data.reason).to.equal(null)
    })

    it('goes on after a number', async () => {
      await submitPlan(desk)
      const { body } = await (await desk.as('pilot')).get('/plans/usth-2027/history?after=1')
      expect(body.items[0]).to.include({ seq: 2, type: 'submitted' })
      expect(body.next).to.equal(null)
    })
  })
})
