import { expect } from 'chai'
import { openDesk, type Answered, type Client, type Desk } from '../desk.ts'

const described = { language: 'en', nationality: 'VN', residence: 'VN', level: 'master' }
const rounds = 5

describe('candidates that several people register at once (S17)', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const added = async (nth: number): Promise<string> => {
    const content = { name: `Candidate ${nth}`, birthOn: `2005-01-${10 + nth}`, email: `c${nth}@student.example` }
    return (await officer.post('/candidates', { ...content, ...described })).body.id
  }
  const outcomes = (answers: readonly Answered[]): string[] =>
    answers.map(({ status, body }) => (status < 300 ? 'done' : `${status} ${body.code}`)).sort()

  it('have one address each: who comes second is told whose it is', async () => {
    const [one, other] = [await added(1), await added(2)]
    for (let round = 0; round < rounds; round++) {
      const email = `new${round}@student.example`
      const answers = await Promise.all([one, other].map((id) => officer.patch(`/candidates/${id}`, { email })))
      expect(outcomes(answers)).to.deep.equal(['409 register.candidate-known', 'done'])
      // Whoever has it now gives it back.
      for (const id of [one, other]) await officer.patch(`/candidates/${id}`, { email: `${id}@student.example` })
    }
    expect(await desk.store.troubles.countDocuments()).to.equal(0)
  })

  it('are registered once: whoever comes second is told who they are', async () => {
    for (let round = 0; round < rounds; round++) {
      const content = { name: 'An Tran', birthOn: '2006-03-14', email: `an${round}@student.example`, ...described }
      const sent = { ...content, confirmDuplicate: true }
      const answers = await Promise.all([0, 1, 2].map(() => officer.post('/candidates', sent)))
      expect(outcomes(answers)).to.deep.equal(['409 register.candidate-known', '409 register.candidate-known', 'done'])
    }
    expect(await desk.store.troubles.countDocuments()).to.equal(0)
  })
})
