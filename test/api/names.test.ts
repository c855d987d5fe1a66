import { expect } from 'chai'
import { namesFor } from '../../api/views/names.ts'
import type { Actor } from '../../domain/actor.ts'
import { civil } from '../../domain/time.ts'
import { registerNow } from '../../store/register/now.ts'
import { person } from '../domain/school.ts'
import { openDesk, type Desk } from './desk.ts'

describe('the name of whoever a correspondence is with', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  const called = async (party: string, standing: string): Promise<string> => {
    const actor: Actor = { id: 'person:p99', standings: [{ party: standing }] }
    return namesFor(actor, { register: await registerNow(desk.store), on: civil('2027-04-26') }).party(party)
  }

  it('is read by whoever may read the contacts of partners; by others, the id', async () => {
    expect(await called('usth-c1', 'role:officer')).to.equal('coordinator@usth.example')
    expect(await called('usth-c1', 'head:cmp')).to.equal('usth-c1')
  })
  it('is everyone’s to read of a person of the school', async () => {
    expect(await called(person('pilot'), 'head:cmp')).to.equal('pilot@school.example')
  })
  it('is the id of whom the register does not know', async () => {
    expect(await called('usth-c9', 'role:officer')).to.equal('usth-c9')
  })
})
