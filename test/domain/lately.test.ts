import { expect } from 'chai'
import { lately } from '../../domain/lately.ts'

describe('answers remembered lately', () => {
  it('are not reckoned again for the same things, and are for others that look like them', () => {
    const answers = lately<number>()
    const [one, other] = [{ id: 'a' }, { id: 'a' }]
    let reckoned = 0
    const ask = (...of: readonly unknown[]): number => answers(of, () => ++reckoned)
    expect([ask(one, 'x'), ask(one, 'x'), ask(other, 'x'), ask(one, 'y'), ask(one, 'x')]).to.deep.equal([1, 1, 2, 3, 1])
  })

  it('are the last few alone', () => {
    const answers = lately<number>()
    let reckoned = 0
    const ask = (of: number): number => answers([of], () => ++reckoned)
    for (let n = 0; n < 100; n++) ask(n)
    expect([ask(99), ask(0)]).to.deep.equal([100, 101])
  })
})
