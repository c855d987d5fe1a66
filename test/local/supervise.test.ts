import { expect } from 'chai'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, spawnChild } from '../../local/child.ts'
import { type Supervised, type SupervisedOptions, supervise } from '../../local/supervise.ts'

describe('supervise', () => {
  let folder: string
  let spawned: Child[]
  let things: Supervised[]
  let said: string[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-supervise-'))
    spawned = []
    things = []
    said = []
  })

  afterEach(async () => {
    await Promise.all(things.map((thing) => thing.stop('quick')))
    rmSync(folder, { recursive: true, force: true })
  })

  /** Runs a program that lives for ever, unless it is started after `lives` lives. */
  const launch = (lives: number): SupervisedOptions['start'] => {
    return async (adopt) => {
      const isOver = spawned.length >= lives
      const script = isOver ? '' : 'setInterval(() => {}, 1000)'
      const options = { command: process.execPath, args: ['-e', script], env: process.env, graceMs: 2_000 }
      const child = spawnChild({ name: 'Thing', ...options, log: join(folder, 'thing.log'), whenOrphaned: 'KILL' })
      adopt(child)
      if (isOver) throw new Error('it cannot live any more')
      return child
    }
  }
  const watch = (more: Pick<SupervisedOptions, 'start'> & Partial<SupervisedOptions>): Supervised => {
    const say = (line: string) => said.push(line)
    const thing = supervise({
      name: 'Thing',
      say,
      onSpawned: (child) => spawned.push(child),
      onLost: () => {},
      ...more,
    })
    things.push(thing)
    return thing
  }

  it('starts again what ended, and says so with the new pid', async () => {
    await new Promise<void>((onRestarted) => {
      const thing = watch({ start: launch(2), onRestarted })
      void thing.ready.then((child) => process.kill(child.pid, 'SIGKILL'))
    })
    const [first, second] = spawned
    expect(said).to.deep.equal([
      `Thing (pid ${first?.pid}) ended: signal SIGKILL. Starting it again.`,
      `Thing runs again, pid ${second?.pid}.`,
    ])
  })

  it('gives up after its attempts, with the last error', async () => {
    const lost = await new Promise<unknown>((onLost) => {
      const thing = watch({ start: launch(1), attempts: 3, onLost })
      void thing.ready.then((child) => process.kill(child.pid, 'SIGKILL'))
    })
    expect(lost).to.be.an('error').with.property('message', 'it cannot live any more')
    expect(said.slice(1)).to.deep.equal(['Thing: it cannot live any more', 'Thing: it cannot live any more'])
  })

  it('starts nothing again once it is stopped', async () => {
    const thing = watch({ start: launch(2) })
    const child = await thing.ready
    await thing.stop('graceful')
    expect(await child.ended).to.deep.equal({ code: null, signal: 'SIGTERM' })
    expect(spawned).to.have.length(1)
    expect(said).to.deep.equal([])
  })

  it('tells a first start that fails, and tries no second', async () => {
    const thing = watch({ start: launch(0) })
    expect(await thing.ready.catch(String)).to.equal('Error: it cannot live any more')
    expect(spawned).to.have.length(1)
  })
})
