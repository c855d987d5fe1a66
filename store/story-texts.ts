import { trusted } from 'mongoose'
import type { Store } from './connect.ts'
import { isTextRef } from './texts.ts'

/** The text behind a reference; null for one that was erased, or that was written elsewhere. */
export type TextOf = (ref: string) => string | null

/**
 * Reads the free texts named anywhere in some data that were written in one of the streams it may quote. A title is
 * written by people too: one that looks like a reference opens nothing of another file.
 */
export async function storyTexts(
  { texts }: Store,
  { data, quotes }: { data: unknown; quotes: (stream: string) => boolean },
): Promise<TextOf> {
  const refs = [...new Set(refsIn(data))]
  const docs = refs.length > 0 ? await texts.find({ _id: trusted({ $in: refs }) }, { text: 1, stream: 1 }).lean() : []
  const known = new Map(docs.filter(({ stream }) => quotes(stream)).map(({ _id, text }) => [_id, text]))
  return (ref) => known.get(ref) ?? null
}

/** The data with each reference replaced by its text. */
function withTexts(data: unknown, textOf: TextOf): unknown {
  if (typeof data === 'string') return isTextRef(data) ? textOf(data) : data
  if (Array.isArray(data)) return data.map((element: unknown) => withTexts(element, textOf))
  if (typeof data !== 'object' || data === null) return data
  return told({ ...data }, textOf)
}

/** The fields of an entry, with each reference in them replaced by its text. */
export const told = (fields: Readonly<Record<string, unknown>>, textOf: TextOf): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, withTexts(value, textOf)]))

function refsIn(data: unknown): string[] {
  if (typeof data === 'string') return isTextRef(data) ? [data] : []
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(refsIn) : []
}
