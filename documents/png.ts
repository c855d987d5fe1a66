import { crc32 } from 'node:zlib'
import { refuseHiddenPdf, refuseTrailing } from './hidden.ts'
import { mostCompressedAside, mostPixels, mostPixelsASide } from './limits.ts'
import { Refused } from './verdict.ts'

const signatureBytes = 8
const overhead = 12
const chunkName = /^[A-Za-z]{4}$/
const compressedAside = ['iCCP', 'zTXt', 'iTXt']

interface Chunk {
  readonly name: string
  readonly data: Buffer
  /** Where the next one begins. */
  readonly end: number
}

/** Checks a PNG: its chunks one after the other, from header to end, and nothing behind (ISO/IEC 15948). Throws `Refused`. */
export function checkPng(bytes: Buffer): void {
  let chunk = chunkAt(bytes, signatureBytes)
  if (chunk.name !== 'IHDR' || chunk.data.length !== 13) throw new Refused('document-damaged')
  refuseOversized(chunk.data.readUInt32BE(0), chunk.data.readUInt32BE(4))
  let image = false
  while (chunk.name !== 'IEND') {
    chunk = chunkAt(bytes, chunk.end)
    if (chunk.name === 'IDAT') image = true
    if (compressedAside.includes(chunk.name) && chunk.data.length > mostCompressedAside)
      throw new Refused('document-oversized', chunk.name)
  }
  if (!image) throw new Refused('document-damaged')
  refuseTrailing(bytes, chunk.end)
  refuseHiddenPdf(bytes)
}

function chunkAt(bytes: Buffer, start: number): Chunk {
  if (start + overhead > bytes.length) throw new Refused('document-damaged')
  const end = start + overhead + bytes.readUInt32BE(start)
  const name = bytes.toString('latin1', start + 4, start + 8)
  if (end > bytes.length || !chunkName.test(name)) throw new Refused('document-damaged')
  if (crc32(bytes.subarray(start + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw new Refused('document-damaged')
  return { name, data: bytes.subarray(start + 8, end - 4), end }
}

/** Throws for an image that has no pixels, or more than anybody could open. */
export function refuseOversized(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Refused('document-damaged')
  if (width > mostPixelsASide || height > mostPixelsASide || width * height > mostPixels)
    throw new Refused('document-oversized', `${width} × ${height}`)
}
