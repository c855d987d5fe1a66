import type { Instant } from '../domain/time.ts'
import type { Store } from './connect.ts'

/** How often a mail was offered to the mail server before, and when first (ms since 1970). */
export interface Offered {
  readonly before: number
  readonly firstAt: number
}

/** Notes that a mail is about to be offered, before anything reaches the server. */
export async function noteOffer(
  { mails }: Store,
  { digest, stream, at }: { readonly digest: string; readonly stream: string; readonly at: Instant },
): Promise<Offered> {
  const now = new Date(at)
  const doc = await mails
    .findOneAndUpdate(
      { _id: digest },
      { $setOnInsert: { stream, offeredAt: now }, $inc: { offers: 1 } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
  return { before: (doc?.offers ?? 1) - 1, firstAt: (doc?.offeredAt ?? now).getTime() }
}

/** Takes an offer back: the server had nothing of it, so trying again doubles nothing. */
export async function takeBackOffer({ mails }: Store, digest: string): Promise<void> {
  await mails.updateOne({ _id: digest }, { $inc: { offers: -1 } })
}

/** How often a mail was offered to the mail server and not taken back since. */
export async function offersOf({ mails }: Store, digest: string): Promise<number> {
  return (await mails.findOne({ _id: digest }, { offers: 1 }).lean())?.offers ?? 0
}

/** The correspondence of a mail that was offered to the mail server; nothing for one that never was. */
export async function correspondenceOf({ mails }: Store, digest: string): Promise<string | undefined> {
  return (await mails.findOne({ _id: digest }).lean())?.stream
}
