import { expect } from 'chai'
import request from 'supertest'
import { collections } from '../../api/address.ts'
import { submit } from '../../api/command/submit.ts'
import { problemOf } from '../../api/http/errors.ts'
import { contactActorIn } from '../../api/session/actor.ts'
import { rights, type Right } from '../../domain/access.ts'
import { candidateByLink, type Actor } from '../../domain/actor.ts'
import { commandsForPeople, processTypes, type ProcessType } from '../../domain/catalogue.ts'
import type { CommandRow } from '../../domain/process.ts'
import { registerNow } from '../../store/register/now.ts'
import { files, nothing, some } from './rights-parts.ts'
import {
  bodies,
  everybody,
  ofC1,
  ofUsth,
  openScene,
  secrets,
  strangers,
  type Scene,
  type Someone,
} from './rights-scene.ts'
import { beginners, elsewhere, exampleOf, examplesOf, others, reading } from './rights-ways.ts'

const exists = 409
const verbs = ['get', 'post', 'patch', 'delete'] as const
type Verb = (typeof verbs)[number]
/** The commands that people give, but those that begin a file. */
const commandsOf = (type: ProcessType): readonly (readonly [name: string, row: CommandRow])[] =>
  commandsForPeople(type).filter(([name]) => !beginners.some((one) => one.type === type && one.command === name))

