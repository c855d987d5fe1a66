import { expect } from 'chai'
import { importing, type ImportedRow } from '../../../domain/participation/nominations/importing.ts'
import { newParticipation, type ParticipationFacts } from '../../../domain/participation/participation.ts'
import { instant } from '../../../domain/time.ts'
import { rules } from '../school.ts'

const facts: ParticipationFacts = {
  reachable: true,
  programmes: { icm: { nominationLimit: 1 }, ismin: {} },
  candidates: ['c1', 'c2', 'c3', 'c4'],
  elsewhere: { c3: 'usj' },
  elsewhereByOther: {},
  toSettle: [],
}
const row = (candidate: string, ...wishes: readonly string[]): ImportedRow => ({
  candidate,
  wishes,
  channel: 'partnerContact',
})

describe('rows of a file that may not be nominated', () => {
  const refusedIn = (...rows: readonly ImportedRow[]): string[] => {
    const stands = { ...newParticipation, status: 'invited' as const }
    const context = { ...rules, facts, played: [], now: instant('2027-11-03T09:00:00Z') }
    return importing(stands, rows, context).refused.map(
      ({ row: at, refusal: { code, fields } }) => `${at} ${code} ${JSON.stringify(fields)}`,
    )
  }

  it('are told everything that is against them at once: who, each wish that is none, and the limit', () => {
    expect(
      refusedIn(row('c1', 'icm'), row('c3', 'icm', 'nowhere', 'never'), row('c2', 'nothing', 'ismin')),
    ).to.deep.equal([
      '1 participation.candidate-elsewhere {"partner":"usj"}',
      '1 participation.programme-unknown {"programme":"nowhere"}',
      '1 participation.programme-unknown {"programme":"never"}',
      '1 participation.limit-reached {"programme":"icm","limit":1}',
      '2 participation.programme-unknown {"programme":"nothing"}',
    ])
  })

  it('take no place from those that may', () => {
    expect(refusedIn(row('c3', 'icm'), row('c1', 'icm'))).to.deep.equal([
      '0 participation.candidate-elsewhere {"partner":"usj"}',
    ])
  })
})
