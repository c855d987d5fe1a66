import { crc32, deflateSync } from 'node:zlib'

/** Bytes of parts, each a text in Latin-1 or bytes. */
export const joined = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

/** A stream of a PDF: its dictionary without delimiters, and its content. */
export const pdfStream = (dict: string, content: string | Uint8Array): Buffer => {
  const bytes = joined(content)
  return joined(`<< ${dict} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream')
}
/** The same, deflated. */
export const deflated = (dict: string, content: string | Uint8Array): Buffer =>
  pdfStream(`${dict} /Filter /FlateDecode`, deflateSync(joined(content)))

/** Objects in a stream: number and text of each. */
export function objectStream(objects: Readonly<Record<number, string>>, as = deflated): Buffer {
  const all = Object.entries(objects)
  let at = 0
  const pairs = all.map(([number, text]) => {
    const pair = `${number} ${at}`
    at += text.length + 1
    return pair
  })
  const first = `${pairs.join(' ')} `
  const content = first + all.map(([, text]) => `${text} `).join('')
  return as(`/Type /ObjStm /N ${all.length} /First ${first.length}`, content)
}

/** How a PDF differs from one that is in order. */
export interface PdfParts {
  /** More of its catalogue. */
  readonly catalog?: string
  /** More of its page. */
  readonly page?: string
  /** More of its trailer. */
  readonly trailer?: string
  /** More objects, from number 5 on. */
  readonly objects?: readonly (string | Uint8Array)[]
  readonly pages?: number
}

/** A PDF of one page that says "Agreement", with its table of objects. */
export function pdf({ catalog = '', page = '', trailer = '', objects = [], pages = 1 }: PdfParts = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`,
    deflated('', 'BT /F1 12 Tf 72 720 Td (Agreement) Tj ET'),
    ...objects,
  ]
  let file = joined('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  const offsets = all.map((object, index) => {
    const at = file.length
    file = joined(file, `${index + 1} 0 obj\n`, object, '\nendobj\n')
    return at
  })
  const table = ['0000000000 65535 f ', ...offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n `)]
  return joined(
    file,
    `xref\n0 ${table.length}\n${table.join('\n')}\n`,
    `trailer\n<< /Size ${table.length} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
  )
}

/** One chunk of a PNG. */
export function chunk(name: string, data: Uint8Array): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const body = joined(name, data)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return joined(length, body, sum)
}
/** A grey PNG, as large as it says; more chunks stand before its end. */
export function png({
  width = 4,
  height = 4,
  chunks = [],
}: { width?: number; height?: number; chunks?: readonly Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return joined(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(20))),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  )
}

/** One segment of a JPEG. */
export function segment(marker: number, data: string | Uint8Array): Buffer {
  const body = joined(data)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return joined(head, body)
}
/** A grey JPEG, as large as it says; more segments stand before its frame. */
export function jpeg({
  width = 8,
  height = 8,
  segments = [],
}: { width?: number; height?: number; segments?: readonly Buffer[] } = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return joined(
    '\xff\xd8',
    segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    ...segments,
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    '\xff\xd9',
  )
}

/** A ZIP of nothing. */
export const emptyZip = joined('PK\x05\x06', Buffer.alloc(18))
