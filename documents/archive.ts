import { addAbortSignal, PassThrough, type Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Instant } from '../domain/time.ts'

/** One file of an archive. */
export interface Archived {
  /** Where it stands there, of parts that are `plainName`s: `'00017/transcript/00017-transcript-1.pdf'` */
  readonly path: string
  readonly at: Instant
  readonly content: Readable
}

// What comes is compressed already, most of it. Stored as it is it would be read by what seeks in files alone, as its size is known after it.
const compressionLevel = 1

/**
 * Files as one ZIP, each asked for once the one before it was read, so that nothing is whole in memory. Whoever stops reading ends it, and what
 * fails in the middle destroys it: what was written until then is no archive.
 */
export function archived(files: AsyncIterable<Archived>): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  pipeline(zip.outputStream, output).catch(() => undefined)
  filled(zip, { files, output }).catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error('an archive broke off', { cause: error }))
  })
  return output
}

async function filled(
  zip: ZipFile,
  { files, output }: { readonly files: AsyncIterable<Archived>; readonly output: Readable },
): Promise<void> {
  const over = new AbortController()
  output.once('close', () => over.abort())
  for await (const { path, at, content } of files) {
    const read = finished(addAbortSignal(over.signal, content))
    // eslint-disable-next-line no-restricted-syntax -- what yazl takes
    zip.addReadStream(content, path, { mtime: new Date(at), mode: 0o100644, compressionLevel })
    await read
  }
  zip.end()
}
