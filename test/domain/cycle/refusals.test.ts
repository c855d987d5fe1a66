import { expect } from 'chai'
import type { SomeDates } from '../../../domain/cycle/dates.ts'
import type { Overrides } from '../../../domain/cycle/overrides.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil } from '../../../domain/time.ts'
import { world } from '../school.ts'
import { fieldsOf, refusal } from '../stage.ts'
import {
  acts,
  cycleOf,
  knowing,
  masters,
  opened,
  preparation,
  prepared,
  spring,
  type CycleCommand,
} from './cycle-script.ts'

const at = '2027-09-14T09:00:00Z'
const fresh = (): Rehearsal => new Rehearsal(world())
const setting = (dates: SomeDates, overrides?: Overrides): CycleCommand => ({
  type: 'setDates',
  input: {
    dates,
    ...(overrides && { overrides: { programmes: [...overrides.programmes], countries: [...overrides.countries] } }),
  },
})

describe('a cycle is refused', () => {
  it('under the key of another one, a second time, and for students who would have arrived', async () => {
    expect(await refusal(acts(fresh(), { at, id: masters }, preparation))).to.equal('cycle.key-differs')
    expect(await refusal(acts(await prepared(), { at }, preparation))).to.equal('cycle.exists')
    // 1 September 2028: the day itself is too late, the eve is not.
    expect(await refusal(acts(fresh(), { at: '2028-08-31T22:00:00Z' }, preparation))).to.equal('cycle.years-past')
    await acts(fresh(), { at: '2028-08-31T21:59:59Z' }, preparation)
  })

  it('to whoever is not of the office, and its cancelling to whoever does not head it', async () => {
    for (const by of ['pilot', 'direction', 'quality', 'auditor', 'administrator', 'centre-head.cmp'])
      expect(await refusal(acts(fresh(), { at, by }, preparation)), by).to.equal('command.not-yours')
    await acts(fresh(), { at, by: 'head-of-office' }, preparation)
    const cancel: CycleCommand = { type: 'cancel', input: { reason: 'text-1' } }
    for (const by of ['officer', 'direction'])
      expect(await refusal(acts(await prepared(), { at, by }, cancel)), by).to.equal('command.not-yours')
  })

  it('dates that it has already, that are over, and once they are announced', async () => {
    const stage = await prepared()
    expect(await refusal(acts(stage, { at }, setting({})))).to.equal('cycle.dates-same')
    expect(await refusal(acts(stage, { at }, setting({ juryOn: civil('2028-06-08') })))).to.equal('cycle.dates-same')
    // Sunday 12 September counts on Monday the 13th, which is over.
    expect(await fieldsOf(acts(stage, { at }, setting({ opensOn: civil('2027-09-12') })))).to.deep.equal({
      code: 'cycle.date-past',
      date: 'opensOn',
      on: '2027-09-13',
    })
    await acts(stage, { at }, setting({ opensOn: civil('2027-09-14') }))
    expect(
      await refusal(acts(await opened(), { at: '2027-10-04T09:00:00Z' }, setting({ juryOn: civil('2028-06-09') }))),
    ).to.equal('cycle.dates-announced')
  })

  it('days of other years, however far', async () => {
    const stage = await prepared()
    for (const on of ['1900-01-01', '2025-12-31', '2031-01-01', '2099-12-31'])
      expect(await fieldsOf(acts(stage, { at }, setting({ arrivalOn: civil(on) }))), on).to.deep.equal({
        code: 'cycle.date-outside',
        date: 'arrivalOn',
        on,
        fromOn: '2026-01-01',
        untilOn: '2030-12-31',
      })
    await acts(stage, { at }, setting({ arrivalOn: civil('2030-12-31') }))
    const far = { programmes: [], countries: [{ country: 'LB', dates: { dossiersCloseOn: civil('2099-12-31') } }] }
    expect(await refusal(acts(stage, { at }, setting({}, far)))).to.equal('cycle.date-outside')
  })

  it('dates in the wrong order, and says which', async () => {
    expect(
      await fieldsOf(acts(await prepared(), { at }, setting({ dossiersCloseOn: civil('2028-01-28') }))),
    ).to.deep.equal({
      code: 'cycle.dates-order',
      date: 'dossiersCloseOn',
      on: '2028-01-28',
      afterDate: 'nominationsCloseOn',
      after: '2028-01-31',
    })
  })

  it('interviews of an exchange (S12)', async () => {
    const stage = fresh()
    const given = { at: '2028-05-15T09:00:00Z', id: spring }
    await acts(stage, given, { type: 'prepare', input: { firstYear: 2028, population: 'exchange', term: 'spring' } })
    expect(await refusal(acts(stage, given, setting({ interviewsFromOn: civil('2028-11-23') })))).to.equal(
      'cycle.no-interview',
    )
  })

  it('to be opened once its nominations would have closed, and from then on only to be cancelled', async () => {
    const open: CycleCommand = { type: 'open', input: {} }
    await acts(await prepared(), { at: '2028-01-31T22:59:59Z' }, open)
    expect(await refusal(acts(await prepared(), { at: '2028-01-31T23:00:00Z' }, open))).to.equal('cycle.date-past')
    const stage = await prepared()
    await acts(stage, { at, by: 'head-of-office' }, { type: 'cancel', input: { reason: 'text-1' } })
    expect(await refusal(acts(stage, { at }, open))).to.equal('cycle.cancelled')
  })
})

