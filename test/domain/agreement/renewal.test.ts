import { expect } from 'chai'
import { isInForceOn, statusOn } from '../../../domain/agreement/span.ts'
import { civil } from '../../../domain/time.ts'
import { story } from '../school.ts'
import { entriesOf, mailsTo, until } from '../stage.ts'
import {
  acts,
  agreementOf,
  content,
  drafted,
  first,
  known,
  refusedOn,
  reminders,
  second,
  steps,
  type AgreementCommand,
} from './agreement-script.ts'

const decision = (of: 'renew' | 'letExpire'): AgreementCommand => ({
  type: 'decideOnRenewal',
  input: { decision: of, reason: 'text-1' },
})

describe('the renewal of an agreement (S7, S13)', () => {
  it('is asked 12, 9, 6 and 3 months before its last day, further up each time, until it expires (R3)', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await until(stage, '2028-10-01T00:00:00Z')
    // 30 November 2027, 29 February and 31 May 2028: the 31st of August, clamped to the ends of shorter months.
    expect(steps(stage)).to.deep.equal([
      '2027-08-30T22:00:00.000Z 12 headOfOffice',
      '2027-11-29T23:00:00.000Z 9 headOfOffice',
      '2028-02-28T23:00:00.000Z 6 direction',
      '2028-05-30T22:00:00.000Z 3 direction',
    ])
    expect(story(stage, first).at(-1)).to.equal('2028-08-31 22:00 expired')
    expect(mailsTo(stage, 'direction')).to.deep.equal([
      '2028-02-29 07:30 agreementRenewal',
      '2028-05-02 06:30 agreementRenewal',
      '2028-05-23 06:30 agreementRenewal',
      '2028-05-31 06:30 agreementRenewal',
      '2028-08-21 06:30 agreementRenewal',
      '2028-08-24 06:30 agreementRenewal',
      '2028-09-01 06:30 agreementExpired',
    ])
  })

  it('before it is decided reminds whoever is asked 30 and 7 days before the next step', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await until(stage, '2028-03-01T00:00:00Z')
    // The eve of the step at nine months is 29 November 2027, of the one at six months 28 February 2028.
    expect(reminders(stage, 'agreementRenewal')).to.deep.equal([
      '2027-10-29T22:00:00.000Z m12 -30',
      '2027-11-21T23:00:00.000Z m12 -7',
      '2028-01-28T23:00:00.000Z m9 -30',
      '2028-02-20T23:00:00.000Z m9 -7',
    ])
    expect(mailsTo(stage, 'head-of-office').slice(0, 3)).to.deep.equal([
      '2027-08-31 06:30 agreementRenewal',
      '2027-11-02 07:30 agreementRenewal',
      '2027-11-22 07:30 agreementRenewal',
    ])
  })

  it('of one that ends on 29 February is asked on the 28th of a year that has no 29th (R3)', async () => {
    const stage = await known('2020-09-01', '2028-02-29')
    await until(stage, '2028-03-02T00:00:00Z')
    expect(steps(stage)).to.deep.equal([
      '2027-02-27T23:00:00.000Z 12 headOfOffice',
      '2027-05-28T22:00:00.000Z 9 headOfOffice',
      '2027-08-28T22:00:00.000Z 6 direction',
      '2027-11-28T23:00:00.000Z 3 direction',
    ])
    expect(story(stage, first).at(-1)).to.equal('2028-02-29 23:00 expired')
  })

  it('begins at midnight in Paris on the night the clocks go forward, and back', async () => {
    // Three months before is Sunday 28 March 2027, whose night skips an hour; 12 months before the other, Sunday 31 October 2027.
    const spring = await known('2020-09-01', '2027-06-28')
    const autumn = await known('2020-09-01', '2028-10-31')
    await until(spring, '2027-03-29T00:00:00Z')
    await until(autumn, '2027-11-02T00:00:00Z')
    expect(steps(spring).at(-1)).to.equal('2027-03-27T23:00:00.000Z 3 direction')
    expect(steps(autumn)).to.deep.equal(['2027-10-30T22:00:00.000Z 12 headOfOffice'])
  })

  it('never lasts a day longer than its boundary, though that is a Sunday in a closure (R1)', async () => {
    const stage = await known('2020-09-01', '2027-08-08')
    await until(stage, '2027-08-08T21:59:59.999Z')
    expect(agreementOf(stage).status).to.equal('renewalOpen')
    await until(stage, '2027-08-08T22:00:00Z')
    expect(agreementOf(stage).status).to.equal('expired')
  })

  it('shows nothing as in force the day after its end, though the clock has not come by', async () => {
    const agreement = agreementOf(await known('2027-02-01', '2028-08-31'))
    const shown = (on: string): readonly unknown[] => [
      isInForceOn(agreement, civil(on)),
      statusOn(agreement, civil(on)),
    ]
    expect(shown('2027-01-31')).to.deep.equal([false, 'signed'])
    expect(shown('2027-02-01')).to.deep.equal([true, 'inForce'])
    const begun = { ...agreement, status: 'inForce' as const }
    expect([isInForceOn(begun, civil('2028-08-31')), statusOn(begun, civil('2028-08-31'))]).to.deep.equal([
      true,
      'inForce',
    ])
    expect([isInForceOn(begun, civil('2028-09-01')), statusOn(begun, civil('2028-09-01'))]).to.deep.equal([
      false,
      'expired',
    ])
  })

  it('of one that is written down late begins at the step it has come to; of one that is over, nobody is told', async () => {
    const late = await known('2020-09-01', '2027-06-30')
    // 11 January 2027 lies within six months of 30 June.
    expect(steps(late)).to.deep.equal(['2027-01-11T09:00:00.000Z 6 direction'])
    const over = await known('2020-09-01', '2026-12-31')
    await until(over, '2027-02-01T00:00:00Z')
    expect(story(over, first)).to.deep.equal([
      '2027-01-11 09:00 drafted',
      '2027-01-11 09:00 signed',
      '2027-01-11 09:00 expired',
    ])
    for (const account of ['officer', 'head-of-office', 'direction', 'legal'])
      expect(mailsTo(over, account), account).to.deep.equal([])
  })

  it('is asked with what came and went by then, and what came of the plans with its partners', async () => {
    const stage = await known('2020-09-01', '2028-08-31', { partners: ['usth', 'usj', 'polito'] })
    const flows = (direction: 'incoming' | 'outgoing', students: number): AgreementCommand => ({
      type: 'recordFlows',
      input: { year: 2025, direction, level: 'master', students },
    })
    await acts(stage, { at: '2027-02-01T09:00:00Z' }, flows('incoming', 5))
    await acts(stage, { at: '2027-02-01T09:00:00Z' }, flows('outgoing', 7))
    await until(stage, '2027-08-31T00:00:00Z')
    await acts(stage, { at: '2027-09-10T09:00:00Z' }, flows('outgoing', 2))
    await until(stage, '2027-12-01T00:00:00Z')
    const asked = entriesOf(stage, first).filter(({ type }) => type === 'renewalAsked')
    // Of the plans in `test/domain/facts.ts`: three of four milestones with one partner, none of two with another, none with the third.
    expect(asked.map(({ data }) => data)).to.deep.equal([
      {
        months: 12,
        of: 'headOfOffice',
        flows: { incoming: 5, outgoing: 7, balance: -2 },
        counts: [{ year: 2025, level: 'master', incoming: 5, outgoing: 7, balance: -2 }],
        results: { milestones: 6, evidenced: 3 },
      },
      {
        months: 9,
        of: 'headOfOffice',
        flows: { incoming: 5, outgoing: 2, balance: 3 },
        counts: [{ year: 2025, level: 'master', incoming: 5, outgoing: 2, balance: 3 }],
        results: { milestones: 6, evidenced: 3 },
      },
    ])
  })

  it('once decided asks nobody further up; to be renewed, its successor is owed before its end', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await acts(stage, { at: '2027-09-06T09:00:00Z', by: 'head-of-office' }, decision('renew'))
    await until(stage, '2028-09-02T00:00:00Z')
    expect(steps(stage)).to.deep.equal(['2027-08-30T22:00:00.000Z 12 headOfOffice'])
    expect(reminders(stage, 'agreementSuccessor')).to.deep.equal([
      '2028-06-01T22:00:00.000Z agreement -90',
      '2028-07-31T22:00:00.000Z agreement -30',
      '2028-08-23T22:00:00.000Z agreement -7',
    ])
    expect(story(stage, first).at(-1)).to.equal('2028-08-31 22:00 expired')
  })

  it('decided against, it ends on its last day, which its officer hears of a month before, or after the closure of August', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await acts(stage, { at: '2027-09-06T09:00:00Z', by: 'direction' }, decision('letExpire'))
    await until(stage, '2028-09-02T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal([
      '2027-08-31 06:30 agreementRenewal',
      '2027-09-07 06:30 agreementRenewalDecided',
      '2028-08-21 06:30 agreementEnd',
      '2028-09-01 06:30 agreementExpired',
    ])
  })

  it('is decided by the head of the office or direction, and not before it is asked', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    const by = 'head-of-office'
    expect(await refusedOn(stage, decision('renew'), { at: '2027-08-30T21:59:59.999Z', by })).to.equal(
      'command.not-now',
    )
    const at = '2027-08-31T08:00:00Z'
    for (const other of ['officer', 'legal', 'pilot', 'centre-head.cmp'])
      expect(await refusedOn(stage, decision('renew'), { at, by: other }), other).to.equal('command.not-yours')
    await acts(stage, { at, by }, decision('renew'))
    expect(agreementOf(stage).renewal?.decided?.decision).to.equal('renew')
  })
})

