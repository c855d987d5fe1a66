import { expect } from 'chai'
import { loadDossier } from '../../../store/typed.ts'
import { civil } from '../../../domain/time.ts'
import { openDesk, type Answered, type Desk } from '../desk.ts'
import { nominated } from '../nominated.ts'

const an = {
  name: 'An Tran',
  birthOn: civil('2006-03-14'),
  email: 'an@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'bachelor',
} as const

describe('how long what is held of a candidate is kept (R15)', function () {
  this.timeout(30_000)
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await desk.forget()
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  const officer = async (path: string, body: object): Promise<Answered> => {
    const answer = await (await desk.as('officer')).post(path, body)
    expect(answer.status, JSON.stringify(answer.body)).to.be.within(200, 201)
    return answer
  }
  const toErase = async (account = 'data-protection'): Promise<unknown[]> =>
    (await (await desk.as(account)).get('/agenda')).body.toErase

  it('follows every dossier of the same person, whichever partner gave the record that it is of (ADR 62)', async () => {
    desk.at('2027-10-04T09:00:00Z')
    await officer('/candidates', { id: 'c1', ...an })
    const origin = { givenBy: 'usj', sameAs: 'c1', seq: 1, head: 'none' }
    await desk.store.candidates.create({ ...an, email: 'given@student.example', ...origin, _id: 'cg1' })
    await nominated(desk, { number: 1, changes: { candidate: 'c1' } })
    const ofBeirut = { candidate: 'cg1', partner: 'usj', participation: '2028-engineer.usj' }
    await nominated(desk, { number: 2, changes: ofBeirut })
    await officer('/dossiers/00001/withdraw', { reason: 'They withdrew.' })
    desk.at('2028-02-07T09:00:00Z')
    await officer('/dossiers/00002/withdraw', { reason: 'They withdrew.' })
    desk.at('2029-10-05T08:00:00Z')
    await desk.wake('dossier/00001')
    const first = await loadDossier(desk.store, 'dossier/00001')
    expect(first?.state.retention).to.deep.include({ keptUntil: '2030-02-07' }).and.not.have.property('reached')
  })

  it('ends for whom nothing was ever decided, two years after their cycle’s year: they are erased then, and not before', async () => {
    desk.at('2027-10-04T09:00:00Z')
    await officer('/candidates', { id: 'c1', ...an })
    await nominated(desk, { number: 1, changes: { candidate: 'c1' } })
    await officer('/dossiers/00001/acknowledge', {})
    desk.at('2029-08-31T22:00:00Z')
    await desk.wake('dossier/00001')
    desk.at('2031-09-01T21:59:59Z')
    const protector = await desk.as('data-protection')
    const erase = () => protector.post('/candidates/c1/erase', { reason: 'retentionOver' })
    const due = async (): Promise<unknown[]> =>
      (await protector.get('/agenda')).body.items.map(({ kind, finalOn }: { kind: string; finalOn: string }) => [
        kind,
        finalOn,
      ])
    await desk.wake('dossier/00001')
    expect([(await loadDossier(desk.store, 'dossier/00001'))?.state.status, await due()]).to.deep.equal([
      'acknowledged',
      [],
    ])
    desk.at('2031-09-02T08:00:00Z')
    await desk.wake('dossier/00001')
    expect(await due()).to.deep.equal([['dossierErasure', '2031-09-30']])
    expect((await erase()).status).to.equal(200)
  })

  describe('where they were never nominated', () => {
    it('is counted from the last word on them: two years later it stands in the agenda of data protection', async () => {
      desk.at('2027-10-04T09:00:00Z')
      await officer('/candidates', { id: 'c1', ...an })
      desk.at('2028-03-06T09:00:00Z')
      await (await desk.as('officer')).patch('/candidates/c1', { level: 'master' })
      // Two years from 6 March 2028, a Wednesday: the whole day counts.
      desk.at('2030-03-06T22:59:59.999Z')
      expect(await toErase()).to.deep.equal([])
      desk.at('2030-03-06T23:00:00Z')
      expect(await toErase()).to.deep.equal([
        {
          candidate: 'c1',
          name: 'An Tran',
          endedOn: '2030-03-06',
          by: '2030-04-04',
          late: false,
          href: '/api/v1/candidates/c1',
        },
      ])
      for (const account of ['officer', 'head-of-office', 'administrator', 'pilot'])
        expect(await toErase(account), account).to.deep.equal([])
      desk.at('2030-04-04T22:00:00Z')
      expect(await toErase()).to.have.deep.nested.property('[0].late', true)
      const erased = await (await desk.as('data-protection')).post('/candidates/c1/erase', { reason: 'retentionOver' })
      expect([erased.status, await toErase()]).to.deep.equal([200, []])
    })

    it('is of no concern once a record of the same person has a dossier, which has an end of its own', async () => {
      desk.at('2027-10-04T09:00:00Z')
      await officer('/candidates', { id: 'c1', ...an })
      const origin = { givenBy: 'usj', sameAs: 'c1', seq: 1, head: 'none' }
      await desk.store.candidates.create({ ...an, email: 'given@student.example', ...origin, _id: 'cg1' })
      await nominated(desk, { number: 1, changes: { candidate: 'cg1', partner: 'usj' } })
      desk.at('2031-01-06T09:00:00Z')
      expect(await toErase()).to.deep.equal([])
    })
  })
})
