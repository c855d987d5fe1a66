import { expect } from 'chai'
import {
  certainlySameAs,
  correctedIdentity,
  isToConfirm,
  perhapsSameAs,
  personOf,
  settled,
  type Identified,
} from '../../../domain/register/given.ts'
import { Refusal } from '../../../domain/refusals.ts'
import { civil } from '../../../domain/time.ts'

const an: Identified = { _id: 'c1', name: 'An Tran', birthOn: civil('2006-03-14'), email: 'an@student.example' }
const said = { name: an.name, birthOn: an.birthOn, email: an.email }
const given = (changes: Partial<Identified> = {}): Identified => ({ ...an, _id: 'g1', givenBy: 'usth', ...changes })

describe('what a partner gives of somebody (ADR 62)', () => {
  it('is certainly of whoever has the same address, birth date and name, letter for letter', () => {
    const same = (changes: Partial<typeof said>): string | undefined =>
      certainlySameAs({ ...said, ...changes }, { by: 'usth', known: [an] })
    expect(same({})).to.equal('c1')
    expect(same({ email: 'AN@student.example' })).to.equal('c1')
    expect(same({ name: 'Tran An' })).to.equal(undefined)
    expect(same({ name: 'An TRAN' })).to.equal(undefined)
    expect(same({ birthOn: civil('2006-03-15') })).to.equal(undefined)
    expect(same({ email: 'other@student.example' })).to.equal(undefined)
  })

  it('is of whom the same partner gave before with that address and birth date, by whatever name, and stands for their person', () => {
    const before = given({ name: 'A. Tran' })
    expect(certainlySameAs(said, { by: 'usth', known: [before] })).to.equal('g1')
    expect(certainlySameAs(said, { by: 'usj', known: [before] })).to.equal(undefined)
    expect(certainlySameAs(said, { by: 'usth', known: [{ ...before, sameAs: 'c7' }] })).to.equal('c7')
    expect(certainlySameAs(said, { by: 'usth', known: [an, { ...before, sameAs: 'c1' }] })).to.equal('c1')
    // Two people with one address: a person decides.
    expect(certainlySameAs(said, { by: 'usth', known: [an, before] })).to.equal(undefined)
  })

  it('may be of whoever has its address, or its birth date and about its name, until somebody says so or not', () => {
    const other = { ...an, _id: 'c2', name: 'Somebody Else', birthOn: civil('2001-01-01') }
    const alike = { ...an, _id: 'c3', name: 'TRẦN An', email: 'another@student.example' }
    const nobody = { ...an, _id: 'c4', name: 'Binh Le', email: 'binh@student.example' }
    const known = [alike, other, nobody, given()]
    expect(perhapsSameAs(given(), known)).to.deep.equal(['c2', 'c3'])
    expect(perhapsSameAs(given({ sameAs: 'c3' }), known)).to.deep.equal(['c2'])
    expect(perhapsSameAs(given({ apartFrom: ['c2'] }), known)).to.deep.equal(['c3'])
    expect(perhapsSameAs(given(), [{ ...other, apartFrom: ['g1'] }])).to.deep.equal([])
    expect(perhapsSameAs(given(), [given({ _id: 'g2', givenBy: 'usj' })])).to.deep.equal(['g2'])
    expect(perhapsSameAs(an, known)).to.deep.equal([])
  })

  it('may be corrected in birth date and address at once by its name alone, where that is confirmed; then whoever it was is open again', () => {
    const both = { ...said, birthOn: civil('2001-02-03'), email: 'new@student.example' }
    const corrected = (words: typeof said, confirmed: boolean): unknown => {
      try {
        return correctedIdentity(given({ sameAs: 'c1' }), words, { by: 'usth', known: [an], confirmed })
      } catch (error) {
        return error instanceof Refusal ? error.code : error
      }
    }
    expect(corrected(both, false)).to.equal('participation.candidate-another')
    expect(corrected({ ...both, name: 'TRAN An' }, true)).to.deep.equal({ sameAs: undefined })
    expect(corrected({ ...both, name: 'An Thi Tran' }, true)).to.equal('participation.candidate-another')
    expect(corrected({ ...said, birthOn: both.birthOn }, false)).to.deep.equal({ sameAs: 'c1' })
    expect(
      [both, { ...both, email: an.email }, { ...both, name: 'An Thi Tran' }].map((one) => isToConfirm(an, one)),
    ).to.deep.equal([true, false, false])
  })

  it('is settled either way, and may be settled again', () => {
    expect(settled({}, { person: 'c1', same: true })).to.deep.equal({ sameAs: 'c1', apartFrom: undefined })
    expect(settled({ apartFrom: ['c1', 'c2'] }, { person: 'c1', same: true })).to.deep.equal({
      sameAs: 'c1',
      apartFrom: ['c2'],
    })
    expect(settled({ sameAs: 'c1' }, { person: 'c1', same: false })).to.deep.equal({
      sameAs: undefined,
      apartFrom: ['c1'],
    })
    expect(settled({ sameAs: 'c1' }, { person: 'c2', same: false })).to.deep.equal({ sameAs: 'c1', apartFrom: ['c2'] })
    expect([personOf(an), personOf(given({ sameAs: 'c1' }))]).to.deep.equal(['c1', 'c1'])
  })
})
