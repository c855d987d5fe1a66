import { refuseHiddenPdf, refuseTrailing } from './hidden.ts'
import { refuseOversized } from './png.ts'
import { Refused } from './verdict.ts'

const startOfScan = 0xda
const endOfImage = 0xd9
/** Frame headers: C0 to CF but DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** Stuffed zeros and restarts stand inside the data of a scan. */
const isOfScan = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7)

/** Checks a JPEG: its segments one after the other, from first to last marker, and nothing behind (ITU-T T.81, B.1). Throws `Refused`. */
export function checkJpeg(bytes: Buffer): void {
  let frames = 0
  let scans = 0
  let at = 2
  for (;;) {
    const { marker, data } = markerAt(bytes, at)
    if (marker === endOfImage) {
      at = data
      break
    }
    const end = segmentEnd(bytes, data)
    if (isFrame(marker)) {
      if (end - data < 7) throw new Refused('document-damaged')
      refuseOversized(bytes.readUInt16BE(data + 5), bytes.readUInt16BE(data + 3))
      frames++
    }
    if (marker === startOfScan) scans++
    at = marker === startOfScan ? scanEnd(bytes, end) : end
  }
  if (frames !== 1 || scans === 0) throw new Refused('document-damaged')
  refuseTrailing(bytes, at)
  refuseHiddenPdf(bytes)
}

/** The marker at a place, any number of fill bytes before it, and where what belongs to it begins. */
function markerAt(bytes: Buffer, start: number): { readonly marker: number; readonly data: number } {
  let at = start
  if (bytes[at] !== 0xff) throw new Refused('document-damaged')
  while (bytes[at] === 0xff) at++
  const marker = bytes[at]
  if (marker === undefined || marker < 0xc0 || isOfScan(marker) || marker === 0xd8)
    throw new Refused('document-damaged')
  return { marker, data: at + 1 }
}

function segmentEnd(bytes: Buffer, data: number): number {
  if (data + 2 > bytes.length) throw new Refused('document-damaged')
  const length = bytes.readUInt16BE(data)
  if (length < 2 || data + length > bytes.length) throw new Refused('document-damaged')
  return data + length
}

function scanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0xff && !isOfScan(next)) return at
  }
  throw new Refused('document-damaged')
}
