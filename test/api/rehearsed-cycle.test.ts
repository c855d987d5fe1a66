import { expect } from 'chai'
import { submit } from '../../api/command/submit.ts'
import { correspondenceId } from '../../domain/correspondence/ids.ts'
import { documentsIn } from '../../domain/documents.ts'
import { namedIn } from '../../domain/named.ts'
import { typeOf } from '../../domain/processes.ts'
import type { Act } from '../../domain/rehearsal.ts'
import { endOf, civil } from '../../domain/time.ts'
import { liveCycle } from '../../scripts/rehearsed-cycle.ts'
import { homeOf, isAlike, uploaded } from '../../scripts/rehearsed-facts.ts'
import { partnersOf } from '../../scripts/rehearsed-school.ts'
import { native } from '../../store/commit.ts'
import { readLedger } from '../../store/ledger.ts'
import { registerNow } from '../../store/register/now.ts'
import { rules, school } from '../domain/school.ts'
import { openDesk, type Desk } from './desk.ts'
import { live } from './lived.ts'

const asked = { dossiers: 50, partners: 8, behaviour: 'mixed', seed: 3, firstYear: 2028 } as const
const partners = partnersOf(school, asked.partners)

/** An entry as either side tells it: to the minute, as a step lets the clock act a moment later; what is free text is somebody's words. */
interface Told {
  readonly at: string
  readonly type: string
  readonly actor: string
  readonly data: unknown
}
const told = ({ at, type, actor, data }: Told): string =>
  JSON.stringify([at.slice(0, 16), type, actor, data], (_, value: unknown) => {
    if (typeof value === 'string') return /^text[:-]/.test(value) ? 'words' : value
    if (Array.isArray(value)) return value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })

describe('a rehearsed year of admissions, and the same acts on the store', function () {
  this.timeout(600_000)
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  after(() => desk?.close())

  /** Whatever an act names is there before it: who is nominated, what is deposited; and who somebody is is said before it is noted. */
  async function prepare({ actor, type, input }: Act): Promise<void> {
    if (type === 'notePersons')
      await desk.store.candidates.updateMany(
        { givenBy: 'usth' },
        [{ $set: { sameAs: { $concat: ['known-', '$_id'] } } }],
        {
          updatePipeline: true,
        },
      )
    for (const id of documentsIn(input))
      await desk.store.documents.collection.insertOne(
        native({ _id: id, ...uploaded(id, actor.id), name: 'text', at: new Date(desk.deps.now()) }),
      )
    const candidates = namedIn(input, 'candidate').flatMap((_id) => {
      const one = {
        ...{ _id, name: _id, email: `${_id}@example.org`, language: 'en' },
        residence: homeOf(correspondenceId(_id), partners)?.country,
      }
      if (!isAlike(_id)) return [one]
      const alike = { ...one, birthOn: '2006-03-14' }
      return [
        { ...alike, givenBy: 'usth' },
        { ...alike, _id: `known-${_id}`, email: `known-${_id}@example.org` },
      ]
    })
    if (candidates.length > 0) await desk.store.candidates.collection.insertMany(candidates.map(native))
  }
  async function give(act: Act): Promise<void> {
    const { actor, to: stream, type: command, input: body } = act
    await prepare(act)
    const register = await registerNow(desk.store)
    const answer = await submit(desk.deps, { actor, register, stream, command, body, language: 'en' })
    expect(answer.kind, `${act.at} ${stream} ${command}`).to.equal('done')
  }

  it('say the same in the ledger of every process', async () => {
    const { played } = await liveCycle(asked, school)
    expect(played.refused).to.deep.equal([])
    const deeds = played.acts.map((act) => ({ at: act.at, does: () => give(act) }))
    await live(desk, { deeds, until: endOf(civil('2028-08-31'), rules.calendar), received: [] })

    const rehearsed = new Map<string, string[]>()
    for (const entry of played.rehearsal.ledger)
      rehearsed.set(entry.id, [...(rehearsed.get(entry.id) ?? []), told(entry)])
    const stored = await desk.store.files.find({}, { _id: 1 }).lean()
    expect(stored.map(({ _id }) => _id).toSorted()).to.deep.equal([...rehearsed.keys()].toSorted())
    expect(stored.filter(({ _id }) => typeOf(_id) === 'dossier')).to.have.length(50)
    for (const { _id } of stored) {
      const ledger = (await readLedger(desk.store, _id)).map((entry) => told({ ...entry, data: entry.data }))
      expect(ledger.toSorted(), _id).to.deep.equal(rehearsed.get(_id)?.toSorted())
    }
  })
})
