import { expect } from 'chai'
import { openDesk, stored, type Client, type Desk } from '../desk.ts'

describe('an edit of the register that is refused', () => {
  let desk: Desk
  let office: Client
  before(async () => {
    desk = await openDesk()
    office = await desk.as('head-of-office')
    expect((await office.patch('/partners/usth', { city: 'Hanoi' })).status).to.equal(200)
  })
  after(() => desk?.close())

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
