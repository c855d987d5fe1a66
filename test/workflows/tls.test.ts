import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { createServer, type Server } from 'node:tls'
import { NativeConnection } from '@temporalio/worker'
import { expect } from 'chai'
import { gatewayTo } from '../../api/gateway.ts'
import { engineOf } from '../../config/engine.ts'
import { readEnv } from '../../config/env.ts'
import { makeCertificates, type Certificates } from '../certificates.ts'
import { portOf } from '../mail/server.ts'
import '../quiet-runtime.ts'
import { stack } from '../stack.ts'

describe('an engine that is reached by TLS and wants a certificate', () => {
  let certificates: Certificates
  let front: Server
  let env: Record<string, string>
  before(async () => {
    certificates = makeCertificates()
    front = createServer(
      {
        cert: readFileSync(certificates.server.cert),
        key: readFileSync(certificates.server.key),
        ca: readFileSync(certificates.ca),
        requestCert: true,
        ALPNProtocols: ['h2'],
      },
      (secured) => {
        const [host = '', port = ''] = stack.temporalAddress.split(':')
        const plain = connect({ host, port: Number(port) })
        secured.on('error', () => plain.destroy()).on('close', () => plain.destroy())
        plain.on('error', () => secured.destroy())
        secured.pipe(plain).pipe(secured)
      },
    )
    front.listen(0, '127.0.0.1')
    await once(front, 'listening')
    env = {
      TEMPORAL_ADDRESS: `localhost:${portOf(front.address()).port}`,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: certificates.ca,
      TEMPORAL_TLS_CLIENT_CERT_PATH: certificates.client.cert,
      TEMPORAL_TLS_CLIENT_KEY_PATH: certificates.client.key,
    }
  })
  after(() => {
    front?.close()
    if (certificates) rmSync(certificates.folder, { recursive: true, force: true })
  })

  /** Whether API and worker are let in with these settings. */
  async function letIn(settings: Record<string, string>): Promise<{ api: boolean; worker: boolean }> {
    const engine = engineOf(readEnv(settings))
    const gateway = gatewayTo(engine)
    const api = await gateway.isUp()
    await gateway.close()
    const { namespace: _, ...address } = engine
    const worker = await NativeConnection.connect(address).then(
      async (connection) => (await connection.close(), true),
      () => false,
    )
    return { api, worker }
  }

  it('lets the API and the worker in with the certificate of the settings', async () => {
    expect(await letIn(env)).to.deep.equal({ api: true, worker: true })
  })

  it('is believed under a name that the settings give', async () => {
    const byNumber = { ...env, TEMPORAL_ADDRESS: (env['TEMPORAL_ADDRESS'] ?? '').replace('localhost', '127.0.0.1') }
    const named = { ...byNumber, TEMPORAL_TLS_SERVER_NAME: 'localhost' }
    expect(await letIn(named)).to.deep.equal({ api: true, worker: true })
    const other = { ...env, TEMPORAL_TLS_SERVER_NAME: 'elsewhere.example' }
    expect(await letIn(other)).to.deep.equal({ api: false, worker: false })
  })

  it('lets nobody in without a certificate, who trusts another authority, or who speaks plainly', async () => {
    const { TEMPORAL_TLS_CLIENT_CERT_PATH: _, TEMPORAL_TLS_CLIENT_KEY_PATH: __, ...nobody } = env
    const others = makeCertificates()
    for (const settings of [
      nobody,
      { ...env, TEMPORAL_TLS_SERVER_CA_CERT_PATH: others.ca },
      { ...env, TEMPORAL_TLS: '0' },
    ])
      expect(await letIn(settings), JSON.stringify(settings)).to.deep.equal({ api: false, worker: false })
    rmSync(others.folder, { recursive: true })
  })
})
