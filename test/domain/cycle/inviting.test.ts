import { expect } from 'chai'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { refusal } from '../stage.ts'
import {
  acts,
  cycleOf,
  invitation,
  invited,
  invitee,
  knowing,
  opened,
  partners,
  prepared,
  type CycleCommand,
} from './cycle-script.ts'

const at = '2027-10-04T09:00:00Z'
const refused = async (command: CycleCommand, stage?: Rehearsal): Promise<string> =>
  refusal(acts(stage ?? (await opened(knowing({ partners }))), { at }, command))

describe('partners are invited (R8, S10)', () => {
  it('each once, from the day it is open', async () => {
    expect(await refused(invitation('usth'), await prepared(knowing({ partners })))).to.equal('command.not-now')
    const stage = await invited()
    expect(cycleOf(stage).invited).to.deep.equal({
      usth: { at: '2027-10-04T09:00:00.000Z', status: 'invited', why: undefined, reason: undefined },
      usj: { at: '2027-10-04T09:00:00.000Z', status: 'invited', why: undefined, reason: undefined },
      rwth: { at: '2027-10-04T09:00:00.000Z', status: 'invited', why: undefined, reason: undefined },
    })
    expect(await refused(invitation('usth'), stage)).to.equal('cycle.invited-already')
    expect(await refused(invitation('usth', 'usth'))).to.equal('cycle.named-twice')
    expect(await refused(invitation('usth', 'nowhere'))).to.equal('cycle.partner-unknown')
  })

  it('where they are not invitable, with a reason alone, which is kept with why', async () => {
    const stage = await opened(knowing({ partners }))
    expect(await refused(invitation('tohoku'), stage)).to.equal('cycle.not-invitable')
    const reasoned: CycleCommand = { type: 'invite', input: { partners: [{ partner: 'tohoku', reason: 'text-1' }] } }
    await acts(stage, { at }, reasoned)
    expect(cycleOf(stage).invited['tohoku']).to.include({ why: 'noAgreement', reason: 'text-1' })
  })

  it('all of a list or none', async () => {
    const stage = await opened(knowing({ partners }))
    await refusal(acts(stage, { at }, invitation('usth', 'tohoku')))
    expect(cycleOf(stage).invited).to.deep.equal({})
  })

  it('by their successor once they are part of another', async () => {
    const merged = (on: string) => ({
      ...partners,
      usj: { ...partners.usj, mergedInto: { partner: 'usth', on: civil(on) } },
    })
    expect(await refused(invitation('usj'), await opened(knowing({ partners: merged('2027-10-04') })))).to.equal(
      'cycle.partner-merged',
    )
    await acts(await opened(knowing({ partners: merged('2027-10-05') })), { at }, invitation('usj'))
  })

  it('for the shortest stay that the cycle admits to', async () => {
    // Until 28 February 2029: one semester from 1 September 2028.
    const covering = (until: string) =>
      invitee('VN', {
        agreements: [
          {
            kind: 'doubleDegree',
            signedOn: civil('2025-05-05'),
            validity: { from: civil('2025-09-01'), until: civil(until) },
            places: [{ direction: 'incoming', level: 'master', year: 2028, places: 1 }],
          },
        ],
      })
    const on = (until: string) =>
      knowing({
        partners: { usth: covering(until) },
        programmes: [
          { id: 'year', semesters: 2 },
          { id: 'semester', semesters: 1 },
        ],
      })
    expect(await refused(invitation('usth'), await opened(on('2029-02-27')))).to.equal('cycle.not-invitable')
    await acts(await opened(on('2029-02-28')), { at }, invitation('usth'))
  })
})
