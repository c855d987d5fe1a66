import { expect } from 'chai'
import fc from 'fast-check'
import { ascending } from '../../domain/ascending.ts'
import { Soonest } from '../../domain/soonest.ts'
import { instant, plusMs } from '../../domain/time.ts'

const start = instant('2028-01-01T00:00:00Z')

describe('what comes soonest', () => {
  it('is the earliest of what there is after every change, and of one moment what has the first key', () => {
    const change = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), at: fc.option(fc.nat(6)) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const [soonest, plain] = [new Soonest<{ key: string; at: typeof start }>(), new Map<string, number>()]
        for (const { key, at } of changes) {
          soonest.set(key, at === null ? undefined : { key, at: plusMs(start, at) })
          if (at === null) plain.delete(key)
          else plain.set(key, at)
          const [first] = [...plain].toSorted(ascending(([name, n]) => `${n} ${name}`))
          expect(soonest.first()?.key).to.equal(first?.[0])
        }
      }),
      { seed: 2028 },
    )
  })
})
