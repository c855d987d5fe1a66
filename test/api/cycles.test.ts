import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, type Answered, type Desk } from './desk.ts'

const key = '2028-engineer'
const id = `admissionCycle/${key}`
const engineers = { firstYear: 2028, population: 'engineer' }
const dateIn = ({ body }: Answered, code: string) =>
  body.dates.find(({ date }: { date: { code: string } }) => date.code === code)

describe('admission cycles over the API (S17)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(() => desk.at('2027-09-13T09:00:00Z'))
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const prepare = async (body: object = engineers): Promise<Answered> =>
    (await desk.as('officer')).post('/cycles', body)
  const give = async (command: string, body: object = {}, account = 'officer'): Promise<Answered> =>
    (await desk.as(account)).post(`/cycles/${key}/${command}`, body)
  const read = async (account = 'officer', path = key): Promise<Answered> =>
    (await desk.as(account)).get(`/cycles/${path}`)
  const wakeAt = async (moment: string): Promise<void> => {
    desk.at(moment)
    await desk.wake(id)
    await desk.settle()
  }

  it('is prepared from the policy, with each final date and where it comes from, and opened', async () => {
    const made = await prepare()
    expect([made.status, made.headers['location']]).to.deep.equal([201, `/api/v1/cycles/${key}`])
    expect(made.body).to.deep.include({
      key,
      name: 'Admissions ingénieur 2028/2029',
      term: null,
      status: { code: 'prepared', words: 'préparée' },
      followed: null,
      may: ['setDates', 'open'],
    })
    expect(dateIn(made, 'eligibilityBy')).to.deep.equal({
      date: { code: 'eligibilityBy', words: 'fin de l’examen de recevabilité' },
      on: '2028-04-30',
      finalOn: '2028-05-02',
      from: { code: 'template', words: 'proposée par la politique' },
      template: '2028-04-30',
      lastYear: null,
    })
    expect(made.body.waits[0]).to.deep.include({ kind: 'cycleOpening', finalOn: '2027-10-01', late: false })
    expect((await prepare()).body.code).to.equal('cycle.exists')
    desk.at('2027-10-01T08:00:00Z')
    expect((await give('open')).body).to.deep.include({
      openedAt: '2027-10-01T08:00:00.000Z',
      may: ['invite', 'moveDeadline'],
      status: { code: 'open', words: 'ouverte' },
    })
    await wakeAt('2028-01-31T23:00:01Z')
    expect((await read()).body.status.code).to.equal('nominationsClosed')
  })

  it('follows the year before, with the days that it came to have', async () => {
    await prepare()
    await give('setDates', { dates: { nominationsCloseOn: '2028-02-29', dossiersCloseOn: '2028-04-01' } })
    desk.at('2028-09-11T09:00:00Z')
    const next = await prepare({ ...engineers, firstYear: 2029 })
    expect(next.body.followed).to.equal(key)
    expect(dateIn(next, 'nominationsCloseOn')).to.deep.include({
      on: '2029-02-28',
      from: { code: 'lastYear', words: 'le même jour que l’année précédente' },
      template: '2029-01-31',
      lastYear: '2029-02-28',
    })
    // 1 April 2029 is Easter Sunday.
    expect(dateIn(next, 'dossiersCloseOn')).to.deep.include({ on: '2029-04-01', finalOn: '2029-04-03' })
    expect(dateIn(next, 'juryOn')).to.deep.include({ on: '2029-06-08', template: '2029-06-08', lastYear: '2029-06-08' })
  })

  it('takes no cycle that was cancelled for the year before', async () => {
    await prepare()
    await give('setDates', { dates: { nominationsCloseOn: '2028-02-29' } })
    await give('cancel', { reason: 'No programme opens.' }, 'head-of-office')
    desk.at('2028-09-11T09:00:00Z')
    const next = await prepare({ ...engineers, firstYear: 2029 })
    expect(next.body.followed).to.equal(null)
    expect(dateIn(next, 'nominationsCloseOn')).to.deep.include({ on: '2029-01-31', lastYear: null })
  })

  it('has dates of its own for a programme and a country, set on the basis of what was read', async () => {
    await prepare()
    const overrides = {
      programmes: [{ programme: 'ismin', dates: { juryOn: '2028-06-12' } }],
      countries: [{ country: 'LB', dates: { nominationsCloseOn: '2028-02-13' } }],
    }
    const officer = await desk.as('officer')
    const blind = await officer.post(`/cycles/${key}/setDates`, { overrides }, { basis: null })
    expect([blind.status, blind.body.code]).to.deep.equal([428, 'basis-missing'])
    const { body } = await give('setDates', { overrides })
    expect(body.programmes).to.deep.equal([
      {
        programme: 'ismin',
        dates: [{ date: { code: 'juryOn', words: 'jury' }, on: '2028-06-12', finalOn: '2028-06-12' }],
      },
    ])
    expect(body.countries).to.deep.equal([
      {
        country: 'LB',
        name: 'Liban',
        dates: [
          {
            date: { code: 'nominationsCloseOn', words: 'clôture des nominations' },
            on: '2028-02-13',
            finalOn: '2028-02-14',
          },
        ],
      },
    ])
    const disorder = await give('setDates', { dates: { dossiersCloseOn: '2028-01-28' } })
    expect(disorder.body).to.include({ code: 'cycle.dates-order' })
    expect(disorder.body.detail).to.contain('clôture des dossiers').and.to.contain('clôture des nominations')
  })

  it('is listed, read as it was, and previewed', async () => {
    await prepare()
    await prepare({ firstYear: 2028, population: 'exchange', term: 'autumn' })
    desk.at('2027-09-20T09:00:00Z')
    const preview = await give('setDates?preview=true', { dates: { opensOn: '2027-10-15' } }, 'head-of-office')
    expect(preview.body.deadlines).to.deep.include({
      process: id,
      kind: 'cycleOpening',
      about: 'cycle',
      before: '2027-10-01',
      after: '2027-10-15',
    })
    await give('setDates', { dates: { opensOn: '2027-10-15' } }, 'head-of-office')
    const then = await read('auditor', `${key}?asOf=2027-09-19`)
    expect(dateIn(then, 'opensOn')).to.deep.include({
      on: '2027-10-01',
      from: { code: 'template', words: 'proposée par la politique' },
    })
    const { items } = (await (await desk.as('pilot')).get('/cycles')).body
    expect(items.map(({ key: one, name }: { key: string; name: string }) => [one, name])).to.deep.equal([
      [key, 'Engineer admissions 2028/2029'],
      ['2028-exchange-autumn', 'Exchanges 2028/2029, autumn'],
    ])
    expect(items[0].next).to.deep.include({ kind: 'cycleOpening', finalOn: '2027-10-15' })
  })

  it('is told of by mail under its name, and its reason is kept apart', async () => {
    await prepare()
    await give('cancel', { reason: 'The programme of Saint-Etienne is renewed.' }, 'head-of-office')
    await desk.settle()
    const { pending } = (await (await desk.as('officer')).get(`/messages/${person('officer')}`)).body
    expect(pending).to.have.length(1)
    expect(pending[0]).to.deep.include({
      kind: 'cycleCancelled',
      heading: 'Admissions ingénieur 2028/2029\u00a0: campagne annulée',
      partner: null,
    })
    const { items } = (await (await desk.as('auditor')).get(`/cycles/${key}/history`)).body
    expect(items.at(-1)).to.deep.include({ type: 'cancelled' })
    expect(items.at(-1).data.reason).to.equal('The programme of Saint-Etienne is renewed.')
    for (const name of ['ledger', 'files', 'inbox'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.contain(
        'Saint-Etienne',
      )
  })
})
