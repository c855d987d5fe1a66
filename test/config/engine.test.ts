import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { engineOf } from '../../config/engine.ts'
import { readEnv } from '../../config/env.ts'
import { UnusableEnvironment } from '../../config/unusable.ts'

const address = 'temporal.example:7233'
const plain = { address, namespace: 'default' }

describe('engineOf', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-engine-'))
    for (const name of ['ca', 'cert', 'key']) writeFileSync(join(folder, name), name)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  const of = (more: Record<string, string>) => engineOf(readEnv({ TEMPORAL_ADDRESS: address, ...more }))

  it('is plain where nothing is said of TLS, and TLS with what this machine trusts where it is asked for', () => {
    expect(of({})).to.deep.equal(plain)
    expect(of({ TEMPORAL_TLS: '1' })).to.deep.equal({ ...plain, tls: {} })
    expect(of({ TEMPORAL_TLS: 'true', TEMPORAL_NAMESPACE: 'school' })).to.deep.equal({
      ...plain,
      namespace: 'school',
      tls: {},
    })
  })

  it('never shows a key to an engine that is not reached by TLS, unless it is told to', () => {
    expect(of({ TEMPORAL_API_KEY: 'k' })).to.deep.equal({ ...plain, tls: {}, apiKey: 'k' })
    expect(of({ TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' })).to.deep.equal({ ...plain, apiKey: 'k' })
  })

  it('reads whom to believe and who we are from their files', () => {
    const tls = of({
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'ca'),
      TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, 'cert'),
      TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'key'),
      TEMPORAL_TLS_SERVER_NAME: 'engine.example',
    }).tls
    expect(tls).to.deep.equal({
      serverRootCACertificate: Buffer.from('ca'),
      serverNameOverride: 'engine.example',
      clientCertPair: { crt: Buffer.from('cert'), key: Buffer.from('key') },
    })
  })

  it('names what cannot be read, and a certificate without its key', () => {
    const missing = { TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'none') }
    expect(() => of(missing)).to.throw(UnusableEnvironment, /^TEMPORAL_TLS_SERVER_CA_CERT_PATH: .*ENOENT/)
    for (const one of ['TEMPORAL_TLS_CLIENT_CERT_PATH', 'TEMPORAL_TLS_CLIENT_KEY_PATH'])
      expect(() => of({ [one]: join(folder, 'cert') })).to.throw(UnusableEnvironment, 'TEMPORAL_TLS_CLIENT_KEY_PATH')
  })
})
