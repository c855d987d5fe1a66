import type { Absence, Member } from '../../domain/roster.ts'
import type { Instant } from '../../domain/time.ts'
import { chained } from '../chain.ts'
import { inTransaction, Overtaken } from '../commit.ts'
import type { Store } from '../connect.ts'
import type { PersonDoc } from './schemas.ts'

/** A person of the school, as the register knows them. */
export interface Person extends Member {
  readonly email: string
  /** Absent for the accounts that are named by their role. */
  readonly name?: string | undefined
  readonly language: 'fr' | 'en'
}

const personOf = ({ _id, email, name, language, mandates, absences }: PersonDoc): Person => ({
  id: _id,
  email,
  language,
  mandates,
  absences,
  ...(name && { name }),
})

/** One person, by id. */
export async function findPerson({ people }: Pick<Store, 'people'>, id: string): Promise<Person | undefined> {
  const doc = await people.findOne({ _id: id }).lean()
  return doc ? personOf(doc) : undefined
}

/** One person, by address; addresses are kept in lower case. */
export async function findPersonByEmail({ people }: Store, email: string): Promise<Person | undefined> {
  const doc = await people.findOne({ email: email.trim().toLowerCase() }).lean()
  return doc ? personOf(doc) : undefined
}

/** Everyone, by id. */
export async function listPeople({ people }: Store): Promise<Person[]> {
  return (await people.find().sort({ _id: 1 }).lean()).map(personOf)
}

/** What a person may change of their own entry. */
export interface OwnEdit {
  readonly absences?: readonly Absence[] | undefined
  readonly language?: 'fr' | 'en' | undefined
}

/**
 * Edits one person and writes a ledger entry that names the fields and refers to the values, which can be erased.
 * Throws `Overtaken` when someone else edited them meanwhile.
 */
export async function editPerson(
  store: Store,
  edit: { id: string; change: OwnEdit; actor: string; at: Instant; policy: string; cause: string },
): Promise<void> {
  const { id, change, actor, at, policy, cause } = edit
  await inTransaction(store)(async (session) => {
    const options = session ? { session } : {}
    const before = await store.people.findOne({ _id: id }, null, options).lean()
    if (!before) throw new Overtaken(id)
    const seq = before.seq + 1
    const values = `text:${cause}`
    const [entry] = chained(before.head, [
      {
        stream: `person/${id}`,
        seq,
        type: 'personEdited',
        data: { fields: Object.keys(change), values },
        at,
        takenAt: at,
        actor,
        cause,
        policy,
      },
    ])
    if (!entry) throw new Error('nothing to chain')
    await store.ledger.insertMany([entry], options)
    await store.texts.insertMany(
      [{ _id: values, text: JSON.stringify(change), stream: `person/${id}`, author: actor, writtenAt: new Date() }],
      options,
    )
    const edited = await store.people.updateOne(
      { _id: id, seq: before.seq },
      { $set: { ...change, seq, head: entry.hash } },
      options,
    )
    if (edited.matchedCount !== 1) throw new Overtaken(id)
  })
}
