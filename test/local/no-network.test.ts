import { expect } from 'chai'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../config/root.ts'
import { npmStart, skipUnlessLinux } from './npm-start.ts'

/** Every way out leads to a loopback port where nobody listens, and every cache is empty. */
function withoutNetwork(folder: string): NodeJS.ProcessEnv {
  const closed = 'http://127.0.0.1:9'
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, closed])
  return {
    ...Object.fromEntries(proxies),
    HOME: join(folder, 'home'),
    npm_config_registry: closed,
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_update_notifier: 'false',
    PIP_CONFIG_FILE: '/dev/null',
    PIP_INDEX_URL: `${closed}/simple`,
    PIP_FIND_LINKS: '',
    PIP_NO_CACHE_DIR: '1',
    NO_PROXY: '',
    no_proxy: '',
  }
}

describe('npm start without a network', function () {
  this.timeout(60_000)
  let folder: string

  before(function () {
    skipUnlessLinux(this)
    folder = mkdtempSync(join(tmpdir(), 'longitude-offline-'))
    mkdirSync(join(folder, 'home'))
    for (const part of [
      'local',
      'config',
      'domain',
      'workflows',
      'package.json',
      'package-lock.json',
      '.npmrc',
      'tsconfig.json',
    ]) {
      cpSync(join(root, part), join(folder, part), { recursive: true })
    }
  })

  after(() => rmSync(folder, { recursive: true, force: true }))

  it('says that the packages cannot be installed, and the way out', async () => {
    const started = npmStart({ env: withoutNetwork(folder), folder })
    expect(await started.ended()).to.equal(1)
    expect(started.output()).to.include(
      'The packages cannot be installed: the npm registry is out of reach. Connect this machine',
    )
    expect(started.output()).not.to.include('npm error')
  })

  it('says that a server cannot be had, why, and which variable makes it needless', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const started = npmStart({ env: withoutNetwork(folder), folder })
    expect(await started.ended()).to.equal(1)
    expect(started.output()).to.match(/MongoDB cannot be had\. .*run your own MongoDB and set MONGODB_URI\./)
  })

  it('fetches no server that an address replaces', async () => {
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:9/longitude', TEMPORAL_ADDRESS: '127.0.0.1:9' }
    const started = npmStart({ env: { ...withoutNetwork(folder), ...env }, folder })
    expect(await started.ended()).to.equal(1)
    expect(started.output()).to.match(/of (MONGODB_URI|TEMPORAL_ADDRESS).* cannot be reached/)
    expect(started.output()).not.to.include('Unpacking')
  })
})
