import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotPrepare, cacheArguments, diskFull, local, outOfReach } from './place.mjs'
import { run } from './run.mjs'

const log = join(local, 'npm-ci.log')
// npm's own waits between tries add up to more than a minute before it says that there is no network.
const waits = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** Installs in `folder` exactly what its lock file says; throws `CannotPrepare`. */
export async function npmCi(folder) {
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--include=optional', ...waits, ...cacheArguments('--cache')]
  const options = { cwd: folder, env: withoutNpmSettings() }
  const { code, output } = npm ? await run(process.execPath, [npm, ...args], options) : await run('npm', args, options)
  if (code === 0) return
  mkdirSync(local, { recursive: true })
  writeFileSync(log, output)
  throw new CannotPrepare(`The packages cannot be installed: ${reasonOf(output, folder)}`)
}

function reasonOf(output, folder) {
  if (diskFull.test(output)) return `the disk that holds ${folder} is full. Make room and start again.`
  if (outOfReach.test(output)) {
    return (
      'the npm registry is out of reach. Connect this machine, or name a registry it reaches (npm config set registry …), ' +
      `and start again. All that npm said: ${log}`
    )
  }
  const said = output.split('\n').find((line) => /^npm (error|ERR!) (?!code)/.test(line)) ?? 'npm said nothing.'
  return `${said.trim()} All that npm said: ${log}`
}

/**
 * Settings that the outer npm passes on (`--ignore-scripts`, `--omit=dev`, a prefix) are meant for itself; those that say how to
 * reach a registry are kept.
 */
function withoutNpmSettings() {
  const kept = /^npm_config_(registry|proxy|https_proxy|noproxy|cafile|strict_ssl|cache|userconfig|globalconfig)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || kept.test(name)))
}
