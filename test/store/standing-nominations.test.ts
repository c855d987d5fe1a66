import { expect } from 'chai'
import { native } from '../../store/commit.ts'
import { nominatedElsewhere } from '../../store/standing-nominations.ts'
import { openDoor, type Door } from '../api/door.ts'

describe('whom the other partners of a cycle nominated', () => {
  let door: Door
  before(async () => {
    door = await openDoor()
    const { files, candidates } = door.store
    const claiming = (key: string, claims: readonly string[]): never => native({ _id: `participation/${key}`, claims })
    await files.collection.insertMany([
      claiming('2028-engineer.usth', ['2028-engineer/candidate/c1']),
      claiming('2028-engineer.usj', ['2028-engineer/candidate/c2', '2028-engineer/candidate/c3']),
      claiming('2028-master.usj', ['2028-master/candidate/c5']),
    ])
    // c4 is said to be of the person of c3.
    await candidates.collection.insertMany(
      ['c1', 'c2', 'c3', 'c4', 'c5'].map((_id) => native({ _id, email: _id, ...(_id === 'c4' && { sameAs: 'c3' }) })),
    )
  })
  after(() => door?.close())
  const found = (candidates: readonly string[]) =>
    nominatedElsewhere(door.store, { cycle: '2028-engineer', file: 'participation/2028-engineer.usth', candidates })

  it('is looked up for those who are named, and for nobody else', async () => {
    expect(await found([])).to.deep.equal({ elsewhere: {}, elsewhereByOther: {} })
    expect(await found(['c2'])).to.deep.equal({ elsewhere: { c2: 'usj' }, elsewhereByOther: { c2: 'usj' } })
  })

  it('tells a record that is held from another one of the same person', async () => {
    expect(await found(['c4'])).to.deep.equal({ elsewhere: {}, elsewhereByOther: { c4: 'usj' } })
  })

  it('is nobody of the partner’s own, of another cycle, or unknown', async () => {
    expect(await found(['c1', 'c5', 'c9'])).to.deep.equal({ elsewhere: {}, elsewhereByOther: {} })
  })
})
