import { spawn } from 'node:child_process'
import { root } from '../config/root.ts'

// `npm run check`: all that must hold of the sources, at once; each step says how long it took, a failed one what it found.

const steps = [['lint:imports'], ['lint:code'], ['types'], ['dead'], ['format'], ['diagram', '--', '--check']] as const

interface Outcome {
  readonly holds: boolean
  readonly said: string
}

function run(step: (typeof steps)[number]): Promise<Outcome> {
  const child = spawn('npm', ['run', '--silent', ...step], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (text: string): void => void (said += text)
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  return new Promise((settle) => {
    child.once('error', ({ message }) => settle({ holds: false, said: message }))
    child.once('close', (code) => settle({ holds: code === 0, said }))
  })
}

const began = performance.now()
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`

const failed: string[] = []
await Promise.all(
  steps.map(async (step) => {
    const { holds, said } = await run(step)
    console.log(`${holds ? 'holds ' : 'FAILED'}  ${step[0]}, after ${seconds()}${holds ? '' : `\n${said.trim()}\n`}`)
    if (!holds) failed.push(step[0])
  }),
)
console.log(failed.length === 0 ? `check: all ${steps.length} steps hold` : `check: ${failed.sort().join(', ')} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
