import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import type { Request } from 'express'
import { TooLarge, type Received, type Shelf } from '../../documents/shelf.ts'
import { Problem } from '../problem.ts'
import { diskFull } from './disk-full.ts'

/** A file that was sent, and what its sender calls it. */
export interface Sent {
  readonly received: Received
  readonly name: string
}
const fieldName = 'file'
// What a form is wrapped in: its boundaries and the headers of its one part.
const wrapping = 16_384

/**
 * The one file of a form, written to disk as it comes. Of what is refused or breaks off nothing is left. Throws `unsupported-media-type`,
 * `body-too-large`, `document-missing`, `document-several`, `document-cut`, `documents-full`.
 */
export async function receivedFrom(
  req: Request,
  { shelf, mostBytes }: { readonly shelf: Shelf; readonly mostBytes: number },
): Promise<Sent> {
  const tooLarge = new Problem(413, 'body-too-large', { limitKilobytes: Math.floor(mostBytes / 1024) })
  if (Number(req.get('content-length') ?? 0) > mostBytes + wrapping) throw tooLarge
  const form = formOf(req)
  const files: { readonly name: string; readonly receiving: Promise<Received>; end(): void }[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      form.on('file', (field: string, stream: BusboyFileStream, filename: string) => {
        if (field !== fieldName) {
          stream.resume()
          reject(new Problem(422, 'document-missing'))
          return
        }
        const receiving = shelf.receive(stream, mostBytes)
        files.push({ name: filename, receiving, end: () => stream.destroy() })
        receiving.catch(reject)
      })
      form.on('filesLimit', () => reject(new Problem(422, 'document-several')))
      form.on('field', () => reject(new Problem(422, 'document-missing')))
      form.on('partsLimit', () => reject(new Problem(422, 'document-several')))
      form.on('error', () => reject(new Problem(400, 'document-cut')))
      form.on('finish', resolve)
      req.once('close', () => {
        if (!req.complete) reject(new Problem(400, 'document-cut'))
      })
      req.pipe(form)
    })
    const [file] = files
    if (!file) throw new Problem(422, 'document-missing')
    return { received: await file.receiving, name: file.name }
  } catch (error) {
    // The rest of what is sent goes nowhere; whoever sends it is to hear why.
    req.unpipe(form)
    req.resume()
    for (const { receiving, end } of files) {
      end()
      await receiving.then(shelf.discard, () => undefined)
    }
    throw error instanceof TooLarge ? tooLarge : diskFull(error)
  }
}

function formOf(req: Request): BusboyInstance {
  const type = req.get('content-type')
  if (type === undefined || !req.is('multipart/form-data'))
    throw new Problem(415, 'unsupported-media-type', { allowed: ['multipart/form-data'] })
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 1, parts: 2, headerPairs: 20, headerSize: 8192 },
    })
  } catch {
    throw new Problem(400, 'document-cut')
  }
}
