import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { bundleFile } from '../local/bundle.ts'
import { childEnv } from '../local/child-env.ts'
import { onAskedToEnd } from '../local/endings.ts'
import { ensureBundle } from '../local/ensure-bundle.ts'
import { freshHome } from '../local/fresh-home.ts'
import { openGround } from './ground.ts'

// `npm run --silent stress`: dossiers that come around a deadline while processes are killed and the deadline moves (ADR 66); the same seed draws the same.

const usage =
  'usage: npm run --silent stress -- [--seed 1] [--submissions 500] [--last-second 100] [--late 20] [--window-seconds 60] [--kills 3]'
const options = {
  seed: { type: 'string', default: '1' },
  submissions: { type: 'string', default: '500' },
  'last-second': { type: 'string', default: '100' },
  late: { type: 'string', default: '20' },
  'window-seconds': { type: 'string', default: '60' },
  kills: { type: 'string', default: '3' },
} as const

/** What was asked for, or nothing where it cannot be done. */
function asked(): Readonly<Record<string, number>> | undefined {
  try {
    const { values } = parseArgs({ options })
    if (!Object.values(values).every((value) => /^\d{1,9}$/.test(value))) return undefined
    return {
      seed: Number(values.seed),
      submissions: Number(values.submissions),
      lastSecond: Number(values['last-second']),
      late: Number(values.late),
      windowMs: Number(values['window-seconds']) * 1000,
      kills: Number(values.kills),
    }
  } catch {
    return undefined
  }
}

const wanted = asked()
if (!wanted) {
  console.error(usage)
  process.exit(2)
}
const home = freshHome('stress')
const ground = openGround(home)
onAskedToEnd(() => void ground.end().then(() => process.exit(130)))
console.error(
  `seed ${wanted['seed']}, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}`,
)
await ensureBundle(home, ground.adopt)
const stack = { ...(await ground.servers('servers')), workflowBundle: bundleFile() }
const child = spawn(process.execPath, ['--import', 'tsx', 'test/stress-process.ts', JSON.stringify(wanted)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: childEnv(home, { LONGITUDE_TEST_STACK: JSON.stringify(stack), WORKFLOW_BUNDLE: bundleFile() }),
})
const code = await new Promise<number | null>((ended) => child.once('exit', ended))
await ground.end()
rmSync(home, { recursive: true, force: true })
process.exit(code === 0 ? 0 : 1)
