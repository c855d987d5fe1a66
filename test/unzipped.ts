import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** A file of an archive. */
export interface Unzipped {
  readonly path: string
  readonly content: Buffer
  readonly at: string
}

/** What an archive holds, in its order, each file checked against its size and its checksum; names as strict as yauzl reads them. */
export async function unzipped(bytes: Buffer): Promise<readonly Unzipped[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
  const files: Unzipped[] = []
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry))
    files.push({ path: entry.fileName, content, at: entry.getLastModDate().toISOString() })
  }
  return files
}
