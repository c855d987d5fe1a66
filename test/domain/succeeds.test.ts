import { expect } from 'chai'
import { succeeds } from '../../domain/succeeds.ts'

describe('whether something succeeds', () => {
  it('is told whatever becomes of it, and fails with nothing', async () => {
    expect(await succeeds(Promise.resolve(false))).to.equal(true)
    expect(await succeeds(Promise.reject(new Error('away')))).to.equal(false)
  })
})
