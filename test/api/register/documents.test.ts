import { expect } from 'chai'
import { verifyLedger } from '../../../store/verify.ts'
import { draftBody, openDesk, type Client, type Desk } from '../desk.ts'

describe('the register over the API', () => {
  let desk: Desk
  let officer: Client
  let direction: Client
  beforeEach(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
    direction = await desk.as('direction')
  })
  afterEach(() => desk?.close())
  const ids = async (path: string) => (await officer.get(path)).body.items.map(({ id }: { id: string }) => id)
  const faults = async () => (await verifyLedger(desk.store)).faults

  describe('countries', () => {
    it('are targeted as the policy says that day, in several ways or in none (S4, S6, S10)', async () => {
      const targeting = async (id: string) =>
        (await officer.get(`/countries/${id}`)).body.targeting.map(
          ({ code, zone, source }: { code: string; zone: string | null; source: string }) =>
            `${source} ${code} ${zone}`,
        )
      expect(await targeting('BR')).to.deep.equal(['S4 imtDeveloped null', 'S6 ownPriority southAmerica'])
      expect(await targeting('FR')).to.deep.equal([])
      expect(await ids('/countries?target=imtDeveloped')).to.deep.equal(['BR', 'CN', 'IN'])
      expect(await ids('/countries?target=unlisted'))
        .to.include('FR')
        .and.not.include('BR')
    })

    it('carry the marks of S5 with who gave them when, the last of each counting', async () => {
      const mark = (seq: number, value: number) =>
        officer.patch('/countries/VN', { seq, scores: [{ criterion: 'stability', value }] })
      await mark(1, 3)
      desk.at('2027-05-03T08:00:00Z')
      officer = await desk.as('officer')
      const { body } = await mark(2, 4)
      expect(body.scores).to.deep.equal([
        { code: 'stability', words: 'stabilité supposée', value: 4, on: '2027-05-03', by: 'person:p2' },
      ])
      const { items } = (await officer.get('/countries/VN/history')).body
      expect(items[1].data.set.scores).to.deep.equal([
        { criterion: 'stability', value: 3, on: '2027-04-26', by: 'person:p2' },
      ])
      expect((await mark(3, 6)).body.code).to.equal('invalid-body')
      expect(await faults()).to.deep.equal([])
    })

    it('are watched until a day, with a reason, and no longer', async () => {
      const watch = { suspendedUntil: '2027-09-30', reason: 'Travel advice' }
      const past = await direction.patch('/countries/LB', { watch: { ...watch, suspendedUntil: '2027-04-25' } })
      expect([past.status, past.body.fields.faults[0].path]).to.deep.equal([422, 'watch.suspendedUntil'])
      expect(past.body.fields.faults[0].code).to.equal('day_past')
      const today = { id: 'US', reason: 'A double degree', watch: { ...watch, suspendedUntil: '2027-04-26' } }
      expect((await direction.post('/countries', today)).body.watch.suspendedUntil).to.equal('2027-04-26')
      const { body } = await direction.patch('/countries/LB', { seq: 1, watch })
      expect(body.watch).to.deep.equal({ suspendedUntil: '2027-09-30', on: '2027-04-26', by: 'person:p4' })
      expect(await ids('/countries?suspended=true')).to.deep.equal(['LB', 'US'])
      expect((await officer.get('/countries/LB/history')).body.items[1].data.set.watch.reason).to.equal('Travel advice')
      for (const [moment, held] of [
        ['2027-09-30T21:59:00Z', true],
        ['2027-09-30T22:01:00Z', false],
      ] as const) {
        desk.at(moment)
        officer = await desk.as('officer')
        expect((await officer.get('/countries/LB')).body.watch !== null, moment).to.equal(held)
      }
    })

    it('that the policy lists nowhere are always allowed, with a reason (S10)', async () => {
      expect((await officer.post('/countries', { id: 'US' })).body.code).to.equal('register.unlisted-reason')
      const { status, body } = await officer.post('/countries', { id: 'US', reason: 'A double degree is offered' })
      expect([status, body.targeting, body.name]).to.deep.equal([201, [], 'États-Unis'])
      expect((await officer.post('/countries', { id: 'US', reason: 'Again' })).body.code).to.equal('register.exists')
    })
  })

  describe('research centres', () => {
    it('are renamed and closed by direction and the administrator alone', async () => {
      const { body } = await direction.patch('/centres/cis', { seq: 1, name: 'Centre Ingénierie, Santé' })
      expect(body).to.include({ name: 'Centre Ingénierie, Santé', seq: 2 })
      expect((await officer.patch('/centres/cis', { seq: 2, name: 'X' })).status).to.equal(403)
      expect((await direction.post('/centres', { id: 'new', name: 'A sixth centre' })).status).to.equal(201)
      expect(await ids('/centres')).to.deep.equal(['cis', 'cmp', 'fayol', 'new', 'sms', 'spin'])
      expect(await faults()).to.deep.equal([])
    })

    it('are not closed while plans go on with them or their word is waited for, and are named by nothing new once they are', async () => {
      const pilot = await desk.as('pilot')
      await pilot.post('/plans', draftBody())
      const close = (closedOn: string | null) => direction.patch('/centres/cmp', { closedOn })
      const drafted = await close('2032-08-30')
      expect([drafted.status, drafted.body.code]).to.deep.equal([409, 'register.centre-carries'])
      expect(drafted.body.fields.remaining).to.deep.equal([
        'plan University of Science and Technology Hanoi (USTH, Vietnam-France University) (usth-2027)',
      ])
      await pilot.post('/plans/usth-2027/submit', {})
      await desk.settle()
      const asked = (await close('2032-08-31')).body
      const waited = (heading: string): string =>
        `${heading}Centre Microélectronique de Provence (University of Science and Technology Hanoi (USTH, Vietnam-France University), usth-2027)`
      expect(asked.fields.remaining).to.deep.equal([waited('Approbation attendue : ')])
      expect(asked.detail).to.contain(waited('Approbation attendue : '))
      await direction.patch('/me', { language: 'en' })
      const english = await close('2032-08-31')
      await direction.patch('/me', { language: 'fr' })
      expect(english.body.detail)
        .to.contain(waited('Approval needed: '))
        .and.not.match(/centre:|waited for|v1/)
      await (await desk.as('direction')).post('/plans/usth-2027/abandon', { reason: 'The partner withdrew' })
      await desk.settle()
      expect((await close('2027-04-25')).status).to.equal(200)
      const refused = await pilot.post('/plans', draftBody())
      expect([refused.status, refused.body.code]).to.deep.equal([409, 'plan.centre-closed'])
      expect((await close(null)).status).to.equal(200)
      expect((await pilot.post('/plans', draftBody())).status).to.equal(201)
    })
  })

  describe('programmes', () => {
    it('are those of S11 and S12 to begin with, spoken to as the policy says for their kind', async () => {
      expect(await ids('/programmes?kind=engineer')).to.deep.equal(['icm', 'ismin'])
      const interview = async (id: string) => (await officer.get(`/programmes/${id}`)).body.interview.code
      expect([
        await interview('icm'),
        await interview('exchange-year'),
        await interview('doctorate-energy'),
      ]).to.deep.equal(['required', 'never', 'threeWayTalk'])
      expect(await ids('/programmes?q=donn')).to.deep.equal(['master-data-science'])
    })

    it('are edited: places, nomination limit, documents, who sends (R16)', async () => {
      const edit = { seq: 1, places: 4, nominationLimit: 8, documents: ['transcript'], sentBy: 'candidate' }
      const { body } = await direction.patch('/programmes/icm', edit)
      expect(body).to.deep.include({ places: 4, nominationLimit: 8, documents: ['transcript'] })
      expect(body.sentBy.code).to.equal('candidate')
      expect((await direction.patch('/programmes/icm', { seq: 2, places: null })).body.places).to.equal(null)
      expect((await officer.patch('/programmes/icm', { seq: 3, places: 1 })).status).to.equal(403)
      const made = { id: 'master-ai', kind: 'master', names: { fr: 'Master IA', en: 'Master in AI' }, semesters: 4 }
      expect((await direction.post('/programmes', made)).body).to.deep.include({
        name: 'Master IA',
        startTerms: ['september'],
      })
      expect(await faults()).to.deep.equal([])
    })
  })
})
