import { expect } from 'chai'
import { planYears } from '../../../domain/plan/span.ts'
import { school } from '../../domain/school.ts'
import { addressOf, examples } from './examples.ts'
import { foundIn, openGround, sixthOf, type Ground } from './ground.ts'
import { jsonOf } from './json.ts'
import type { Operation } from './operations.ts'
import { placesIn, withAt, type Place } from './places.ts'
import { oddDays, oddLines } from './values.ts'

/** What makes the n-th body another one than those before it, where two of the same would be refused. */
const fresh: Readonly<Record<string, (n: number) => object>> = {
  'add.partner': (n) => ({ id: `odd${n}`, domains: [`odd${n}.example`], contacts: [contact(n)] }),
  'edit.partner': (n) => ({ seq: undefined, zone: undefined, rename: { name: '', fromOn: day(n) } }),
  'partner.addContact': (n) => contact(n),
  'partner.editContact': () => ({}),
  'partner.decide': (n) => ({ value: n % 2 === 0 }),
  'add.person': (n) => ({ id: `podd${n}`, email: `odd${n}@school.example` }),
  'edit.person': () => ({ seq: undefined }),
  'add.centre': (n) => ({ id: `odd${n}` }),
  'edit.centre': () => ({ seq: undefined, closedOn: undefined }),
  'edit.country': () => ({ seq: undefined }),
  'add.programme': (n) => ({ id: `odd${n}` }),
  'edit.programme': () => ({ seq: undefined }),
  'labelFile.register': (n) => ({ label: `odd${n}` }),
  'agreement.draftAgreement': () => ({ renews: undefined, document: undefined }),
  // One plan at a time with a partner.
  'partnershipPlan.draft': (n) => ({ centres: ['cmp'], ...partnerAndYear(n) }),
}
const contact = (n: number): object => ({
  ...examples['partner.addContact']?.[0],
  reason: undefined,
  name: 'A',
  email: `odd${n}@x.example`,
})
const day = (n: number): string => new Date(Date.UTC(2028, 0, 1 + n)).toISOString().slice(0, 10)
function partnerAndYear(n: number): object {
  const partners = school.partners.map(({ id }) => id).filter((id) => id !== 'usth')
  const firstYear = 2028 + planYears * Math.floor(n / partners.length)
  return { partner: partners[n % partners.length], firstYear, ...datedFrom(firstYear) }
}
function datedFrom(year: number): object {
  const { actions, milestones } = Object(examples['partnershipPlan.draft']?.[0])
  return {
    actions: [{ ...actions[0], year }],
    milestones: [{ ...milestones[0], dueOn: `${year + 1}-05-02` }],
  }
}

describe('what is odd and may be written', function () {
  this.timeout(120_000)
  let ground: Ground
  before(async () => {
    ground = await openGround()
  })
  after(() => ground?.close())

  for (const [number, [id, freshly]] of Object.entries(fresh).entries())
    it(`is read back as it was sent (${id})`, async () => {
      const operation = ground.operations.find((one) => one.id === id)
      expect(operation?.body, id).to.be.an('object')
      for (const [n, odd] of (number === 0 ? oddLines : sixthOf(oddLines, number)).entries()) {
        const body: object = { ...examples[id]?.[0], ...freshly(n) }
        const places = placesIn(operation!.body!, body, ground.named).filter(isWritten)
        // Each place has a text of its own, so that none is missed.
        const sent = places.map((_, place) => `${odd} n${place}`)
        const json = jsonOf(places.reduce<unknown>((made, { path }, place) => withAt(made, path, sent[place]), body))
        const read = await writtenAndRead(operation!, json)
        expect(
          sent.filter((text) => !read.includes(text)),
          `${id} ${json}`,
        ).to.deep.equal([])
      }
    })

  it('is taken or refused where it is a day, however far', async () => {
    const days = Object.entries(fresh).flatMap(([id, freshly], number) => {
      const operation = ground.operations.find((one) => one.id === id)
      const body = { ...examples[id]?.[0], ...freshly(100 + number) }
      const places = placesIn(operation!.body!, body, ground.named).filter(({ kind }) => kind === 'day')
      return places.flatMap(({ path }) =>
        oddDays.map((day) => ({ operation: operation!, body: withAt(body, path, day) })),
      )
    })
    expect(days.length).to.be.above(100)
    for (const { operation, body } of days) {
      const asking = await ground.asking(operation, { path: addressOf(operation.path), body: jsonOf(body) })
      const { status, text } = await ground.wire.ask(asking)
      expect(status, `${operation.id} ${jsonOf(body)} ${text}`).to.be.within(200, 499)
    }
  })

  it('lets everything be read, in both languages', async () => {
    await ground.desk.settle()
    const read = ground.operations.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'))
    const elsewhere = ['receipt', 'publicPlan', 'directory', 'session', 'sessions']
    const found = await foundIn(
      read
        .filter(({ id }) => !elsewhere.includes(id))
        .flatMap((operation) =>
          ['head-of-office', 'pilot', 'administrator'].map((account) => ({ operation, account })),
        ),
      async ({ operation, account }) => {
        const Cookie = await ground.cookieOf(account)
        const { status, text } = await ground.wire.ask(await ground.asking(operation, { headers: { Cookie } }))
        return status === 200 || status === 403 || status === 404
          ? undefined
          : `${operation.id} ${account}: ${status} ${text.slice(0, 200)}`
      },
    )
    expect(found).to.equal('')
  })

  /** Writes, and comes back with every text that is then read of it, its history included. */
  async function writtenAndRead(operation: Operation, body: string): Promise<readonly string[]> {
    const path = addressOf(operation.path)
    const headers = operation.id === 'partnershipPlan.draft' ? { Cookie: await ground.cookieOf('pilot') } : {}
    const asking = await ground.asking(operation, { path, body, headers })
    const { status, text, headers: answered } = await ground.wire.ask(asking)
    expect(status, `${operation.id} ${body} ${text}`).to.be.within(200, 201)
    const { seq = 1 }: { seq?: number } = JSON.parse(text)
    const at = answered.location ?? path.replace(/\/[a-zC]+[A-Z]\w+$|\/(?:decide)$/, '')
    const views = [at, `${at}/history?after=${operation.method === 'post' && answered.location ? 0 : seq - 1}`].map(
      (one) => ground.wire.ask({ method: 'GET', path: one, headers: asking.headers ?? {} }),
    )
    return (await Promise.all(views)).flatMap((view) => textsIn(JSON.parse(view.text)))
  }
})

const isWritten = ({ kind, value }: Place): boolean => value !== undefined && ['line', 'name', 'text'].includes(kind)

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
