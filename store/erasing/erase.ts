import { trusted } from 'mongoose'
import type { Store } from '../connect.ts'
import type { Within } from '../register/kinds.ts'
import { eraseParty } from './party.ts'
import type { Reach } from './reach.ts'

/**
 * Takes away everything that is held of a candidate beside their record, within the transaction of the edit that erases them. Their documents are given
 * up: `forgetGivenUp` takes them off the shelf, for as often as it needs.
 */
export async function eraseReached(
  store: Store,
  { candidate, reach, within }: { readonly candidate: string; readonly reach: Reach; readonly within: Within },
): Promise<void> {
  await store.texts.deleteMany({ _id: trusted({ $in: [...reach.texts] }) }, within)
  await store.documents.updateMany(
    { attachedTo: trusted({ $in: reach.dossiers.map(({ id }) => id) }) },
    { $set: { givenUp: true }, $unset: { attachedTo: 1 } },
    within,
  )
  await eraseParty(store, { party: candidate, within })
}

/** Takes every document that was given up off the shelf, then its note: killed in between, it does what is left the next time. Answers how many. */
export async function forgetGivenUp(
  { documents }: Pick<Store, 'documents'>,
  remove: (document: { readonly id: string; readonly sha256: string }) => Promise<void>,
): Promise<number> {
  const docs = await documents.find({ givenUp: true }, { sha256: 1 }).lean()
  for (const { _id: id, sha256 } of docs) {
    await remove({ id, sha256 })
    await documents.deleteOne({ _id: id })
  }
  return docs.length
}
