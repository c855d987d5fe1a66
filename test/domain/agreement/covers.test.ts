import { expect } from 'chai'
import { newAgreement, type Agreement } from '../../../domain/agreement/agreement.ts'
import { covers, placesFor, uncovered, type PlannedStay } from '../../../domain/agreement/covers.ts'
import { totalsByYear, totalsOf } from '../../../domain/agreement/flows.ts'
import { civil, instant } from '../../../domain/time.ts'

const signed: Agreement = {
  ...newAgreement,
  status: 'inForce',
  kind: 'doubleDegree',
  signedOn: civil('2026-05-04'),
  validity: { from: civil('2026-09-01'), until: civil('2029-08-31') },
  places: [
    { direction: 'incoming', level: 'master', year: 2026, places: 4 },
    { direction: 'incoming', level: 'master', year: 2027, places: 3 },
    { direction: 'outgoing', level: 'master', year: 2028, places: 1 },
  ],
}
const twoYears: PlannedStay = {
  kind: 'doubleDegree',
  from: civil('2027-09-01'),
  until: civil('2029-08-31'),
  level: 'master',
  direction: 'incoming',
}
const why = (agreement: Partial<Agreement>, stay: Partial<PlannedStay> = {}): string | undefined =>
  uncovered({ ...signed, ...agreement }, { ...twoYears, ...stay })

describe('whether an agreement covers a stay (R8)', () => {
  it('covers a whole stay of its kind, to its own last day, with places in the year in which the stay begins', () => {
    expect(covers(signed, twoYears)).to.equal(true)
    expect(placesFor(signed, twoYears)).to.equal(3)
  })

  it('does not cover a stay that begins a day before it, or ends a day after', () => {
    expect(why({}, { from: civil('2026-08-31') })).to.equal('beginsLater')
    expect(why({}, { from: civil('2026-09-01') })).to.equal(undefined)
    expect(why({}, { until: civil('2029-09-01') })).to.equal('endsEarlier')
  })

  it('counts its last day by notice, also before that has come', () => {
    const termination = {
      side: 'partner' as const,
      noticedOn: civil('2027-01-04'),
      endsOn: civil('2028-08-31'),
      reason: 'text-1',
      at: instant('2027-01-04T09:00:00Z'),
    }
    expect(why({ termination })).to.equal('endsEarlier')
    expect(why({ termination }, { until: civil('2028-08-31') })).to.equal(undefined)
  })

  it('has a place of that level and direction in that academic year, a stay of the second term being of the year before', () => {
    expect(why({}, { level: 'doctorate' })).to.equal('noPlaces')
    expect(why({}, { direction: 'outgoing' })).to.equal('noPlaces')
    expect(why({}, { from: civil('2028-09-01') })).to.equal('noPlaces')
    expect(why({}, { from: civil('2028-08-31'), until: civil('2029-01-31') })).to.equal(undefined)
    expect(why({}, { direction: 'outgoing', from: civil('2029-02-01'), until: civil('2029-08-31') })).to.equal(
      undefined,
    )
  })

  it('is of the kind that the population asks, and signed by both', () => {
    for (const kind of ['framework', 'exchange', 'cotutelle', 'research'] as const)
      expect(why({ kind }), kind).to.equal('otherKind')
    const { signedOn: _, ...unsigned } = signed
    const sent = { ...unsigned, status: 'sent' as const }
    expect(uncovered(sent, twoYears)).to.equal('notSigned')
  })

  it('goes by the last version both agreed on: an amendment on its way adds nothing', () => {
    const amendment = {
      ...signed,
      version: 2,
      reason: 'text-1',
      by: civil('2027-03-01'),
      validity: { from: civil('2026-09-01'), until: civil('2031-08-31') },
      at: instant('2027-01-04T09:00:00Z'),
    }
    expect(why({ amendment }, { until: civil('2030-08-31') })).to.equal('endsEarlier')
  })

  it('is asked of one that is renewed as of any other: it is valid to its last day', () => {
    expect(why({ status: 'renewed', successor: '00002' })).to.equal(undefined)
    expect(why({ status: 'renewalOpen' })).to.equal(undefined)
  })
})

describe('flows and their balance (S13)', () => {
  const flow = (year: number, direction: 'incoming' | 'outgoing', students: number) => ({
    year,
    direction,
    level: 'master' as const,
    students,
  })
  it('are those who came less those who went, by year and together', () => {
    const flows = [flow(2027, 'outgoing', 3), flow(2026, 'incoming', 5), flow(2026, 'outgoing', 1)]
    expect(totalsOf(flows)).to.deep.equal({ incoming: 5, outgoing: 4, balance: 1 })
    expect(totalsByYear(flows)).to.deep.equal([
      { year: 2026, incoming: 5, outgoing: 1, balance: 4 },
      { year: 2027, incoming: 0, outgoing: 3, balance: -3 },
    ])
    expect(totalsOf([])).to.deep.equal({ incoming: 0, outgoing: 0, balance: 0 })
  })
})
