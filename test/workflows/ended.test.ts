import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { actorOf } from '../../api/session/actor.ts'
import { labelId } from '../../domain/label/span.ts'
import { civil, instantOf } from '../../domain/time.ts'
import { findRow, putRow } from '../../store/inbox.ts'
import { registered } from '../current-label.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, type House } from '../house.ts'

const over = labelId('bienvenue-en-france', 2001)

describe('a process that ends in its first step', function () {
  this.timeout(60_000)
  let house: House
  before(async () => {
    house = await openHouse()
    await house.startWorker()
  })
  after(() => house?.close())

  it('has answered by the time the engine has no more to say: nobody is told to wait', async () => {
    const actor = await actorOf(house.store, person('quality'), { now: instantOf(Date.now()), rules })
    const validity = { from: civil('2001-09-01'), until: civil('2005-08-31') }
    const id = randomUUID()
    const input = { ...registered.input, firstYear: 2001, validity }
    await putRow(house.store, { id, stream: over, actor, command: 'register', input })
    expect(await house.gateway.take(over, id, 'register')).to.not.equal(undefined)
    expect((await findRow(house.store, id))?.answer).to.include({ outcome: 'done' })
  })
})
