import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { errorCode } from '../config/error-code.ts'
import { birthOf } from './birth.ts'
import { CannotStart } from './cannot-start.ts'

/** The right to use a data folder, held by one start at a time. */
export interface Lock {
  /** Notes a process of this start, so that the next one can end it if we cannot any more. */
  note(pid: number): void
  release(): void
}

const born = z.object({ pid: z.number(), birth: z.string() })
const schema = born.extend({ children: z.array(born) })
type Holder = z.infer<typeof schema>

const leaveWithinMs = 12_000

/**
 * Takes the lock of a data folder; throws `CannotStart` with the pid of the start that has it.
 *
 * The lock of a start that is gone is taken over, once everything that start left running is gone as well.
 */
export async function takeLock(home: string, say: (line: string) => void): Promise<Lock> {
  const file = join(home, 'lock')
  const mine = `${file}.${process.pid}`
  const holder: Holder = { pid: process.pid, birth: birthOf(process.pid) ?? '', children: [] }
  const write = () => writeFileSync(mine, JSON.stringify(holder))
  write()
  while (!tookLink(mine, file)) {
    const other = read(file)
    if (other !== undefined && isAlive(other)) {
      throw withdraw(
        mine,
        new CannotStart(
          `Longitude runs on ${home} already, pid ${other.pid}: use it, end it first, or set LONGITUDE_HOME to another folder.`,
        ),
      )
    }
    if (other !== undefined) await endLeftovers(other, say)
    takeAway({ file, judged: other, into: `${mine}.stale` })
  }
  rmSync(mine)
  return {
    note: (pid) => {
      holder.children = [...holder.children.filter(isAlive), { pid, birth: birthOf(pid) ?? '' }]
      write()
      renameSync(mine, file)
    },
    release: () => rmSync(file, { force: true }),
  }
}

function withdraw(mine: string, error: CannotStart): CannotStart {
  rmSync(mine)
  return error
}

/** A link appears whole and only once, so of two starts at the same moment one gets it. */
function tookLink(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Nothing when the lock is gone or cannot be read, as after a crash of the machine. */
function read(file: string): Holder | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function isAlive({ pid, birth }: { pid: number; birth: string }): boolean {
  return birthOf(pid) === birth
}

async function endLeftovers(holder: Holder, say: (line: string) => void): Promise<void> {
  const left = () => holder.children.filter(isAlive)
  if (left().length === 0) return
  say(`The start before (pid ${holder.pid}) was killed: ending what it left running…`)
  signalAll(left(), 'SIGTERM')
  signalAll(left(), 'SIGCONT')
  const limit = Date.now() + leaveWithinMs
  while (left().length > 0 && Date.now() < limit) await sleep(50)
  signalAll(left(), 'SIGKILL')
  while (left().length > 0) await sleep(50)
}

function signalAll(processes: readonly { pid: number }[], signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal)
    } catch {
      // Gone in between.
    }
  }
}

/** Removes the lock we judged; one that another start took meanwhile is put back. */
function takeAway({ file, judged, into }: { file: string; judged: Holder | undefined; into: string }): void {
  try {
    renameSync(file, into)
  } catch {
    return
  }
  const taken = read(into)
  if (taken !== undefined && taken.pid !== judged?.pid) tookLink(into, file)
  rmSync(into, { force: true })
}
