import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { MongoClient, type Document } from 'mongodb'
import { accepts } from '../../local/accepts.ts'
import { childEnv } from '../../local/child-env.ts'
import { spawnChild, type Child } from '../../local/child.ts'
import { freePorts } from '../../local/ports.ts'
import { findProgram } from '../../local/programs.ts'
import { untilReady } from '../../local/until.ts'
import { inTransaction } from '../../store/commit.ts'
import { connect } from '../../store/connect.ts'
import { seedRegister } from '../../store/register/seed.ts'
import { verifyLedger } from '../../store/verify.ts'
import { makeCertificates, type Certificates } from '../certificates.ts'
import { registeredAt, school } from '../domain/school.ts'

const password = 'as/secret?as:this@one'

describe('a MongoDB that wants TLS, a certificate and a password', function () {
  this.timeout(60_000)
  let folder: string
  let certificates: Certificates
  let mongod: Child
  let port: number

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'longitude-secured-'))
    certificates = makeCertificates()
    ;[port = 0] = await freePorts(1)
    mongod = await startSecured()
    // The first user is made from this machine, by nobody; every other one by them.
    await asAdmin('', async (run) => {
      await run({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
      while ((await run({ hello: 1 }))['isWritablePrimary'] !== true);
      await run({ createUser: 'root', pwd: 'root', roles: ['root'] })
    })
    await asAdmin('root:root@', async (run) => {
      await run({ createUser: 'longitude', pwd: password, roles: [{ role: 'readWrite', db: 'longitude' }] })
    })
  })
  after(async () => {
    await mongod?.stop('quick')
    for (const made of [folder, certificates?.folder]) if (made) rmSync(made, { recursive: true, force: true })
  })

  const tls = (): string => `tls=true&tlsCAFile=${certificates.ca}&tlsCertificateKeyFile=${certificates.client.both}`
  const uriAs = (user: string, options: string): string =>
    `mongodb://${user}@127.0.0.1:${port}/longitude?authSource=admin&replicaSet=rs0&${options}`
  const me = `longitude:${encodeURIComponent(password)}`

  async function asAdmin(
    user: string,
    act: (run: (command: object) => Promise<Document>) => Promise<void>,
  ): Promise<void> {
    const client = new MongoClient(`mongodb://${user}127.0.0.1:${port}/?directConnection=true&${tls()}`)
    await act((command) => client.db('admin').command(command)).finally(() => client.close())
  }

  async function startSecured(): Promise<Child> {
    const keyFile = join(folder, 'key')
    writeFileSync(keyFile, randomBytes(48).toString('base64'), { mode: 0o600 })
    mkdirSync(join(folder, 'data'))
    const { path, libraries } = findProgram('mongod')
    const child = spawnChild({
      name: 'Secured',
      command: path,
      args: [
        ...['--dbpath', join(folder, 'data'), '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket'],
        ...['--replSet', 'rs0', '--keyFile', keyFile, '--wiredTigerCacheSizeGB', '0.25'],
        ...['--tlsMode', 'requireTLS', '--tlsCertificateKeyFile', certificates.server.both],
        ...['--tlsCAFile', certificates.ca],
      ],
      env: childEnv(folder, libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
      log: join(folder, 'log'),
      graceMs: 1_000,
      whenOrphaned: 'KILL',
    })
    await untilReady(child, () => accepts({ host: '127.0.0.1', port }), 20_000)
    return child
  }

  it('is worked with as one that may read and write this one database', async () => {
    const store = await connect(uriAs(me, tls()))
    await seedRegister(store, school, { at: registeredAt })
    expect(await store.partners.countDocuments()).to.be.above(10)
    await inTransaction(store)(async (session) => {
      await store.troubles.create(
        [{ _id: 't1', stream: 'x', what: 'y', error: 'z', tries: 1 }],
        session ? { session } : {},
      )
    })
    expect(await store.troubles.countDocuments()).to.equal(1)
    expect((await verifyLedger(store)).faults).to.deep.equal([])
    await store.close()
  })

  it('has our database where its address names none, whatever paths the address holds', async () => {
    for (const end of ['/?', '?']) {
      const store = await connect(`mongodb://${me}@127.0.0.1:${port}${end}authSource=admin&replicaSet=rs0&${tls()}`)
      expect(store.connection.name, end).to.equal('longitude')
      await store.close()
    }
  })

  it('lets nobody in with another password, without a certificate, or in plain', async () => {
    const refused = async (uri: string): Promise<string> =>
      connect(uri).then(
        async (store) => (await store.close(), 'let in'),
        (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
      )
    expect(await refused(uriAs('longitude:other', tls()))).to.equal('MongoServerError')
    expect(await refused(uriAs(me, `tls=true&tlsCAFile=${certificates.ca}`))).to.match(/ServerSelection/)
    expect(await refused(uriAs(me, 'directConnection=false'))).to.match(/ServerSelection/)
  })
})
