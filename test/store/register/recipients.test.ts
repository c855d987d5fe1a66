import { expect } from 'chai'
import { holdersOf } from '../../../domain/roster.ts'
import { civil } from '../../../domain/time.ts'
import { factsFor } from '../../../store/facts.ts'
import { findRecipient } from '../../../store/register/recipients.ts'
import { loadRoster } from '../../../store/register/roster.ts'
import { openDoor, type Door } from '../../api/door.ts'
import { person } from '../../domain/school.ts'

const on = civil('2027-04-26')

describe('whoever mail goes to', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  after(() => door.close())

  const holders = async (party: string): Promise<string[]> =>
    holdersOf(party, await loadRoster(door.store), on).map(({ id }) => id)

  it('is for a partner its first contact who can be reached, the second while the first cannot, and else nobody', async () => {
    const reach = (contact: string, reachable: boolean): Promise<unknown> =>
      door.store.partners.updateOne({ 'contacts.id': contact }, { $set: { 'contacts.$.reachable': reachable } })
    expect(await holders('partner:usth')).to.deep.equal(['usth-c1'])
    await reach('usth-c1', false)
    expect(await holders('partner:usth')).to.deep.equal(['usth-c2'])
    await reach('usth-c2', false)
    expect(await holders('partner:usth')).to.deep.equal([])
    await reach('usth-c1', true)
    expect(await holders('partner:usth')).to.deep.equal(['usth-c1'])
  })

  it('works where their institution is; people of the school live by its calendar', async () => {
    const place = { country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
    expect(await findRecipient(door.store, 'usth-c1')).to.deep.equal({
      id: 'usth-c1',
      email: 'coordinator@usth.example',
      language: 'en',
      place,
    })
    expect(await factsFor(door.store, 'correspondence/usth-c1')).to.deep.equal({ place })
    expect(await factsFor(door.store, `correspondence/${person('pilot')}`)).to.deep.equal({})
    expect(await findRecipient(door.store, 'nobody')).to.equal(undefined)
  })

  it('has an id of their own: no two contacts share one', async () => {
    const taken = {
      _id: 'other',
      names: [{ name: 'Other' }],
      country: 'VN',
      zone: 'Asia/Ho_Chi_Minh',
      relationship: 'prospect' as const,
    }
    const contact = {
      id: 'usth-c1',
      email: 'x@other.example',
      language: 'en' as const,
      role: 'management' as const,
      reachable: true,
    }
    const made = door.store.partners.insertMany([{ ...taken, contacts: [contact] }])
    const [ended] = await Promise.allSettled([made])
    expect(ended).to.nested.include({ status: 'rejected', 'reason.code': 11000 })
    expect(await door.store.partners.countDocuments({ _id: 'other' })).to.equal(0)
  })
})
