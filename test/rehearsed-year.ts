import { expect } from 'chai'
import { submit } from '../api/command/submit.ts'
import type { Deps } from '../api/deps.ts'
import { mailer } from '../domain/actor.ts'
import { correspondenceId } from '../domain/correspondence/ids.ts'
import { documentsIn } from '../domain/documents.ts'
import { grouped } from '../domain/grouped.ts'
import { namedIn } from '../domain/named.ts'
import type { Act, Happened } from '../domain/rehearsal.ts'
import { instant, plusMs, type Instant } from '../domain/time.ts'
import type { Partner } from '../policy/load.ts'
import { homeOf, isAlike, uploaded } from '../scripts/rehearsed-facts.ts'
import { native } from '../store/commit.ts'
import type { Store } from '../store/connect.ts'
import { readLedger } from '../store/ledger.ts'
import { registerNow } from '../store/register/now.ts'
import type { LedgerDoc } from '../store/schemas.ts'

/** Gives one act of a rehearsed year to the product, as its API does; nothing here is refused. */
export async function give(
  deps: Deps,
  act: Act,
  { partners }: { readonly partners: readonly Partner[] },
): Promise<void> {
  const { actor, to: stream, type: command, input: body } = act
  await prepare(deps, act, partners)
  const register = await registerNow(deps.store)
  const answer = await submit(deps, { actor, register, stream, command, body, language: 'en' })
  expect(answer.kind, `${act.at} ${stream} ${command}`).to.equal('done')
}

/** Whatever an act names is there before it: who is nominated, what is deposited; and who somebody is is said before it is noted. */
async function prepare({ store, now }: Deps, { actor, type, input }: Act, partners: readonly Partner[]): Promise<void> {
  if (type === 'notePersons')
    await store.candidates.updateMany({ givenBy: 'usth' }, [{ $set: { sameAs: { $concat: ['known-', '$_id'] } } }], {
      updatePipeline: true,
    })
  for (const id of documentsIn(input))
    await store.documents.collection.insertOne(
      native({ _id: id, ...uploaded(id, actor.id), name: 'text', at: new Date(now()) }),
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
  if (candidates.length > 0) await store.candidates.collection.insertMany(candidates.map(native))
}

/** An entry as either side tells it. */
type Told = Pick<Happened | LedgerDoc, 'type' | 'actor' | 'data' | 'told' | 'settled'> & { readonly at: Instant }

/**
 * Fails unless a store holds the ledger of a rehearsal: the same streams, and in each the same entries at the same moments. What a process was
 * told, and what became of a mail, counts from the step that told it (ADR 3): `lateMs` after the moment itself, where the clock acted. Those of one
 * moment stand in any order: which of two processes tells a third one first, no clock says.
 */
export async function expectSame(
  store: Store,
  { ledger, lateMs }: { readonly ledger: readonly Happened[]; readonly lateMs: number },
): Promise<void> {
  const rehearsed = grouped(ledger, ({ id }) => id)
  const stored = await store.files.distinct('_id')
  expect(stored.toSorted()).to.deep.equal([...rehearsed.keys()].toSorted())
  for (const [id, entries] of rehearsed) {
    const lived = (await readLedger(store, id)).map((entry) => ({ ...entry, at: countedAt(entry, lateMs) }))
    expect(apart(lived.map(told), entries.map(told)), id).to.deep.equal({ missing: [], unforeseen: [] })
    expect(
      lived.map(({ at }) => at),
      id,
    ).to.deep.equal(entries.map(({ at }) => at))
  }
}

/** What only one of two ledgers has, each as often as it has it more. */
function apart(lived: readonly string[], foreseen: readonly string[]): { missing: string[]; unforeseen: string[] } {
  const unforeseen = [...lived]
  const missing = foreseen.filter((one) => {
    const place = unforeseen.indexOf(one)
    if (place >= 0) unforeseen.splice(place, 1)
    return place < 0
  })
  return { missing, unforeseen }
}

/** The moment of a stored entry; of what was told late because the clock acts late, the moment of what told it. */
function countedAt({ at, actor }: LedgerDoc, lateMs: number): Instant {
  const moment = instant(at)
  const isTold = actor.startsWith('process:') || actor === mailer.id
  return isTold && Date.parse(moment) % 60_000 === lateMs ? plusMs(moment, -lateMs) : moment
}

// What is free text is somebody's words.
const told = ({ at, type, actor, data, told: heard = {}, settled = [] }: Told): string =>
  JSON.stringify([at, type, actor, data, heard, settled], (_, value: unknown) => {
    if (typeof value === 'string') return /^text[:-]/.test(value) ? 'words' : value
    if (Array.isArray(value)) return value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
