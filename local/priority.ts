import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Has a process, and what it starts in its session, come after all others where processors are scarce. Where Linux shares processors among
 * sessions (`sched_autogroup`), a priority counts within its session only: there the session's own is lowered.
 */
export function letOthersPass(pid: number): void {
  setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  try {
    writeFileSync(`/proc/${pid}/autogroup`, `${constants.priority.PRIORITY_BELOW_NORMAL}`)
  } catch {
    // No such sharing here.
  }
}
