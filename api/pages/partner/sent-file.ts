import type { BusboyFileStream } from '@fastify/busboy'
import type { Request } from 'express'
import { readParts } from '../../documents/multipart.ts'
import { mediaTypes } from '../../exports/formats.ts'
import { Problem } from '../../http/problem.ts'
import type { SentFile } from '../../nominations-file/read.ts'

/** How large a file of nominations may be, in megabytes; the API says the same. */
export const mostMegabytes = 1
const mostBytes = mostMegabytes * 1_048_576
// What was checked comes back as text, four letters for three bytes; and its form is wrapped in boundaries.
const mostText = Math.ceil(mostBytes / 3) * 4 + 4
const wrapping = 16_384

/** What a page with a file sends: its file, where one was chosen, and its fields. */
export interface SentForm {
  readonly file?: SentFile | undefined
  readonly fields: Readonly<Record<string, string>>
}

/** Reads a form with a file, held in memory as it is small. Throws `unsupported-media-type`, `body-too-large`, and `document-cut` for what breaks off. */
export async function sentForm(req: Request): Promise<SentForm> {
  const tooLarge = new Problem(413, 'body-too-large', { limitKilobytes: mostBytes / 1024 })
  if (Number(req.get('content-length') ?? 0) > mostBytes + mostText + wrapping) throw tooLarge
  const fields = new Map<string, string>()
  const chunks: Buffer[] = []
  const limits = { files: 1, fields: 5, parts: 6, fileSize: mostBytes, fieldSize: mostText }
  await readParts(req, limits, (form, reject) => {
    form.on('file', (_field: string, stream: BusboyFileStream) => {
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => reject(tooLarge))
      stream.on('error', () => reject(new Problem(400, 'document-cut')))
    })
    form.on('field', (...[name, value, , isCut]: readonly [string, string, boolean, boolean, ...unknown[]]) => {
      if (isCut) reject(tooLarge)
      else fields.set(name, value)
    })
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      form.on(limit, () => reject(new Problem(422, 'document-several')))
  })
  const bytes = Buffer.concat(chunks)
  return { ...(bytes.length > 0 && { file: fileOf(bytes) }), fields: Object.fromEntries(fields) }
}

/** What a file is, by what it begins with: browsers and telephones call one kind of file many names. */
export const fileOf = (bytes: Buffer): SentFile => ({
  type: bytes.subarray(0, 2).toString('latin1') === 'PK' ? mediaTypes.xlsx : mediaTypes.csv,
  bytes,
})
