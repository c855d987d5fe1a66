import { expect } from 'chai'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { listeningAddresses } from './listening.ts'
import {
  npmStart,
  type OwnEnv,
  ownEnv,
  processesOf,
  processOf,
  skipUnlessLinux,
  type Started,
  untilNoneLeft,
} from './npm-start.ts'
import { tour } from './tours.ts'

const ready = 'Ctrl-C ends it.'

/** Like Ctrl-C in a terminal, which reaches npm and what it started. */
const signalGroup = (started: Started, signal: NodeJS.Signals) => process.kill(-(started.npm.pid ?? 0), signal)

describe('npm start', function () {
  this.timeout(180_000)
  // One data folder for all, and each test goes on where the one before it ended: starts are what takes the time here.
  let home: string
  let env: OwnEnv
  let started: Started

  before(async function () {
    skipUnlessLinux(this)
    home = mkdtempSync(join(tmpdir(), 'longitude-start-'))
    env = await ownEnv(home)
  })

  after(async () => {
    if (home === undefined) return
    for (const pid of processesOf(home).keys()) process.kill(pid, 'SIGKILL')
    await untilNoneLeft(home, 5_000)
    rmSync(home, { recursive: true, force: true })
  })

  it('starts everything in an empty folder, and prints where it is', async () => {
    started = npmStart({ env })
    await started.until(ready)
    for (const path of [`${env.PORT}/readyz`, `${env.MAILBOX_PORT}/api/email`, `${env.TEMPORAL_UI_PORT}/`]) {
      const [port] = path.split('/')
      expect(started.output()).to.include(`http://127.0.0.1:${port}`)
      expect((await fetch(`http://127.0.0.1:${path}`)).status).to.equal(200)
    }
    expect(started.output()).to.match(new RegExp(`Worker +pid ${processOf(home, 'worker/main.ts')}\\n`))
  })

  it('listens on 127.0.0.1 only', () => {
    const addresses = listeningAddresses([...processesOf(home).keys()])
    expect(addresses.length).to.be.at.least(6)
    expect(addresses.filter((address) => !address.startsWith('127.0.0.1:'))).to.deep.equal([])
  })

  it('keeps its secret where only its owner reads it, and prints it nowhere', () => {
    const secret = readFileSync(join(home, 'secret'), 'utf8').trim()
    expect(secret).to.match(/^[0-9a-f]{64}$/)
    expect(started.output()).not.to.include(secret)
  })

  it('names the pid of the first start to a second one, which ends', async () => {
    const second = npmStart({ env: { ...(await ownEnv(home)) } })
    expect(await second.ended()).to.equal(1)
    expect(second.output()).to.include(`runs on ${home} already, pid ${processOf(home, 'local/main.ts')}`)
    expect(await fetch(`http://127.0.0.1:${env.PORT}/readyz`)).to.include({ status: 200 })
  })

  for (const [name, command] of [
    ['Worker', 'worker/main.ts'],
    ['API', 'api/main.ts'],
    ['Temporal', 'temporal server'],
    ['MongoDB', 'mongod --'],
    ['Mailbox', 'maildev'],
  ] as const) {
    it(`starts ${name} again when it is killed, and prints its new pid`, async () => {
      const pid = processOf(home, command)
      process.kill(pid, 'SIGKILL')
      await started.until(`${name} (pid ${pid}) ended: signal SIGKILL. Starting it again.`)
      await started.until(`${name} runs again, pid `)
      expect(started.output()).to.include(`${name} runs again, pid ${processOf(home, command)}.`)
    })
  }

  it('does what the tours of its README say, from the first plan to a deadline that moves', async function () {
    this.timeout(400_000)
    const back = 'Worker runs again'
    const times = started.output().split(back).length
    const output = await tour(env, {
      worker: processOf(home, 'worker/main.ts'),
      backAgain: () => started.until(back, times),
    })
    const stumbles = output.split('\n').filter((line) => /\/problems\/|curl: |bash: |Expecting value|Error/.test(line))
    expect(stumbles, 'nothing is refused on the way').to.deep.equal([])
    // The plan: validated, its milestone moved and begun, published; nobody changed its ledger.
    expect(output).to.include('"type": "validated"').and.include('"type": "milestoneMoved"')
    expect(output).to.match(/\d+ streams, \d+ entries, 0 faults/)
    // Admissions: a day that is none by its row, two nominated, one application sent, both with the new last day.
    expect(output)
      .to.match(/Ligne 2\s:\s.*jour du calendrier/)
      .and.include('2 nouvelles nominations')
    expect(output).to.match(/;envoyé;;\d{4}-0[45]-\d\d\s+.*;candidat nommé;passeport .*;\d{4}-0[45]-\d\d\s/)
  })

  it('leaves no process after Ctrl-C, which npm passes on a second time', async () => {
    const mail = { from: 'a@school.example', to: 'b@partner.example', subject: 'kept', text: 'kept' }
    await nodemailer.createTransport(`smtp://127.0.0.1:${env.SMTP_PORT}`).sendMail(mail)
    signalGroup(started, 'SIGINT')
    expect(await started.ended()).to.equal(0)
    expect(processesOf(home)).to.deep.equal(new Map())
    expect(started.output()).to.include('Ending (SIGINT)…').and.not.to.include('Ending at once')
  })

  it('is ready on existing data, with the mails of before', async () => {
    started = npmStart({ env })
    await started.until(ready)
    const mails: unknown = await (await fetch(`http://127.0.0.1:${env.MAILBOX_PORT}/api/email`)).json()
    expect(JSON.stringify(mails)).to.include('"subject":"kept"')
  })

  it('leaves no process when npm is killed', async () => {
    started.npm.kill('SIGKILL')
    expect(await untilNoneLeft(home, 20_000)).to.deep.equal([])
  })

  it('sets a damaged database of Temporal aside, and brings its processes back from MongoDB', async () => {
    const folder = join(home, 'temporal')
    for (const file of ['temporal.db-wal', 'temporal.db-shm']) rmSync(join(folder, file), { force: true })
    writeFileSync(join(folder, 'temporal.db'), 'damaged '.repeat(10_000))
    started = npmStart({ env })
    await started.until(ready)
    expect(started.output()).to.match(/Temporal's database was damaged: it was set aside in .*rebuilt from MongoDB\./)
    expect(started.output()).to.include('All processes are back.')
    const kept = readdirSync(folder).find((entry) => entry.startsWith('damaged-')) ?? 'none'
    expect(readFileSync(join(folder, kept, 'temporal.db'), 'utf8')).to.match(/^damaged /)
    expect(readdirSync(folder)).not.to.include('restore-needed')
  })

  it('does the same when Temporal itself says, while it runs, that its database is damaged', async () => {
    const pid = processOf(home, 'temporal server')
    appendFileSync(
      join(home, 'logs', 'temporal.log'),
      '{"level":"ERROR","error":"database disk image is malformed (11)"}\n',
    )
    await started.until(`Temporal (pid ${pid}) ended`)
    await started.until('Temporal runs again')
    await started.until('All processes are back.\n', 2)
    expect(readdirSync(join(home, 'temporal')).filter((entry) => entry.startsWith('damaged-'))).to.have.length(2)
  })

  it('leaves no process when main is killed, and the next start takes its place at once', async () => {
    process.kill(processOf(home, 'local/main.ts'), 'SIGKILL')
    await started.ended()
    started = npmStart({ env })
    await started.until(ready)
    expect([...processesOf(home).values()].filter((command) => command.includes('mongod --'))).to.have.length(1)
  })

  it('leaves no process when main alone is killed', async () => {
    process.kill(processOf(home, 'local/main.ts'), 'SIGKILL')
    expect(await untilNoneLeft(home, 15_000)).to.deep.equal([])
  })

  it('leaves no process when its terminal is closed', async () => {
    started = npmStart({ env })
    await started.until(ready)
    signalGroup(started, 'SIGHUP')
    expect(await untilNoneLeft(home, 20_000)).to.deep.equal([])
  })

  it('leaves no process when npm is asked to end while everything is still starting', async () => {
    started = npmStart({ env })
    while (processesOf(home).size < 4) await sleep(10)
    started.npm.kill('SIGTERM')
    await started.ended()
    expect(await untilNoneLeft(home, 20_000)).to.deep.equal([])
    expect(started.output()).not.to.include(ready)
  })

  it('ends at once after a second Ctrl-C', async () => {
    started = npmStart({ env })
    await started.until(ready)
    signalGroup(started, 'SIGINT')
    await started.until('Ending (SIGINT)…')
    // Two within half a second count as one.
    await sleep(550)
    signalGroup(started, 'SIGINT')
    await started.ended()
    expect(started.output()).to.include('Ending at once…')
    expect(processesOf(home)).to.deep.equal(new Map())
  })

  it('names a port in use and its variable, and starts nothing', async () => {
    const server = createServer().listen(Number(env.SMTP_PORT), '127.0.0.1')
    started = npmStart({ env })
    expect(await started.ended()).to.equal(1)
    server.close()
    expect(started.output()).to.include(`Port ${env.SMTP_PORT} is in use (SMTP_PORT)`)
    expect(processesOf(home)).to.deep.equal(new Map())
  })

  it('names the folder and the way out when the data of MongoDB is damaged, and changes nothing', async () => {
    const file = join(home, 'mongodb', 'WiredTiger.wt')
    writeFileSync(file, 'damaged '.repeat(1_000))
    started = npmStart({ env })
    expect(await started.ended()).to.equal(1)
    expect(started.output()).to.match(
      /MongoDB cannot open its data in .*mongodb \(.*corrupt.*\)\. Nothing was changed\. Put back a backup/,
    )
    expect(readFileSync(file, 'utf8')).to.equal('damaged '.repeat(1_000))
    expect(processesOf(home)).to.deep.equal(new Map())
  })
})
