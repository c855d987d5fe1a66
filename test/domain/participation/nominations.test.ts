import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { acts, cycleOf, invited, rungs } from '../cycle/cycle-script.ts'
import { story } from '../school.ts'
import { mailsTo, mailsToContact, until } from '../stage.ts'
import { nominated, nominating, nomination, partnerDoes, ranked } from './nomination-script.ts'
import { does, of, participationOf } from './participation-script.ts'

const reason = 'text-1'
const statement = 'text-2'
const at = '2027-11-03T09:00:00Z'
const status = (stage: Parameters<typeof cycleOf>[0]): string => participationOf(stage, 'usth').status

describe('the nominations of a partner (S17, S18)', () => {
  it('end its reminders, and are never silence at the close', async () => {
    const stage = await invited(nominating())
    // The reminder of J-10 waits for the morning of Friday 21 January, and is taken back.
    await does(stage, { at: '2028-01-21T00:00:00Z' }, nomination('c1'))
    expect(cycleOf(stage).invited['usth']?.status).to.equal('nominating')
    await until(stage, '2028-01-31T22:59:59.999Z')
    expect(status(stage)).to.equal('nominating')
    await until(stage, '2028-02-10T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1')).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
      '2028-01-03 01:30 participationClosing',
    ])
    expect(story(stage, of('usth')).slice(-2)).to.deep.equal([
      '2028-01-21 00:00 nominated',
      '2028-01-31 23:00 nominationsEnded',
    ])
    expect(Object.values(cycleOf(stage).invited).map((one) => one.status)).to.deep.equal([
      'finished',
      'silent',
      'silent',
    ])
  })

  it('by the office do not keep the invitation from whoever has not heard of it: they may nominate as well', async () => {
    const stage = await invited(nominating())
    await does(stage, { at: '2027-10-04T10:00:00Z' }, nomination('c1'))
    await does(stage, { at: '2027-10-04T11:00:00Z' }, nomination('c2'))
    await until(stage, '2028-02-10T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').filter((mail) => mail.includes('participation'))).to.deep.equal([
      '2027-10-05 01:30 participationClosing',
    ])
  })

  it('that are all before the invitation went out take it back', async () => {
    const stage = await invited(nominating())
    await does(stage, { at: '2027-10-04T10:00:00Z' }, nomination('c1'))
    await does(stage, { at: '2027-10-04T11:00:00Z' }, { type: 'finish', input: {} })
    await until(stage, '2027-10-10T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').join()).to.not.contain('participation')
  })

  it('say who, for what, how they came, and what the partner says of them', async () => {
    const stage = await invited(nominating())
    await partnerDoes(stage, at, nomination('c1', { wishes: ['ismin', 'icm'], channel: 'partnerContact', statement }))
    expect(participationOf(stage, 'usth').nominations).to.deep.equal({
      n1: {
        candidate: 'c1',
        wishes: ['ismin', 'icm'],
        channel: 'partnerContact',
        statement,
        state: 'nominated',
        at: '2027-11-03T09:00:00.000Z',
      },
    })
  })

  it('stand in the order of preference: the last, at a rank, or all anew', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1', 'c2')
    await does(stage, { at }, nomination('c3', { rank: 1 }))
    await does(stage, { at }, nomination('c4', { rank: 9 }))
    expect(ranked(stage)).to.deep.equal(['n3 c3', 'n1 c1', 'n2 c2', 'n4 c4'])
    await does(stage, { at }, { type: 'reorder', input: { order: ['n2', 'n4', 'n1', 'n3'] } })
    expect(ranked(stage)).to.deep.equal(['n2 c2', 'n4 c4', 'n1 c1', 'n3 c3'])
  })

  it('are replaced at their rank, and cancelled', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1', 'c2', 'c3')
    const input = { nomination: 'n2', candidate: 'c4', wishes: ['icm'], channel: 'ownCampaign' as const, reason }
    await partnerDoes(stage, at, { type: 'replaceNomination', input })
    expect(ranked(stage)).to.deep.equal(['n1 c1', 'n4 c4', 'n3 c3'])
    const { n2, n4 } = participationOf(stage, 'usth').nominations
    expect([n2?.state, n2?.cancelled, n2?.replacedBy, n4?.replaces]).to.deep.equal(['cancelled', reason, 'n4', 'n2'])
    await does(stage, { at }, { type: 'cancelNomination', input: { nomination: 'n1', reason } })
    expect(ranked(stage)).to.deep.equal(['n4 c4', 'n3 c3'])
    expect(status(stage)).to.equal('nominating')
    // Whoever is out of the way may be nominated again.
    await does(stage, { at }, nomination('c2'))
    expect(ranked(stage).at(-1)).to.equal('n5 c2')
  })

  it('that are all cancelled leave nothing: reminders come again, from then on, and the close finds no silence', async () => {
    const stage = await invited(nominating())
    await does(stage, { at: '2027-12-20T09:00:00Z' }, nomination('c1'))
    const cancel = { type: 'cancelNomination', input: { nomination: 'n1', reason } } as const
    await does(stage, { at: '2028-01-10T09:00:00Z' }, cancel)
    expect(cycleOf(stage).invited['usth']?.status).to.equal('opened')
    await until(stage, '2028-02-10T00:00:00Z')
    expect(rungs(stage, 'participationClosing', of('usth'))).to.deep.equal([
      '2028-01-20T23:00:00.000Z -10',
      '2028-01-27T23:00:00.000Z -3',
    ])
    expect(status(stage)).to.equal('finished')
  })

  it('are all once somebody says so, which the office hears; and are gone on with until the close', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await partnerDoes(stage, at, { type: 'finish', input: {} })
    expect(cycleOf(stage).invited['usth']?.status).to.equal('finished')
    await partnerDoes(stage, '2027-11-10T09:00:00Z', { type: 'reopenNominations', input: {} })
    await partnerDoes(stage, '2027-11-10T09:00:00Z', nomination('c2'))
    expect(ranked(stage)).to.deep.equal(['n1 c1', 'n2 c2'])
    await until(stage, '2028-02-10T00:00:00Z')
    expect(mailsTo(stage, 'officer').filter((mail) => mail.includes('Finished'))).to.deep.equal([
      '2027-11-04 07:30 participationFinished',
    ])
    expect(status(stage)).to.equal('finished')
  })

  it('go on where the office gives another day, of which the partner hears', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await does(stage, { at }, { type: 'finish', input: {} })
    const extend = { type: 'extend', input: { to: civil('2028-02-15'), reason } } as const
    await does(stage, { at: '2028-02-08T09:00:00Z' }, extend)
    expect(status(stage)).to.equal('finished')
    await does(stage, { at: '2028-02-15T22:59:00Z' }, nomination('c2'))
    expect(status(stage)).to.equal('nominating')
    await until(stage, '2028-02-15T23:00:00Z')
    expect(status(stage)).to.equal('finished')
    expect(mailsToContact(stage, 'usth-c1').at(-1)).to.equal('2028-02-09 01:30 participationDated')
  })

  it('are withdrawn with their cycle, and whoever nominated hears of it', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await acts(stage, { at, by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    await until(stage, '2028-02-10T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').at(-1)).to.equal('2027-11-04 01:30 participationCancelled')
    expect(status(stage)).to.equal('cancelled')
  })
})

