import { Problem } from '../http/problem.ts'

const mostUnpacked = 10 * 1_048_576
const mostParts = 200
const [endMark, partMark] = [0x06054b50, 0x02014b50]
const [endSize, partSize, mostComment] = [22, 46, 65_535]

/**
 * Refuses a spreadsheet that is no ZIP, or that would be more than 10 MB once it is unpacked: what it says of its parts is held to when they are
 * (PKWARE APPNOTE 4.3.12). Throws `import-unreadable` and `body-too-large`.
 */
export function assertUnpacks(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endIn(view)
  const parts = view.getUint16(end + 10, true)
  if (parts > mostParts) throw new Problem(413, 'body-too-large')
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let part = 0; part < parts; part++) {
    if (at + partSize > view.byteLength || view.getUint32(at, true) !== partMark)
      throw new Problem(422, 'import-unreadable')
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    // A part that says nothing of its size would be held to none.
    if (size === 0 && packed > 2) throw new Problem(422, 'import-unreadable')
    unpacked += size
    if (unpacked > mostUnpacked) throw new Problem(413, 'body-too-large')
    const names = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    at += partSize + names.reduce((sum, length) => sum + length, 0)
  }
}

/** Where the list of its parts ends, searched from behind. */
function endIn(view: DataView): number {
  for (let at = view.byteLength - endSize; at >= Math.max(0, view.byteLength - endSize - mostComment); at--)
    if (view.getUint32(at, true) === endMark) return at
  throw new Problem(422, 'import-unreadable')
}
