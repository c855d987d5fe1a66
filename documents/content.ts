import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { DocumentType } from '../domain/documents.ts'
import { refuseHidden } from './hidden.ts'
import { checkJpeg } from './jpeg.ts'
import { checkPdf } from './pdf/pdf.ts'
import { checkPng } from './png.ts'
import { Refused } from './verdict.ts'

const magics: Readonly<Record<DocumentType, string>> = { pdf: '%PDF-', jpeg: '\xff\xd8\xff', png: '\x89PNG\r\n\x1a\n' }
const extensions: Readonly<Record<DocumentType, readonly string[]>> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
}
const checks: Readonly<Record<DocumentType, (bytes: Buffer) => void | Promise<void>>> = {
  pdf: checkPdf,
  jpeg: checkJpeg,
  png: checkPng,
}

/**
 * What a file is, by its first bytes, its structure and the extension of its name, which must agree. `name` is what its sender calls it.
 * Throws `Refused`.
 */
export async function contentType(path: string, name: string): Promise<DocumentType> {
  const bytes = await readFile(path)
  if (bytes.length === 0) throw new Refused('document-empty')
  const type = await typeOf(bytes)
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined || !extensions[type].includes(extension)) throw new Refused('document-extension', type)
  refuseHidden(bytes)
  await checks[type](bytes)
  return type
}

/** By its very first bytes: a reader that skips what stands before them would open something else. */
async function typeOf(bytes: Buffer): Promise<DocumentType> {
  const [type] = ofOurs.filter((one) => bytes.toString('latin1', 0, magics[one].length) === magics[one])
  if (type) return type
  if (bytes.subarray(0, 1024).includes(magics.pdf)) throw new Refused('document-mixed', 'PDF')
  throw new Refused('document-type', (await fileTypeFromBuffer(bytes))?.ext)
}
const ofOurs = ['pdf', 'jpeg', 'png'] as const
