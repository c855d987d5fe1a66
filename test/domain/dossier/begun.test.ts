import { expect } from 'chai'
import { notedIn } from '../../../domain/cycle/noted.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { numberedIn, begunFor } from '../../../domain/register-number.ts'
import { dossierFor } from '../../../domain/dossier/ids.ts'
import { cycleOf, invited } from '../cycle/cycle-script.ts'
import { does as takesPart, of } from '../participation/participation-script.ts'
import { nominated, nominating } from '../participation/nomination-script.ts'
import { story } from '../school.ts'
import { entriesOf } from '../stage.ts'
import { dossierOf, dossiersKnow } from './dossier-script.ts'

describe('a dossier is begun by a nomination (ADR 56)', () => {
  it('under the next number, the same whatever is told for the nomination later', async () => {
    const world = {
      ...nominating(),
      facts: async (id: string) => (id.startsWith('dossier/') ? dossiersKnow() : nominating()).facts(id),
    }
    const stage = await invited(world)
    await nominated(stage, 'c1', 'c2')
    expect([dossierOf(stage).candidate, dossierOf(stage, 'dossier/00002').candidate]).to.deep.equal(['c1', 'c2'])
    expect(dossierOf(stage).participation).to.equal('2028-engineer.usth')
    await takesPart(
      stage,
      { at: '2027-11-03T09:00:00Z' },
      { type: 'cancelNomination', input: { nomination: 'n2', reason: 'text-1' } },
    )
    expect(story(stage, 'dossier/00002')).to.deep.equal(['2027-11-02 09:00 nominated', '2027-11-03 09:00 withdrawn'])
    expect(notedIn(cycleOf(stage)).map(({ dossier: key, status }) => `${key} ${status}`)).to.deep.equal([
      '00001 nominated',
      '00002 withdrawn',
    ])
    expect(entriesOf(stage, 'dossier/00003')).to.deep.equal([])
  })

  it('goes on behind the numbers that are given, and finds the one that was given for the same', async () => {
    const asked: string[] = []
    const numbers = async ({ cause }: { cause: string }) => {
      asked.push(cause)
      return cause.endsWith('#n1') ? { id: 'dossier/00007', last: 41 } : { last: 41 }
    }
    const world = {
      ...nominating(),
      numbers,
      facts: async (id: string) => (id.startsWith('dossier/') ? dossiersKnow() : nominating()).facts(id),
    }
    const stage: Rehearsal = await invited(world)
    await nominated(stage, 'c1', 'c2')
    expect([dossierOf(stage, 'dossier/00007').candidate, dossierOf(stage, 'dossier/00042').candidate]).to.deep.equal([
      'c1',
      'c2',
    ])
    expect(asked).to.deep.equal([`${of('usth')}#n1`, `${of('usth')}#n2`])
  })

  it('is told by what it is begun for, which is no address of a file', () => {
    expect(numberedIn(dossierFor('participation/2028-engineer.usth', 'n1'))).to.deep.equal({
      type: 'dossier',
      cause: 'participation/2028-engineer.usth#n1',
    })
    expect(begunFor('dossier', 'x')).to.equal('dossier/~x')
    expect(numberedIn('dossier/00001')).to.equal(undefined)
  })
})
