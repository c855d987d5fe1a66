import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../config/root.ts'
import { childEnv } from './child-env.ts'
import { type Child, inWords, spawnChild } from './child.ts'

/** A test that failed, by its whole title. */
export interface Fault {
  readonly test: string
  readonly error: string
}

/** What came out of tests. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly faults: readonly Fault[]
}

/** One run of mocha. */
export interface TestRun {
  readonly node: string
  /** Folder for the counts. */
  readonly home: string
  /** Files, and whatever else mocha takes. */
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** File that receives what it prints; without one it prints where we print. */
  readonly log?: string
}

// What its command runs in a second process: that one would outlive us when we are killed.
const mocha = realpathSync(join(root, 'node_modules', 'mocha', 'lib', 'cli', 'cli.js'))
const counts = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.number(),
  faults: z.array(z.object({ test: z.string(), error: z.string() })),
})

/** Runs mocha, which prints as it goes, and counts; a run that breaks off counts as one failure, in words. */
export async function runTests(run: TestRun, adopt: (child: Child) => void): Promise<Counts> {
  const output = join(run.home, 'counts.json')
  rmSync(output, { force: true })
  const counting = ['--reporter', join(root, 'local', 'count-reporter.cjs'), '--reporter-option', `output=${output}`]
  const child = spawnChild({
    name: 'Tests',
    command: run.node,
    args: ['--import', 'tsx', mocha, ...counting, ...run.args],
    env: childEnv(run.home, run.env),
    graceMs: 5_000,
    whenOrphaned: 'KILL',
    ...(run.log !== undefined && { log: run.log }),
  })
  adopt(child)
  const ending = await child.ended
  const counted = readCounts(output)
  if (counted !== undefined && (ending.code === 0 || counted.failed > 0)) return counted
  const error = `The tests broke off: ${inWords(ending)}.`
  console.error(error)
  return {
    passed: counted?.passed ?? 0,
    failed: 1,
    skipped: counted?.skipped ?? 0,
    faults: [{ test: run.args.join(' '), error }],
  }
}

function readCounts(file: string): Counts | undefined {
  try {
    return counts.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
