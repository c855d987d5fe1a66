import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { accepts } from './accepts.ts'
import { CannotStart, diskIsFull, tellsBrokenProgram, tellsFullDisk } from './cannot-start.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { lastLines, logTail } from './log-tail.ts'
import { findProgram } from './programs.ts'
import { askRestore, setAside, temporalFolder, wasFoundDamaged, watchForDamage } from './temporal-data.ts'
import { EndedEarly, untilReady } from './until.ts'

/** Where Temporal keeps its data, and its ports on 127.0.0.1. */
export interface TemporalOptions {
  readonly home: string
  readonly port: number
  readonly uiPort: number
  readonly namespace: string
  /** Adds what tests need: time skipping, and timers exact to the millisecond. */
  readonly forTests: boolean
  /** Told when a damaged database was set aside; `kept` is the folder it was moved to. */
  readonly onDamaged?: (kept: string) => void
}

/** What every engine of ours is told. Each was measured: with the defaults every timer costs 0.25 to 1 s. */
export const engineSettings = [
  'history.timerProcessorMaxPollRPS=2000',
  'history.transferProcessorMaxPollRPS=2000',
  // The default of 10 updates in flight on one workflow loses some of 100 sent at once.
  'history.maxInFlightUpdates=1000',
] as const

const settingsForTests = [
  'history.timerProcessorMaxTimeShift="1ms"',
  'frontend.WorkflowTimeSkippingEnabled=true',
  // Without it a run that continues as new within 1 s of its start is skipped twice, and its clock runs years ahead.
  'history.workflowIdReuseMinimalInterval="0s"',
]

const damage = /not a database|malformed|no such (table|column)|SQLITE_CORRUPT|file is encrypted/i

/**
 * Starts Temporal's development server and returns when its namespace answers; throws `CannotStart`.
 *
 * It exits on a damaged database. Everything in it can be built again from MongoDB, so the file is set aside and a new one begun;
 * `needsRestore` is true from then on, until `restoreDone`.
 */
export async function startTemporal(
  options: TemporalOptions,
  adopt: (child: Child) => void = () => {},
): Promise<Child> {
  const { home, onDamaged } = options
  const isFirst = !existsSync(join(temporalFolder(home), 'temporal.db'))
  mkdirSync(temporalFolder(home), { recursive: true })
  // A new database beside a MongoDB that has data: its processes are to be built again.
  if (isFirst && existsSync(join(home, 'mongodb', 'WiredTiger'))) askRestore(home)
  const beginAnew = () => {
    askRestore(home)
    onDamaged?.(setAside(home))
  }
  if (wasFoundDamaged(home)) beginAnew()
  try {
    return await launch(options, adopt)
  } catch (error) {
    if (!(error instanceof DamagedDatabase)) throw error
    beginAnew()
    return await launch(options, adopt)
  }
}

/** Throws `CannotStart` when nothing answers at the address of a Temporal that we were given. */
export async function refuseUnlessReachable(address: string): Promise<void> {
  const [host = '', port = ''] = address.split(':')
  if (!(await accepts({ host, port: Number(port) }))) {
    throw new CannotStart(`The Temporal of TEMPORAL_ADDRESS (${address}) cannot be reached.`)
  }
}

class DamagedDatabase extends CannotStart {}

async function launch(options: TemporalOptions, adopt: (child: Child) => void): Promise<Child> {
  const child = spawnTemporal(options)
  adopt(child)
  watchForDamage(child, options.home)
  const namespace = `http://127.0.0.1:${options.uiPort}/api/v1/namespaces/${encodeURIComponent(options.namespace)}`
  const answers = async () => (await fetch(namespace, { signal: AbortSignal.timeout(2_000) })).ok
  try {
    await untilReady(child, answers, 60_000)
    return child
  } catch (error) {
    await child.stop()
    throw error instanceof EndedEarly ? reasonOf(child, temporalFolder(options.home)) : error
  }
}

function spawnTemporal({ home, port, uiPort, namespace, forTests }: TemporalOptions): Child {
  return spawnChild({
    name: 'Temporal',
    command: findProgram('temporal').path,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${port}`, '--ui-port', `${uiPort}`],
      ...[
        '--db-filename',
        join(temporalFolder(home), 'temporal.db'),
        '--namespace',
        namespace,
        '--ui-disable-news-fetch',
      ],
      ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'],
      ...[...engineSettings, ...(forTests ? settingsForTests : [])].flatMap((value) => [
        '--dynamic-config-value',
        value,
      ]),
      ...['--log-level', 'error', '--log-format', 'json'],
    ],
    env: withoutTemporalSettings(childEnv(home)),
    log: join(home, 'logs', 'temporal.log'),
    graceMs: 10_000,
    whenOrphaned: 'TERM',
  })
}

/** The program reads `TEMPORAL_*` as settings of its own, among them addresses that are meant for us. */
function withoutTemporalSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')))
}

function reasonOf(child: Child, folder: string): CannotStart {
  const text = logTail(child.log)
  if (tellsFullDisk(text)) return diskIsFull(folder)
  const said = (lastLines(child.log, 1)[0] ?? 'no output').slice(0, 300)
  if (tellsBrokenProgram(text))
    return new CannotStart(`Temporal cannot run here (${said}): remove .local/stack and start again.`)
  if (damage.test(text)) return new DamagedDatabase(`Temporal cannot read its database in ${folder}: ${said}`)
  return new CannotStart(`Temporal cannot start (${said}); the whole log: ${child.log}`)
}
