import type { Answering } from '../../domain/roster.ts'
import type { Store } from '../connect.ts'

const id = 'now'

/** Who answered for each party when it was last looked at; nothing before the first look. */
export async function readAnswering({
  answering,
}: Pick<Store, 'answering'>): Promise<{ version: number; holders: Answering } | undefined> {
  const doc = await answering.findOne({ _id: id }).lean()
  return doc ? { version: doc.version, holders: doc.holders } : undefined
}

/** Keeps who answers now, as that version; a later one that is there already stays. */
export async function keepAnswering(
  { answering }: Pick<Store, 'answering'>,
  { version, holders }: { version: number; holders: Answering },
): Promise<void> {
  if (version === 1) await answering.updateOne({ _id: id }, { $setOnInsert: { version, holders } }, { upsert: true })
  else await answering.updateOne({ _id: id, version: version - 1 }, { $set: { version, holders } })
}
