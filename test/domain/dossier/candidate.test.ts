import { expect } from 'chai'
import { correspondence } from '../../../domain/correspondence/process.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { acts } from '../cycle/cycle-script.ts'
import { partnerFacts } from '../facts.ts'
import { school, story } from '../school.ts'
import { entriesOf, mailsToContact, refusal, until } from '../stage.ts'
import { deposits, does, dossierOf, dossiersKnow, first, nominated, required, sent } from './dossier-script.ts'

const programmes = Object.fromEntries(
  school.programmes.map(({ id }) => [id, { documents: [], sentBy: 'candidate' as const }]),
)
/** A world in which candidates send their dossiers themselves. */
const ownSending = () => dossiersKnow({ programmes })
const told = (stage: Rehearsal): string[] => mailsToContact(stage, 'cand-1')

describe('what a candidate is told of their dossier (R4, R16)', () => {
  it('is little where the partner sends: that they were nominated, another day, and that it ends', async () => {
    const stage = await nominated()
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await does(
      stage,
      { at: '2028-03-06T09:00:00Z' },
      { type: 'extend', input: { to: civil('2028-04-07'), reason: 't' } },
    )
    await deposits(stage, { at: '2028-03-07T09:00:00Z' }, 'cv')
    await does(stage, { at: '2028-04-05T09:00:00Z', by: 'usth-c1' }, { type: 'send', input: {} })
    await until(stage, '2028-04-20T00:00:00Z')
    // At 08:30 in Hanoi each, and no reminder between them.
    expect(told(stage)).to.deep.equal(['2028-02-02 01:30 dossierNominated', '2028-03-07 01:30 dossierDated'])
    await does(stage, { at: '2028-04-20T09:00:00Z', by: 'usth-c1' }, { type: 'withdraw', input: {} })
    await until(stage, '2028-04-22T00:00:00Z')
    expect(told(stage).at(-1)).to.equal('2028-04-21 01:30 dossierWithdrawn')
  })

  it('is everything where they send it: reminders, what came, what is asked again', async () => {
    const stage = await nominated(ownSending())
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await until(stage, '2028-03-20T09:00:00Z')
    const reminded = told(stage).filter((line) => line.endsWith(' dossierSending'))
    expect(told(stage).slice(0, 2)).to.deep.equal([
      '2028-02-02 01:30 dossierNominated',
      '2028-02-03 01:30 dossierAcknowledged',
    ])
    expect(reminded.length, told(stage).join()).to.be.greaterThan(0)
    await deposits(stage, { at: '2028-03-20T10:00:00Z', from: 100 }, 'endorsement')
    await deposits(stage, { at: '2028-03-20T10:00:00Z', by: 'candidate', from: 300 }, 'cv')
    await does(stage, { at: '2028-03-20T10:00:00Z', by: 'candidate' }, { type: 'send', input: {} })
    await until(stage, '2028-03-22T00:00:00Z')
    expect(told(stage).at(-1)).to.match(/^2028-03-21 01:30 dossierReceived(, dossierPiece){4}$/)
  })

  it('is that it is closed, and open again', async () => {
    const stage = await nominated()
    await until(stage, '2028-04-01T09:00:00Z')
    await acts(
      stage,
      { at: '2028-04-03T09:00:00Z' },
      { type: 'confirmClosing', input: { on: civil('2028-03-31'), dossiers: ['00001'] } },
    )
    await until(stage, '2028-04-05T09:00:00Z')
    // The Kings are commemorated in Vietnam on the 4th.
    expect(told(stage).at(-1)).to.equal('2028-04-05 01:30 dossierClosed')
    await does(stage, { at: '2028-04-05T10:00:00Z' }, { type: 'reopen', input: { reason: 't' } })
    await until(stage, '2028-04-07T00:00:00Z')
    expect(told(stage).at(-1)).to.equal('2028-04-06 01:30 dossierReopened')
  })

  it('asks no candidate each September whether they still answer, and owes an address of theirs to an officer (R10)', async () => {
    const stage = await nominated()
    await until(stage, '2028-02-03T09:00:00Z')
    const entries = entriesOf(stage, 'correspondence/cand-1')
    expect(entries.map(({ type }) => type)).to.not.include('enrolled')
    const { state } = correspondence.fold('correspondence/cand-1', entries)
    expect(state.confirming).to.equal(undefined)
    expect(partnerFacts('correspondence/cand-1')).to.include({ candidate: true })
  })
})

