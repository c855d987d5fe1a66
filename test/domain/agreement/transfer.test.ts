import { expect } from 'chai'
import { covers } from '../../../domain/agreement/covers.ts'
import { agreementId } from '../../../domain/agreement/ids.ts'
import { isInForceOn } from '../../../domain/agreement/span.ts'
import { civil } from '../../../domain/time.ts'
import { partnerFacts } from '../facts.ts'
import { entriesOf, mailsTo, until } from '../stage.ts'
import {
  acts,
  agreementOf,
  drafted,
  known,
  merges,
  refusedOn,
  reminders,
  second,
  type AgreementCommand,
} from './agreement-script.ts'

const at = '2027-02-01T09:00:00Z'
const amendment = (partners: readonly string[]): AgreementCommand => ({
  type: 'proposeAmendment',
  input: { partners: [...partners], until: civil('2029-08-31'), noticeMonths: 6, places: [], reason: 'text-1' },
})
const recorded = (version: number, signedOn: string): AgreementCommand => ({
  type: 'recordAmendment',
  input: { version, signedOn: civil(signedOn) },
})
const facts = (mergers: Readonly<Record<string, { into: string; on: string }>>) => async (id: string) => ({
  ...partnerFacts(id),
  merged: Object.fromEntries(
    Object.entries(mergers).map(([one, { into, on }]) => [one, { mergedInto: { partner: into, on: civil(on) } }]),
  ),
})
const transfers = (stage: Parameters<typeof agreementOf>[0]) =>
  Object.entries(agreementOf(stage).transfers ?? {}).map(([one, { into, on, by }]) => `${one} ${into} ${on} ${by}`)

