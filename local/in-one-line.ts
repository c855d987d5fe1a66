import { z } from 'zod'
import { UnusableEnvironment } from '../config/unusable.ts'
import { UnusableSecret } from '../config/secret.ts'
import { CannotStart, diskIsFull } from './cannot-start.ts'

/** What the system adds to an error. */
const ofSystem = z.object({
  code: z.string().optional().catch(undefined),
  path: z.string().optional().catch(undefined),
})

/** What to show of an error: one line for what a person can mend, the whole of it for what only we can. */
export function inOneLine(error: unknown, folder: string): string {
  if (error instanceof CannotStart || error instanceof UnusableSecret || error instanceof UnusableEnvironment)
    return error.message
  if (!(error instanceof Error)) return String(error)
  const { code, path } = ofSystem.parse(error)
  if (code === 'ENOSPC') return diskIsFull(folder).message
  // A file where a folder should be, a folder that may not be written: whatever the system says about a path.
  if (path !== undefined)
    return `${path} cannot be used (${code}): mend or remove it, or set LONGITUDE_HOME to another folder.`
  return error.stack ?? error.message
}
