import { join } from 'node:path'
import { childEnv } from '../local/child-env.ts'
import { spawnChild } from '../local/child.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { millisecondsOf } from './rounds.ts'

const rounds = 5
const asked = ['plan', '--plans', '10', '--behaviour', 'mixed', '--seed', '1', '--first-year', '2027', '--json']

/** How long whoever rehearses ten plans over five years waits, from the command to its answer. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const ours: number[] = []
  for (let round = 0; round < rounds; round++) ours.push((await millisecondsOf(() => rehearse(ground))) / 1000)
  return [{ metric: 'rehearsal', unit: 's', ours, goals: [{ of: 'ours', atMost: 5 }] }]
}

async function rehearse({ home, adopt }: Ground): Promise<void> {
  const child = spawnChild({
    name: 'Rehearsal',
    command: process.execPath,
    args: ['--import', 'tsx', 'scripts/rehearse.ts', ...asked],
    env: childEnv(home),
    log: join(home, 'rehearsal.log'),
    graceMs: 0,
    whenOrphaned: 'KILL',
  })
  adopt(child)
  const { code } = await child.ended
  if (code !== 0) throw new Error(`the rehearsal failed; its log: ${child.log}`)
}
