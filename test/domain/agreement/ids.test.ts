import { expect } from 'chai'
import { agreementId } from '../../../domain/agreement/ids.ts'

describe('the register number of an agreement', () => {
  it('has five digits, so that lists stand in the order of numbers, and is none beyond them', () => {
    const numbers = [99_999, 10, 9, 1]
    expect(numbers.map(agreementId).toSorted()).to.deep.equal([
      'agreement/00001',
      'agreement/00009',
      'agreement/00010',
      'agreement/99999',
    ])
    expect(() => agreementId(100_000)).to.throw(RangeError, 'no register number is left')
  })
})
