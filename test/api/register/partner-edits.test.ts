import { expect } from 'chai'
import { openDesk, type Client, type Desk } from '../desk.ts'

const polimi = { name: 'Politecnico di Milano', country: 'IT', domains: ['polimi.it'] }
const contact = {
  role: 'academicContact',
  name: 'Academic contact',
  email: 'academic.contact@polimi.example',
  language: 'en',
}

describe('an edit of a partner institution', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
  })
  afterEach(async () => {
    await desk.reseed()
  })
  after(() => desk?.close())
  const add = (body: object = {}) => officer.post('/partners', { ...polimi, ...body })

  it('gives it each day off once', async () => {
    await add()
    const { body } = await officer.patch('/partners/polimi', { seq: 1, weekend: ['friday', 'friday'] })
    expect(body.fields.faults).to.deep.equal([
      {
        path: 'weekend',
        code: 'named_twice',
        message: '«\u00a0weekend\u00a0» désigne deux fois la même chose. N’en gardez qu’une.',
      },
    ])
  })

  it('of its contacts has a reason that is read by those who may see who they are', async () => {
    const reasons = { added: 'New at the desk', edited: 'Has married', removed: 'Has retired' }
    await add({ contacts: [contact] })
    const second = { ...contact, email: 'second@polimi.example', reason: reasons.added }
    await officer.post('/partners/polimi/addContact', second)
    await officer.post('/partners/polimi/editContact', { contact: 'polimi-c2', name: 'Desk', reason: reasons.edited })
    await officer.post('/partners/polimi/removeContact', { contact: 'polimi-c2', reason: reasons.removed })
    await officer.patch('/partners/polimi', { city: 'Lecco', reason: 'It has moved' })
    const read = async (account: string) => {
      const { items } = (await (await desk.as(account)).get('/partners/polimi/history?after=1')).body
      return items.map(({ data }: { data: { reason?: string } }) => data.reason)
    }
    expect(await read('pilot')).to.deep.equal([...Object.values(reasons), 'It has moved'])
    expect(await read('centre-head.cmp')).to.deep.equal([null, null, null, 'It has moved'])
  })
})
