import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../config/root.ts'
import { loadPolicy } from '../policy/load.ts'
import { processesPage } from './processes-page.ts'

// `npm run diagram` writes docs/processes.md; with `-- --check` it only says whether that page tells the truth.

const file = join(root, 'docs', 'processes.md')
const page = processesPage(loadPolicy().policy.ladders)
if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/processes.md differs from the tables: run `npm run diagram` and commit it')
  process.exitCode = 1
}
