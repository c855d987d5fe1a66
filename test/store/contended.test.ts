import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { inTransaction } from '../../store/commit.ts'
import { connect, type Store } from '../../store/connect.ts'
import { seedRegister } from '../../store/register/seed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { registeredAt, school } from '../domain/school.ts'
import { freshDatabase } from '../stack.ts'

describe('a write that others are writing too', () => {
  let store: Store
  beforeEach(async () => {
    store = await connect(freshDatabase())
  })
  afterEach(async () => {
    await store.connection.dropDatabase()
    await store.close()
  })

  it('waits for a transaction that takes its time: a register that two programs fill at once is there once', async () => {
    const countries = store.connection.collection<{ _id: string }>('countries')
    let written = (): void => undefined
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const slow = inTransaction(store)(async (session) => {
      await countries.insertOne({ _id: 'VN' }, session ? { session } : {})
      written()
      await pause(400)
      throw new Error('given up')
    }).catch((error: unknown) => error)
    await isWritten
    await seedRegister(store, school, { at: registeredAt })
    expect(await slow).to.include({ message: 'given up' })
    expect((await verifyLedger(store)).faults).to.deep.equal([])
    expect(await store.countries.countDocuments({})).to.equal(school.countries.length)
  })
})
