import { trusted } from 'mongoose'
import type { Tell } from '../domain/process.ts'
import { numberedId, numberedIn, type Begun } from '../domain/register-number.ts'
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

/** The file that was begun for something, if one was, and the last number of its type. Gives none. */
export async function numbersAt(
  store: Store,
  { type, cause }: Begun,
): Promise<{ readonly id?: string | undefined; readonly last: number }> {
  const [id, last] = await Promise.all([findNumbered(store, cause), lastNumber(store, type)])
  return { id, last }
}

/**
 * What a process tells, to the files behind the addresses: whatever is begun for something has the next number from then on, the same however
 * often the step is taken (ADR 56).
 */
export async function addressed(store: Store, tells: readonly Tell[]): Promise<readonly Tell[]> {
  const told: Tell[] = []
  // One after the other, so that what is begun together is numbered in its order.
  for (const tell of tells) {
    const begun = numberedIn(tell.to)
    told.push(begun ? { ...tell, to: await begunAt(store, begun) } : tell)
  }
  return told
}
const begunAt = (store: Store, { type, cause }: Begun): Promise<string> =>
  numberedFor(store, { type, idOf: (number) => numberedId(type, number), row: cause })

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
