import { expect } from 'chai'
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../config/root.ts'
import { birthOf } from '../../local/birth.ts'
import { takeLock } from '../../local/lock.ts'

const unheard = () => {}
const birth = (pid: number) => birthOf(pid) ?? 'none'

/** Takes the lock in a process that keeps it for two seconds, if it gets it; answers `taken` or why not. */
function takeInAProcess(home: string): Promise<string> {
  const script = `
    import { takeLock } from './local/lock.ts'
    const said = await takeLock(${JSON.stringify(home)}, () => {}).then(() => 'taken', (error) => error.message)
    process.stdout.write(said, () => setTimeout(() => process.exit(), said === 'taken' ? 2_000 : 0))`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script]
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (error, stdout) => resolve(error === null ? stdout : error.message))
  })
}

describe('lock', () => {
  let home: string
  let file: string

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'longitude-lock-'))
    file = join(home, 'lock')
  })

  afterEach(() => rmSync(home, { recursive: true, force: true }))

  const write = (holder: unknown) => writeFileSync(file, JSON.stringify(holder))
  const holderPid = (): unknown => JSON.parse(readFileSync(file, 'utf8')).pid

  it('is refused, with the pid, while its holder lives', async () => {
    write({ pid: process.ppid, birth: birth(process.ppid), children: [] })
    const refused = await takeLock(home, unheard).catch(String)
    expect(refused).to.include(`already, pid ${process.ppid}:`)
    expect(readdirSync(home)).to.deep.equal(['lock'])
  })

  it('is taken over from a pid that another process has now', async () => {
    write({ pid: process.ppid, birth: 'of an earlier process', children: [] })
    await takeLock(home, unheard)
    expect(holderPid()).to.equal(process.pid)
  })

  it('is taken over when a crash left nothing readable in it', async () => {
    writeFileSync(file, '')
    const lock = await takeLock(home, unheard)
    expect(holderPid()).to.equal(process.pid)
    lock.release()
    expect(readdirSync(home)).to.deep.equal([])
  })

  it('is taken over by one of several that start at the same moment', async () => {
    write({ pid: process.ppid, birth: 'of an earlier process', children: [] })
    const takers = await Promise.all(Array.from({ length: 4 }, () => takeInAProcess(home)))
    expect(takers.filter((taker) => taker === 'taken')).to.have.length(1)
  })

  it('is taken over only once what the killed holder left running is gone', async () => {
    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const pid = left.pid ?? 0
    write({ pid: 4_000_000, birth: 'long ago', children: [{ pid, birth: birth(pid) }] })
    const said: string[] = []
    await takeLock(home, (line) => said.push(line))
    expect(birthOf(pid)).to.equal(undefined)
    expect(said).to.deep.equal(['The start before (pid 4000000) was killed: ending what it left running…'])
  })

  it('leaves alone a process that only has the pid of one left running', async () => {
    write({ pid: 4_000_000, birth: 'long ago', children: [{ pid: process.ppid, birth: 'of an earlier process' }] })
    await takeLock(home, unheard)
    expect(existsSync(`/proc/${process.ppid}`)).to.equal(true)
  })
})
