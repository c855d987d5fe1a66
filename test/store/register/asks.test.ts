import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { connect, type Store } from '../../../store/connect.ts'
import { contended } from '../../../store/contended.ts'
import { editRegister, type Editing } from '../../../store/register/edit.ts'
import { partnerKind } from '../../../store/register/kinds.ts'
import type { PartnerDoc } from '../../../store/register/schemas.ts'
import { seedRegister } from '../../../store/register/seed.ts'
import { registeredAt, school } from '../../domain/school.ts'
import { freshDatabase } from '../../stack.ts'

describe('what an edit asks of processes', () => {
  let store: Store
  before(async () => {
    store = await connect(freshDatabase())
    await seedRegister(store, school, { at: registeredAt })
  })
  after(async () => {
    await store?.connection.dropDatabase()
    await store?.close()
  })

  const edit = (city: string, asks?: Editing<PartnerDoc>['asks']) =>
    editRegister(store, {
      kind: partnerKind,
      edits: [{ id: 'usth', decide: () => ({ act: 'Edited', change: { city } }), ...(asks && { asks }) }],
      by: { actor: 'person:p2', at: registeredAt, policy: school.policy.version, cause: randomUUID() },
    })

  it('is looked up in the transaction that writes it, again where another edit was faster', async () => {
    const cities: string[] = []
    await contended(async () => {
      await edit('Huế', async (within) => {
        expect(within.session?.inTransaction()).to.equal(true)
        const [seen] = await partnerKind.read(store, ['usth'], within)
        cities.push(seen?.city ?? '')
        if (cities.length === 1) await edit('Hải Phòng')
        return [{ stream: 'correspondence/usth-c1', command: 'confirmContact', input: { seen: seen?.city } }]
      })
    })
    expect(cities).to.have.length(2)
    expect(cities[1]).to.equal('Hải Phòng')
    const rows = await store.inbox.find({ stream: 'correspondence/usth-c1' }).lean()
    expect(rows.map(({ input }) => input)).to.deep.equal([{ seen: 'Hải Phòng' }])
  })
})
