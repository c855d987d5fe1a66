import { expect } from 'chai'
import { openDesk, type Client, type Desk } from '../desk.ts'

const person = { email: 'newcomer@school.example', language: 'en' }
const candidate = {
  name: 'Somebody Nominated',
  birthOn: '2004-05-06',
  email: 'somebody@mail.example',
  language: 'en',
  nationality: 'LB',
  residence: 'LB',
  level: 'bachelor',
}
const another = { name: 'Nobody Else', birthOn: '2001-02-03', email: 'nobody.else@mail.example' }

describe('whoever is written to has an id that nobody else is written to by', () => {
  let desk: Desk
  let officer: Client
  let administrator: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
    administrator = await desk.as('administrator')
  })
  afterEach(async () => {
    await desk.reseed()
  })
  after(() => desk?.close())

  const added = async (to: string, body: object, by = administrator): Promise<string> => {
    const { status, body: answer } = await by.post(to, body)
    return `${status} ${answer.code ?? answer.id}`
  }

  it('no candidate has that of a person, and no person that of a candidate', async () => {
    expect(await added('/candidates', { ...candidate, id: 'p1' }, officer)).to.equal('409 register.exists')
    expect(await added('/candidates', { ...candidate, ...another, id: 'somebody' }, officer)).to.equal('201 somebody')
    expect(await added('/people', { ...person, id: 'somebody' })).to.equal('409 register.exists')
  })

  it('neither has one that a partner’s contact has, had, or may have', async () => {
    for (const id of ['usth-c1', 'usth-c77', 'nowhere-c1']) {
      expect(await added('/people', { ...person, id }), id).to.equal('409 register.exists')
      expect(await added('/candidates', { ...candidate, id }, officer), id).to.equal('409 register.exists')
    }
    expect(await added('/people', { ...person, id: 'marie-c' })).to.equal('201 marie-c')
  })
})
