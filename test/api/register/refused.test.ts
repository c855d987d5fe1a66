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

  it('gives nothing and nobody a name without a letter, in any script', async () => {
    const before = await stored(desk)
    const contact = { role: 'administration', email: 'a@x.example', language: 'en' }
    const added = { kind: 'master', semesters: 4, id: 'new' }
    for (const name of ['!!!', '123', '٣', '😀']) {
      const named: readonly (readonly [string, Answered])[] = [
        ['name', await office.post('/partners', { name, country: 'IT' })],
        [
          'contacts.0.name',
          await office.post('/partners', { name: 'A', country: 'IT', contacts: [{ ...contact, name }] }),
        ],
        ['rename.name', await office.patch('/partners/usth', { rename: { name, fromOn: '2027-09-01' } })],
        ['name', await office.post('/partners/usth/addContact', { ...contact, name })],
        ['name', await office.post('/partners/usth/editContact', { contact: 'usth-c1', name })],
        ['name', await office.post('/people', { email: 'a@school.example', name })],
        ['name', await office.patch('/people/p1', { name })],
        ['name', await (await desk.as('administrator')).patch('/centres/cmp', { name })],
        ['names.fr', await office.post('/programmes', { ...added, names: { fr: name, en: 'A' } })],
      ]
      for (const [path, { status, body }] of named)
        expect([status, body.fields.faults], `${name} ${path}`).to.deep.equal([
          422,
          [
            {
              path,
              code: 'letter_missing',
              message: `«\u00a0${path}\u00a0» ne contient aucune lettre, or un nom en a au moins une.`,
            },
          ],
        ])
    }
    expect(await stored(desk)).to.equal(before)
    const arabic = await office.patch('/people/p1', { name: 'مختبر' })
    expect([arabic.status, arabic.body.name]).to.deep.equal([200, 'مختبر'])
  })

  it('erases no contact that the partner never had, whatever it is called', async () => {
    const before = await stored(desk)
    const protector = await desk.as('data-protection')
    for (const contact of [
      'usth-c9',
      'usth-c0',
      'usth-c1.0',
      'usth-c1e0',
      'usth-c 1',
      'usth-c',
      'nowhere-c1',
      'Somebody <a@x.example>',
    ]) {
      const { status, body } = await protector.post(`/contacts/${encodeURIComponent(contact)}/erase`)
      expect([status, body.code], contact).to.deep.equal([404, 'not-found'])
    }
    expect(await stored(desk)).to.equal(before)
    await office.post('/partners/usth/removeContact', { contact: 'usth-c1' })
    for (const _ of [1, 2]) expect((await protector.post('/contacts/usth-c1/erase')).status).to.equal(200)
  })
})
