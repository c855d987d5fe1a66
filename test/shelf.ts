import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShelf, type Shelf } from '../documents/shelf.ts'

/** A folder that is gone once this process ends. */
export function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'longitude-documents-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let one: Shelf | undefined
/** A shelf for tests that put nothing on it. */
export const emptyShelf = (): Shelf => (one ??= openShelf(passingFolder()))
