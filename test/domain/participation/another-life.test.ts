import { expect } from 'chai'
import { dossierId } from '../../../domain/dossier/ids.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { acts, invitation, invited, preparation } from '../cycle/cycle-script.ts'
import { dossierOf } from '../dossier/dossier-script.ts'
import { does, participationOf } from './participation-script.ts'
import { nominated, nominating, nomination, ranked } from './nomination-script.ts'

/** Cancelled, and prepared, opened and invited to once more a day later. */
async function again(stage: Rehearsal, day: string): Promise<void> {
  await acts(stage, { at: `${day}T08:00:00Z`, by: 'head-of-office' }, { type: 'cancel', input: { reason: 'text-1' } })
  await acts(stage, { at: `${day}T09:00:00Z` }, preparation)
  await acts(stage, { at: `${day}T10:00:00Z` }, { type: 'open', input: {} })
  await acts(stage, { at: `${day}T11:00:00Z` }, invitation('usth'))
}

describe('a partner invited to a cycle that was cancelled and is prepared again (ADR 16)', () => {
  it('has nothing of the former life but the count of its nominations, so that each begins a dossier of its own', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1', 'c2')
    await again(stage, '2027-11-08')
    expect(participationOf(stage, 'usth').nominations).to.deep.equal({})
    await does(stage, { at: '2027-11-08T12:00:00Z' }, nomination('c3'))
    expect(ranked(stage)).to.deep.equal(['n3 c3'])
    const told = [1, 2, 3].map((number) => dossierOf(stage, dossierId(number)))
    expect(told.map(({ candidate, nomination: id, status }) => `${candidate} ${id} ${status}`)).to.deep.equal([
      'c1 n1 withdrawn',
      'c2 n2 withdrawn',
      'c3 n3 nominated',
    ])
  })

  it('counts on through a third', async () => {
    const stage = await invited(nominating())
    await nominated(stage, 'c1', 'c2')
    await again(stage, '2027-11-08')
    await does(stage, { at: '2027-11-08T12:00:00Z' }, nomination('c3'))
    await again(stage, '2027-11-09')
    await does(stage, { at: '2027-11-09T12:00:00Z' }, nomination('c1'))
    expect(ranked(stage)).to.deep.equal(['n4 c1'])
    expect(dossierOf(stage, dossierId(4)).candidate).to.equal('c1')
  })
})
