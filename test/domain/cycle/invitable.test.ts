import { expect } from 'chai'
import { agreementKinds, studyLevels } from '../../../domain/agreement/agreement.ts'
import type { Covering } from '../../../domain/agreement/covers.ts'
import type { Population } from '../../../domain/cycle/cycle.ts'
import { stayOf, uninvitable, type Invitee } from '../../../domain/cycle/invitable.ts'
import { civil, instant } from '../../../domain/time.ts'

const covering = (from: string, until: string): Covering['validity'] => ({ from: civil(from), until: civil(until) })
const places = (year: number, of = 2, changes: Partial<Covering['places'][number]> = {}): Covering['places'] => [
  { direction: 'incoming', level: 'master', year, places: of, ...changes },
]
const agreement = (changes: Partial<Covering> = {}): Covering => ({
  kind: 'doubleDegree',
  signedOn: civil('2025-05-05'),
  validity: covering('2025-09-01', '2030-08-31'),
  places: places(2028),
  ...changes,
})
const why = (
  { agreements = [agreement()], ...changes }: Partial<Invitee> = {},
  {
    population = 'engineer',
    from = '2028-09-01',
    semesters = 4,
  }: { population?: Population; from?: string; semesters?: number } = {},
): string | undefined =>
  uninvitable(
    { country: 'VN', reachable: true, agreements, ...changes },
    { population, stay: stayOf(civil(from), semesters), on: civil('2027-10-04') },
  )

describe('who is invitable (R8)', () => {
  it('is a partner whose agreement covers the whole stay, its last day included, and has a place', () => {
    expect(stayOf(civil('2028-09-01'), 4)).to.deep.equal({ from: '2028-09-01', until: '2030-08-31' })
    expect(why()).to.equal(undefined)
    expect(why({ agreements: [agreement({ validity: covering('2025-09-01', '2030-08-30') })] })).to.equal(
      'stayNotCovered',
    )
    expect(why({ agreements: [agreement({ validity: covering('2028-09-01', '2030-08-31') })] })).to.equal(undefined)
    expect(why({ agreements: [agreement({ validity: covering('2028-09-02', '2030-08-31') })] })).to.equal(
      'stayNotCovered',
    )
  })

  it('has a place in the academic year of the arrival', () => {
    const having = (of: Covering['places']) => ({ agreements: [agreement({ places: of })] })
    expect(why(having(places(2028, 0)))).to.equal('noPlaces')
    expect(why(having(places(2029, 4)))).to.equal('noPlaces')
    expect(why(having(places(2028, 4, { direction: 'outgoing' })))).to.equal('noPlaces')
    // 20 January 2029 is in 2028/2029.
    const spring = { population: 'exchange' as const, from: '2029-01-20', semesters: 1 }
    const exchange = { agreements: [agreement({ kind: 'exchange' })] }
    expect(why(exchange, spring)).to.equal(undefined)
  })

  it('has a signed agreement of a kind that fits: a double degree, for an exchange an exchange', () => {
    const fits = (population: Population): string[] =>
      agreementKinds.filter((kind) => why({ agreements: [agreement({ kind })] }, { population }) === undefined)
    expect(fits('engineer')).to.deep.equal(['doubleDegree'])
    expect(fits('master')).to.deep.equal(['doubleDegree'])
    expect(fits('exchange')).to.deep.equal(['exchange'])
    expect(why({ agreements: [] })).to.equal('noAgreement')
    expect(why({ agreements: [agreement({ kind: 'exchange' })] })).to.equal('noAgreement')
    const { signedOn: _, ...unsigned } = agreement()
    expect(why({ agreements: [unsigned] })).to.equal('noAgreement')
  })

  it('has a place of the level of its population: the second cycle, for an exchange the first as well', () => {
    const levels = (population: Population, kind: Covering['kind']): string[] =>
      studyLevels.filter((level) => {
        const agreements = [agreement({ kind, places: places(2028, 1, { level }) })]
        return why({ agreements }, { population }) === undefined
      })
    expect(levels('engineer', 'doubleDegree')).to.deep.equal(['master'])
    expect(levels('master', 'doubleDegree')).to.deep.equal(['master'])
    expect(levels('exchange', 'exchange')).to.deep.equal(['bachelor', 'master'])
  })

  it('goes by the last day for which notice was given', () => {
    const notice = (endsOn: string): Partial<Invitee> => {
      const termination = { side: 'partner' as const, noticedOn: civil('2027-01-04'), endsOn: civil(endsOn) }
      return {
        agreements: [
          agreement({ termination: { ...termination, reason: 'text-1', at: instant('2027-01-04T09:00:00Z') } }),
        ],
      }
    }
    expect(why(notice('2030-08-30'))).to.equal('stayNotCovered')
    expect(why(notice('2030-08-31'))).to.equal(undefined)
  })

  it('needs one agreement that does it all: two halves are none', () => {
    const early = agreement({ validity: covering('2025-09-01', '2029-08-31') })
    const full = agreement({ places: [] })
    expect(why({ agreements: [early] })).to.equal('stayNotCovered')
    expect(why({ agreements: [early, full] })).to.equal('noPlaces')
    expect(why({ agreements: [early, full, agreement()] })).to.equal(undefined)
  })

  it('is nobody with whom all has ended, whose country is suspended that day, or who cannot be written to', () => {
    expect(why({ ended: true })).to.equal('partnerEnded')
    expect(why({ suspendedUntil: civil('2027-10-04') })).to.equal('countrySuspended')
    expect(why({ suspendedUntil: civil('2027-10-03') })).to.equal(undefined)
    expect(why({ reachable: false })).to.equal('noContact')
    expect(why({ reachable: false, agreements: [] })).to.equal('noContact')
  })

  it('counts a stay in months that end when theirs do (R3)', () => {
    expect(stayOf(civil('2028-02-29'), 1).until).to.equal('2028-08-28')
    expect(stayOf(civil('2027-08-31'), 1).until).to.equal('2028-02-28')
    expect(stayOf(civil('2028-09-01'), 1).until).to.equal('2029-02-28')
  })

  it('is none by an agreement of its predecessor that is not transferred to it yet (ADR 21)', () => {
    expect(why({ agreements: [], awaiting: [agreement()] })).to.equal('transferAwaited')
    expect(why({ agreements: [agreement()], awaiting: [agreement()] })).to.equal(undefined)
    // What would not cover the stay either is not the reason.
    expect(why({ agreements: [], awaiting: [agreement({ kind: 'exchange' })] })).to.equal('noAgreement')
    expect(why({ agreements: [], awaiting: [agreement()], reachable: false })).to.equal('noContact')
  })
})