describe('an agreement with a partner that merged (ADR 21)', () => {
  it('awaits an amendment that names the successor, is reminded of it and then the head of office is', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await merges(stage, at, { on: '2027-01-15' })
    // 120 working days from Monday 1 February 2027.
    expect(transfers(stage)).to.deep.equal(['usth usj 2027-01-15 2027-07-23'])
    await until(stage, '2027-10-15T00:00:00Z')
    // The fourth waits for the end of the August closure (R2).
    expect(reminders(stage, 'agreementTransfer')).to.deep.equal([
      '2027-06-22T22:00:00.000Z transfer:usth -30',
      '2027-07-15T22:00:00.000Z transfer:usth -7',
      '2027-07-23T22:00:00.000Z transfer:usth 1',
      '2027-08-22T22:00:00.000Z transfer:usth 14',
      '2027-09-04T22:00:00.000Z transfer:usth 44',
      '2027-10-04T22:00:00.000Z transfer:usth 74',
    ])
    const told = (account: string) => mailsTo(stage, account).filter((mail) => mail.endsWith('agreementTransfer'))
    expect(told('legal')).to.deep.equal(['2027-02-02 07:30 agreementTransfer'])
    expect(told('officer')).to.deep.equal([
      '2027-02-02 07:30 agreementTransfer',
      '2027-06-23 06:30 agreementTransfer',
      '2027-07-16 06:30 agreementTransfer',
      '2027-07-26 06:30 agreementTransfer',
    ])
    expect(told('head-of-office')).to.deep.equal([
      '2027-08-23 06:30 agreementTransfer',
      '2027-09-06 06:30 agreementTransfer',
      '2027-10-05 06:30 agreementTransfer',
    ])
  })

  it('counts from the day of a merger that is still to come', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await merges(stage, at, { on: '2027-09-01' })
    expect(transfers(stage)).to.deep.equal(['usth usj 2027-09-01 2028-02-29'])
  })

  it('meanwhile is in force as it was signed, and covers the stays that it covered; its flows stay its own', async () => {
    const stage = await known('2020-09-01', '2029-08-31', {
      places: [{ direction: 'incoming', level: 'master', year: 2027, places: 2 }],
    })
    const flow = { direction: 'incoming', level: 'master', year: 2026 } as const
    await acts(stage, { at }, { type: 'recordFlows', input: { ...flow, students: 3 } })
    await merges(stage, at, { on: '2027-02-01' })
    await until(stage, '2028-01-10T00:00:00Z')
    const file = agreementOf(stage)
    expect([file.status, file.partners, isInForceOn(file, civil('2028-01-10'))]).to.deep.equal([
      'inForce',
      ['usth'],
      true,
    ])
    const stay = { kind: 'exchange', from: civil('2027-09-01'), until: civil('2028-06-30') } as const
    expect(covers(file, { ...stay, level: 'master', direction: 'incoming' })).to.equal(true)
    await acts(stage, { at: '2028-01-10T09:00:00Z' }, amendment(['usj']))
    await acts(stage, { at: '2028-01-10T09:00:00Z' }, recorded(2, '2028-01-10'))
    expect(agreementOf(stage).flows).to.deep.equal([{ ...flow, students: 3 }])
    expect(agreementOf(stage).agreed.map(({ partners }) => partners)).to.deep.equal([['usth'], ['usj']])
  })

  it('waits for the amendment alone while one is proposed that names the successor, and anew where that is dropped', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await merges(stage, at, { on: '2027-02-01' })
    const next = () => [...new Set(stage.coming().map(({ key }) => key.split('/').slice(0, 2).join(' ')))]
    expect(next()).to.include('agreementTransfer transfer:usth')
    await acts(stage, { at }, amendment(['usj']))
    expect(next()).to.include('agreementAmendment v2').and.not.include('agreementTransfer transfer:usth')
    await acts(stage, { at }, { type: 'dropAmendment', input: { version: 2, reason: 'text-1' } })
    expect(next()).to.include('agreementTransfer transfer:usth')
  })

  it('is transferred once both sides signed, and is reminded of it no more', async () => {
    const stage = await known('2020-09-01', '2029-08-31')
    await merges(stage, at, { on: '2027-02-01' })
    await acts(stage, { at: '2027-03-01T09:00:00Z' }, amendment(['usj']))
    await acts(stage, { at: '2027-03-15T09:00:00Z' }, recorded(2, '2027-03-12'))
    expect([transfers(stage), agreementOf(stage).partners]).to.deep.equal([[], ['usj']])
    await until(stage, '2028-06-01T00:00:00Z')
    expect(reminders(stage, 'agreementTransfer')).to.deep.equal([])
  })

  it('with several partners awaits each, and goes on to where a successor goes itself', async () => {
    const stage = await known('2020-09-01', '2029-08-31', { partners: ['usth', 'emi'] })
    await merges(stage, at, { on: '2027-02-01' })
    await merges(stage, '2027-02-02T09:00:00Z', { partner: 'emi', into: 'tohoku', on: '2027-02-02' })
    await merges(stage, '2027-02-03T09:00:00Z', { partner: 'usj', into: 'polito', on: '2027-02-03' })
    expect(transfers(stage).map((one) => one.slice(0, -11))).to.deep.equal([
      'usth polito 2027-02-03',
      'emi tohoku 2027-02-02',
    ])
    await acts(stage, { at: '2027-03-01T09:00:00Z' }, amendment(['polito', 'emi']))
    await acts(stage, { at: '2027-03-15T09:00:00Z' }, recorded(2, '2027-03-12'))
    expect(transfers(stage).map((one) => one.slice(0, -11))).to.deep.equal(['emi tohoku 2027-02-02'])
  })

  it('that is signed when the merger is known already awaits it from its signature', async () => {
    const stage = await known(
      '2020-09-01',
      '2029-08-31',
      {},
      { facts: facts({ usth: { into: 'usj', on: '2027-10-01' } }) },
    )
    expect(transfers(stage).map((one) => one.slice(0, -11))).to.deep.equal(['usth usj 2027-10-01'])
    expect(
      entriesOf(stage, 'agreement/00001')
        .map(({ type }) => type)
        .filter((type) => type === 'transferAwaited'),
    ).to.have.length(1)
  })

  it('is renewed by one with the successor, and shows the results of the plans with both, each once', async () => {
    const merged = facts({ usth: { into: 'usj', on: '2026-10-01' } })
    const stage = await known('2020-09-01', '2027-12-31', { partners: ['usj'] }, { facts: merged })
    expect(agreementOf(stage).renewal?.results).to.deep.equal({ milestones: 6, evidenced: 3 })
    const renewing = drafted({ renews: '00001', partners: ['usj'] })
    await acts(stage, { at, id: second }, renewing)
    expect(agreementOf(stage, second).renews).to.equal('00001')
    const other = drafted({ renews: '00001', partners: ['emi'] })
    expect(await refusedOn(stage, other, { at, id: agreementId(3) })).to.equal('agreement.other-partners')
  })
})
