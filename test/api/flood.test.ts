import { expect } from 'chai'
import { civil, plusDays } from '../../domain/time.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import { openDesk, type Client, type Desk } from './desk.ts'

const header = 'name;birthOn;email;language;nationality;residence;level;wish1;channel'
const lettersOf = (n: number): string => Array.from(`${n}`, (digit) => 'abcdefghij'[Number(digit)]).join('')
const rowOf = (n: number): string =>
  `${lettersOf(n + 10_000)} Candidate;${plusDays(civil('1990-01-01'), n)};c${n}@student.example;en;VN;VN;master;icm;partnerContact`
/** As many of one partner as one file holds at most, and once as many again. */
const files = 20
const rows = 50

describe('a flood of nominations from one partner', () => {
  let desk: Desk
  let flooding: Client
  let others: Client
  before(async () => {
    desk = await openDesk({ requestsAtOnce: 2 })
    await openCycle(desk, ['usth', 'usj', 'rwth'])
    flooding = await desk.as('officer')
    others = await desk.as('head-of-office')
  })
  after(() => desk?.close())

  const nominated = async (partner: string): Promise<number> =>
    (await others.get(`/participations/${cycle}.${partner}`)).body.nominations.length

  it('holds up whoever sends it, and nobody else: what others ask is done before most of it is answered', async function () {
    this.timeout(120_000)
    const answered: string[] = []
    const told = async (name: string, answer: Promise<{ readonly status: number }>): Promise<number> => {
      const { status } = await answer
      answered.push(name)
      return status
    }
    for (const n of [1, 2]) {
      const one = { name: `Other ${lettersOf(n)}`, birthOn: '2005-01-01', email: `o${n}@student.example` }
      const candidate = { id: `o${n}`, ...one, language: 'en', nationality: 'VN', residence: 'VN', level: 'master' }
      expect((await others.post('/candidates', candidate)).status).to.equal(201)
    }
    const flood = Array.from({ length: files }, (_, file) => {
      const lines = Array.from({ length: rows }, (_, n) => rowOf(file * rows + n))
      const sent = flooding.agent
        .post(`/api/v1/participations/${cycle}.usth/importNominationsFile`)
        .set('Content-Type', 'text/csv')
        .send([header, ...lines, ''].join('\n'))
      return told(
        'flood',
        sent.then((response) => response),
      )
    })
    const nominate = (partner: string, candidate: string): Promise<{ readonly status: number }> =>
      others.post(`/participations/${cycle}.${partner}/nominate`, {
        candidate,
        wishes: ['icm'],
        channel: 'partnerContact',
      })
    const of = [told('other', nominate('usj', 'o1')), told('other', nominate('rwth', 'o2'))]
    expect(await Promise.all(of)).to.deep.equal([200, 200])
    const before = answered.filter((name) => name === 'flood').length
    expect(before, 'of the flood, answered before').to.be.below(files / 2)
    // Done, received, or too many: each answered as if it had come alone.
    expect([200, 202, 409, 422]).to.include.members([...new Set(await Promise.all(flood))])
    await desk.settle()
    expect([await nominated('usth'), await nominated('usj'), await nominated('rwth')]).to.deep.equal([500, 1, 1])
    expect(await desk.store.troubles.countDocuments()).to.equal(0)
  })
})
