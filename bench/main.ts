import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../config/root.ts'
import { onAskedToEnd } from '../local/endings.ts'
import { ensureBundle } from '../local/ensure-bundle.ts'
import { freshHome } from '../local/fresh-home.ts'
import { inOneLine } from '../local/in-one-line.ts'
import { lineOf, type Figure } from './figures.ts'
import { openGround, type Ground } from './ground.ts'
import { head, rowOf } from './table.ts'

// `npm run --silent bench -- NAME`: how fast the product is, beside what its parts do bare, measured in one run. A goal that is missed is told,
// and is no failure.

/** What can be measured, in the order in which all of it is. */
const names = [
  'events-per-command',
  'command-latency',
  'command-throughput',
  'five-year-plan',
  'rehearsal',
  'rules',
  'directory-search',
  'list-cost',
  'replay-rate',
  'dossier-life',
  'import',
  'deadline-move',
  'flood',
  'start',
  'standing-load',
] as const
type Name = (typeof names)[number]

const usage = `usage: npm run --silent bench -- [NAME …] [--json]\n  ${names.join('\n  ')}`

interface Measurement {
  measure(ground: Ground): Promise<readonly Figure[]>
}
const measurements: Readonly<Record<Name, () => Promise<Measurement>>> = {
  'events-per-command': () => import('./events-per-command.ts'),
  'command-latency': () => import('./command-latency.ts'),
  'command-throughput': () => import('./command-throughput.ts'),
  'five-year-plan': () => import('./five-year-plan.ts'),
  rehearsal: () => import('./rehearsal.ts'),
  rules: () => import('./rules.ts'),
  'directory-search': () => import('./directory-search.ts'),
  'list-cost': () => import('./list-cost.ts'),
  'replay-rate': () => import('./replay-rate.ts'),
  'dossier-life': () => import('./dossier-life.ts'),
  import: () => import('./import.ts'),
  'deadline-move': () => import('./deadline-move.ts'),
  flood: () => import('./flood.ts'),
  start: () => import('./start.ts'),
  'standing-load': () => import('./standing-load.ts'),
}

const isName = (name: string): name is Name => names.some((known) => known === name)

/** What was asked for, or nothing where it cannot be measured. */
function asked(): { readonly chosen: readonly Name[]; readonly json: boolean } | undefined {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (!positionals.every(isName)) return undefined
    return { chosen: positionals.length > 0 ? positionals : names, json: values.json }
  } catch {
    return undefined
  }
}

async function run(chosen: readonly Name[], tell: (figure: Figure) => void): Promise<void> {
  const home = freshHome('bench')
  for (const name of chosen) {
    const ground = openGround(join(home, name))
    open = ground
    await ensureBundle(home, ground.adopt)
    const { measure } = await measurements[name]()
    for (const figure of await measure(ground)) tell(figure)
    await ground.end()
  }
  rmSync(home, { recursive: true, force: true })
}

let open: Ground | undefined
onAskedToEnd(() => void Promise.resolve(open?.end()).then(() => process.exit(130)))

const wanted = asked()
if (!wanted) {
  console.error(usage)
  process.exit(2)
}
const { chosen, json } = wanted
const load = (): string =>
  loadavg()
    .map((average) => average.toFixed(1))
    .join(' ')
if (!json) console.log(`load ${load()}\n${head()}`)
try {
  await run(chosen, (figure) => console.log(json ? JSON.stringify(lineOf(figure)) : rowOf(figure)))
  if (!json) console.log(`load ${load()}`)
  process.exit(0)
} catch (error) {
  console.error(inOneLine(error, root))
  await open?.end()
  process.exit(1)
}
