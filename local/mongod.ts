import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { accepts } from './accepts.ts'
import { CannotStart, diskIsFull, tellsBrokenProgram, tellsFullDisk } from './cannot-start.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { logTail } from './log-tail.ts'
import { findProgram } from './programs.ts'
import { ensureReplicaSet } from './replica-set.ts'
import { EndedEarly, untilReady } from './until.ts'

/** Where MongoDB keeps its data, and its port on 127.0.0.1. */
export interface MongodOptions {
  readonly home: string
  readonly port: number
  /** Acknowledges writes before they are on disk, twice as fast: tests end workers and APIs, and never this server. */
  readonly forTests?: boolean
}

const settings = {
  // With the default 60 s the open transaction of a killed worker kept its documents locked for 73 s, with 3 s for 3.9 s.
  transactionLifetimeLimitSeconds: 3,
  // A set of one has no one to hand over to, so the default wait of 15 s at the end is for nothing.
  shutdownTimeoutMillisForSignaledShutdown: 100,
  diagnosticDataCollectionEnabled: false,
}

/** The longest it knows, in milliseconds. */
const never = 2 ** 31 - 1

/**
 * Starts MongoDB as a replica set of one and returns when it takes writes; throws `CannotStart`.
 *
 * Damaged data is never repaired here: a repair drops what it cannot read, without a word.
 */
export async function startMongod(options: MongodOptions, adopt: (child: Child) => void = () => {}): Promise<Child> {
  const folder = join(options.home, 'mongodb')
  mkdirSync(folder, { recursive: true })
  const child = spawnMongod(folder, options)
  adopt(child)
  try {
    await untilReady(child, () => accepts({ host: '127.0.0.1', port: options.port }), 60_000)
    await ensureReplicaSet(options.port, { journaled: !options.forTests })
    return child
  } catch (error) {
    await child.stop()
    throw error instanceof EndedEarly ? reasonOf(child, folder) : error
  }
}

function spawnMongod(folder: string, { home, port }: MongodOptions): Child {
  const { path, libraries } = findProgram('mongod')
  return spawnChild({
    name: 'MongoDB',
    command: path,
    args: [
      ...['--dbpath', folder, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket', '--quiet'],
      ...['--replSet', 'rs0', '--wiredTigerCacheSizeGB', '0.25'],
      // A slow query is logged with what it says of people, and a log is erased by nobody.
      ...['--slowms', `${never}`],
      ...Object.entries(settings).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]),
    ],
    env: childEnv(home, libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
    log: join(home, 'logs', 'mongod.log'),
    graceMs: 10_000,
    whenOrphaned: 'TERM',
  })
}

function reasonOf(child: Child, folder: string): CannotStart {
  const text = logTail(child.log)
  if (tellsFullDisk(text)) return diskIsFull(folder)
  const said = worstLine(text)
  if (/DBPathInUse/.test(text)) return new CannotStart(`Another MongoDB uses ${folder}: end it first.`)
  if (tellsBrokenProgram(text))
    return new CannotStart(`MongoDB cannot run here (${said}): remove .local/stack and start again.`)
  return new CannotStart(
    `MongoDB cannot open its data in ${folder} (${said}). Nothing was changed. Put back a backup of it, or move ` +
      `it and the folder temporal beside it away to start empty; the whole log: ${child.log}`,
  )
}

/** What mongod said last with severity error or fatal (its log is one JSON object a line). */
function worstLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const worst = lines.filter((line) => /"s":"[EF]"/.test(line))
  const chosen =
    worst.find((line) => /error|WiredTiger|corrupt/i.test(line)) ?? worst.at(-1) ?? lines.at(-1) ?? 'no output'
  const message = /"msg":"((?:[^"\\]|\\.)*)"/.exec(chosen)?.[1]
  const detail = /"(?:message|error|reason|msg)":"((?:[^"\\]|\\.)*)"/g
  const details = [...chosen.matchAll(detail)].map((match) => match[1] ?? '').filter((found) => found !== message)
  return (message === undefined ? chosen : [message, ...details].join(': ')).replaceAll('\\"', '"').slice(0, 300)
}
