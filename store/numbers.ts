import { trusted } from 'mongoose'
import { native } from './commit.ts'
import type { Store } from './connect.ts'
import { isDuplicate } from './duplicate.ts'

/** The files that are numbered: `'agreement'`, and the id of one by its number. */
export interface Numbering {
  readonly type: string
  idOf(number: number): string
}

/** The id under the next number: what a preview, and a judgement beforehand, are about. */
export const nextNumbered = async (store: Store, { type, idOf }: Numbering): Promise<string> =>
  idOf((await lastNumber(store, type)) + 1)

/**
 * The id of the file that a row begins, by the next number: the same however often it is asked for that row, and never that of another.
 * A number is given once, also where the row is refused afterwards (ADR 50).
 */
export async function numberedFor(
  store: Store,
  { type, idOf, row }: Numbering & { readonly row: string },
): Promise<string> {
  for (;;) {
    const known = await findNumbered(store, row)
    if (known !== undefined) return known
    const id = await nextNumbered(store, { type, idOf })
    try {
      await store.numbers.collection.insertOne(native({ _id: id, row }))
      return id
    } catch (error) {
      // Someone else had that number, or this row its own, a moment before.
      if (!isDuplicate(error)) throw error
    }
  }
}

/** The id that was given for a row; nothing where none was. */
const findNumbered = async ({ numbers }: Pick<Store, 'numbers'>, row: string): Promise<string | undefined> =>
  (await numbers.findOne({ row }).lean())?._id

/** The highest number that was given, or that a file of that type has: 0 where there is none. */
async function lastNumber({ numbers, files }: Store, type: string): Promise<number> {
  const own = { _id: trusted({ $gt: `${type}/`, $lt: `${type}0` }) }
  const last = await Promise.all([
    numbers.findOne(own, { _id: 1 }).sort({ _id: -1 }).lean(),
    files.findOne(own, { _id: 1 }).sort({ _id: -1 }).lean(),
  ])
  return Math.max(0, ...last.map((doc) => (doc ? Number(doc._id.slice(type.length + 1)) : 0)))
}
