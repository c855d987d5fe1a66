import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { PolicyDefect } from '../../policy/files.ts'
import { PolicyRefused, loadPolicy } from '../../policy/load.ts'

const ours = join(import.meta.dirname, '../../policy')

/** What becomes of a file: its new text, or nothing when it is to be missing. */
export type Edits = Readonly<Record<string, (text: string) => string | undefined>>

/** Gives a copy of the school's policy, edited, to a function, and removes it afterwards. */
export function withPolicy<T>(edits: Edits, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'longitude-policy-'))
  try {
    cpSync(ours, folder, { recursive: true, filter: (source) => !source.endsWith('.ts') })
    for (const [file, edit] of Object.entries(edits)) {
      const path = join(folder, file)
      const text = edit(textOf(path))
      if (text === undefined) rmSync(path)
      else writeFileSync(path, text)
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Replaces one text, which must be there: an edit that changes nothing would test nothing. */
export const swap =
  (from: string, to: string) =>
  (text: string): string => {
    expect(text).to.contain(from)
    return text.replace(from, to)
  }

/** Adds lines at the end. */
export const append =
  (lines: string) =>
  (text: string): string =>
    `${text}${lines}\n`

/** Everything the loader finds wrong in an edited policy; none when it loads. */
export const defectsIn = (edits: Edits): readonly PolicyDefect[] =>
  withPolicy(edits, (folder) => {
    try {
      loadPolicy(folder)
      return []
    } catch (error) {
      if (error instanceof PolicyRefused) return error.defects
      throw error
    }
  })
