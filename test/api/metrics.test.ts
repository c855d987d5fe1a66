import { expect } from 'chai'
import request from 'supertest'
import { patienceOfPeople } from '../../api/http/patience.ts'
import { freePorts } from '../../local/ports.ts'
import { mailSender } from '../../mail/smtp.ts'
import { showBacklog } from '../../metrics/backlog.ts'
import { showEngine } from '../../metrics/engine.ts'
import { processMetrics, showMetrics } from '../../metrics/listen.ts'
import { countedMail } from '../../metrics/mail.ts'
import { requestDurations } from '../../metrics/requests.ts'
import { noteTrouble } from '../../store/troubles.ts'
import { until } from '../house.ts'
import { aMail, smtpServer, thrownBy } from '../mail/server.ts'
import { stack } from '../stack.ts'
import { asked } from './examined.ts'
import { openDesk, submitPlan, usthPlan, type Desk } from './desk.ts'

/** The value of one series, `name{label="value"}`; undefined where it is not shown. */
const valueIn = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('GET /metrics', () => {
  const registry = processMetrics()
  let desk: Desk
  let shown: Awaited<ReturnType<typeof showMetrics>> | undefined
  let url: string
  before(async () => {
    desk = await openDesk({ measured: requestDurations(registry), patience: patienceOfPeople })
    showBacklog(registry, { store: desk.store, now: () => desk.deps.now() })
    showEngine(registry, desk.deps.gateway)
    const [port = 0] = await freePorts(1)
    shown = await showMetrics(registry, { host: '127.0.0.1', port })
    url = `http://127.0.0.1:${port}/metrics`
  })
  after(async () => {
    await shown?.close()
    await desk?.close()
  })
  const metrics = async (): Promise<string> => (await fetch(url)).text()

  it('has a port of its own: where people come in there is none, and nothing else is there', async () => {
    await request(desk.app).get('/metrics').expect(404)
    const { status, headers } = await fetch(url)
    expect([status, headers.get('content-type')]).to.deep.equal([200, registry.contentType])
    for (const elsewhere of ['/', '/metrics/', '/metrics?x=1', '/api/v1/me'])
      expect((await fetch(new URL(elsewhere, url))).status, elsewhere).to.equal(404)
    expect((await fetch(url, { method: 'POST' })).status).to.equal(404)
  })

  it('counts requests by method, declared route and status, and holds no address that was asked for', async () => {
    await submitPlan(desk)
    const pilot = await desk.as('pilot')
    await pilot.get('/plans/usth-2027')
    await pilot.get('/plans/usth-2027?asOf=2027-04-26')
    await pilot.get('/plans/usth-1999')
    await pilot.post('/plans/usth-2027/submit')
    for (const path of [
      '/sign-in/Zk3secret',
      '/answer/Zk3secret',
      '/partner/Zk3secret/code',
      '/nowhere/someone@school.example',
    ])
      await request(desk.app).get(path)
    await request(desk.app).delete('/api/v1/plans/usth-2027')
    const text = await metrics()
    const count = (labels: string): number | undefined =>
      valueIn(text, `http_request_duration_seconds_count{${labels}}`)
    expect(count('method="GET",route="/api/v1/plans/{key}",status="200"')).to.equal(2)
    expect(count('method="GET",route="/api/v1/plans/{key}",status="404"')).to.equal(1)
    expect(count('method="POST",route="/api/v1/plans/{key}/submit",status="200"')).to.equal(1)
    expect(count('method="POST",route="/api/v1/plans/{key}/submit",status="409"')).to.equal(1)
    expect(count('method="GET",route="/sign-in/{token}",status="404"')).to.equal(1)
    expect(count('method="GET",route="/answer/{token}",status="404"')).to.equal(1)
    expect(count('method="GET",route="/partner/{token}/code",status="404"')).to.equal(1)
    expect(count('method="GET",route="none",status="404"')).to.equal(2)
    expect(count('method="DELETE",route="/api/v1/plans/{key}",status="405"')).to.equal(1)
    expect(text).to.not.match(/usth|Zk3secret|nowhere|@|asOf/)
  })

  it('shows what waits and what needs a person, as it is at that moment', async () => {
    expect(valueIn(await metrics(), 'longitude_inbox_untaken')).to.equal(0)
    expect(valueIn(await metrics(), 'longitude_inbox_oldest_age_seconds')).to.equal(0)
    expect(valueIn(await metrics(), 'longitude_processes_overdue')).to.equal(0)
    expect(valueIn(await metrics(), 'longitude_troubles_recent')).to.equal(0)
    desk.at('2027-04-28T08:00:00Z')
    desk.engine(false)
    const direction = await desk.as('direction')
    const { status, body } = await direction.post('/plans/usth-2027/abandon', { reason: 'They closed' })
    expect([status, body.code]).to.deep.equal([202, undefined])
    expect(valueIn(await metrics(), 'longitude_engine_up')).to.equal(0)
    desk.engine(true)
    expect(valueIn(await metrics(), 'longitude_engine_up')).to.equal(1)
    desk.at('2027-04-28T09:00:00Z')
    const text = await metrics()
    expect(valueIn(text, 'longitude_inbox_untaken')).to.equal(1)
    expect(valueIn(text, 'longitude_inbox_oldest_age_seconds')).to.equal(3600)
    // The digests of the day before were not sent, as nobody took the step: of the two heads, and of the coordinator in Hanoi.
    expect(valueIn(text, 'longitude_processes_overdue')).to.equal(3)
    for (const [moment, overdue] of [
      ['2027-04-27T06:31:00Z', 1],
      ['2027-04-27T06:31:01Z', 3],
    ] as const) {
      desk.at(moment)
      expect(valueIn(await metrics(), 'longitude_processes_overdue'), moment).to.equal(overdue)
    }
  })

  it('shows the troubles of the last 25 hours', async () => {
    desk.at(new Date().toISOString())
    await noteTrouble(desk.store, { stream: usthPlan, what: 'moveMilestone', error: new TypeError('x@y.example') })
    expect(valueIn(await metrics(), 'longitude_troubles_recent')).to.equal(1)
    desk.at(new Date(Date.now() + 25 * 3_600_000 + 60_000).toISOString())
    expect(valueIn(await metrics(), 'longitude_troubles_recent')).to.equal(0)
    desk.at('2027-04-26T08:00:00Z')
  })

  it('costs the same however much was taken long ago, and counts no further than 1000', async () => {
    const taken = Array.from({ length: 3000 }, (_, n) => ({ _id: `t${n}`, taken: true, receivedAt: new Date(n) }))
    const overdue = Array.from({ length: 1200 }, (_, n) => ({
      _id: `labelFile/made-${n}`,
      ended: false,
      wakeAt: '2020-01-01T00:00:00.000Z',
    }))
    const { connection } = desk.store
    await connection.collection<{ _id: string }>('inbox').insertMany(taken)
    await connection.collection<{ _id: string }>('files').insertMany(overdue)
    const [text, questions] = await asked(desk.store, metrics)
    expect(valueIn(text, 'longitude_processes_overdue')).to.equal(1000)
    expect(questions.length).to.be.at.least(4)
    for (const { ns, docsExamined, planSummary } of questions) {
      expect(planSummary, ns).to.not.include('COLLSCAN')
      expect(docsExamined, ns).to.be.at.most(1000)
    }
  })

  it('shows its process all the same while MongoDB is away', async () => {
    expect(valueIn(await metrics(), 'longitude_mongodb_up')).to.equal(1)
    process.kill(stack.pids.mongod, 'SIGSTOP')
    let text = ''
    // A stopped process may still answer what it had begun.
    await until(async () => valueIn((text = await metrics()), 'longitude_mongodb_up') === 0).finally(() =>
      process.kill(stack.pids.mongod, 'SIGCONT'),
    )
    expect(valueIn(text, 'process_resident_memory_bytes')).to.be.above(1_000_000)
    for (const name of ['inbox_untaken', 'inbox_oldest_age_seconds', 'processes_overdue', 'troubles_recent'])
      expect(valueIn(text, `longitude_${name}`), name).to.equal(undefined)
  })

  it('counts mails by what the mail server said, and says nothing of whom they were for', async () => {
    const mails = processMetrics()
    const said = { code: 0 }
    const server = await smtpServer(() => ({
      onRcptTo: (_, __, done) => done(said.code ? Object.assign(new Error('no'), { responseCode: said.code }) : null),
    }))
    const sender = countedMail(mailSender({ smtpUrl: server.url, from: 'longitude@school.example' }), mails)
    await sender.send(aMail())
    for (said.code of [550, 550, 450]) await thrownBy(sender.send(aMail()))
    await server.close()
    await thrownBy(sender.send(aMail()))
    const text = await mails.metrics()
    for (const [outcome, count] of Object.entries({ accepted: 1, refused: 2, putOff: 1, unknown: 0, unreachable: 1 }))
      expect(valueIn(text, `longitude_mails_offered_total{outcome="${outcome}"}`), outcome).to.equal(count)
    expect(text).to.not.include('@')
  })
})