describe('dates of a programme or of a country', () => {
  const ofProgramme = (programme: string, dates: SomeDates): Overrides => ({
    programmes: [{ programme, dates }],
    countries: [],
  })
  const ofCountry = (dates: SomeDates, country = 'LB'): Overrides => ({
    programmes: [],
    countries: [{ country, dates }],
  })

  it('are kept with the cycle, and stay where others are set', async () => {
    const stage = await prepared()
    const own: Overrides = {
      programmes: [{ programme: 'ismin', dates: { juryOn: civil('2028-06-12') } }],
      countries: [{ country: 'LB', dates: { nominationsCloseOn: civil('2028-02-15') } }],
    }
    await acts(stage, { at }, setting({}, own))
    await acts(stage, { at }, setting({ juryOn: civil('2028-06-09') }))
    expect(cycleOf(stage).overrides).to.deep.equal(own)
    await acts(stage, { at }, setting({}, { programmes: [], countries: [] }))
    expect(cycleOf(stage).overrides).to.deep.equal({ programmes: [], countries: [] })
  })

  it('are refused for a programme of another population, twice, and out of order', async () => {
    const juryOn = civil('2028-06-12')
    const refused = async (overrides: Overrides): Promise<string> =>
      refusal(acts(await prepared(), { at }, setting({}, overrides)))
    expect(await refused(ofProgramme('master-materials', { juryOn }))).to.equal('cycle.programme-unknown')
    const twice = ofProgramme('icm', { juryOn }).programmes[0]!
    expect(await refused({ programmes: [twice, twice], countries: [] })).to.equal('cycle.named-twice')
    expect(await refused(ofProgramme('icm', { juryOn: civil('2028-06-16') }))).to.equal('cycle.dates-order')
    expect(await refused(ofCountry({ nominationsCloseOn: civil('2028-04-03') }))).to.equal('cycle.dates-order')
  })

  it('are refused for a country that is none, and for one whose dossiers would close after the jury (R9)', async () => {
    const countries = (country: string, on: string): CycleCommand =>
      setting({}, { programmes: [], countries: [{ country, dates: { dossiersCloseOn: civil(on) } }] })
    const on = knowing({ noCountries: ['ZZ'] })
    expect(await fieldsOf(acts(await prepared(on), { at }, countries('ZZ', '2028-04-28')))).to.deep.equal({
      code: 'register.country-unknown',
      country: 'ZZ',
    })
    expect(await fieldsOf(acts(await prepared(on), { at }, countries('JP', '2028-06-12')))).to.deep.equal({
      code: 'cycle.dates-order',
      date: 'juryOn',
      on: '2028-06-08',
      afterDate: 'dossiersCloseOn',
      after: '2028-06-12',
    })
    await acts(await prepared(on), { at }, countries('JP', '2028-06-08'))
  })

  it('are refused for a country where they are no later: the latest counts (R5)', async () => {
    const set = async (on: string): Promise<void> =>
      acts(await prepared(), { at }, setting({}, ofCountry({ nominationsCloseOn: civil(on) })))
    const refused = (on: string): Promise<object> => fieldsOf(set(on))
    expect(await refused('2028-01-31')).to.deep.equal({
      code: 'cycle.country-not-later',
      country: 'LB',
      date: 'nominationsCloseOn',
      on: '2028-01-31',
    })
    // Sunday counts on Monday, as late as the cycle's own.
    expect(await refused('2028-01-30')).to.include({ code: 'cycle.country-not-later' })
    await set('2028-02-01')
  })
})
