import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { errorCode } from './error-code.ts'
import { root } from './root.ts'
import { UnusableEnvironment } from './unusable.ts'

/** What holds a password: each may be in a file instead, which `MONGODB_URI_FILE` and its like name, as secrets of containers are. */
export const inFiles = ['MONGODB_URI', 'SMTP_URL', 'TEMPORAL_API_KEY'] as const

/** The settings, those that are in files read from there; a variable itself goes before its file. Throws `UnusableEnvironment`. */
export function withFiles(given: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const read = inFiles.flatMap((variable) => {
    const path = given[`${variable}_FILE`]
    if (path === undefined || given[variable] !== undefined) return []
    return [[variable, readSetting(`${variable}_FILE`, path).toString('utf8').trim()] as const]
  })
  return { ...given, ...Object.fromEntries(read) }
}

/** What is in the file that a setting names. Throws `UnusableEnvironment`. */
export function readSetting(variable: string, path: string): Buffer {
  try {
    return readFileSync(resolve(root, path))
  } catch (error) {
    throw new UnusableEnvironment(`${variable}: ${path} cannot be read (${errorCode(error)})`)
  }
}
