import { expect } from 'chai'
import { holdersOf } from '../../../domain/roster.ts'
import { civil } from '../../../domain/time.ts'
import { factsFor } from '../../../store/facts.ts'
import { putRow } from '../../../store/inbox.ts'
import { registerNow } from '../../../store/register/now.ts'
import { findRecipient } from '../../../store/register/recipients.ts'
import { loadRoster } from '../../../store/register/roster.ts'
import { openDoor, type Door } from '../../api/door.ts'
import { person } from '../../domain/school.ts'

const on = civil('2027-04-26')

/** What an officer says of someone's address, taken at once. */
async function reachCommand(door: Door, { party, command }: { party: string; command: string }): Promise<void> {
  await putRow(door.store, {
    id: `${party}.${command}`,
    stream: `correspondence/${party}`,
    actor: { id: `person:${person('officer')}`, standings: [{ party: 'role:officer' }] },
    command,
    input: { reason: 'text:0' },
    receivedAt: door.deps.now(),
  })
  await door.settle()
}

describe('whoever mail goes to', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
  })
  after(() => door.close())

  const facts = async (party: string): Promise<object> =>
    factsFor(
      { store: door.store, register: await registerNow(door.store), commands: async () => [] },
      `correspondence/${party}`,
    )
  const holders = async (party: string): Promise<string[]> =>
    holdersOf(party, await loadRoster(door.store), on).map(({ id }) => id)

  it('is for a partner its first contact who can be reached, the second while the first cannot, and else whoever keeps what they are to hear (R10)', async () => {
    const officer = (party: string, command: string) => reachCommand(door, { party, command })
    expect(await holders('partner:usth')).to.deep.equal(['usth-c1'])
    await officer('usth-c1', 'reportUnreachable')
    expect(await holders('partner:usth')).to.deep.equal(['usth-c2'])
    expect(await facts('usth-c2')).to.deep.include({
      others: [{ id: 'usth-c1', status: 'passedOn' }],
    })
    await officer('usth-c2', 'reportUnreachable')
    expect(await holders('partner:usth')).to.deep.equal(['usth-c2'])
    await officer('usth-c1', 'readdress')
    expect(await holders('partner:usth')).to.deep.equal(['usth-c1'])
  })

  it('is every contact for their own mail, whoever answers for the partner', async () => {
    for (const contact of ['usth-c1', 'usth-c2']) expect(await holders(`person:${contact}`)).to.deep.equal([contact])
  })

  it('works where their institution is; people of the school live by its calendar', async () => {
    const place = { country: 'VN', zone: 'Asia/Ho_Chi_Minh' }
    expect(await findRecipient(door.store, 'usth-c1')).to.deep.equal({
      id: 'usth-c1',
      email: 'coordinator@usth.example',
      language: 'en',
      place,
    })
    expect(await facts('usj-c1')).to.deep.equal({
      known: true,
      place: { country: 'LB', zone: 'Asia/Beirut' },
      others: [{ id: 'usj-c2', status: 'none' }],
      partnerEnded: false,
    })
    expect(await facts(person('pilot'))).to.deep.equal({ known: true })
    expect(await facts('nobody')).to.deep.equal({})
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
