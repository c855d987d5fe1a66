import { spawn } from 'node:child_process'
import { clearInterval, setInterval } from 'node:timers'

/**
 * Runs a command and answers `{code, output}`; 127 when there is no such command. It ends with us: on a signal, and when the npm
 * that started us is killed.
 */
export function run(command, args, { env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const parent = process.ppid
    let output = ''
    const endAll = () => {
      child.kill('SIGTERM')
      process.exit(1)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    signals.forEach((signal) => process.on(signal, endAll))
    const watch = setInterval(() => process.ppid !== parent && endAll(), 500)
    const finish = (code, more) => {
      clearInterval(watch)
      signals.forEach((signal) => process.off(signal, endAll))
      resolve({ code, output: output + more })
    }
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.once('error', (error) => finish(127, error.message))
    child.once('close', (code) => finish(code ?? 1, ''))
  })
}

/** The last line of an output that says something. */
export function lastLine(output) {
  return output.trim().split('\n').at(-1)?.trim() || 'it said nothing'
}
