import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Instant } from '../domain/time.ts'

/** A file that was received and is not kept yet. */
export interface Received {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}
/** What names a document on the shelf. */
export interface Shelved {
  readonly id: string
  readonly sha256: string
}
/** More was sent than may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}
/** What lies on the shelf is gone, or is not what was put there. */
export class Changed extends Error {
  override readonly name = 'Changed'
}

/** The contents of documents, on a disk that every API and worker shares. */
export interface Shelf {
  /** Writes what comes to a file of its own, as it comes; of what breaks off, or is `TooLarge`, nothing is left. */
  receive(source: Readable, mostBytes: number): Promise<Received>
  /** Puts a received file on the shelf. */
  keep(received: Received, id: string): Promise<void>
  /** Throws a received file away. */
  discard(received: Received): Promise<void>
  /** The content of a document, once it was compared with its hash. Throws `Changed`. */
  read(shelved: Shelved): Promise<Readable>
  remove(shelved: Shelved): Promise<void>
  /** Throws away what was received before that moment and never kept: its process was killed. */
  sweepReceived(before: Instant): Promise<void>
  /** The documents of one of the 256 folders that were put there before that moment. */
  keptBefore(folder: number, before: Instant): Promise<readonly Shelved[]>
}

/** How many folders the shelf has: one for each first byte of a hash. */
export const shelfFolders = 256

/**
 * Opens the shelf in a folder, and makes it. A document lies under its hash and its id, without the name or the extension its sender gave it,
 * and is its owner's alone to read (ADR 55).
 */
export function openShelf(folder: string): Shelf {
  const [incoming, kept] = [join(folder, 'incoming'), join(folder, 'kept')]
  for (const one of [incoming, kept]) mkdirSync(one, { recursive: true, mode: 0o700 })
  const placeOf = ({ id, sha256 }: Shelved): string => join(kept, sha256.slice(0, 2), `${sha256}.${id}`)

  return {
    receive: async (source, mostBytes) => {
      const path = join(incoming, randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      const counted = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          hash.update(chunk)
          done(bytes > mostBytes ? new TooLarge() : null, chunk)
        },
      })
      try {
        await pipeline(source, counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { path, bytes, sha256: hash.digest('hex') }
    },
    keep: async ({ path, sha256 }, id) => {
      const place = placeOf({ id, sha256 })
      await mkdir(join(kept, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
      await rename(path, place)
      await flushed(join(kept, sha256.slice(0, 2)))
    },
    discard: ({ path }) => rm(path, { force: true }),
    read: async ({ id, sha256 }) => {
      const file = await open(placeOf({ id, sha256 })).catch((error: unknown) => {
        throw isMissing(error) ? new Changed() : error
      })
      try {
        if ((await hashOf(file)) !== sha256) throw new Changed()
      } catch (error) {
        await file.close()
        throw error
      }
      return file.createReadStream({ start: 0 })
    },
    remove: (shelved) => rm(placeOf(shelved), { force: true }),
    sweepReceived: async (before) => {
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name)
        if (await isOlder(path, before)) await rm(path, { force: true })
      }
    },
    keptBefore: async (index, before) => {
      const place = join(kept, index.toString(16).padStart(2, '0'))
      const found: Shelved[] = []
      for (const name of await namesIn(place)) {
        const [sha256 = '', id = ''] = name.split('.')
        if (await isOlder(join(place, name), before)) found.push({ id, sha256 })
      }
      return found
    },
  }
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(file.createReadStream({ start: 0, autoClose: false }), hash)
  return hash.digest('hex')
}

/** A file that was moved there stays there, whatever happens to the machine. */
async function flushed(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

const isOlder = async (path: string, than: Instant): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < Date.parse(than),
    () => false,
  )

const namesIn = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