describe('a nomination that the office returns', () => {
  const give = { type: 'returnNomination', input: { nomination: 'n1', reason } } as const

  it('is owed to it in five working days; the partner hears why, is reminded, and its correction is told', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await does(stage, { at: '2028-01-26T09:00:00Z' }, give)
    expect(participationOf(stage, 'usth').nominations['n1']?.returned).to.deep.equal({
      since: '2028-01-26T09:00:00.000Z',
      by: '2028-02-02',
      reason,
    })
    // After the close, as nobody new is nominated by it.
    await until(stage, '2028-02-03T09:00:00Z')
    expect(status(stage)).to.equal('finished')
    await partnerDoes(stage, '2028-02-03T10:00:00Z', {
      type: 'correctNomination',
      input: { nomination: 'n1', wishes: ['ismin'] },
    })
    await until(stage, '2028-03-01T00:00:00Z')
    const { state, returned, wishes } = participationOf(stage, 'usth').nominations['n1']!
    expect([state, returned, wishes]).to.deep.equal(['nominated', undefined, ['ismin']])
    expect(rungs(stage, 'participationCorrection', of('usth'))).to.deep.equal([
      '2028-01-31T23:00:00.000Z -1',
      '2028-02-02T23:00:00.000Z 1',
    ])
    // Tết is until Saturday 29 January 2028.
    expect(mailsToContact(stage, 'usth-c1').slice(1)).to.deep.equal([
      '2028-01-31 01:30 participationReturned',
      '2028-02-01 01:30 participationCorrection',
      '2028-02-03 01:30 participationCorrection',
    ])
    expect(mailsTo(stage, 'officer').at(-1)).to.equal('2028-02-04 07:30 participationCorrected')
  })

  it('that nobody corrects is told to the office every week, until it is cancelled', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await does(stage, { at: '2028-01-26T09:00:00Z' }, give)
    await until(stage, '2028-02-17T00:00:00Z')
    await does(stage, { at: '2028-02-17T09:00:00Z' }, { type: 'cancelNomination', input: { nomination: 'n1', reason } })
    await until(stage, '2028-04-01T00:00:00Z')
    expect(rungs(stage, 'participationCorrection', of('usth'))).to.deep.equal([
      '2028-01-31T23:00:00.000Z -1',
      '2028-02-02T23:00:00.000Z 1',
      '2028-02-08T23:00:00.000Z 7',
      '2028-02-15T23:00:00.000Z 14',
    ])
    expect(status(stage)).to.equal('finished')
  })

  it('counts as corrected also where what was wrong stands in the register', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await does(stage, { at }, give)
    await partnerDoes(stage, at, { type: 'correctNomination', input: { nomination: 'n1' } })
    expect(participationOf(stage, 'usth').nominations['n1']?.state).to.equal('nominated')
  })
})
