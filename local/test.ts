import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { readEnv } from '../config/env.ts'
import { root } from '../config/root.ts'
import { bundleFile } from './bundle.ts'
import { childEnv } from './child-env.ts'
import { type Child, spawnChild } from './child.ts'
import { onAskedToEnd } from './endings.ts'
import { inOneLine } from './in-one-line.ts'
import { findNode24 } from './node24.ts'
import { runScript } from './own-process.ts'
import { type Stack, startStack } from './stack.ts'
import { testsWithoutServers } from './test-files.ts'
import { type Counts, runTests } from './tests.ts'

// `npm test`: every test on servers of its own, and beside it the check, then once more under Node 24 what needs no server.
// With arguments (`npm test -- --grep deadline`) only mocha, with these.

const chosen = process.argv.slice(2)
const running = new Set<Child>()
let stack: Stack | undefined

const adopt = (child: Child) => void running.add(child)
// Beside tests that look at the clock nothing else comes first.
const adoptQuietly = (child: Child) => {
  adopt(child)
  setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
}
const heading = (what: string) => console.log(`\n=== ${what}`)

async function check(log: string): Promise<Counts> {
  const npm = process.env['npm_execpath']
  const child = spawnChild({
    name: 'Check',
    ...(npm === undefined
      ? { command: 'npm', args: ['run', 'check'] }
      : { command: process.execPath, args: [npm, 'run', 'check'] }),
    env: childEnv(dirname(log)),
    graceMs: 2_000,
    whenOrphaned: 'TERM',
    log,
  })
  adoptQuietly(child)
  const { code } = await child.ended
  if (code !== 0) console.error('npm run check failed; it counts as one failed test.')
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function everyTest(home: string): Promise<Counts> {
  heading('all tests')
  const workflowBundle = bundleFile()
  const bundle = { name: 'Bundle', file: 'local/make-bundle.ts', home, env: {}, graceMs: 0 }
  if (!existsSync(workflowBundle)) await runScript(bundle, adopt)
  stack = await startStack({ home, forTests: true })
  const env = { LONGITUDE_TEST_STACK: JSON.stringify({ ...stack, workflowBundle }), WORKFLOW_BUNDLE: workflowBundle }
  const namesFiles = chosen.some((argument) => argument.endsWith('.test.ts'))
  const args = namesFiles ? chosen : ['test/**/*.test.ts', ...chosen]
  return runTests({ node: process.execPath, home, args, env }, adopt)
}

async function underNode24(log: string): Promise<Counts> {
  const node = findNode24()
  if ('reason' in node) {
    console.log(`Skipped under Node 24: ${node.reason}.`)
    return { passed: 0, failed: node.isFault ? 1 : 0, skipped: 0 }
  }
  const run = { node: node.path, home: dirname(log), args: testsWithoutServers(), env: {}, log }
  return runTests(run, adoptQuietly)
}

// What needs no server, while the tests on servers wait for timers and disks.
const quietRuns = [
  { what: 'npm run check', folder: 'check', run: check },
  { what: 'unit and replay tests under Node 24', folder: 'node24', run: underNode24 },
] as const

/** Runs them one after the other; told once the other tests are through. */
async function beside(home: string): Promise<{ counts: readonly Counts[]; tell: () => void }> {
  const runs = quietRuns.map((quiet) => ({ ...quiet, log: join(home, quiet.folder, 'log') }))
  const counts: Counts[] = []
  for (const { run: begin, log } of runs) counts.push(await begin(log))
  const tell = (): void => {
    for (const { what, log } of runs) {
      heading(what)
      if (existsSync(log)) process.stdout.write(readFileSync(log))
    }
  }
  return { counts, tell }
}

function freshHome(): string {
  const tests = join(readEnv().home, 'test')
  mkdirSync(tests, { recursive: true })
  // What a failed run before left for a look.
  for (const entry of readdirSync(tests))
    if (!isAlive(Number(entry))) rmSync(join(tests, entry), { recursive: true, force: true })
  const home = join(tests, `${process.pid}`)
  mkdirSync(home)
  return home
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function stopAll(how: 'graceful' | 'quick'): Promise<void> {
  await Promise.all([...running].map((child) => child.stop(how)))
  await stack?.stop(how)
}

async function run(): Promise<Counts> {
  const home = freshHome()
  const others = chosen.length === 0 ? beside(home) : undefined
  const counts = [await everyTest(home)]
  await stack?.stop('quick')
  const told = await others
  told?.tell()
  counts.push(...(told?.counts ?? []))
  const sum = (of: keyof Counts) => counts.reduce((total, one) => total + one[of], 0)
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  if (total.failed === 0) rmSync(home, { recursive: true, force: true })
  else console.log(`\nLogs and data of this run: ${home}`)
  return total
}

onAskedToEnd((how) => void stopAll(how).then(() => process.exit(130)))

const total = await run().catch(async (error: unknown): Promise<Counts> => {
  console.error(inOneLine(error, root))
  await stopAll('quick')
  return { passed: 0, failed: 1, skipped: 0 }
})
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
