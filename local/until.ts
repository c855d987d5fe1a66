import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import type { Child } from './child.ts'

/** A child ended before it was ready. */
export class EndedEarly extends Error {
  override readonly name = 'EndedEarly'
}

const pollMs = 40

/**
 * Asks again and again until the answer is true; a refused connection counts as "not yet".
 * Throws `EndedEarly` as soon as the child is gone, `CannotStart` after `limitMs`.
 */
export async function untilReady(child: Child, isReady: () => Promise<boolean>, limitMs: number): Promise<void> {
  const limit = Date.now() + limitMs
  while (child.isAlive()) {
    if (await isReady().catch(() => false)) {
      // A stranger may have answered on the port of a child that is gone.
      if (child.isAlive()) return
      break
    }
    if (Date.now() > limit) {
      throw new CannotStart(`${child.name} is not ready after ${limitMs / 1000} s; its log: ${child.log}`)
    }
    await Promise.race([sleep(pollMs), child.ended])
  }
  throw new EndedEarly(`${child.name} ended before it was ready`)
}
