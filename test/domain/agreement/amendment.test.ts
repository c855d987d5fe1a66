import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { story } from '../school.ts'
import { entriesOf, mailsTo, until } from '../stage.ts'
import {
  acts,
  agreementOf,
  first,
  known,
  refusedOn,
  reminders,
  steps,
  type AgreementCommand,
} from './agreement-script.ts'

type Proposed = (AgreementCommand & { type: 'proposeAmendment' })['input']
const places: Proposed['places'] = [{ direction: 'incoming', level: 'doctorate', year: 2027, places: 1 }]
const proposal = (
  last: string,
  partners: readonly string[] = ['usth'],
  changes: Partial<Proposed> = {},
): AgreementCommand => ({
  type: 'proposeAmendment',
  input: {
    partners: [...partners],
    until: civil(last),
    noticeMonths: 3,
    places,
    reason: 'text-1',
    ...changes,
  },
})
const agreed = (version: number, signedOn: string): AgreementCommand => ({
  type: 'recordAmendment',
  input: { version, signedOn: civil(signedOn) },
})
const at = '2027-02-01T09:00:00Z'

describe('an amendment of an agreement', () => {
  it('changes nothing until both sides agreed on it; then it is what is in force', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await acts(stage, { at }, proposal('2031-08-31'))
    expect(agreementOf(stage)).to.deep.include({
      validity: { from: '2020-09-01', until: '2029-08-31' },
      noticeMonths: 6,
      places: [],
    })
    expect(agreementOf(stage).amendment).to.deep.include({ version: 2, by: '2027-04-27' })
    await acts(stage, { at: '2027-02-03T09:00:00Z' }, agreed(2, '2027-02-02'))
    expect(agreementOf(stage)).to.deep.include({
      validity: { from: '2020-09-01', until: '2031-08-31' },
      noticeMonths: 3,
      places,
    })
    expect(agreementOf(stage).amendment).to.equal(undefined)
    expect(
      agreementOf(stage).agreed.map(({ version, signedOn, validity }) => [version, signedOn, validity.until]),
    ).to.deep.equal([
      [1, '2020-05-04', '2029-08-31'],
      [2, '2027-02-02', '2031-08-31'],
    ])
  })

  it('dropped leaves the version in force, and its number to nobody else', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await acts(stage, { at }, proposal('2031-08-31'))
    await acts(stage, { at }, { type: 'dropAmendment', input: { version: 2, reason: 'text-1' } })
    expect(agreementOf(stage).validity.until).to.equal('2029-08-31')
    await acts(stage, { at }, proposal('2030-08-31'))
    expect(agreementOf(stage).amendment?.version).to.equal(3)
    expect(await refusedOn(stage, agreed(2, '2027-02-01'), { at })).to.equal('agreement.amendment-none')
  })

  it('is one at a time, and none of what ends by notice', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await acts(stage, { at }, proposal('2031-08-31'))
    expect(await refusedOn(stage, proposal('2032-08-31'), { at })).to.equal('agreement.amendment-open')
    await acts(
      stage,
      { at, by: 'direction' },
      { type: 'terminate', input: { noticedOn: civil('2027-02-01'), endsOn: civil('2027-12-31'), reason: 'text-1' } },
    )
    expect(await refusedOn(stage, agreed(2, '2027-02-01'), { at })).to.equal('agreement.ending')
    expect(await refusedOn(stage, proposal('2032-08-31'), { at })).to.equal('agreement.ending')
    expect(agreementOf(stage).amendment).to.equal(undefined)
  })

  it('that takes the end further away closes the question of its renewal, which comes up again in time (R11)', async () => {
    const stage = await known('2020-09-01', '2027-12-31')
    expect(steps(stage)).to.deep.equal(['2027-01-11T09:00:00.000Z 12 headOfOffice'])
    await acts(stage, { at }, proposal('2029-12-31'))
    await acts(stage, { at: '2027-02-02T09:00:00Z' }, agreed(2, '2027-02-02'))
    expect(agreementOf(stage).status).to.equal('inForce')
    await until(stage, '2029-01-02T00:00:00Z')
    expect(steps(stage).slice(1)).to.deep.equal(['2028-12-30T23:00:00.000Z 12 headOfOffice'])
    // Who heard of it hears of the other date, with the one that stood before.
    expect(mailsTo(stage, 'legal')).to.deep.equal(['2027-02-03 07:30 agreementAmended'])
    const [told] = entriesOf(stage, 'correspondence/p18').filter(({ type }) => type === 'received')
    expect(told?.data).to.deep.include({ untilOn: '2029-12-31', wasOn: '2027-12-31' })
  })

  it('that brings the end nearer asks at once for the step it has come to', async () => {
    const stage = await known('2020-09-01', '2031-08-31')
    await acts(stage, { at }, proposal('2027-07-31', ['usth'], { places: [] }))
    await acts(stage, { at }, agreed(2, '2027-02-01'))
    expect(steps(stage)).to.deep.equal(['2027-02-01T09:00:00.000Z 6 direction'])
  })

  it('of the same end leaves what was decided of its renewal', async () => {
    const stage = await known('2020-09-01', '2027-12-31')
    await acts(
      stage,
      { at, by: 'direction' },
      { type: 'decideOnRenewal', input: { decision: 'letExpire', reason: 'text-1' } },
    )
    await acts(stage, { at }, proposal('2027-12-31'))
    await acts(stage, { at }, agreed(2, '2027-02-01'))
    expect(agreementOf(stage).renewal?.decided?.decision).to.equal('letExpire')
    expect(story(stage, first).filter((line) => line.endsWith('renewalAsked'))).to.have.length(1)
  })

  it('names no partner that is part of another: it transfers the agreement to that one', async () => {
    const merged = { usth: { mergedInto: { partner: 'usj', on: civil('2027-01-15') } } }
    const stage = await known(
      '2020-09-01',
      '2029-08-31',
      {},
      { facts: async (id) => ({ ...partnerFacts(id), merged }) },
    )
    expect(await refusedOn(stage, proposal('2029-08-31'), { at })).to.equal('agreement.partner-merged')
    await acts(stage, { at }, proposal('2029-08-31', ['usj']))
    await acts(stage, { at }, agreed(2, '2027-02-01'))
    expect(agreementOf(stage).partners).to.deep.equal(['usj'])
    expect(agreementOf(stage).agreed.map(({ partners }) => partners)).to.deep.equal([['usth'], ['usj']])
  })

  it('that nobody signs is asked after, and then its head of office is told', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await acts(stage, { at }, proposal('2031-08-31'))
    await until(stage, '2027-05-15T00:00:00Z')
    expect(reminders(stage, 'agreementAmendment')).to.deep.equal([
      '2027-04-12T22:00:00.000Z v2 -14',
      '2027-04-27T22:00:00.000Z v2 1',
      '2027-05-10T22:00:00.000Z v2 14',
    ])
  })

  it('is refused where its terms contradict themselves, or end in the past', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    const day = { at }
    expect(await refusedOn(stage, proposal('2019-08-31'), day)).to.equal('agreement.validity-backwards')
    expect(await refusedOn(stage, proposal('2027-08-31', ['usth', 'usth']), day)).to.equal('agreement.named-twice')
    expect(await refusedOn(stage, proposal('2031-08-31', ['nowhere']), day)).to.equal('agreement.partner-unknown')
    expect(await refusedOn(stage, proposal('2027-01-31'), day)).to.equal('agreement.year-outside')
    await acts(stage, day, proposal('2027-09-01'))
    expect(await refusedOn(stage, agreed(2, '2027-02-02'), day)).to.equal('agreement.date-ahead')
    expect(await refusedOn(stage, agreed(2, '2027-08-31'), { at: '2027-09-02T09:00:00Z' })).to.equal(
      'agreement.end-past',
    )
  })
})
