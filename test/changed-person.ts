import type { Store } from '../store/connect.ts'
import { countEdit } from '../store/register/now.ts'

/** Changes a person as no edit does, without an entry in the ledger; everyone hears of it as of an edit. */
export async function changePerson(
  store: Store,
  id: string,
  change: { readonly [F in 'mandates' | 'absences']?: readonly object[] },
): Promise<void> {
  await store.people.updateOne({ _id: id }, { $set: change })
  await countEdit(store)
}
