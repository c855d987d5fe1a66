import { trusted } from 'mongoose'
import { createHmac } from 'node:crypto'
import type { Store } from './connect.ts'
import type { Within } from './register/kinds.ts'

const mark = 'text:'

/** Whether a value is a reference to a text of the store. */
export const isTextRef = (value: string): boolean => /^text:[0-9a-f]{32}$/.test(value)

/** What names a text in addresses and in its own stream: its reference without the mark. */
export const idOfText = (ref: string): string => ref.slice(mark.length)

/** The reference of the text that an id names. */
export const refOfText = (id: string): string => mark + id

/**
 * The reference of a text in a stream, whoever writes it again (R6 looks at what is said). Keyed with the installation's secret, so that it is the same in a
 * preview and tells nobody anything once the text is erased.
 */
export const textRefOf = (secret: string, { stream, text }: { stream: string; text: string }): string =>
  mark +
  createHmac('sha256', secret)
    .update(JSON.stringify([stream, text]))
    .digest('hex')
    .slice(0, 32)

/** A text to keep, with the reference that stands for it. */
export interface KeptText {
  readonly ref: string
  readonly text: string
  readonly stream: string
  readonly author: string
}

/** Keeps texts; one that is there already stays. */
export async function putTexts({ texts }: Store, kept: readonly KeptText[], within: Within = {}): Promise<void> {
  if (kept.length === 0) return
  const writtenAt = new Date()
  await texts.bulkWrite(
    kept.map(({ ref, ...text }) => ({
      updateOne: { filter: { _id: ref }, update: { $setOnInsert: { ...text, writtenAt } }, upsert: true },
    })),
    within,
  )
}

/** The texts of these references that still exist. */
export async function readTexts({ texts }: Store, refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const docs = refs.length > 0 ? await texts.find({ _id: trusted({ $in: [...refs] }) }).lean() : []
  return new Map(docs.map(({ _id, text }) => [_id, text]))
}
