import type { BusboyFileStream } from '@fastify/busboy'
import type { Request } from 'express'
import { TooLarge, type Received, type Shelf } from '../../documents/shelf.ts'
import { Problem } from '../http/problem.ts'
import { diskFull } from './disk-full.ts'
import { readParts } from './multipart.ts'

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
  const files: { readonly name: string; readonly receiving: Promise<Received>; end(): void }[] = []
  try {
    await readParts(req, { files: 1, fields: 1, parts: 2 }, (form, reject) => {
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
    })
    const [file] = files
    if (!file) throw new Problem(422, 'document-missing')
    return { received: await file.receiving, name: file.name }
  } catch (error) {
    for (const { receiving, end } of files) {
      end()
      await receiving.then(shelf.discard, () => undefined)
    }
    throw error instanceof TooLarge ? tooLarge : diskFull(error)
  }
}
