import { trusted } from 'mongoose'
import type { Store } from './connect.ts'
import { isTextRef } from './texts.ts'

/** The text behind a reference; null for one that was erased, or that was written elsewhere. */
export type TextOf = (ref: string) => string | null

/** The same, as an entry is told: undefined for one that was written elsewhere, of which nothing is told here. */
export type Telling = (ref: string) => string | null | undefined

interface Story {
  readonly data: unknown
  /** Whether texts of that stream may be quoted. */
  quotes(stream: string): boolean
}

/** Reads the free texts named anywhere in some data, as views show them. */
export async function storyTexts(store: Store, story: Story): Promise<TextOf> {
  const tell = await textsToTell(store, story)
  return (ref) => tell(ref) ?? null
}

/**
 * Reads the free texts named anywhere in some data that were written in one of the streams it may quote. A title is
 * written by people too: one that looks like a reference opens nothing of another file.
 */
export async function textsToTell({ texts }: Store, { data, quotes }: Story): Promise<Telling> {
  const refs = [...new Set(refsIn(data))]
  const docs = refs.length > 0 ? await texts.find({ _id: trusted({ $in: refs }) }, { text: 1, stream: 1 }).lean() : []
  const known = new Map(docs.map(({ _id, text, stream }) => [_id, quotes(stream) ? text : undefined]))
  return (ref) => (known.has(ref) ? known.get(ref) : null)
}

/** The data with each reference replaced by its text. */
function withTexts(data: unknown, textOf: Telling): unknown {
  if (typeof data === 'string') return isTextRef(data) ? textOf(data) : data
  if (Array.isArray(data)) return data.map((element: unknown) => withTexts(element, textOf))
  if (typeof data !== 'object' || data === null) return data
  return told({ ...data }, textOf)
}

/** The fields of an entry, with each reference in them replaced by its text; without those of which nothing is told. */
export const told = (fields: Readonly<Record<string, unknown>>, textOf: Telling): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const words = withTexts(value, textOf)
      return words === undefined ? [] : [[name, words]]
    }),
  )

/** The references of texts that are named anywhere in some data. */
export function refsIn(data: unknown): string[] {
  if (typeof data === 'string') return isTextRef(data) ? [data] : []
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(refsIn) : []
}
