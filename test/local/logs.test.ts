import { expect } from 'chai'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { succeeds } from '../../domain/succeeds.ts'
import { freePorts, refuseTakenPorts } from '../../local/ports.ts'
import { draft, plan } from '../current-plan.ts'
import { person } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { signedIn } from '../signed-in.ts'
import { stack } from '../stack.ts'
import { npmStart, ownEnv, processesOf, processOf, skipUnlessLinux, type Started, untilNoneLeft } from './npm-start.ts'

const key = plan.slice(plan.indexOf('/') + 1)
const reader = 'a.reader@elsewhere.example'
const words = `What somebody wrote to ${reader}`
const names = { person: 'Somebody Named', contact: 'Somebody Abroad' }
const ready = 'Ctrl-C ends it.'

/** Three ports in a row, for the metrics of the API, the worker and its SDK. */
async function metricsPort(): Promise<number> {
  for (;;) {
    const [first = 0] = await freePorts(1)
    const row = [0, 1, 2].map((more) => ({ port: first + more, variable: 'METRICS_PORT' }))
    if (await succeeds(refuseTakenPorts(row))) return first
  }
}

describe('what a whole run of npm start logs and shows', function () {
  this.timeout(300_000)
  let home: string
  let house: House
  let mails: MailServer
  let started: Started
  let url: string
  let metrics: number
  let texts: readonly string[] = []
  let again = ''
  const metricsUrl = (more: number): string => `http://127.0.0.1:${metrics + more}/metrics`
  const secrets = new Set<string>([reader])
  const refused: string[] = []
  /** One is no reader of this server for good, and one is put off once. */
  const refuse = (address: string): number | undefined => {
    const code = { 'quality@school.example': 550, 'centre-head.cis@school.example': 451 }[address]
    if (code === undefined || (code === 451 && refused.includes(address))) return undefined
    refused.push(address)
    return code
  }

  before(async function () {
    skipUnlessLinux(this)
    home = mkdtempSync(join(tmpdir(), 'longitude-logs-'))
    house = await openHouse()
    mails = await startMailServer({ refuse })
    const env = await ownEnv(home)
    metrics = await metricsPort()
    url = `http://127.0.0.1:${env.PORT}`
    started = npmStart({
      env: {
        ...env,
        METRICS_PORT: `${metrics}`,
        MONGODB_URI: house.mongodbUri,
        TEMPORAL_ADDRESS: stack.temporalAddress,
        TEMPORAL_NAMESPACE: house.namespace,
        SMTP_URL: mails.url,
      },
    })
    await started.until(ready)
    await live()
  })
  /** Signs someone in, and remembers what their cookie holds. */
  async function as(account: string): Promise<Awaited<ReturnType<typeof signedIn>>> {
    const agent = await signedIn(url, { account, mails })
    await agent.get('/api/v1/me').expect(200)
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the class is of a package of theirs
    const kept = agent.jar.getCookie('longitude', { domain: '127.0.0.1', path: '/', secure: false, script: false })
    const cookie = decodeURIComponent(kept?.value ?? '')
    expect(cookie).to.match(/^s:/)
    for (const part of [cookie, ...cookie.replace(/^s:/, '').split('.')]) secrets.add(part)
    return agent
  }

  /** What is refused, with an address or a text in whatever place it can stand. */
  async function refusals(agent: Awaited<ReturnType<typeof signedIn>>): Promise<void> {
    await agent
      .post('/api/v1/plans')
      .send({ ...draft().input, [words]: words })
      .expect(422)
    await agent.post('/api/v1/plans').type('json').send(`{"title": "${words}`).expect(400)
    await agent.get(`/api/v1/people/${encodeURIComponent(reader)}`).expect(404)
    await agent.get(`/api/v1/people/${reader}`).expect(404)
    await agent.get(`/api/v1/people?q=${reader}`).expect(200)
    await request(url).get(`/${reader}/metrics`).set('Authorization', `Bearer ${reader}`).expect(404)
    await request(url).post('/api/v1/session/links').send({ email: reader, name: names.person }).expect(422)
    await request(url).post('/sign-in').type('form').send({ email: 'quality@school.example' }).expect(202)
    await request(url)
      .get(`/sign-in/${'x'.repeat(43)}`)
      .expect(404)
    await until(async () => refused.includes('quality@school.example'))
  }

  /** The address in the newest mail to someone that opens an approval. */
  const answerPath = (account: string): string => {
    const mail = mails.messages.findLast((message) => message.includes(`${account}@school.example`)) ?? ''
    return /\/answer\/[\w-]+/.exec(mail.replace(/=\r\n/g, ''))?.[0] ?? ''
  }

  async function approve(account: string): Promise<void> {
    await until(async () => answerPath(account) !== '')
    const path = answerPath(account)
    const { text } = await request(url).get(path).expect(200)
    const hash = /name="hash" value="([^"]*)"/.exec(text)?.[1]
    const answer = () => request(url).post(path).type('form').send({ hash, opinion: 'approved' })
    await until(async () => (await answer()).status === 303)
  }

  /** Gives a command, again with its key where a busy machine was only told that it is received. */
  async function give(agent: Awaited<ReturnType<typeof signedIn>>, path: string, body: object): Promise<void> {
    const key = randomUUID()
    const given = () => agent.post(`/api/v1${path}`).set('Idempotency-Key', key).send(body)
    await until(async () => [200, 201].includes((await given()).status))
  }

  async function live(): Promise<void> {
    const [pilot, officer, direction] = [await as('pilot'), await as('officer'), await as('direction')]
    const administrator = await as('administrator')
    await administrator
      .post('/api/v1/people')
      .send({ email: 'somebody.named@school.example', name: names.person, language: 'en', mandates: [] })
      .expect(201)
    await officer
      .post('/api/v1/partners/usth/addContact')
      .set('If-Match', '*')
      .send({ role: 'academicContact', email: reader, name: names.contact, language: 'en' })
      .expect(200)
    await refusals(pilot)
    await give(pilot, '/plans', draft().input)
    await give(pilot, `/plans/${key}/submit`, {})
    for (const account of ['centre-head.cmp', 'centre-head.cis']) {
      const mailbox = `/messages/${person(account)}`
      await until(async () => (await officer.get(`/api/v1${mailbox}`)).body.pending?.length > 0)
      await give(officer, `${mailbox}/sendNow`, { reason: words })
      await approve(account)
    }
    await until(async () => (await direction.get(`/api/v1/plans/${key}`)).body.may?.includes('validate'))
    await give(direction, `/plans/${key}/validate`, {})
    texts = await Promise.all([0, 1, 2].map(async (more) => (await fetch(metricsUrl(more))).text()))
    const worker = processOf(home, 'worker/main.ts')
    process.kill(worker, 'SIGKILL')
    await started.until('Worker runs again, pid ')
    await give(pilot, `/plans/${key}/startMilestone`, { milestone: 'joint-master' })
    again = await (await fetch(metricsUrl(1))).text()
    started.npm.kill('SIGTERM')
    await started.ended()
  }

  after(async () => {
    if (home === undefined) return
    for (const pid of processesOf(home).keys()) process.kill(pid, 'SIGKILL')
    await untilNoneLeft(home, 5_000)
    await house?.close()
    await mails?.close()
    rmSync(home, { recursive: true, force: true })
  })

  const file = (name: string): string => readFileSync(join(home, 'logs', name), 'utf8')
  const linesOf = (name: string): string[] =>
    file(name)
      .split('\n')
      .filter((line) => line !== '')

  it('says each thing on a line of JSON with its level and time, and of a request with its id', () => {
    expect(readdirSync(join(home, 'logs')).sort()).to.include.members(['api.log', 'worker.log', 'worker.log.1'])
    for (const name of readdirSync(join(home, 'logs')).filter((one) => /^(api|worker)\.log/.test(one)))
      for (const line of linesOf(name)) {
        const { level, time, name: process, msg, reqId, req } = JSON.parse(line)
        expect([typeof level, typeof time, typeof process, typeof msg], line).to.deep.equal([
          ...['number', 'number', 'string', 'string'],
        ])
        if (process === 'api' && !['ready', 'ending'].includes(msg))
          expect(reqId ?? req?.id, line).to.match(/^[0-9a-f-]{36}$/)
      }
    expect(linesOf('api.log').length).to.be.above(30)
  })

  it('names no address and nobody, quotes nobody, and holds no token, session or secret', async () => {
    const people = await house.store.people.find().lean()
    const contacts = (await house.store.partners.find().lean()).flatMap((partner) => partner.contacts)
    for (const { email, name } of [...people, ...contacts]) for (const one of [email, name]) if (one) secrets.add(one)
    expect([...secrets]).to.include.members([...Object.values(names), reader])
    for (const mail of mails.messages)
      for (const [, token = ''] of mail.replace(/=\r\n/g, '').matchAll(/\/(?:sign-in|answer)\/([\w-]{20,})/g))
        secrets.add(token)
    for (const session of await house.store.sessions.find().lean()) secrets.add(session._id)
    secrets.add(readFileSync(join(home, 'secret'), 'utf8').trim())
    expect(secrets.size).to.be.above(50)
    const logs = readdirSync(join(home, 'logs')).map(file)
    for (const text of [started.output(), ...logs, ...texts, again]) {
      // `longitude@0.1.0`, which npm prints, and `node_modules/@temporalio/…` in a trace are none of a mailbox.
      expect(text).to.not.match(/[\w.+-]+(?:@|%40)[\w.-]+\.[a-z]{2,}/i)
      for (const secret of [...secrets, words, encodeURIComponent(reader)]) expect(text).to.not.include(secret)
    }
  })

  it('shows the metrics of the API, the worker and its SDK, of the worker again after it was killed', () => {
    const [api = '', worker = '', sdk = ''] = texts
    expect(api).to.match(
      /^http_request_duration_seconds_count\{method="POST",route="\/answer\/\{token\}",status="303"\} 2$/m,
    )
    expect(api).to.match(/^longitude_mails_offered_total\{outcome="refused"\} 1$/m)
    expect(worker).to.match(/^longitude_mails_offered_total\{outcome="accepted"\} 2$/m)
    expect(worker).to.match(/^longitude_mails_offered_total\{outcome="putOff"\} 1$/m)
    for (const text of [worker, again]) expect(text).to.match(/^longitude_worker_running 1$/m)
    expect(sdk).to.match(/^temporal_workflow_task_execution_latency_seconds_count\{/m)
  })
})
