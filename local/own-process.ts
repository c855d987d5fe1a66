import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { lastLines } from './log-tail.ts'
import { EndedEarly, untilReady } from './until.ts'

/** A process of ours in TypeScript: the worker, the API or a script. */
export interface OwnProcess {
  readonly name: string
  /** Path below the repository. */
  readonly file: string
  readonly home: string
  readonly env: NodeJS.ProcessEnv
  readonly graceMs: number
}

const readyWithinMs = 90_000
const readiness = z.object({ ready: z.literal(true) })

/** Starts the worker, and returns when it says `{ready: true}`; throws `CannotStart`. */
export async function startWorker(worker: OwnProcess, adopt: (child: Child) => void): Promise<Child> {
  const child = spawnOwn(worker, true)
  let said = false
  child.process.on('message', (message) => {
    said ||= readiness.safeParse(message).success
  })
  adopt(child)
  return untilItIs(child, () => Promise.resolve(said))
}

/** Starts the API, and returns when `GET /readyz` answers 200; throws `CannotStart`. */
export async function startApi(
  api: OwnProcess & { readonly port: number },
  adopt: (child: Child) => void,
): Promise<Child> {
  const child = spawnOwn(api, false)
  adopt(child)
  const readyz = `http://127.0.0.1:${api.port}/readyz`
  return untilItIs(child, async () => (await fetch(readyz, { signal: AbortSignal.timeout(5_000) })).ok)
}

/** Runs a script to its end; throws `CannotStart` when it fails. */
export async function runScript(script: OwnProcess, adopt: (child: Child) => void): Promise<void> {
  const child = spawnOwn(script, false)
  adopt(child)
  const { code } = await child.ended
  if (code !== 0) throw new CannotStart(failure(child, `${script.name} failed`))
}

function spawnOwn({ name, file, home, env, graceMs }: OwnProcess, ipc: boolean): Child {
  return spawnChild({
    name,
    command: process.execPath,
    args: ['--import', 'tsx', file],
    env: childEnv(home, env),
    log: join(home, 'logs', `${name.toLowerCase()}.log`),
    graceMs,
    // They may be killed at any point without harm, and must not wait for servers that end at the same moment.
    whenOrphaned: 'KILL',
    ipc,
  })
}

async function untilItIs(child: Child, isReady: () => Promise<boolean>): Promise<Child> {
  try {
    await untilReady(child, isReady, readyWithinMs)
    return child
  } catch (error) {
    await child.stop()
    throw error instanceof EndedEarly ? new CannotStart(failure(child, error.message), { cause: error }) : error
  }
}

function failure(child: Child, what: string): string {
  const lines = lastLines(child.log, 12).map((line) => `  ${line.slice(0, 400)}`)
  return [`${what}; the end of its log (${child.log}):`, ...lines].join('\n')
}
