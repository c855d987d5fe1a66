import { PDFRawStream } from '@cantoo/pdf-lib'
import { refuseTrailing } from '../hidden.ts'
import { mostInflated, mostPages } from '../limits.ts'
import { Refused } from '../verdict.ts'
import { filtersOf, inflatedBytes, objectsIn } from './streams.ts'
import { WatchingParser, type Counted } from './watching-parser.ts'

const header = /^%PDF-[12]\.\d/
const endMark = '%%EOF'
const end = /startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF$/
// White space, and comments, which may stand wherever it may.
const space = String.raw`(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+`
const objectHeader = new RegExp(String.raw`\d${space}\d+${space}obj`, 'g')
const trailer = /trailer/g

/**
 * Checks a PDF: nothing before it and nothing behind, at least a page, and no object that acts, is encrypted or swells, wherever it lies. A
 * reader may begin at whatever the table of the file points to, so whatever looks like an object is read as one, inside strings, comments
 * and streams as well. Throws `Refused`.
 */
export async function checkPdf(bytes: Buffer): Promise<void> {
  const text = bytes.toString('latin1')
  const last = text.lastIndexOf(endMark) + endMark.length
  if (!header.test(text) || last < endMark.length) throw new Refused('document-damaged')
  refuseTrailing(bytes, last)
  if (!end.test(text.slice(Math.max(0, last - 1024), last))) throw new Refused('document-damaged')
  const counted: Counted = { pages: 0, catalogs: 0 }
  const parser = new WatchingParser(bytes, counted)
  for (const { index } of text.matchAll(trailer)) parser.objectAt(index + 'trailer'.length)
  let inflated = 0
  for (const { index, 0: found } of text.matchAll(objectHeader)) {
    const object = parser.objectAt(index + found.length)
    if (!(object instanceof PDFRawStream)) continue
    inflated += await streamBytes(object, counted)
    if (inflated > mostInflated.all) throw new Refused('document-oversized')
  }
  if (counted.catalogs === 0 || counted.pages === 0) throw new Refused('document-damaged')
  if (counted.pages > mostPages) throw new Refused('document-oversized', `${counted.pages}`)
}

/** Checks a stream and the objects in it; how many bytes it inflates to. */
async function streamBytes(stream: PDFRawStream, counted: Counted): Promise<number> {
  const filters = filtersOf(stream.dict)
  const bytes = await inflatedBytes(stream, filters)
  const objects = objectsIn(stream, filters)
  if (objects) {
    const parser = new WatchingParser(objects.content, counted)
    for (const start of objects.starts) parser.objectAt(start)
  }
  return bytes
}
