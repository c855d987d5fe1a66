import { Readable } from 'node:stream'
import { createInflate, inflateSync } from 'node:zlib'
import { PDFArray, PDFName, PDFNumber, type PDFDict, type PDFRawStream } from '@cantoo/pdf-lib'
import { mostInflated } from '../limits.ts'
import { Refused } from '../verdict.ts'

const flate = ['FlateDecode', 'Fl']
const compressing = [...flate, 'RunLengthDecode', 'RL']
// Of old files alone, and nothing of ours reads it.
const unread = ['LZWDecode', 'LZW', 'Crypt']
/** What the objects in one stream may come to, in bytes. */
const mostObjectBytes = 33_554_432

const name = (text: string): PDFName => PDFName.of(text)

/** The filters of a stream, first to last. Throws `Refused` for what cannot be followed, is compressed twice, or lies elsewhere. */
export function filtersOf(dict: PDFDict): readonly string[] {
  if (dict.has(name('F'))) throw new Refused('document-active', 'F')
  const filter = dict.get(name('Filter'))
  const listed = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  const filters = listed.map((one) => (one instanceof PDFName ? one.decodeText() : undefined))
  const known = filters.flatMap((one) => (one === undefined || unread.includes(one) ? [] : [one]))
  if (known.length < filters.length) throw new Refused('document-damaged', 'Filter')
  if (known.filter((one) => compressing.includes(one)).length > 1) throw new Refused('document-oversized', 'Filter')
  return known
}

/** How many bytes a stream inflates to, 0 where it is not deflated; what is broken off counts as far as it goes. Throws `document-oversized`. */
export async function inflatedBytes({ contents }: PDFRawStream, filters: readonly string[]): Promise<number> {
  if (filters[0] === undefined || !flate.includes(filters[0])) return 0
  let bytes = 0
  const inflated = Readable.from([contents]).pipe(createInflate())
  try {
    for await (const chunk of inflated) {
      bytes += Buffer.isBuffer(chunk) ? chunk.length : 0
      if (bytes > mostInflated.one) throw new Refused('document-oversized', 'Filter')
    }
  } catch (error) {
    if (error instanceof Refused) throw error
  }
  return bytes
}

/** Objects that lie in a stream: its content, and where in it each begins. */
export interface ObjectStream {
  readonly content: Buffer
  readonly starts: readonly number[]
}

/** The objects in a stream that can hold some; nothing for any other stream. Throws `Refused` where they cannot be read in the usual way. */
export function objectsIn({ dict, contents }: PDFRawStream, filters: readonly string[]): ObjectStream | undefined {
  const first = dict.get(name('First'))
  if (dict.get(name('Type')) !== name('ObjStm') && !(first !== undefined && dict.has(name('N')))) return undefined
  const isUsual = filters.length === 0 || (filters.length === 1 && flate.includes(filters[0] ?? ''))
  if (!(first instanceof PDFNumber) || !isUsual || dict.has(name('DecodeParms')) || dict.has(name('DP')))
    throw new Refused('document-damaged', 'ObjStm')
  const content = filters.length === 0 ? Buffer.from(contents) : inflated(contents)
  const numbers = (content.toString('latin1', 0, first.asNumber()).match(/\d+/g) ?? []).map(Number)
  return { content, starts: numbers.filter((_, index) => index % 2 === 1).map((at) => first.asNumber() + at) }
}

function inflated(contents: Uint8Array): Buffer {
  try {
    return inflateSync(contents, { maxOutputLength: mostObjectBytes })
  } catch {
    throw new Refused('document-oversized', 'ObjStm')
  }
}
