import { expect } from 'chai'
import { cycle as key, openCycle } from './cycle-opened.ts'
import { openDesk, type Client, type Desk } from './desk.ts'

const header = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
const rowOf = (nth: number): string =>
  `Candidate ${nth};2005-01-${10 + nth};c${nth}@student.example;en;VN;VN;master;icm;;jointCampaign;`
const rounds = 4

describe('a file of nominations that several people send at once (S17)', () => {
  let desk: Desk
  let officer: Client
  let headOfOffice: Client
  before(async () => {
    desk = await openDesk()
    await openCycle(desk, ['usth', 'usj'])
    officer = await desk.as('officer')
    headOfOffice = await desk.as('head-of-office')
  })
  after(() => desk?.close())

  const send = async ({ agent }: Client, partner: string, file: string): Promise<string> => {
    const { status, body } = await agent
      .post(`/api/v1/participations/${key}.${partner}/importNominationsFile`)
      .set('Content-Type', 'text/csv')
      .send([header, file, ''].join('\n'))
    return status === 200 ? '200' : `${status} ${body.fields?.rows?.map(({ code }: { code: string }) => code).join()}`
  }
  const nominated = async (partner: string): Promise<number> =>
    (await officer.get(`/participations/${key}.${partner}`)).body.nominations.length

  it('nominates everyone in it once, and is taken from each of them', async () => {
    for (let round = 0; round < rounds; round++) {
      const before = await nominated('usth')
      const file = [rowOf(2 * round), rowOf(2 * round + 1)].join('\n')
      const answers = await Promise.all([officer, officer, headOfOffice].map((client) => send(client, 'usth', file)))
      expect(answers).to.deep.equal(['200', '200', '200'])
      expect((await nominated('usth')) - before).to.equal(2)
    }
    expect(await desk.store.candidates.countDocuments()).to.equal(2 * rounds)
    expect(await desk.store.troubles.countDocuments()).to.equal(0)
  })
})
