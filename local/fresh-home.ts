import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '../config/env.ts'

/** A data folder for this run alone, in `.local/{kind}/`; those that failed runs before it left for a look are removed. */
export function freshHome(kind: 'test' | 'bench' | 'stress'): string {
  const homes = join(readEnv().home, kind)
  mkdirSync(homes, { recursive: true })
  for (const entry of readdirSync(homes))
    if (!isAlive(Number(entry))) rmSync(join(homes, entry), { recursive: true, force: true })
  const home = join(homes, `${process.pid}`)
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
