import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { npmStart, ownEnv, skipUnlessLinux, untilNoneLeft } from './npm-start.ts'

describe('npm start on a disk of 50 MB', function () {
  this.timeout(60_000)
  let home: string

  before(function () {
    skipUnlessLinux(this)
    home = mkdtempSync(join(tmpdir(), 'longitude-disk-'))
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=50m', 'none', home], { encoding: 'utf8' })
    if (mounted.status === 0) return
    console.log(
      `      skipped: a small disk cannot be mounted here (${mounted.stderr.trim() || 'there is no mount command'})`,
    )
    rmSync(home, { recursive: true })
    this.skip()
  })

  after(() => {
    spawnSync('umount', [home])
    rmSync(home, { recursive: true, force: true })
  })

  it('says in one line how much is free and needed, and ends', async () => {
    const started = npmStart({ env: await ownEnv(home) })
    expect(await started.ended()).to.equal(1)
    const line = `The disk that holds ${home} is too full: 50 MB are free, 400 MB are needed.`
    expect(
      started
        .output()
        .split('\n')
        .filter((printed) => printed.includes(line)),
    ).to.have.length(1)
    expect(await untilNoneLeft(home, 5_000)).to.deep.equal([])
  })
})
