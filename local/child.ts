import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, closeSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { root } from '../config/root.ts'

/** How a process ended. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A process of ours that ends with us. */
export interface Child {
  readonly name: string
  readonly pid: number
  /** File that receives what it prints; empty when it prints where we print. */
  readonly log: string
  /** Settles once, when the process is gone; never rejects. */
  readonly ended: Promise<Ending>
  readonly process: ChildProcess
  isAlive(): boolean
  /** Ends it and waits until it is gone: asks first, then kills after its grace; `quick` kills at once. */
  stop(how?: 'graceful' | 'quick'): Promise<void>
}

/** What to run, and how it ends. */
export interface ChildOptions {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Absolute path, the output of the run before is kept beside it as `*.1`; without one it prints where we print. */
  readonly log?: string
  /** Milliseconds between asking and killing. */
  readonly graceMs: number
  /** What the kernel sends it when we are killed ourselves (Linux only). */
  readonly whenOrphaned: 'TERM' | 'KILL'
  readonly ipc?: boolean
}

const living = new Set<Child>()
// Whatever ends this process in a way it can still notice, nothing stays behind.
process.on('exit', () => living.forEach((child) => signalGroup(child.pid, 'SIGKILL')))

const setpriv = '/usr/bin/setpriv'
const hasSetpriv = process.platform === 'linux' && existsSync(setpriv)

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches us alone and we end things in order.
 *
 * Its output goes to a file and not through a pipe: a pipe would break with us and take the ending of a database with it.
 */
export function spawnChild(options: ChildOptions): Child {
  const [command, args] = hasSetpriv
    ? [setpriv, ['--pdeathsig', options.whenOrphaned, '--', options.command, ...options.args]]
    : [options.command, [...options.args]]
  const output = options.log === undefined ? undefined : openLog(options.log)
  const child = spawn(command, args, {
    cwd: root,
    env: { ...options.env, TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit', ...(options.ipc ? ['ipc' as const] : [])],
  })
  if (output !== undefined) closeSync(output)
  let alive = true
  const ended = new Promise<Ending>((settle) => {
    child.once('exit', (code, signal) => settle({ code, signal }))
    child.once('error', () => settle({ code: 127, signal: null }))
  }).then((ending) => {
    alive = false
    living.delete(running)
    return ending
  })
  const running: Child = {
    name: options.name,
    pid: child.pid ?? -1,
    log: options.log ?? '',
    ended,
    process: child,
    isAlive: () => alive,
    stop: (how = 'graceful') => end(running, how === 'quick' ? 0 : options.graceMs),
  }
  if (child.pid !== undefined) living.add(running)
  return running
}

/** In words: `exit code 1`, `signal SIGKILL`. */
export function inWords(ending: Ending): string {
  return ending.signal === null ? `exit code ${ending.code}` : `signal ${ending.signal}`
}

async function end(child: Child, graceMs: number): Promise<void> {
  if (!child.isAlive()) return
  if (graceMs > 0) {
    signalGroup(child.pid, 'SIGTERM')
    signalGroup(child.pid, 'SIGCONT')
  }
  const killing = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs)
  await child.ended
  clearTimeout(killing)
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Gone already, which is what was wanted.
  }
}

function openLog(log: string): number {
  mkdirSync(dirname(log), { recursive: true })
  if (existsSync(log)) renameSync(log, `${log}.1`)
  return openSync(log, 'a')
}