describe('a day that moves before anybody was told of one (R11)', () => {
  const dated = (stage: Rehearsal, party: string): string[] =>
    mailsToContact(stage, party).filter((line) => line.includes('dossier'))

  it('is what they hear first, and no change', async () => {
    const stage = await nominated()
    // Before 08:30 in Hanoi of the next day, and before the office acknowledged it.
    await does(
      stage,
      { at: '2028-02-01T10:00:00Z' },
      { type: 'extend', input: { to: civil('2028-04-07'), reason: 't' } },
    )
    await until(stage, '2028-02-02T08:00:00Z')
    expect(dated(stage, 'usth-c1')).to.deep.equal([])
    expect(told(stage)).to.deep.equal(['2028-02-02 01:30 dossierNominated'])
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    // Acknowledged, and not told yet.
    await does(
      stage,
      { at: '2028-02-02T10:00:00Z' },
      { type: 'extend', input: { to: civil('2028-04-11'), reason: 't' } },
    )
    await until(stage, '2028-02-04T00:00:00Z')
    expect(dated(stage, 'usth-c1')).to.deep.equal(['2028-02-03 01:30 dossierAcknowledged'])
    const digest = entriesOf(stage, 'correspondence/usth-c1').findLast(({ type }) => type === 'digested')
    expect(JSON.stringify(digest?.data)).to.contain('"untilOn":"2028-04-11"')
    expect(told(stage).at(-1)).to.equal('2028-02-03 01:30 dossierDated')
  })

  it('is a change once they know of a day', async () => {
    const stage = await nominated()
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await until(stage, '2028-02-04T00:00:00Z')
    await does(
      stage,
      { at: '2028-02-04T09:00:00Z' },
      { type: 'extend', input: { to: civil('2028-04-07'), reason: 't' } },
    )
    await until(stage, '2028-02-08T00:00:00Z')
    expect(dated(stage, 'usth-c1').at(-1)).to.equal('2028-02-07 01:30 dossierDated')
  })
})

describe('a dossier that is withdrawn', () => {
  for (const by of ['candidate', 'usth-c1', 'officer'] as const)
    it(`by ${by} is over; the others are told, and the cycle`, async () => {
      const begun = await nominated(ownSending())
      await until(begun, '2028-02-03T00:00:00Z')
      const reason = by === 'officer' ? { reason: 'text-1' } : {}
      await does(begun, { at: '2028-02-03T09:00:00Z', by }, { type: 'withdraw', input: reason })
      await until(begun, '2028-02-05T00:00:00Z')
      expect(dossierOf(begun).status).to.equal('withdrawn')
      expect(dossierOf(begun).withdrawnBy).to.equal(
        { candidate: 'candidate', 'usth-c1': 'partner', officer: 'office' }[by],
      )
      const heard = (party: string): boolean =>
        mailsToContact(begun, party).some((line) => line.includes('dossierWithdrawn'))
      expect([heard('cand-1'), heard('usth-c1')]).to.deep.equal([by !== 'candidate', by !== 'usth-c1'])
      expect(story(begun, first).filter((line) => line.endsWith(' withdrawn'))).to.have.length(1)
    })

  it('by the office needs a reason, and nobody withdraws what is over', async () => {
    const stage = await nominated()
    const at = '2028-02-02T09:00:00Z'
    expect(await refusal(does(stage, { at }, { type: 'withdraw', input: {} }))).to.equal('dossier.reason-missing')
    await does(stage, { at, by: 'candidate' }, { type: 'withdraw', input: {} })
    const again = does(stage, { at, by: 'candidate' }, { type: 'withdraw', input: {} })
    expect(await refusal(again)).to.equal('dossier.withdrawn')
  })
})

describe('a nomination that is corrected, in its dossier (S17)', () => {
  const corrects = (stage: Rehearsal, at: string, wishes: string[]): Promise<void> =>
    stage.run(
      [
        {
          at: instant(at),
          actor: { id: 'process:participation/2028-engineer.usth', standings: [{ party: 'process' }] },
          to: first,
          type: 'correctWishes',
          input: { wishes, channel: 'partnerContact' },
        },
      ],
      instant(at),
    )
  const other = school.programmes.find(({ id, kind }) => kind === 'engineer' && id !== 'icm')?.id ?? ''
  const more = () =>
    dossiersKnow({
      programmes: {
        icm: { documents: [], sentBy: 'partner' },
        [other]: { documents: ['degree'], sentBy: 'candidate' },
      },
    })

  it('changes what it needs and who sends it; what was handed in stays', async () => {
    const stage = await nominated(more())
    await deposits(stage, { at: '2028-02-02T09:00:00Z' }, 'cv')
    await corrects(stage, '2028-02-03T09:00:00Z', [other])
    const { wishes, sentBy, pieces } = dossierOf(stage)
    expect([wishes, sentBy]).to.deep.equal([[other], 'candidate'])
    expect(Object.keys(pieces).toSorted()).to.deep.equal([...required, 'degree'].toSorted())
    expect([pieces['cv']?.state, pieces['degree']?.state, pieces['degree']?.from]).to.deep.equal([
      'deposited',
      'missing',
      'candidate',
    ])
    await corrects(stage, '2028-02-04T09:00:00Z', ['icm'])
    expect(Object.keys(dossierOf(stage).pieces)).to.deep.equal(required)
  })

  it('leaves what was sent as it is, and tells the office', async () => {
    const stage = await sent(more())
    await corrects(stage, '2028-03-08T09:05:00Z', [other])
    await until(stage, '2028-03-10T00:00:00Z')
    expect(dossierOf(stage).wishes).to.deep.equal(['icm'])
    expect(story(stage, first)).to.include('2028-03-08 09:05 wishesKept')
    await corrects(stage, '2028-03-10T09:00:00Z', ['icm'])
    expect(story(stage, first).filter((line) => line.includes('wishes'))).to.have.length(1)
  })
})
