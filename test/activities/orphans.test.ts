import { expect } from 'chai'
import { eraseOrphans } from '../../activities/orphans.ts'
import { dayMs, plusMs } from '../../domain/time.ts'
import { countEdit } from '../../store/register/now.ts'
import { cycle, openCycle } from '../api/cycle-opened.ts'
import { openDesk, type Client, type Desk } from '../api/desk.ts'

const header = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
const rowOf = (nth: number, statement: string): string =>
  `Candidate ${nth};2005-01-1${nth};c${nth}@student.example;en;VN;VN;master;icm;;jointCampaign;${statement}`
const fileOf = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n')
const known = {
  id: 'c3',
  name: 'Candidate 3',
  birthOn: '2005-01-13',
  email: 'c3@student.example',
  language: 'en',
  nationality: 'VN',
  residence: 'VN',
  level: 'master',
}

describe('whom an import registered that was refused', () => {
  let desk: Desk
  let officer: Client
  beforeEach(async () => {
    desk = await openDesk()
    await openCycle(desk)
    officer = await desk.as('officer')
  })
  afterEach(() => desk?.close())

  const send = async (file: string): Promise<number> =>
    (await officer.post(`/participations/${cycle}.usth/importNominationsFile`, file, { type: 'text/csv' })).status
  const swept = (afterMs: number): Promise<readonly string[]> =>
    eraseOrphans(desk.deps, plusMs(desk.deps.now(), afterMs))
  const held = async (): Promise<string[]> =>
    (await desk.store.candidates.find({ erasedOn: null }).sort({ name: 1 }).lean()).map(({ name }) => name ?? '')
  const said = async (): Promise<string[]> =>
    (
      await desk.store.texts
        .find({ stream: /^participation/ })
        .sort({ text: 1 })
        .lean()
    ).map(({ text }) => text)
  /** Received while the engine is away, and refused once it is back: meanwhile the programme closed. */
  const refused = async (file: string): Promise<void> => {
    desk.engine(false)
    expect(await send(file)).to.equal(202)
    await desk.store.programmes.updateOne({ _id: 'icm' }, { $set: { closedOn: '2028-01-01' } })
    await countEdit(desk.store)
    desk.engine(true)
    await desk.settle()
    await desk.store.programmes.updateOne({ _id: 'icm' }, { $unset: { closedOn: '' } })
    await countEdit(desk.store)
  }

  it('is erased after a day with what was said of them; who was there before, or is nominated, stays', async () => {
    expect(await send(fileOf(rowOf(1, 'Both.')))).to.equal(200)
    expect((await officer.post('/candidates', known)).status).to.equal(201)
    await refused(fileOf(rowOf(2, 'Both.'), rowOf(3, 'Known.'), rowOf(4, 'Alone.')))
    expect(await held()).to.deep.equal(['Candidate 1', 'Candidate 2', 'Candidate 3', 'Candidate 4'])
    expect(await swept(dayMs)).to.deep.equal([])
    const erased = await swept(dayMs + 1)
    expect(erased).to.have.length(2)
    expect(await held()).to.deep.equal(['Candidate 1', 'Candidate 3'])
    // What is said of somebody else in the same words, and of who stays, is not theirs alone.
    expect(await said()).to.deep.equal(['Both.', 'Known.'])
    expect(await swept(dayMs + 1)).to.deep.equal([])
    expect(JSON.stringify(await desk.store.candidates.find().lean())).to.not.contain('c4@student.example')
  })

  it('stays where it was sent again meanwhile, or waits to be', async () => {
    await refused(fileOf(rowOf(2, 'Again.'), rowOf(4, 'Waits.')))
    expect(await send(fileOf(rowOf(2, 'Again.')))).to.equal(200)
    desk.engine(false)
    expect(await send(fileOf(rowOf(2, 'Again.'), rowOf(4, 'Waits.')))).to.equal(202)
    expect(await swept(dayMs + 1)).to.deep.equal([])
    desk.engine(true)
    await desk.settle()
    expect(await swept(dayMs + 1)).to.deep.equal([])
    expect(await held()).to.deep.equal(['Candidate 2', 'Candidate 4'])
  })
})
