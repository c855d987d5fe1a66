import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When a running process was born, as an opaque text, or nothing when there is none with this pid.
 *
 * A pid is given again to another process later; a pid with its birth is not.
 */
export function birthOf(pid: number): string | undefined {
  return process.platform === 'linux' ? birthOnLinux(pid) : birthByPs(pid)
}

function birthOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces and brackets; state is the first field after it, the start in ticks the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return undefined
  }
}

function birthByPs(pid: number): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined
}
