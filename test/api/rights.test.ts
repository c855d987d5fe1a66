import { expect } from 'chai'
import request from 'supertest'
import { rights, type Right } from '../../domain/access.ts'
import { catalogue, type ProcessType } from '../../domain/catalogue.ts'
import type { CommandTable } from '../../domain/process.ts'
import { collections } from '../../api/address.ts'
import { person } from '../domain/school.ts'
import { bodies, everybody, openScene, secrets, strangers, type Scene, type Someone } from './rights-scene.ts'

/** The parts someone plays in a file; `fair`: in that milestone of it, where a command is about one. */
interface Plays {
  readonly file: readonly string[]
  readonly fair?: readonly string[]
}
type Casting = Readonly<Partial<Record<Someone, Plays>>>
/** Of what is not there: the same to all, so that some are enough to ask. */
const nothing: Casting = {}
const some: readonly Someone[] = ['nobody', 'pilot', 'direction', 'administrator']
const reads: Plays = { file: ['reader'] }
const watch: Casting = { auditor: reads, administrator: reads }
const offices: Casting = {
  direction: { file: ['direction'] },
  'head-of-office': { file: ['office'] },
  officer: { file: ['officer'] },
}
const labels: Casting = {
  quality: { file: ['qualityOfficer'] },
  'head-of-office': { file: ['headOfOffice'] },
  direction: { file: ['direction'] },
  officer: reads,
  pilot: reads,
  delegate: reads,
  otherPilot: reads,
  ...watch,
}
const approvalReaders: Casting = { direction: reads, officer: reads, 'head-of-office': reads, ...watch }
const mail: Casting = {
  officer: { file: ['steward'] },
  administrator: { file: ['steward'] },
  'head-of-office': reads,
  auditor: reads,
}

// Who plays what, by 3-domain.md and the scene: nothing here is read from the casts. Whoever is not named has no part.
const files: Readonly<Record<ProcessType, Readonly<Record<string, Casting>>>> = {
  partnershipPlan: {
    'usth-2027': {
      ...watch,
      ...offices,
      quality: reads,
      pilot: { file: ['pilot'] },
      delegate: { file: ['pilot'] },
      'deputy.spin': { file: [], fair: ['owner'] },
      'centre-head.cmp': { file: ['centre'], fair: [] },
      'centre-head.cis': { file: ['centre'] },
      'deputy.cmp': reads,
      'deputy.cis': reads,
    },
    'polito-2027': {
      ...watch,
      ...offices,
      quality: reads,
      otherPilot: { file: ['pilot'] },
      'centre-head.sms': { file: ['centre'] },
      'deputy.sms': reads,
    },
    'nowhere-2027': nothing,
  },
  centreApproval: {
    'partnershipPlan.usth-2027.v1.cmp': {
      ...approvalReaders,
      pilot: { file: ['author'] },
      delegate: { file: ['author'] },
      'centre-head.cmp': { file: ['head'] },
      'deputy.cmp': reads,
    },
    'partnershipPlan.polito-2027.v1.sms': {
      ...approvalReaders,
      otherPilot: { file: ['author'] },
      'centre-head.sms': { file: ['head'] },
      // The ladder lets the deputy head, then direction, answer as well: four months have passed (R7).
      'deputy.sms': { file: ['deputy'] },
      direction: { file: ['direction'] },
    },
    'partnershipPlan.nowhere-2027.v1.cmp': nothing,
  },
  correspondence: {
    p1: { ...mail, pilot: { file: ['recipient'] }, delegate: { file: ['recipient'] } },
    p5: { ...mail, 'centre-head.cmp': { file: ['recipient'] } },
    'usth-c1': mail,
    'nowhere-c1': nothing,
  },
  labelFile: { 'bienvenue-en-france-2027': labels, 'nowhere-2027': nothing },
}
/** Commands that begin a file: who may is said by the part they will play, and nobody is told that it is not for them to know. */
const beginners: readonly { type: ProcessType; command: string; beginning: readonly Someone[] }[] = [
  { type: 'partnershipPlan', command: 'draft', beginning: ['pilot', 'delegate', 'otherPilot'] },
  { type: 'labelFile', command: 'register', beginning: ['quality', 'head-of-office', 'direction'] },
]
const exists = 409