describe('rights, for everyone and every way in', function () {
  this.timeout(120_000)
  let scene: Scene
  let operations: { readonly id: string; readonly method: Verb; readonly path: string }[]
  before(async () => {
    scene = await openScene()
    const { body } = await request(scene.desk.app).get('/openapi.json')
    operations = Object.entries<Record<string, { operationId: string }>>(body.paths).flatMap(([path, methods]) =>
      verbs.flatMap((method) => (methods[method] ? [{ id: methods[method].operationId, path, method }] : [])),
    )
  })
  after(() => scene?.close())

  /** What someone is answered, whose session may be over. */
  async function ask(someone: Someone, method: Verb, path: string, body: object = {}) {
    const client = await scene.client(someone)
    if (client) return method === 'get' || method === 'delete' ? client[method](path) : client[method](path, body)
    const asked = request(scene.desk.app)[method](`/api/v1${path}`)
    if (someone === 'contact' || someone === 'candidate') asked.set('Cookie', scene.linkCookies[someone])
    return method === 'get' ? asked : asked.send(body)
  }
  const told = (someone: Someone, what: string, status: number): string => `${someone} ${what}: ${status}`
  const unexpected = (found: readonly (string | undefined)[]): readonly string[] => found.flatMap((one) => one ?? [])

  it('are stated for every route and every command there is', () => {
    const commands = processTypes.flatMap((type) => commandsForPeople(type).map(([name]) => `${type}.${name}`))
    expect(Object.keys(bodies)).to.have.members(commands)
    const stated = [...commands, ...Object.values(reading).flat(), ...Object.keys(others), ...elsewhere]
    expect(operations.map(({ id }) => id)).to.have.members(stated)
  })

  for (const type of processTypes)
    it(`of commands to ${collections[type]}: 404 for whoever has no part, 403 for whoever has another, else it is judged`, async () => {
      const found: (string | undefined)[] = []
      for (const [key, casting] of Object.entries(files[type]))
        for (const [command, { by, about }] of commandsOf(type))
          for (const someone of casting === nothing ? some : everybody) {
            const { file = [], fair = file } = casting[someone] ?? {}
            const parts = about === 'milestone' || about === 'centre' ? fair : file
            const isSeen = file.length + fair.length > 0
            const admitted = parts.some((part) => by.includes(part))
            const path = `/${collections[type]}/${key}/${command}?preview=true`
            const { status, body } = await ask(someone, 'post', path, bodies[`${type}.${command}`])
            const refusal = strangers.includes(someone) ? 401 : isSeen ? 403 : 404
            // Whoever may is judged: whatever else is said, it is nothing of rights, nor of what was written.
            const isJudged = ![401, 403, 404].includes(status) && body.code !== 'command.invalid' && status < 500
            if (admitted ? !isJudged : status !== refusal) found.push(told(someone, `${key} ${command}`, status))
            if (!isSeen) found.push(...wordsOf(key, body).map((word) => `${someone} reads ${word} at ${path}`))
          }
      expect(unexpected(found)).to.deep.equal([])
    })

  for (const { type, command, beginning } of beginners)
    it(`of ${command} to ${collections[type]}: for those who will have that part, and nobody else`, async () => {
      const path = `/${collections[type]}?preview=true`
      const found: (string | undefined)[] = []
      for (const someone of everybody) {
        const { status } = await ask(someone, 'post', path, bodies[`${type}.${command}`])
        const refusal = strangers.includes(someone) ? 401 : 403
        const expected = beginning.includes(someone) ? [200, exists].includes(status) : status === refusal
        if (!expected) found.push(told(someone, command, status))
      }
      expect(unexpected(found)).to.deep.equal([])
    })

  it('of reading files, and of the lists they stand in: they are there for whoever has a part, and for nobody else', async () => {
    const found: (string | undefined)[] = []
    for (const type of processTypes)
      for (const someone of everybody) {
        const list = await ask(someone, 'get', `/${collections[type]}`)
        if (strangers.includes(someone)) {
          if (list.status !== 401) found.push(told(someone, type, list.status))
          continue
        }
        for (const [key, casting] of Object.entries(files[type])) {
          const isSeen = casting[someone] !== undefined
          for (const path of [`/${collections[type]}/${key}`, `/${collections[type]}/${key}/history`]) {
            const { status } = await ask(someone, 'get', path)
            if (status !== (isSeen ? 200 : 404)) found.push(told(someone, path, status))
          }
          const isListed = JSON.stringify(list.body).includes(key.includes('-') ? key : `"${key}"`)
          if (isListed !== isSeen) found.push(`${someone} ${isSeen ? 'misses' : 'finds'} ${key} in the list`)
        }
      }
    expect(unexpected(found)).to.deep.equal([])
  })

  /** What becomes of every command to every file, for whoever has no account: 404 for all files but their own, 403 there for what is none of their part's. */
  const judgedByLink = async (actor: Actor, { own, part }: { own: string; part: string }) => {
    const register = await registerNow(scene.desk.deps.store)
    const wrong: string[] = []
    const allowed: string[] = []
    for (const type of processTypes)
      for (const key of Object.keys(files[type]))
        for (const [command, { by }] of commandsOf(type)) {
          const stream = `${type}/${key}`
          const body = bodies[`${type}.${command}`]
          const order = { actor, register, stream, command, body, language: 'en', preview: true } as const
          const answer = await submit(scene.desk.deps, order).then(
            () => 200,
            (error: unknown) => problemOf(error)?.status ?? 500,
          )
          const mayIt = by.some((one) => one === part)
          if (stream === own && mayIt) allowed.push(command)
          // What they name may be unknown (422), or not be so now (409): either way it was theirs to ask.
          const expected = stream === own ? (mayIt ? [200, 409, 422] : [403]) : [404]
          if (!expected.includes(answer)) wrong.push(`${stream} ${command}: ${answer}`)
        }
    expect(scene.desk.mails).to.deep.equal([])
    return { wrong, allowed }
  }

  it('of a partner’s contact, by their link: their own file alone, and there what a partner may do', async () => {
    const { store, now, rules } = scene.desk.deps
    const actor = contactActorIn(await registerNow(store), 'usth-c1', { file: ofUsth, now: now(), rules })
    expect(await judgedByLink(actor, { own: ofUsth, part: 'partner' })).to.deep.equal({
      wrong: [],
      allowed: [
        'recordOpened',
        'recordNoneThisYear',
        'nominate',
        'importNominations',
        'correctNomination',
        'reorder',
        'replaceNomination',
        'cancelNomination',
        'finish',
        'reopenNominations',
        'askExtension',
      ],
    })
  })

  it('of a candidate, by their link: their own dossier alone, and there what a candidate may do', async () => {
    const actor = candidateByLink('c1', { file: ofC1 })
    const { wrong, allowed } = await judgedByLink(actor, { own: ofC1, part: 'candidate' })
    // What its partner deposits is not theirs: `transcript` is that here (R16).
    expect(wrong).to.deep.equal([])
    expect(allowed).to.deep.equal(['send', 'takeBack', 'withdraw'])
  })

  it('of a candidate, by a link of another’s dossier: nothing at all', async () => {
    const actor = candidateByLink('c9', { file: ofC1 })
    expect(await judgedByLink(actor, { own: 'none', part: 'candidate' })).to.deep.equal({ wrong: [], allowed: [] })
  })

  it('of everything that belongs to no file: as the table of rights says', async () => {
    const found: (string | undefined)[] = []
    for (const { id, method, path } of operations) {
      const right = others[id]
      if (right === undefined) continue
      for (const someone of everybody) {
        const { status } = await ask(someone, method, exampleOf(path))
        const admitted =
          right === 'signedIn' || holdsRight(someone, right) || (id === 'departure' && someone === 'centre-head.cmp')
        const refusal = strangers.includes(someone) ? 401 : 403
        const expected =
          !strangers.includes(someone) && admitted ? ![401, 403, 404].includes(status) : status === refusal
        if (!expected || status >= 500) found.push(told(someone, `${method} ${path}`, status))
      }
    }
    expect(unexpected(found)).to.deep.equal([])
  })

  it('have no side door: whoever has no part in a plan finds none of its words in anything they can read', async () => {
    const found: string[] = []
    const ways = operations.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'))
    for (const someone of everybody.filter((one) => !strangers.includes(one))) {
      const foreign = Object.entries(files.partnershipPlan).flatMap(([plan, casting]) =>
        casting[someone] ? [] : [plan],
      )
      for (const at of ways.flatMap(({ path }) => examplesOf(path))) {
        const { body } = await ask(someone, 'get', at)
        found.push(...foreign.flatMap((plan) => wordsOf(plan, body)).map((word) => `${someone} reads ${word} at ${at}`))
      }
    }
    expect(found).to.deep.equal([])
    const read = await ask('pilot', 'get', '/plans/usth-2027')
    expect(wordsOf('usth-2027', read.body), 'whoever has a part').to.deep.equal([secrets['usth-2027']])
  })
})

/** The words of a plan, or its key, that stand in an answer. */
const wordsOf = (plan: string, body: unknown): readonly string[] =>
  [secrets[plan] ?? plan].filter((word) => JSON.stringify(body).includes(word))

const roleOf: Readonly<Partial<Record<Someone, string>>> = {
  pilot: 'pilot',
  delegate: 'pilot',
  otherPilot: 'pilot',
  officer: 'officer',
  'head-of-office': 'headOfOffice',
  direction: 'direction',
  auditor: 'auditor',
  administrator: 'administrator',
  quality: 'qualityOfficer',
  legal: 'legalOfficer',
  'data-protection': 'dataProtection',
}
const holdsRight = (someone: Someone, right: Right): boolean => {
  const parties: 'everyone' | readonly string[] = rights[right]
  return parties === 'everyone' || parties.includes(`role:${roleOf[someone] ?? 'none'}`)
}