describe('an agreement that renews another', () => {
  const renewing = drafted({
    renews: '00001',
    centres: [],
    places: [],
    validity: { from: civil('2028-09-01'), until: civil('2032-08-31') },
    signedOn: civil('2028-06-01'),
  })

  it('takes over once it is signed: the one before is renewed, and valid to its own last day', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await acts(stage, { at: '2028-06-02T09:00:00Z', id: second }, renewing)
    expect(agreementOf(stage)).to.deep.include({ status: 'renewed', successor: '00002' })
    expect(agreementOf(stage, second)).to.deep.include({ status: 'signed', renews: '00001' })
    await until(stage, '2028-09-02T00:00:00Z')
    expect(story(stage, first).at(-1)).to.equal('2028-06-02 09:00 renewedBy')
    expect(agreementOf(stage, second).status).to.equal('inForce')
    const before = agreementOf(stage)
    expect([isInForceOn(before, civil('2028-08-31')), isInForceOn(before, civil('2028-09-01'))]).to.deep.equal([
      true,
      false,
    ])
  })

  it('renews one that is signed and goes on, with one of the same partners', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    const at = '2028-06-02T09:00:00Z'
    expect(await refusedOn(stage, drafted({ renews: '00009' }), { at, id: second })).to.equal('agreement.not-renewable')
    expect(await refusedOn(stage, drafted({ renews: '00001', partners: ['usj'] }), { at, id: second })).to.equal(
      'agreement.other-partners',
    )
    await acts(stage, { at, id: second }, { type: 'draftAgreement', input: { ...content(), renews: '00001' } })
    // A draft renews nothing yet.
    expect(agreementOf(stage).status).to.equal('renewalOpen')
  })
})

