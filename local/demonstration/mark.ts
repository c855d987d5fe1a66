import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this installation may still be filled with a demonstrated past; what is there already is looked at by the script itself. */
export const wantsDemonstration = (home: string): boolean => !existsSync(mark(home))

/** Notes that it was, or that there was no room for it. */
export const demonstrated = (home: string): void =>
  writeFileSync(mark(home), 'The demonstration was made, or this installation was in use before it could be.\n')

const mark = (home: string): string => join(home, 'demonstrated')
