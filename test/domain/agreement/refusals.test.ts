import { expect } from 'chai'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { world } from '../school.ts'
import {
  acts,
  agreementOf,
  content,
  draft,
  drafted,
  known,
  refusedOn,
  type AgreementCommand,
} from './agreement-script.ts'

const fresh = (): Rehearsal => new Rehearsal(world())

describe('a draft of an agreement is refused', () => {
  it('with what the register does not know, or knows to be over', async () => {
    expect(await refusedOn(fresh(), drafted({ partners: ['nowhere'] }))).to.equal('agreement.partner-unknown')
    expect(await refusedOn(fresh(), drafted({ centres: ['cmp', 'none'] }))).to.equal('agreement.centre-unknown')
    const facts = (more: object) => new Rehearsal(world({ facts: async (id) => ({ ...partnerFacts(id), ...more }) }))
    expect(await refusedOn(facts({ ended: ['usth'] }), drafted())).to.equal('agreement.partner-ended')
    const merged = { usth: { mergedInto: { partner: 'usj', on: civil('2027-01-11') } } }
    expect(await refusedOn(facts({ merged }), drafted())).to.equal('agreement.partner-merged')
    expect(await refusedOn(facts({ closed: { cmp: '2027-01-10' } }), drafted({ centres: ['cmp'] }))).to.equal(
      'agreement.centre-closed',
    )
    await acts(facts({ closed: { cmp: '2027-01-11' } }), { at: '2027-01-11T09:00:00Z' }, drafted({ centres: ['cmp'] }))
    // From the day of the merger on, and not before.
    const later = { usth: { mergedInto: { partner: 'usj', on: civil('2027-01-12') } } }
    await acts(facts({ merged: later }), { at: '2027-01-11T09:00:00Z' }, drafted())
  })

  it('that names a partner or a research centre twice, or gives places twice', async () => {
    expect(await refusedOn(fresh(), drafted({ partners: ['usth', 'usth'] }))).to.equal('agreement.named-twice')
    expect(await refusedOn(fresh(), drafted({ centres: ['cmp', 'cmp'] }))).to.equal('agreement.named-twice')
    const place = { direction: 'incoming', level: 'master', year: 2027, places: 4 } as const
    expect(await refusedOn(fresh(), drafted({ places: [place, { ...place, places: 2 }] }))).to.equal(
      'agreement.places-twice',
    )
    await acts(fresh(), { at: '2027-01-11T09:00:00Z' }, drafted({ places: [place, { ...place, level: 'doctorate' }] }))
  })

  it('that ends before it begins, or gives places in a year in which it is not valid', async () => {
    const backwards = { from: civil('2027-09-01'), until: civil('2027-08-31') }
    expect(await refusedOn(fresh(), drafted({ validity: backwards }))).to.equal('agreement.validity-backwards')
    const place = (year: number) => [{ direction: 'incoming' as const, level: 'master' as const, year, places: 4 }]
    // It is valid from 1 September 2027 to 31 August 2029.
    for (const year of [2026, 2029])
      expect(await refusedOn(fresh(), drafted({ places: place(year) })), String(year)).to.equal(
        'agreement.year-outside',
      )
    for (const year of [2027, 2028])
      await acts(fresh(), { at: '2027-01-11T09:00:00Z' }, drafted({ places: place(year) }))
  })

  it('to whoever is not of the international office, and under a number that is taken', async () => {
    for (const by of ['pilot', 'direction', 'legal', 'quality', 'auditor', 'administrator', 'centre-head.cmp'])
      expect(await refusedOn(fresh(), drafted(), { at: '2027-01-11T09:00:00Z', by }), by).to.equal('command.not-yours')
    const stage = fresh()
    await acts(stage, { at: '2027-01-11T09:00:00Z', by: 'head-of-office' }, drafted())
    expect(await refusedOn(stage, drafted())).to.equal('agreement.exists')
  })

  it('that is said to have been signed on a day to come', async () => {
    expect(await refusedOn(fresh(), drafted({ signedOn: civil('2027-01-12') }))).to.equal('agreement.date-ahead')
    await acts(fresh(), { at: '2027-01-11T09:00:00Z' }, drafted({ signedOn: civil('2027-01-11') }))
  })

  it('once it is revised to say so, as well', async () => {
    const revised: AgreementCommand = { type: 'reviseAgreement', input: content({ partners: ['nowhere'] }) }
    expect(await refusedOn(await draft(), revised)).to.equal('agreement.partner-unknown')
  })
})

describe('flows of students', () => {
  const at = '2027-02-01T09:00:00Z'
  const flows = (year: number, students = 3): AgreementCommand => ({
    type: 'recordFlows',
    input: { year, direction: 'incoming', level: 'master', students },
  })

  it('are recorded of the years of the agreement that have begun, and corrected', async () => {
    const stage = await known('2024-09-01', '2029-08-31')
    await acts(stage, { at }, flows(2024))
    await acts(stage, { at }, flows(2026))
    await acts(stage, { at }, flows(2026, 0))
    expect(agreementOf(stage).flows).to.deep.equal([
      { year: 2024, direction: 'incoming', level: 'master', students: 3 },
      { year: 2026, direction: 'incoming', level: 'master', students: 0 },
    ])
    expect(await refusedOn(stage, flows(2023), { at })).to.equal('agreement.year-outside')
    expect(await refusedOn(stage, flows(2027), { at })).to.equal('agreement.year-ahead')
    // The academic year 2027 begins on 1 September, at midnight in Paris.
    expect(await refusedOn(stage, flows(2027), { at: '2027-08-31T21:59:59.999Z' })).to.equal('agreement.year-ahead')
    await acts(stage, { at: '2027-08-31T22:00:00Z' }, flows(2027))
  })

  it('of the last year are recorded after the end, by the office alone', async () => {
    const stage = await known('2024-09-01', '2027-01-31')
    await acts(stage, { at: '2027-02-10T09:00:00Z' }, flows(2026))
    expect(agreementOf(stage)).to.deep.include({ status: 'expired' })
    expect(agreementOf(stage).flows).to.have.length(1)
    for (const by of ['direction', 'legal', 'pilot', 'centre-head.cmp'])
      expect(await refusedOn(stage, flows(2026), { at: '2027-02-10T09:00:00Z', by }), by).to.equal('command.not-yours')
  })

  it('are not recorded of what is not signed', async () => {
    expect(await refusedOn(await draft(), flows(2026), { at })).to.equal('command.not-now')
  })
})
