import { expect } from 'chai'
import { importing } from '../../domain/participation/nominations/importing.ts'
import type { Nomination } from '../../domain/participation/nominations/nomination.ts'
import { newParticipation, type ParticipationFacts } from '../../domain/participation/participation.ts'
import { instant } from '../../domain/time.ts'
import { rules } from './school.ts'

// How long it takes is measured by `npm run bench -- flood`; what is counted here tells a cost that grows with the square, for which all others waited.
describe('a file of nominations beyond what one partner may nominate', () => {
  it('is judged without copying all that stands for each of its rows', () => {
    const at = instant('2027-10-01T08:00:00Z')
    let copies = 0
    const counted = (one: Nomination): Nomination =>
      new Proxy(one, {
        ownKeys: (of) => {
          copies++
          return Reflect.ownKeys(of)
        },
      })
    const stand = Array.from({ length: 500 }, (_, n): [string, Nomination] => [
      `n${n + 1}`,
      counted({ candidate: `c${n}`, wishes: ['icm'], channel: 'partnerContact', state: 'nominated', at }),
    ])
    const participation = {
      ...newParticipation,
      status: 'nominating' as const,
      nominations: Object.fromEntries(stand),
      order: stand.map(([id]) => id),
    }
    const rows = Array.from({ length: 500 }, (_, n) => ({
      ...{ candidate: n < 10 ? `c${n}` : `d${n}`, wishes: ['icm'], channel: 'partnerContact' as const },
    }))
    const facts: ParticipationFacts = {
      reachable: true,
      programmes: { icm: { nominationLimit: 1000 } },
      candidates: rows.map(({ candidate }) => candidate),
      elsewhere: {},
      elsewhereByOther: {},
      toSettle: [],
    }
    const { events, refused } = importing(participation, rows, { ...rules, facts, played: [], now: at })
    expect([events.length, refused.length]).to.deep.equal([0, 490])
    expect(new Set(refused.map(({ refusal }) => refusal.code))).to.deep.equal(new Set(['participation.too-many']))
    expect(copies).to.be.at.most(500)
  })
})
