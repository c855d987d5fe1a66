import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { checkInThreads } from '../../documents/check.ts'
import type { Deps } from '../../api/deps.ts'
import { openShelf, type Shelf } from '../../documents/shelf.ts'
import { joined } from '../documents/made.ts'
import { passingFolder } from '../shelf.ts'
import { openDesk, type Desk } from './desk.ts'

export const mostBytes = 65_536
export const boundary = '----longitude'
export const endOfForm = `--${boundary}--\r\n`

/** A part of a form, a file where it has a name. */
export const part = (name: string, content: string | Uint8Array, filename?: string): Buffer =>
  joined(
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`,
    content,
    '\r\n',
  )

/** A desk with a shelf of its own, and what lies there. */
export interface ShelfDesk {
  readonly desk: Desk
  readonly shelf: Shelf
  readonly folder: string
  /** The files that lie there, by their places in the folder. */
  onDisk(): string[]
  /** Expects that no document is there, of no kind. */
  nothing(): Promise<void>
  /** Forgets every document. */
  forget(): Promise<void>
}

export async function openShelfDesk(changes: Partial<Deps> = {}): Promise<ShelfDesk> {
  const folder = passingFolder()
  const shelf = openShelf(folder)
  const desk = await openDesk({ documents: { shelf, check: checkInThreads(), mostBytes }, ...changes })
  const { documents, asked, texts } = desk.store
  const onDisk = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
  return {
    desk,
    shelf,
    folder,
    onDisk,
    nothing: async () => {
      expect(onDisk()).to.deep.equal([])
      expect(await documents.countDocuments()).to.equal(0)
      expect(await texts.countDocuments({ stream: /^document\// })).to.equal(0)
    },
    forget: async () => {
      await Promise.all([documents.deleteMany({}), asked.deleteMany({}), texts.deleteMany({ stream: /^document\// })])
      for (const name of onDisk()) rmSync(join(folder, name), { force: true })
    },
  }
}
