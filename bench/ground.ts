import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Child } from '../local/child.ts'
import { startStack, type Stack } from '../local/stack.ts'

/** Where measurements start what they need; all of it ends together. */
export interface Ground {
  /** Absolute folder of this run's data and logs. */
  readonly home: string
  /** Has a process end with the others. */
  adopt(child: Child): void
  /** Servers of their own: MongoDB, Temporal with time skipping, a mailbox. */
  servers(name: string): Promise<Stack>
  /** Ends everything, whoever writes before what it writes to. */
  end(): Promise<void>
}

/** A ground in a folder. */
export function openGround(home: string): Ground {
  const children: Child[] = []
  const stacks: Stack[] = []
  return {
    home,
    adopt: (child) => void children.push(child),
    servers: async (name) => {
      const own = join(home, name)
      mkdirSync(own, { recursive: true })
      const stack = await startStack({ home: own, forTests: true })
      stacks.push(stack)
      return stack
    },
    end: async () => {
      await Promise.all(children.splice(0).map((child) => child.stop('quick')))
      await Promise.all(stacks.splice(0).map((stack) => stack.stop('quick')))
    },
  }
}
