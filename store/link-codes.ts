import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { trusted } from 'mongoose'
import type { Instant } from '../domain/time.ts'
import { sha256 } from './chain.ts'
import type { Store } from './connect.ts'
import { contended } from './contended.ts'
import { justBefore } from './pressed-again.ts'

type Codes = Pick<Store, 'linkCodes'>
const digits = 6
/** So many times a code may be entered. */
const mostTries = 5

/** Where a code was mailed: for which link, and to whom. */
interface Sent {
  /** As `linkId` gives it. */
  readonly link: string
  readonly party: string
}
/** The code of one browser: the mark that it holds, and the secret of the installation. */
interface Held {
  readonly mark: string
  readonly secret: string
}

/** How many codes a party may be mailed after a moment. */
interface Most {
  readonly after: Instant
  readonly most: number
}

/**
 * Makes a code of six digits, for the browser that will hold its mark: no other can enter it, or use up its tries. Both are kept as keyed
 * hashes, so that whoever reads the database can guess neither. Answers nothing where as many were made as may be, used or not: the codes of
 * a party are numbered, and of those that ask at once each counts what the others were given.
 */
export const makeCode = (
  { linkCodes }: Codes,
  secret: string,
  { link, party, now, expiresAt, limits }: Sent & { now: Instant; expiresAt: Instant; limits: readonly Most[] },
): Promise<{ readonly mark: string; readonly code: string } | undefined> =>
  contended(async () => {
    const made = await linkCodes.find({ party }, { madeAt: 1, nth: 1 }).lean()
    const since = (after: Instant): number => made.filter(({ madeAt }) => madeAt > new Date(after)).length
    if (limits.some(({ after, most }) => since(after) >= most)) return undefined
    const mark = randomBytes(32).toString('base64url')
    const code = `${randomInt(10 ** digits)}`.padStart(digits, '0')
    const hash = hashOf(code, { mark, secret }).toString('hex')
    const nth = Math.max(0, ...made.map((one) => one.nth ?? 0)) + 1
    await linkCodes.insertMany([
      { _id: sha256(mark), link, party, nth, hash, tries: 0, madeAt: new Date(now), expiresAt: new Date(expiresAt) },
    ])
    return { mark, code }
  })

const hashOf = (code: string, { mark, secret }: Held): Buffer =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['code', mark, code]))
    .digest()

interface HeldNow {
  readonly mark: string
  readonly link: string
  readonly now: Instant
}
const enterable = ({ mark, link, now }: HeldNow) => ({
  _id: sha256(mark),
  link,
  tries: trusted({ $lt: mostTries }),
  expiresAt: trusted({ $gt: new Date(now) }),
})

/** Whether a code waits to be entered in the browser that holds this mark. */
export const isCodeOpen = async ({ linkCodes }: Codes, held: HeldNow): Promise<boolean> =>
  (await linkCodes.exists({ ...enterable(held), usedAt: trusted({ $exists: false }) })) !== null

/**
 * Enters a code: a wrong one counts as a try, a right one is used up, in one write. Right again is what was right just before, as the mark is that
 * of one browser (ADR 80). `over`: there is none to enter any more.
 */
export async function tryCode(
  { linkCodes }: Codes,
  secret: string,
  { code, ...held }: HeldNow & { code: string },
): Promise<'right' | 'wrong' | 'over'> {
  const hash = hashOf(code, { mark: held.mark, secret })
  const isRight = { $eq: ['$hash', hash.toString('hex')] }
  const unusedOrJustUsed = trusted({ $not: { $lte: new Date(justBefore(held.now)) } })
  const entered = {
    tries: { $cond: [isRight, '$tries', { $add: ['$tries', 1] }] },
    usedAt: { $cond: [isRight, { $ifNull: ['$usedAt', new Date(held.now)] }, '$usedAt'] },
  }
  const doc = await linkCodes
    .findOneAndUpdate({ ...enterable(held), usedAt: unusedOrJustUsed }, [{ $set: entered }], {
      returnDocument: 'after',
      updatePipeline: true,
    })
    .lean()
  if (!doc) return 'over'
  if (timingSafeEqual(hash, Buffer.from(doc.hash, 'hex'))) return 'right'
  return doc.usedAt === undefined && doc.tries < mostTries ? 'wrong' : 'over'
}