/** Who may ask what belongs to no process: a right of the table, or everyone who is signed in. */
const others: Readonly<Record<string, Right | 'signedIn'>> = {
  agenda: 'signedIn',
  plans: 'signedIn',
  consolidatedPlans: 'signedIn',
  approvals: 'signedIn',
  messages: 'signedIn',
  labels: 'signedIn',
  policy: 'signedIn',
  me: 'signedIn',
  editMe: 'signedIn',
  session: 'signedIn',
  sessions: 'signedIn',
  indicators: 'readIndicators',
  indicator: 'readIndicators',
  operations: 'readOperations',
  importTemplate: 'importPartners',
  importPartners: 'importPartners',
  directory: 'readRegister',
  openProposals: 'decidePartners',
  'partner.addContact': 'editPartners',
  'partner.editContact': 'editPartners',
  'partner.removeContact': 'editPartners',
  'partner.orderContacts': 'editPartners',
  'partner.eraseContact': 'editPartners',
  'partner.decide': 'decidePartners',
  'partner.merge': 'decidePartners',
  'person.depart': 'editPeople',
  'person.erase': 'editPeople',
  departure: 'editPeople',
  ...ofRegister('partner', 'partners', 'editPartners'),
  ...ofRegister('person', 'people', 'editPeople'),
  ...ofRegister('centre', 'centres', 'editCentres'),
  ...ofRegister('country', 'countries', 'editCountries'),
  ...ofRegister('programme', 'programmes', 'editProgrammes'),
}
function ofRegister(one: string, many: string, edits: Right): Readonly<Record<string, Right>> {
  return {
    [many]: 'readRegister',
    [one]: 'readRegister',
    [`${one}History`]: 'readRegister',
    [`add.${one}`]: edits,
    [`edit.${one}`]: edits,
  }
}
// These have tests of their own: a session is ended, a link of a mail is opened, the state of the product is read, a receipt is one's own.
const elsewhere = [
  'signOut',
  'endOtherSessions',
  'askForLink',
  'signInPage',
  'signInAsk',
  'linkPage',
  'signIn',
  'signOutPage',
  'answerPage',
  'answer',
  'receipt',
  'livez',
  'readyz',
  'openapi',
  'publicPlans',
  'publicPlan',
  'docs',
  'home',
]

const verbs = ['get', 'post', 'patch', 'delete'] as const
type Verb = (typeof verbs)[number]
const types: readonly ProcessType[] = ['partnershipPlan', 'centreApproval', 'correspondence', 'labelFile']
const machines = ['clock', 'process', 'mailer', 'subject', 'approval']
const tables: Readonly<Record<ProcessType, CommandTable>> = catalogue
/** The commands that people give, but those that begin a file. */
const commandsOf = (type: ProcessType): CommandTable =>
  Object.fromEntries(
    Object.entries(tables[type]).filter(
      ([name, { by }]) =>
        by.some((part) => !machines.includes(part)) &&
        !beginners.some((one) => one.type === type && one.command === name),
    ),
  )
const reading: Readonly<Record<ProcessType, readonly string[]>> = {
  partnershipPlan: ['plan', 'planHistory'],
  centreApproval: ['approval', 'approvalHistory'],
  correspondence: ['messagesOf', 'messagesHistory'],
  labelFile: ['label', 'labelHistory'],
}
/** One of each that is there, by the name its address has for it. */
const examples: Readonly<Record<string, string>> = {
  '/public/plans/': 'usth-2027',
  '/partners/': 'usth',
  '/people/': person('centre-head.cmp'),
  '/centres/': 'cmp',
  '/countries/': 'VN',
  '/programmes/': 'icm',
  '/indicators/': 'milestonesOnTime',
}

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
    if (client) return method === 'get' || method === 'delete' ? client.get(path) : client[method](path, body)
    const asked = request(scene.desk.app)[method](`/api/v1${path}`)
    return method === 'get' ? asked : asked.send(body)
  }
  const told = (someone: Someone, what: string, status: number): string => `${someone} ${what}: ${status}`
  const unexpected = (found: readonly (string | undefined)[]): readonly string[] => found.flatMap((one) => one ?? [])

  it('are stated for every route and every command there is', () => {
    const commands = types.flatMap((type) =>
      Object.entries(tables[type]).flatMap(([name, { by }]) =>
        by.some((part) => !machines.includes(part)) ? [`${type}.${name}`] : [],
      ),
    )
    expect(Object.keys(bodies)).to.have.members(commands)
    const stated = [...commands, ...Object.values(reading).flat(), ...Object.keys(others), ...elsewhere]
    expect(operations.map(({ id }) => id)).to.have.members(stated)
  })

  for (const type of types)
    it(`of commands to ${collections[type]}: 404 for whoever has no part, 403 for whoever has another, else it is judged`, async () => {
      const found: (string | undefined)[] = []
      for (const [key, casting] of Object.entries(files[type]))
        for (const [command, { by, about }] of Object.entries(commandsOf(type)))
          for (const someone of casting === nothing ? some : everybody) {
            const { file = [], fair = file } = casting[someone] ?? {}
            const parts = about === 'milestone' ? fair : file
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
    for (const type of types)
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
}
const holdsRight = (someone: Someone, right: Right): boolean => {
  const parties: 'everyone' | readonly string[] = rights[right]
  return parties === 'everyone' || parties.includes(`role:${roleOf[someone] ?? 'none'}`)
}

/** A path with something that is there in place of its variable. */
const exampleOf = (path: string): string => {
  const [, example = ''] = Object.entries(examples).find(([part]) => path.includes(`${part}{`)) ?? []
  return path.replace('/api/v1', '').replace(/\{\w+\}/, example)
}
const examplesOf = (path: string): readonly string[] => {
  const type = types.find((one) => path.startsWith(`/api/v1/${collections[one]}/{`))
  return type
    ? Object.keys(files[type]).map((key) => path.replace('/api/v1', '').replace(/\{\w+\}/, key))
    : [exampleOf(path)]
}
