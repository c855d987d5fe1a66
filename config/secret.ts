import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './error-code.ts'

/** The secret file exists and does not hold 32 bytes in hex; it is never replaced, as links in sent mails depend on it. */
export class UnusableSecret extends Error {
  override readonly name = 'UnusableSecret'
}

/**
 * Reads the secret of sessions and links, 64 hex digits, and makes it at first use in a file only its owner reads (0600).
 *
 * Worker and API may both be first: the file appears whole under its name, so both read the same one.
 */
export function readSecret(file: string): string {
  const kept = readKept(file)
  if (kept !== undefined) return kept
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    linkSync(fresh, file)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(fresh)
  }
  return readSecret(file)
}

function readKept(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (!/^[0-9a-f]{64}$/.test(text)) {
      throw new UnusableSecret(
        `${file} does not hold a secret (64 hex digits); put back the file, or remove it to make a new one`,
      )
    }
    return text
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
