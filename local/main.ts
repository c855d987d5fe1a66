import { isZoneDataOutdated } from '../domain/zones.ts'
import { type Env, readEnv, services } from '../config/env.ts'
import { root } from '../config/root.ts'
import { onAskedToEnd } from './endings.ts'
import { inOneLine } from './in-one-line.ts'
import { startProduct } from './product.ts'

// `npm start`, after `prepare.mjs`: the whole product in one process tree, until it is asked to end.

const began = performance.now()
const say = (line: string) => console.log(line)

function readSettings(): Env {
  const given = process.argv.includes('--empty') ? { ...process.env, LONGITUDE_EMPTY: '1' } : process.env
  return readEnv(given)
}

function table(env: Env, workerPid: number): string {
  const rows = [
    ['Product', env.publicUrl],
    ['Reference page', `${env.publicUrl}/docs`],
    ...(env.smtpUrl === undefined ? [['Mailbox', `http://127.0.0.1:${env.mailboxPort}`]] : []),
    ...(env.temporalAddress === undefined
      ? [['Temporal', `http://127.0.0.1:${env.temporalUiPort}`]]
      : [['Temporal', services(env).temporalAddress]]),
    ['Worker', `pid ${workerPid}`],
    ...(env.metricsPort === undefined
      ? []
      : [['Metrics', `http://127.0.0.1:${env.metricsPort}/metrics (API), ${env.metricsPort + 1} (worker)`]]),
    ['Data and logs', env.home],
  ]
  return rows.map(([what = '', where = '']) => `  ${what.padEnd(16)}${where}`).join('\n')
}

function run(env: Env): void {
  let ending = false
  const end = async (how: 'graceful' | 'quick', code: number) => {
    ending = true
    await product.stop(how)
    process.exit(code)
  }
  const fail = (error: unknown) => {
    if (ending) return
    console.error(inOneLine(error, env.home))
    void end('graceful', 1)
  }
  onAskedToEnd((how, why) => {
    say(how === 'graceful' ? `\nEnding (${why})…` : 'Ending at once…')
    void end(how, 0)
  })
  const product = startProduct({ env, say, onLost: fail })
  product.ready.then(({ workerPid }) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    say(`\nLongitude is ready, after ${seconds} s.\n\n${table(env, workerPid)}\n\nCtrl-C ends it.`)
  }, fail)
}

if (isZoneDataOutdated(process.versions.tz))
  say(`The zone data of this Node (${process.versions.tz}) are outdated: mails may go an hour off. Update Node.`)

try {
  run(readSettings())
} catch (error) {
  console.error(inOneLine(error, root))
  process.exit(1)
}
