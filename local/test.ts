import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../config/root.ts'
import { bundleFile } from './bundle.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { onAskedToEnd } from './endings.ts'
import { ensureBundle } from './ensure-bundle.ts'
import { freshHome } from './fresh-home.ts'
import { inOneLine } from './in-one-line.ts'
import { findNodeAtHand } from './node-at-hand.ts'
import { letOthersPass } from './priority.ts'
import { type Stack, startStack } from './stack.ts'
import { engineTests, otherTests, testsOfAnotherNode, testsWithoutServers } from './test-files.ts'
import { type Counts, runTests, type TestRun } from './tests.ts'

// `npm test`: the tests on servers, in two halves beside each other, each on servers of its own; beside them what needs no server, then
// once more under the Node at hand, and the check. With arguments (`npm test -- --grep deadline`) only mocha, with these.

const chosen = process.argv.slice(2)
const running = new Set<Child>()
const stacks = new Set<Stack>()

const adopt = (child: Child) => void running.add(child)
// Tests on servers look at the clock: what speaks to none lets them pass.
const adoptQuietly = (child: Child) => {
  adopt(child)
  letOthersPass(child.pid)
}
const heading = (what: string) => console.log(`\n=== ${what}`)

/** A run beside the one that prints as it goes: told from its log when all are through. */
interface Beside {
  readonly what: string
  readonly folder: string
  run(log: string): Promise<Counts>
}

async function check(log: string): Promise<Counts> {
  const npm = process.env['npm_execpath']
  const child = spawnChild({
    name: 'Check',
    ...(npm === undefined
      ? { command: 'npm', args: ['run', 'check'] }
      : { command: process.execPath, args: [npm, 'run', 'check'] }),
    // Its steps are commands that name no Node.
    env: childEnv(dirname(log), { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) }),
    graceMs: 2_000,
    whenOrphaned: 'TERM',
    log,
  })
  adoptQuietly(child)
  const { code } = await child.ended
  const faults = code === 0 ? [] : [{ test: 'npm run check', error: readFileSync(log, 'utf8') }]
  return { passed: 0, failed: faults.length, skipped: 0, faults }
}

/** Runs mocha beside servers of its own: some tests stop theirs. */
async function onServers({ home, args, log }: Pick<TestRun, 'home' | 'args' | 'log'>): Promise<Counts> {
  mkdirSync(home, { recursive: true })
  const workflowBundle = bundleFile()
  const stack = await startStack({ home, forTests: true })
  stacks.add(stack)
  const env = { LONGITUDE_TEST_STACK: JSON.stringify({ ...stack, workflowBundle }), WORKFLOW_BUNDLE: workflowBundle }
  const counts = await runTests({ node: process.execPath, home, args, env, ...(log !== undefined && { log }) }, adopt)
  await stack.stop('quick')
  return counts
}

// They look at no clock, and wait for a processor for as long as the others need it: what hangs is ended all the same.
const inNoHurry = ['--timeout', '600000']

const withoutServers = (log: string, { node, files }: { node: string; files: readonly string[] }): Promise<Counts> =>
  runTests({ node, home: dirname(log), args: [...inNoHurry, ...files], env: {}, log }, adoptQuietly)

const units = (log: string): Promise<Counts> =>
  withoutServers(log, { node: process.execPath, files: testsWithoutServers() })

async function underNodeAtHand(log: string): Promise<Counts> {
  const node = findNodeAtHand()
  if ('reason' in node) {
    console.log(`Skipped under the Node at hand: ${node.reason}.`)
    const faults = node.isFault ? [{ test: 'Node 24', error: node.reason }] : []
    return { passed: 0, failed: faults.length, skipped: 0, faults }
  }
  return withoutServers(log, { node: node.path, files: testsOfAnotherNode() })
}

const besides: readonly (readonly Beside[])[] = [
  [
    {
      what: 'all other tests on servers',
      folder: 'others',
      run: (log) => onServers({ home: dirname(log), args: otherTests(), log }),
    },
  ],
  [
    { what: 'unit and replay tests', folder: 'units', run: units },
    { what: 'unit and replay tests under the Node at hand', folder: 'node-at-hand', run: underNodeAtHand },
  ],
  [{ what: 'npm run check', folder: 'check', run: check }],
]

/** Runs the lists beside each other, each one after the other. */
async function beside(home: string): Promise<{ counts: readonly Counts[]; tell: () => void }> {
  const logOf = ({ folder }: Beside): string => join(home, folder, 'log')
  const counts: Counts[] = []
  await Promise.all(
    besides.map(async (list) => {
      for (const one of list) counts.push(await one.run(logOf(one)))
    }),
  )
  const tell = (): void => {
    for (const one of besides.flat()) {
      heading(one.what)
      if (existsSync(logOf(one))) process.stdout.write(readFileSync(logOf(one)))
    }
  }
  return { counts, tell }
}

async function stopAll(how: 'graceful' | 'quick'): Promise<void> {
  await Promise.all([...running].map((child) => child.stop(how)))
  await Promise.all([...stacks].map((stack) => stack.stop(how)))
}

async function everything(home: string): Promise<readonly Counts[]> {
  heading('tests of the engine and of npm start')
  const [engine, others] = await Promise.all([
    onServers({ home: join(home, 'engine'), args: engineTests() }),
    beside(home),
  ])
  others.tell()
  return [engine, ...others.counts]
}

async function some(home: string): Promise<readonly Counts[]> {
  const namesFiles = chosen.some((argument) => argument.endsWith('.test.ts'))
  return [await onServers({ home, args: namesFiles ? chosen : ['test/**/*.test.ts', ...chosen] })]
}

async function run(): Promise<Counts> {
  const home = freshHome('test')
  await ensureBundle(home, adopt)
  const counts = chosen.length === 0 ? await everything(home) : await some(home)
  const sum = (of: 'passed' | 'failed' | 'skipped') => counts.reduce((total, one) => total + one[of], 0)
  const faults = counts.flatMap((one) => one.faults)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), faults }
  if (total.failed === 0) rmSync(home, { recursive: true, force: true })
  else console.log(`\nLogs and data of this run: ${home}`)
  return total
}

onAskedToEnd((how) => void stopAll(how).then(() => process.exit(130)))

const total = await run().catch(async (error: unknown): Promise<Counts> => {
  await stopAll('quick')
  return { passed: 0, failed: 1, skipped: 0, faults: [{ test: 'npm test', error: inOneLine(error, root) }] }
})
// Said last: who reads only the end of a long log must find them there.
for (const { test, error } of total.faults) console.log(`\n✘ ${test}\n${error.replace(/^/gm, '    ')}`)
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
