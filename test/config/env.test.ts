import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv, services } from '../../config/env.ts'
import { root } from '../../config/root.ts'
import { UnusableEnvironment } from '../../config/unusable.ts'

describe('readEnv', () => {
  it('needs nothing to be set', () => {
    const env = readEnv({})
    expect(env).to.include({
      home: join(root, '.local'),
      secretFile: join(root, '.local', 'secret'),
      port: 3000,
      empty: false,
      metricsPort: undefined,
    })
    expect(services(env)).to.deep.equal({
      mongodbUri: 'mongodb://127.0.0.1:27117/longitude?directConnection=true',
      temporalAddress: '127.0.0.1:7333',
      temporalNamespace: 'default',
      smtpUrl: 'smtp://127.0.0.1:2525',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readEnv({ PORT: '', MONGODB_URI: '' })).to.include({ port: 3000, mongodbUri: undefined })
  })

  it('moves everything with LONGITUDE_HOME, and resolves it against the repository', () => {
    expect(readEnv({ LONGITUDE_HOME: 'elsewhere' }).secretFile).to.equal(join(root, 'elsewhere', 'secret'))
    expect(readEnv({ LONGITUDE_HOME: '/srv/longitude' }).home).to.equal('/srv/longitude')
  })

  it('makes the public address from the port, without a slash at its end', () => {
    expect(readEnv({ PORT: '8080' }).publicUrl).to.equal('http://127.0.0.1:8080')
    expect(readEnv({ PUBLIC_URL: 'https://plans.school.example/' }).publicUrl).to.equal('https://plans.school.example')
  })

  it('prefers the addresses that replace our servers', () => {
    const given = {
      MONGODB_URI: 'mongodb://db.example/plans',
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      SMTP_URL: 'smtps://mail.example',
    }
    expect(services(readEnv(given))).to.include({
      mongodbUri: given.MONGODB_URI,
      temporalAddress: given.TEMPORAL_ADDRESS,
      smtpUrl: given.SMTP_URL,
    })
  })

  it('reads a password from the file that a variable names, and the variable itself before it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'longitude-settings-'))
    const uri = 'mongodb://longitude:secret@db.example/longitude'
    writeFileSync(join(folder, 'uri'), `${uri}\n`)
    writeFileSync(join(folder, 'wrong'), 'http://x\n')
    const given = { MONGODB_URI_FILE: join(folder, 'uri') }
    expect(readEnv(given).mongodbUri).to.equal(uri)
    expect(readEnv({ ...given, MONGODB_URI: 'mongodb://other.example' }).mongodbUri).to.equal('mongodb://other.example')
    expect(() => readEnv({ SMTP_URL_FILE: join(folder, 'wrong') })).to.throw('SMTP_URL: must start with')
    expect(() => readEnv({ SMTP_URL_FILE: join(folder, 'none') })).to.throw(
      UnusableEnvironment,
      /^SMTP_URL_FILE: .*ENOENT/,
    )
    rmSync(folder, { recursive: true })
  })

  it('listens on this machine alone and trusts no proxy, unless it is told to', () => {
    expect(readEnv({})).to.include({ listenOn: '127.0.0.1', trustedProxies: 0 })
    expect(readEnv({ LISTEN_ON: '0.0.0.0', TRUSTED_PROXIES: '1' })).to.include({
      listenOn: '0.0.0.0',
      trustedProxies: 1,
    })
  })

  it('names every variable that cannot be used', () => {
    const given = {
      PORT: 'eighty',
      TEMPORAL_ADDRESS: 'nowhere',
      MAIL_FROM: 'office',
      LOG_LEVEL: 'loud',
      SMTP_URL: 'http://x',
      MAILS_PER_SECOND: '0',
      METRICS_PORT: '65534',
      LISTEN_ON: 'localhost',
      TRUSTED_PROXIES: '-1',
      TEMPORAL_TLS: 'yes',
    }
    for (const name of Object.keys(given)) expect(() => readEnv(given)).to.throw(`${name}: must `)
  })
})
