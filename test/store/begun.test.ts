import { expect } from 'chai'
import { dossierFor } from '../../domain/dossier/ids.ts'
import type { Tell } from '../../domain/process.ts'
import { connect, type Store } from '../../store/connect.ts'
import { addressed, numbersAt } from '../../store/numbers.ts'
import { freshDatabase } from '../stack.ts'

const told = (nomination: string): Tell => ({
  to: dossierFor('participation/2028-engineer.usth', nomination),
  type: 'withdrawNomination',
  input: {},
})

describe('what a process begins, in the store (ADR 56)', () => {
  let store: Store
  before(async () => {
    store = await connect(freshDatabase())
  })
  after(async () => {
    await store?.connection.dropDatabase()
    await store?.close()
  })

  it('has one number, however often the step is taken, and each its own, also at once', async () => {
    const to = async (...nominations: readonly string[]): Promise<readonly string[]> =>
      (await addressed(store, nominations.map(told))).map((tell) => tell.to)
    expect(await to('n1', 'n2', 'n1')).to.deep.equal(['dossier/00001', 'dossier/00002', 'dossier/00001'])
    expect(await to('n2')).to.deep.equal(['dossier/00002'])
    const names = Array.from({ length: 12 }, (_, n) => `n${n + 3}`)
    const raced = (await Promise.all([...names, ...names].map((name) => to(name)))).flat()
    expect(new Set(raced).size).to.equal(12)
    expect(raced.slice(12)).to.deep.equal(raced.slice(0, 12))
    const cause = 'participation/2028-engineer.usth#n1'
    expect(await numbersAt(store, { type: 'dossier', cause })).to.deep.equal({ id: 'dossier/00001', last: 14 })
    expect(await numbersAt(store, { type: 'dossier', cause: 'another' })).to.deep.equal({ id: undefined, last: 14 })
    const plain = { ...told('n1'), to: 'correspondence/p1' }
    expect(await addressed(store, [plain])).to.deep.equal([plain])
  })
})
