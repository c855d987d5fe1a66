import { rmSync } from 'node:fs'
import { expect } from 'chai'
import type request from 'supertest'
import { taskQueue } from '../../api/gateway.ts'
import { freePorts } from '../../local/ports.ts'
import { openReceiver, type Receiver } from '../api/webhooks-receiver.ts'
import { makeCertificates, type Certificates, type Pair } from '../certificates.ts'
import { openHouse, type House, type WorkerOptions } from '../house.ts'
import { startMailServer, type MailServer } from '../mail-server.ts'
import { signedIn } from '../signed-in.ts'

describe('webhooks whose receivers speak TLS', function () {
  this.timeout(120_000)
  let house: House
  let mails: MailServer
  let school: Certificates
  let others: Certificates
  let impostors: Certificates
  let administrator: ReturnType<typeof request.agent>
  const receivers: Receiver[] = []
  before(async () => {
    ;[mails, house] = await Promise.all([startMailServer(), openHouse()])
    school = makeCertificates()
    others = makeCertificates('another authority')
    impostors = makeCertificates()
    const [port = 0] = await freePorts(1)
    await house.startApi({ port, smtpUrl: mails.url })
    administrator = await signedIn(`http://127.0.0.1:${port}`, { account: 'administrator', mails })
  })
  after(async () => {
    await Promise.all(receivers.map((receiver) => receiver.close()))
    await house?.close()
    await mails?.close()
    for (const { folder } of [school, others, impostors]) rmSync(folder, { recursive: true, force: true })
  })

  const listening = async (secured: Pair): Promise<{ receiver: Receiver; id: string }> => {
    const receiver = await openReceiver(0, secured)
    receivers.push(receiver)
    const asked = { url: receiver.url, types: ['agreement'] }
    const { body } = await administrator.post('/api/v1/webhooks').send(asked).expect(201)
    return { receiver, id: body.id }
  }
  const ping = (id: string): request.Test => administrator.post(`/api/v1/webhooks/${id}/ping`).expect(202)
  /** Whatever came of each delivery to a webhook: statuses, or kinds of errors. */
  const outcomes = async (id: string): Promise<unknown[]> => {
    const { body } = await administrator.get(`/api/v1/webhooks/${id}/deliveries`).expect(200)
    const deliveries: { tries: { status: number | null; error: string | null }[] }[] = body.items
    return deliveries.flatMap(({ tries }) => tries.map(({ status, error }) => status ?? error))
  }
  /** One run, by a worker of that kind alone. */
  const runBy = async (options: WorkerOptions): Promise<void> => {
    const worker = await house.startWorker(options)
    await house.client.workflow.execute('webhooks', { taskQueue, workflowId: 'webhooks' })
    await worker.kill()
  }

  it('reach a receiver of the school’s own authority once the worker is told of it, and not before', async () => {
    const { receiver, id } = await listening(school.server)
    await ping(id)
    await runBy({})
    expect([receiver.received, await outcomes(id)]).to.deep.equal([[], ['UNABLE_TO_VERIFY_LEAF_SIGNATURE']])
    await ping(id)
    await runBy({ trusts: school.ca })
    expect(receiver.types()).to.deep.equal(['webhook.ping'])
    expect(await outcomes(id)).to.have.members([204, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])
  })

  it('send nothing to one that is expired, of another name, of an authority that is none of ours or only has its name, or signed itself, and the log says which', async () => {
    const strangers = {
      CERT_HAS_EXPIRED: await listening(school.expired),
      ERR_TLS_CERT_ALTNAME_INVALID: await listening(school.elsewhere),
      UNABLE_TO_VERIFY_LEAF_SIGNATURE: await listening(others.server),
      CERT_SIGNATURE_FAILURE: await listening(impostors.server),
      DEPTH_ZERO_SELF_SIGNED_CERT: await listening(others.selfSigned),
    }
    for (const { id } of Object.values(strangers)) await ping(id)
    await runBy({ trusts: school.ca })
    for (const [why, { receiver, id }] of Object.entries(strangers))
      expect([receiver.received, await outcomes(id)], why).to.deep.equal([[], [why]])
  })

  it('are never sent to this machine by an installation that people reach elsewhere, though it is registered', async () => {
    const { receiver, id } = await listening(school.server)
    await ping(id)
    await runBy({ trusts: school.ca, publicUrl: 'https://plans.school.example' })
    expect([receiver.received, await outcomes(id)]).to.deep.equal([[], ['ADDRESS_REFUSED']])
  })
})
