import { expect } from 'chai'
import { countryCodes } from '../../policy/regions.ts'

describe('the countries that there are', () => {
  it('are found once: finding them keeps a whole process from everything else for half a second', () => {
    const codes = countryCodes()
    expect(codes).to.include.members(['FR', 'LB', 'VN'])
    expect(codes).not.to.include('FX')
    expect(countryCodes()).to.equal(codes)
  })
})
