import { expect } from 'chai'
import { newCycle, type Noted } from '../../../domain/cycle/cycle.ts'
import { evolveCycle } from '../../../domain/cycle/evolve.ts'
import { notedIn, notedOf } from '../../../domain/cycle/noted.ts'
import { instant } from '../../../domain/time.ts'

const since = instant('2028-02-01T09:00:00Z')
const later = instant('2028-02-02T09:00:00Z')
const note = (dossier: string) => ({ dossier, partner: 'usth', status: 'sent' as const })

describe('the dossiers that a cycle was told of', () => {
  it('stand in the order of their numbers, each once, since its status is what it is', () => {
    const noted = ['00002', '00010', '00001', '00002'].reduce(
      (cycle, dossier, n) => evolveCycle.dossierNoted(cycle, note(dossier), n === 3 ? later : since),
      newCycle,
    )
    expect(notedIn(noted).map(({ dossier, since: from }) => `${dossier} ${from}`)).to.deep.equal([
      `00001 ${since}`,
      `00002 ${since}`,
      `00010 ${since}`,
    ])
    expect(notedOf(noted, '00003')).to.equal(undefined)
  })

  it('are read as they were stored before, by number', () => {
    const one: Noted = { partner: 'usj', status: 'nominated', since }
    const before = { ...newCycle, dossiers: { '00007': one, '00003': one } }
    expect(notedOf(before, '00007')).to.deep.equal({ dossier: '00007', ...one })
    const after = evolveCycle.dossierNoted(before, note('00007'), later)
    expect(notedIn(after)).to.deep.equal([
      { dossier: '00003', ...one },
      { ...note('00007'), since: later },
    ])
    expect(after.dossiers).to.equal(undefined)
  })
})
