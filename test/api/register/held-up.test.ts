import { expect } from 'chai'
import { inTransaction } from '../../../store/commit.ts'
import { openDesk, stored, type Desk } from '../desk.ts'

describe('an edit of the register that others hold up', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  it('is answered with the moment at which to try again, and is no fault of ours', async () => {
    const direction = await desk.as('direction')
    const before = await stored(desk)
    let letGo = (): void => undefined
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve))
    let written = (): void => undefined
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const other = inTransaction(desk.store)(async (session) => {
      await desk.store.connection
        .collection<{ _id: string }>('centres')
        .updateOne({ _id: 'cmp' }, { $set: { name: 'Held' } }, session ? { session } : {})
      written()
      await isLetGo
      throw new Error('given up')
    }).catch(() => undefined)
    await isWritten
    const { status, body, headers } = await direction.patch('/centres/cmp', { name: 'Centre' })
    letGo()
    await other
    expect([status, body.code, headers['retry-after']]).to.deep.equal([503, 'unavailable', '2'])
    expect(await desk.store.troubles.countDocuments()).to.equal(0)
    expect(await stored(desk)).to.equal(before)
    expect((await direction.patch('/centres/cmp', { name: 'Centre' })).body.name).to.equal('Centre')
  })
})