describe('an agreement that ends by notice', () => {
  const notice = (
    noticedOn: string,
    endsOn: string,
    type: 'terminate' | 'recordTermination' = 'terminate',
  ): AgreementCommand => ({
    type,
    input: { noticedOn: civil(noticedOn), endsOn: civil(endsOn), reason: 'text-1' },
  })
  const by = 'direction'

  it('ends on the day of the notice, a boundary, and reminds of no renewal meanwhile', async () => {
    const stage = await known('2020-09-01', '2028-08-31')
    await acts(stage, { at: '2027-08-31T09:00:00Z', by }, notice('2027-08-31', '2028-02-29'))
    await until(stage, '2028-02-29T22:59:59.999Z')
    expect(agreementOf(stage).status).to.equal('renewalOpen')
    await until(stage, '2028-03-02T00:00:00Z')
    expect(story(stage, first).at(-1)).to.equal('2028-02-29 23:00 terminated')
    expect(steps(stage)).to.deep.equal(['2027-08-30T22:00:00.000Z 12 headOfOffice'])
  })

  it('keeps the notice period, in whole months clamped to the month’s end (R3)', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    const at = '2027-08-31T09:00:00Z'
    // Six months after 31 August 2027 is 29 February 2028.
    expect(await refusedOn(stage, notice('2027-08-31', '2028-02-28'), { at, by })).to.equal('agreement.notice-short')
    expect(await refusedOn(stage, notice('2027-08-31', '2029-08-31'), { at, by })).to.equal('agreement.ends-earlier')
    expect(await refusedOn(stage, notice('2027-09-01', '2028-06-30'), { at, by })).to.equal('agreement.date-ahead')
    await acts(stage, { at, by }, notice('2027-08-31', '2028-02-29'))
    expect(await refusedOn(stage, notice('2027-08-31', '2028-03-31'), { at, by })).to.equal('agreement.ending')
  })

  it('is given by direction or the head of the office; the partner’s is recorded by the officer', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    const at = '2027-08-31T09:00:00Z'
    expect(await refusedOn(stage, notice('2027-08-31', '2028-02-29'), { at })).to.equal('command.not-yours')
    await acts(stage, { at }, notice('2027-08-31', '2028-02-29', 'recordTermination'))
    expect(agreementOf(stage).termination).to.deep.include({ side: 'partner', endsOn: '2028-02-29' })
  })

  it('that is recorded late is over at once', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await acts(stage, { at: '2028-03-06T09:00:00Z' }, notice('2027-08-31', '2028-02-29', 'recordTermination'))
    expect(story(stage, first).slice(-2)).to.deep.equal([
      '2028-03-06 09:00 terminationNotified',
      '2028-03-06 09:00 terminated',
    ])
  })
})
