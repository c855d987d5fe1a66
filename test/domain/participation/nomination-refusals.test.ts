import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { invited } from '../cycle/cycle-script.ts'
import { fieldsOf, refusal, until } from '../stage.ts'
import { nominated, nominating, nomination, partnerDoes, ranked } from './nomination-script.ts'
import { does, type ParticipationCommand } from './participation-script.ts'

const reason = 'text-1'
const at = '2027-11-03T09:00:00Z'

describe('a nomination is refused', () => {
  it('of who is nobody, nominated already, or nominated by another partner: a candidate counts once (S18)', async () => {
    const stage = await invited(nominating({ elsewhere: { c4: 'usj' } }))
    await nominated(stage, 'c1')
    expect(await fieldsOf(does(stage, { at }, nomination('c9')))).to.deep.equal({
      code: 'participation.candidate-unknown',
      candidate: 'c9',
    })
    for (const channel of ['jointCampaign', 'ownCampaign', 'partnerContact'] as const)
      expect(await fieldsOf(does(stage, { at }, nomination('c1', { channel })))).to.deep.equal({
        code: 'participation.candidate-twice',
        nomination: 'n1',
      })
    const elsewhere = { code: 'participation.candidate-elsewhere', partner: 'usj' }
    expect(await fieldsOf(does(stage, { at }, nomination('c4')))).to.deep.equal(elsewhere)
    const made = { nomination: 'n1', wishes: ['icm'], channel: 'ownCampaign' as const, reason }
    for (const [candidate, code] of [
      ['c4', 'participation.candidate-elsewhere'],
      ['c1', 'participation.candidate-twice'],
    ] as const)
      expect(await refusal(does(stage, { at }, { type: 'replaceNomination', input: { ...made, candidate } }))).to.equal(
        code,
      )
  })

  it('to a partner without a word of another; under another record of the person it is taken (ADR 62)', async () => {
    const stage = await invited(nominating({ elsewhere: { c4: 'usj' }, elsewhereByOther: { c3: 'usj' } }))
    const content = { wishes: ['icm'], channel: 'partnerContact' as const }
    const file: ParticipationCommand = {
      type: 'importNominations',
      input: { nominations: [{ candidate: 'c4', ...content }] },
    }
    for (const made of [nomination('c4'), file])
      expect(await fieldsOf(partnerDoes(stage, at, made))).to.deep.equal({
        code: 'participation.candidate-not-here',
      })
    expect(await fieldsOf(does(stage, { at }, nomination('c3')))).to.deep.equal({
      code: 'participation.candidate-elsewhere',
      partner: 'usj',
    })
    await partnerDoes(stage, at, nomination('c3'))
    expect(ranked(stage)).to.deep.equal(['n1 c3'])
  })

  it('above the limit of the programme that is wished first; places limit nothing (S17)', async () => {
    const programmes = { icm: { nominationLimit: 2 }, ismin: {} }
    const stage = await invited(nominating({ programmes }))
    await nominated(stage, 'c1', 'c2')
    expect(await fieldsOf(does(stage, { at }, nomination('c3')))).to.deep.equal({
      code: 'participation.limit-reached',
      programme: 'icm',
      limit: 2,
    })
    await does(stage, { at }, nomination('c3', { wishes: ['ismin', 'icm'] }))
    const first: ParticipationCommand = { type: 'correctNomination', input: { nomination: 'n3', wishes: ['icm'] } }
    expect(await refusal(does(stage, { at }, first))).to.equal('participation.limit-reached')
    // The one that it takes the place of is counted no more, nor is one that was cancelled.
    const input = { nomination: 'n1', candidate: 'c4', wishes: ['icm'], channel: 'ownCampaign' as const, reason }
    await does(stage, { at }, { type: 'replaceNomination', input })
    await does(stage, { at }, { type: 'cancelNomination', input: { nomination: 'n4', reason } })
    await does(stage, { at }, first)
    expect(ranked(stage)).to.deep.equal(['n2 c2', 'n3 c3'])
  })

  it('above what may stand of one partner, as the policy says, however it is sent', async () => {
    const known = nominating()
    const policy = { ...known.policy, standingNominations: 2 }
    const stage = await invited({ ...known, calendarOf: (place) => known.calendarOf(place), policy })
    await nominated(stage, 'c1')
    const nominations = ['c2', 'c3'].map((candidate) => ({
      candidate,
      wishes: ['icm'],
      channel: 'ownCampaign' as const,
    }))
    const most = { code: 'participation.too-many', most: 2 }
    expect(await fieldsOf(does(stage, { at }, { type: 'importNominations', input: { nominations } }))).to.deep.equal(
      most,
    )
    await nominated(stage, 'c2')
    expect(await fieldsOf(does(stage, { at }, nomination('c3')))).to.deep.equal(most)
    await does(stage, { at }, { type: 'cancelNomination', input: { nomination: 'n1', reason } })
    await does(stage, { at }, nomination('c3'))
    expect(ranked(stage)).to.deep.equal(['n2 c2', 'n3 c3'])
  })

  it('of which there is none, also where thousands were made before it', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    for (const nomination of ['n9999', 'n10000', 'n123456789'])
      expect(
        await refusal(does(stage, { at }, { type: 'cancelNomination', input: { nomination, reason } })),
        nomination,
      ).to.equal('participation.nomination-unknown')
  })

  it('for a programme of another population, or that takes nobody any more by then', async () => {
    const programmes = { icm: { closedOn: civil('2028-08-31') }, ismin: { closedOn: civil('2028-09-01') } }
    const stage = await invited(nominating({ programmes }))
    for (const programme of ['icm', 'master-materials', 'constructor'])
      expect(await fieldsOf(does(stage, { at }, nomination('c1', { wishes: ['ismin', programme] })))).to.include({
        code: programme === 'constructor' ? 'command.invalid' : 'participation.programme-unknown',
      })
    await does(stage, { at }, nomination('c1', { wishes: ['ismin'] }))
    const twice = nomination('c2', { wishes: ['ismin', 'ismin'] })
    expect(await refusal(does(stage, { at }, twice))).to.equal('command.invalid')
  })

  it('after the close, and nothing is gone on with then', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1')
    await until(stage, '2028-01-31T23:00:00Z')
    const late = '2028-01-31T23:00:00Z'
    for (const by of ['officer', 'head-of-office'])
      expect(await refusal(does(stage, { at: late, by }, nomination('c2')))).to.equal(
        'participation.nominations-closed',
      )
    expect(await fieldsOf(does(stage, { at: late }, { type: 'reopenNominations', input: {} }))).to.deep.equal({
      code: 'participation.nominations-closed',
      on: '2028-01-31',
    })
    const change = { nomination: 'n1', channel: 'ownCampaign' } as const
    expect(await refusal(does(stage, { at: late }, { type: 'correctNomination', input: change }))).to.equal(
      'participation.not-returned',
    )
    expect(
      await refusal(does(stage, { at: late, partner: 'usj' }, nomination('c2'))),
      'the silent one as well',
    ).to.equal('command.not-now')
  })

  it('what is over, unknown, the same or returned already', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1', 'c2')
    await does(stage, { at }, { type: 'cancelNomination', input: { nomination: 'n2', reason } })
    const give = (id: string): ParticipationCommand => ({
      type: 'returnNomination',
      input: { nomination: id, reason },
    })
    const correct = (input: object): ParticipationCommand => ({
      type: 'correctNomination',
      input: { nomination: 'n1', ...input },
    })
    expect(await refusal(does(stage, { at }, give('n2')))).to.equal('participation.nomination-over')
    expect(await refusal(does(stage, { at }, give('n7')))).to.equal('participation.nomination-unknown')
    for (const same of [{}, { channel: 'jointCampaign' }, { wishes: ['icm'] }, { statement: null }])
      expect(await refusal(does(stage, { at }, correct(same))), JSON.stringify(same)).to.equal(
        'participation.nomination-same',
      )
    await does(stage, { at }, give('n1'))
    expect(await refusal(does(stage, { at }, give('n1')))).to.equal('participation.nomination-returned')
    const order = ['n1', 'n2']
    expect(await fieldsOf(does(stage, { at }, { type: 'reorder', input: { order } }))).to.deep.equal({
      code: 'participation.order-differs',
      nominations: ['n1'],
    })
  })

  it('from whoever is neither the partner nor the office; and the partner returns nothing to itself', async () => {
    const stage = await invited(nominating())
    for (const by of ['pilot', 'direction', 'quality', 'auditor', 'administrator'])
      expect(await refusal(does(stage, { at, by }, nomination('c1'))), by).to.equal('command.not-yours')
    await partnerDoes(stage, at, nomination('c1'))
    const give = { type: 'returnNomination', input: { nomination: 'n1', reason } } as const
    expect(await refusal(partnerDoes(stage, at, give))).to.equal('command.not-yours')
  })
})
