import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../config/root.ts'
import { inherited, type OwnEnv } from './npm-start.ts'

/** The worker of the product that is toured: its pid, and when it runs again once it was killed. */
interface Killed {
  readonly worker: number
  backAgain(): Promise<void>
}

/**
 * Types what both tours of the README say into one shell, beside a product that runs with these settings, and waits for the worker where
 * its reader would; answers all that the terminal showed.
 */
export async function tour(env: OwnEnv, { worker, backAgain }: Killed): Promise<string> {
  const shell = spawn('setpriv', ['--pdeathsig', 'KILL', 'bash', '-s'], {
    cwd: root,
    env: { ...inherited(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let shown = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (data: Buffer) => (shown += data.toString()))
  const closed = new Promise((resolve) => shell.once('close', resolve))
  for (const block of blocks()) {
    shell.stdin.write(
      block
        .replace('B=http://127.0.0.1:3000', `B=http://127.0.0.1:${env.PORT}`)
        .replace('M=http://127.0.0.1:8025', `M=http://127.0.0.1:${env.MAILBOX_PORT}`)
        .replace('PID_OF_THE_WORKER', `${worker}`),
    )
    if (block.startsWith('B=')) shell.stdin.write(patiently)
    if (block.startsWith('kill ')) await backAgain()
  }
  shell.stdin.end()
  await closed
  return shown
}

// On a busy machine an answer may be a receipt, and what follows from it come later: whoever reads would try again, and so does this.
const patiently = `
eval "once() $(declare -f ask | tail -n +2)"
ask() { local shown; for n in {1..60}; do shown=$(once "$@"); grep -q '"/problems/' <<< "$shown" || break; sleep 1; done; echo "$shown"; }
`

/** The commands of the tours, block by block. */
function blocks(): readonly string[] {
  const tours = readFileSync(join(root, 'README.md'), 'utf8')
    .split(/^## /m)
    .filter((part) => part.startsWith('A tour'))
  return tours.flatMap((part) => [...part.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block))
}
