import { expect } from 'chai'
import { openDesk, stored, type Answered, type Client, type Desk } from '../desk.ts'

describe('an edit of the register that is refused', () => {
  let desk: Desk
  let office: Client
  before(async () => {
    desk = await openDesk()
    office = await desk.as('head-of-office')
    expect((await office.patch('/partners/usth', { city: 'Hanoi' })).status).to.equal(200)
  })
  after(() => desk?.close())

  const tries: Readonly<Record<string, (reason: string) => Promise<Answered>>> = {
    'of what there is not': (reason) => office.patch('/partners/nowhere', { city: 'X', reason }),
    'of what others edited': (reason) => office.patch('/partners/usth', { seq: 1, city: 'X', reason }),
    'that a rule refuses': (reason) => office.post('/partners/usth/removeContact', { contact: 'usth-c9', reason }),
    'that adds what is there': (reason) => office.post('/programmes', { ...programme, id: 'icm', reason }),
    'that joins one with itself': (reason) =>
      office.post('/partners/usth/merge', { into: 'usth', on: '2027-09-01', reason }),
    'that says nothing new': (reason) => office.patch('/partners/usth', { city: 'Hanoi', reason }),
  }
  const programme = { kind: 'master', names: { fr: 'A', en: 'A' }, semesters: 4 }

  for (const [what, ask] of Object.entries(tries))
    it(`leaves nothing behind, not even its reason: one ${what}`, async () => {
      const before = await stored(desk)
      const { status } = await ask(`Said of one ${what}, and to be forgotten.`)
      expect(status).to.be.oneOf(what.endsWith('new') ? [200] : [404, 409, 412])
      expect(await stored(desk)).to.equal(before)
    })

  it('erases no contact that the partner never had, whatever it is called', async () => {
    const before = await stored(desk)
    for (const contact of [
      'usth-c9',
      'usth-c0',
      'usth-c1.0',
      'usth-c1e0',
      'usth-c 1',
      'usth-c',
      'usj-c1',
      'Somebody <a@x.example>',
      '',
    ]) {
      const { status, body } = await office.post('/partners/usth/eraseContact', { contact })
      expect([status, body.code], contact).to.deep.equal([404, 'register.contact-unknown'])
    }
    expect(await stored(desk)).to.equal(before)
    expect((await office.post('/partners/usth/eraseContact', { contact: 'usth-c1' })).status).to.equal(200)
    expect((await office.post('/partners/usth/eraseContact', { contact: 'usth-c1' })).status).to.equal(200)
  })
})
