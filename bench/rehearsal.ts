import { join } from 'node:path'
import { childEnv } from '../local/child-env.ts'
import { spawnChild } from '../local/child.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { millisecondsOf } from './rounds.ts'

const rounds = 5
// As `npm run rehearse` begins it: what a year leaves is kept to its end, and is not to be copied again and again meanwhile.
const node = ['--max-semi-space-size=64', 'local/one-file.mjs', 'scripts/rehearse.ts']
const shared = ['--behaviour', 'mixed', '--seed', '1', '--json']
const asked = {
  rehearsal: ['plan', '--plans', '10', '--first-year', '2027', ...shared],
  'rehearsal-cycle': ['cycle', '--dossiers', '1000', '--partners', '100', '--first-year', '2028', ...shared],
} as const

/** How long whoever rehearses ten plans over five years waits, or a year of 1,000 dossiers, from the command to its answer. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  return [await figureOf(ground, 'rehearsal'), await figureOf(ground, 'rehearsal-cycle')]
}

async function figureOf(ground: Ground, metric: keyof typeof asked): Promise<Figure> {
  const ours: number[] = []
  for (let round = 0; round < rounds; round++)
    ours.push((await millisecondsOf(() => rehearse(ground, asked[metric]))) / 1000)
  return { metric, unit: 's', ours, goals: [{ of: 'ours', atMost: 5 }] }
}

async function rehearse({ home, adopt }: Ground, args: readonly string[]): Promise<void> {
  const child = spawnChild({
    name: 'Rehearsal',
    command: process.execPath,
    args: [...node, ...args],
    env: childEnv(home),
    log: join(home, 'rehearsal.log'),
    graceMs: 0,
    whenOrphaned: 'KILL',
  })
  adopt(child)
  const { code } = await child.ended
  if (code !== 0) throw new Error(`the rehearsal failed; its log: ${child.log}`)
}
