import { expect } from 'chai'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accepts } from '../../local/accepts.ts'
import { childEnv } from '../../local/child-env.ts'
import { type Child, spawnChild } from '../../local/child.ts'
import { freePorts } from '../../local/ports.ts'
import { findProgram } from '../../local/programs.ts'
import { type Stack, startStack } from '../../local/stack.ts'
import { untilReady } from '../../local/until.ts'
import { npmStart, ownEnv, processesOf, skipUnlessLinux, untilNoneLeft } from './npm-start.ts'

describe('npm start with servers of others', function () {
  this.timeout(60_000)
  let folder: string
  let home: string
  let theirs: Stack | undefined

  before(async function () {
    skipUnlessLinux(this)
    folder = mkdtempSync(join(tmpdir(), 'longitude-replaced-'))
    home = join(folder, 'ours')
    theirs = await startStack({ home: join(folder, 'theirs') })
  })

  after(async () => {
    await theirs?.stop('quick')
    rmSync(folder, { recursive: true, force: true })
  })

  const addresses = () => ({
    MONGODB_URI: theirs?.mongodbUri,
    TEMPORAL_ADDRESS: theirs?.temporalAddress,
    SMTP_URL: theirs?.smtpUrl,
  })

  it('uses the addresses that are given, starts no server of its own, and leaves theirs alone at its end', async () => {
    const started = npmStart({ env: { ...(await ownEnv(home)), ...addresses() } })
    await started.until('Ctrl-C ends it.')
    const programs = [...processesOf(home).values()].map((command) => command.split(' ').at(-1) ?? '')
    expect(programs.filter((program) => program.endsWith('.ts')).sort()).to.deep.equal([
      'api/main.ts',
      'local/main.ts',
      'worker/main.ts',
    ])
    expect([...processesOf(home).values()].join('\n')).not.to.match(/mongod --|temporal server|maildev/)
    started.npm.kill('SIGTERM')
    await started.ended()
    expect(await untilNoneLeft(home, 10_000)).to.deep.equal([])
    expect(processesOf(join(folder, 'theirs')).size).to.equal(3)
  })

  it('refuses in one line a Temporal that does not answer', async () => {
    const [port = 0] = await freePorts(1)
    const started = npmStart({
      env: { ...(await ownEnv(home)), ...addresses(), TEMPORAL_ADDRESS: `127.0.0.1:${port}` },
    })
    expect(await started.ended()).to.equal(1)
    expect(started.output()).to.include(`The Temporal of TEMPORAL_ADDRESS (127.0.0.1:${port}) cannot be reached.`)
  })

  it('refuses in one line a MongoDB that is no replica set', async () => {
    const [port = 0] = await freePorts(1)
    const alone = await startAlone(join(folder, 'alone'), port)
    const started = npmStart({
      env: { ...(await ownEnv(home)), ...addresses(), MONGODB_URI: `mongodb://127.0.0.1:${port}/longitude` },
    })
    expect(await started.ended()).to.equal(1)
    await alone.stop('quick')
    expect(started.output()).to.include(
      'The MongoDB of MONGODB_URI is no replica set, so it has no transactions: start it with --replSet.',
    )
  })
})

/** A MongoDB without `--replSet`. */
async function startAlone(folder: string, port: number): Promise<Child> {
  const { path, libraries } = findProgram('mongod')
  mkdirSync(folder)
  const child = spawnChild({
    name: 'Alone',
    command: path,
    args: ['--dbpath', folder, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket'],
    env: childEnv(folder, libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
    log: `${folder}.log`,
    graceMs: 1_000,
    whenOrphaned: 'KILL',
  })
  await untilReady(child, () => accepts({ host: '127.0.0.1', port }), 20_000)
  return child
}
