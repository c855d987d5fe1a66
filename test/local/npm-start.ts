import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'mocha'
import { root } from '../../config/root.ts'
import { freePorts } from '../../local/ports.ts'

/** One `npm start` in a process of its own. */
export interface Started {
  readonly npm: ChildProcess
  /** All that was printed so far. */
  output(): string
  /** Waits until it printed this so many times, once by default; throws with its output when it ends before, or after 150 s. */
  until(text: string, times?: number): Promise<void>
  /** Waits for its end; answers npm's exit code. */
  ended(): Promise<number | null>
}

/** What to start. */
export interface StartOptions {
  readonly env: NodeJS.ProcessEnv
  /** Folder of the repository, or of a copy of it. */
  readonly folder?: string
}

/** Which data folder, and which ports. */
export interface OwnEnv extends Record<string, string> {
  readonly LONGITUDE_HOME: string
  readonly PORT: string
  readonly MONGODB_PORT: string
  readonly MAILBOX_PORT: string
  readonly TEMPORAL_UI_PORT: string
  readonly SMTP_PORT: string
}

/** The environment for a start of its own: this data folder, and free ports. */
export async function ownEnv(home: string): Promise<OwnEnv> {
  const ports = await freePorts(7)
  const port = (index: number) => `${ports[index]}`
  return {
    LONGITUDE_HOME: home,
    PORT: port(0),
    MONGODB_PORT: port(1),
    TEMPORAL_PORT: port(2),
    TEMPORAL_UI_PORT: port(3),
    SMTP_PORT: port(4),
    MAILBOX_PORT: port(5),
    BOUNCE_PORT: port(6),
  }
}

/** Skips a suite, with the reason in words, where the tests cannot see which processes are left. */
export function skipUnlessLinux(suite: Context): void {
  if (process.platform === 'linux') return
  console.log('      skipped: processes are followed through /proc, which only Linux has')
  suite.skip()
}

/**
 * Runs `npm start` as a terminal would: in a process group that a signal can reach as a whole. Linux only, as all of this file; it is
 * killed with the tests.
 */
export function npmStart({ env, folder = root }: StartOptions): Started {
  const npm = spawn('setpriv', ['--pdeathsig', 'KILL', 'npm', 'start'], {
    cwd: folder,
    env: { ...inherited(), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  npm.stdout.on('data', (data: Buffer) => (printed += data.toString()))
  npm.stderr.on('data', (data: Buffer) => (printed += data.toString()))
  let over = false
  const closed = new Promise<number | null>((resolve) => npm.once('close', resolve))
  void closed.then(() => (over = true))
  return {
    npm,
    output: () => printed,
    until: async (text, times = 1) => {
      const limit = Date.now() + 150_000
      while (printed.split(text).length <= times) {
        if (over || Date.now() > limit) throw new Error(`npm start did not print "${text}":\n${printed}`)
        await sleep(20)
      }
    },
    ended: () => closed,
  }
}

/** The environment of this run, without what its npm passed on and the addresses of its servers: they are not meant for what it starts. */
export const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|LONGITUDE_|MONGODB_|TEMPORAL_|SMTP_)/.test(name)),
  )

/** The processes that belong to a data folder: command by pid, from the environment that each was started with (Linux only). */
export function processesOf(home: string): Map<number, string> {
  const mark = `LONGITUDE_HOME=${home}`
  const found = new Map<number, string>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (!Number.isInteger(pid) || pid === process.pid) continue
    if (!readProc(pid, 'environ').split('\0').includes(mark)) continue
    found.set(pid, readProc(pid, 'cmdline').replaceAll('\0', ' ').trim())
  }
  return found
}

/** The one process of a data folder whose command holds this text. */
export function processOf(home: string, command: string): number {
  const found = [...processesOf(home)].filter(([, line]) => line.includes(command))
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} processes run ${command}`)
  return only[0]
}

/** Waits until no process of a data folder is left, for at most `limitMs`; answers those that are. */
export async function untilNoneLeft(home: string, limitMs: number): Promise<string[]> {
  const limit = Date.now() + limitMs
  while (processesOf(home).size > 0 && Date.now() < limit) await sleep(50)
  return [...processesOf(home).values()]
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
