import { expect } from 'chai'
import fc from 'fast-check'
import { examples } from './examples.ts'
import { everything, expectUnchanged, foundIn, namedIn, openGround, sixthOf, type Ground } from './ground.ts'
import { jsonOf, saidTwice } from './json.ts'
import type { Operation } from './operations.ts'
import { nameOf, placesIn, withAt, withoutAt, withoutExample, type Path, type Place } from './places.ts'
import type { Named, Schema } from './schema.ts'
import { mark, oddAt, strangeNames, wrongAt } from './values.ts'

/** A body with one thing in it that is wrong, and where. */
interface Spoiled {
  readonly operation: Operation
  readonly json: string
  readonly at: string
  /** What stands there. */
  readonly sent: string
}
type WithBody = Operation & { readonly body: Schema }

const seed = 20270902

describe('bodies that are strange at one place', function () {
  this.timeout(180_000)
  let ground: Ground
  let withBody: readonly WithBody[]
  before(async () => {
    ground = await openGround()
    withBody = ground.operations.flatMap(({ body, ...operation }) => (body ? [{ ...operation, body }] : []))
  })
  after(() => ground?.close())

  /** Every place of every operation's body, each once, with a body that has it. */
  const places = (): readonly { operation: WithBody; example: object; place: Place }[] =>
    withBody.flatMap((operation) => {
      const seen = new Set<string>()
      return (examples[operation.id] ?? []).flatMap((example) =>
        placesIn(operation.body, example, ground.named).flatMap((place) => {
          const name = `${nameOf(place.path)} ${place.form}`
          const isNew = !seen.has(name)
          seen.add(name)
          return isNew ? [{ operation, example, place }] : []
        }),
      )
    })
  const spoiledBy = (values: (place: Place) => readonly unknown[]): readonly Spoiled[] =>
    places().flatMap(({ operation, example, place }) =>
      values(place).map((value) => spoiled(operation, place.path, withAt(example, place.path, value), value)),
    )

  /** Sends each: it is refused, by the name of its place and nothing else, and nothing is changed. */
  async function expectRefused(all: readonly Spoiled[]): Promise<void> {
    const before = await everything(ground.desk)
    const found = await foundIn(all, async ({ operation, json, at, sent }) => {
      const asking = await ground.asking(operation, { body: json })
      const got = await ground.wire.ask(asking)
      const wrong = ground.wrongInRefusal(operation, { ...got, path: asking.path }) ?? wrongNames(got.text, at)
      return wrong && `${operation.id} ${at} ${sent.slice(0, 80)} → ${wrong}`
    })
    expect(found).to.equal('')
    await expectUnchanged(ground.desk, before)
  }

  it('have an example that fits, with every field of every contract', async () => {
    const missing = withBody.flatMap(({ id, body }) =>
      withoutExample(body, examples[id] ?? [], ground.named).map((field) => `${id} ${field}`),
    )
    expect(missing).to.deep.equal([])
    expect(withBody.filter(({ id }) => !examples[id]?.length)).to.deep.equal([])
    expect(Object.keys(examples).filter((id) => !withBody.some((one) => one.id === id))).to.deep.equal([])
    // Nothing but the field that no contract has is at fault.
    const strange = withBody.flatMap((operation) =>
      (examples[operation.id] ?? []).map((example) => spoiled(operation, ['strange'], { ...example, strange: 1 })),
    )
    await expectRefused(strange)
  })

  it('are refused for it by name, repeat nothing of it, and change nothing', async () => {
    // Of these each is like the next one, whatever they are about.
    const alike = ['choice', 'truth', 'object']
    const all = spoiledBy(
      sparing(wrongAt, ({ kind, schema }) => (alike.includes(kind) ? kind : JSON.stringify(schema))),
    )
    expect(all.length).to.be.above(2500)
    await expectRefused(all)
  })

  it('are refused for a field that is missing', async () => {
    const required = places().filter(({ place: { isRequired, path } }) => isRequired && typeof path.at(-1) === 'string')
    const without = required.map(({ operation, example, place: { path } }) =>
      spoiled(operation, path, withoutAt(example, path)),
    )
    expect(without.length).to.be.above(150)
    await expectRefused(without)
  })

  it('are refused for names that nothing has, at every depth', async () => {
    const namesAt = sparing(
      () => strangeNames,
      () => 'any object',
    )
    const objects = places().filter(({ place: { kind, value } }) => kind === 'object' && value !== undefined)
    const named = objects.flatMap(({ operation, example, place }) =>
      namesAt(place).map((name) => {
        const other = Object.fromEntries([...Object.entries(place.value ?? {}), [name, { [mark]: mark }]])
        return spoiled(operation, [...place.path, name], withAt(example, place.path, other), name)
      }),
    )
    await expectRefused(named)
  })

  it('are refused for a name that is said twice, at every depth', async () => {
    const objects = places().filter(({ place: { kind, value } }) => kind === 'object' && value !== undefined)
    const twice = objects.map(({ operation, example, place: { path, value } }) => {
      const [name = 'a'] = Object.keys(value ?? {})
      return spoiled(operation, [...path, name], withAt(example, path, saidTwice({ ...Object(value) })))
    })
    await expectRefused(twice)
  })

  it('are refused for half a character, in a value or a name', async () => {
    const words = ['line', 'name', 'text', 'code', 'words', 'day', 'address', 'choice']
    const values = spoiledBy(({ kind }) => (words.includes(kind) ? [`${mark}\ud800`, `\udc00${mark}`] : []))
    const names = withBody.flatMap((operation) =>
      (examples[operation.id] ?? []).map((example) => spoiled(operation, ['a\ud83d'], { ...example, 'a\ud83d': 1 })),
    )
    await expectRefused([...values, ...names])
  })

  it(`are answered, whatever stands there (seed ${seed})`, async () => {
    const commands = places().filter(({ operation: { query } }) => query.includes('preview'))
    const before = await everything(ground.desk)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), fc.jsonValue({ maxDepth: 4 }), async (at, value) => {
        const { operation, example, place } = at
        const body = jsonOf(withAt(example, place.path, value))
        const { status, text } = await ground.wire.ask(await ground.asking(operation, { body }))
        expect(status, `${operation.id} ${body} ${text}`).to.be.within(200, 499)
      }),
      { seed, numRuns: 500 },
    )
    await expectUnchanged(ground.desk, before)
  })

  it('are judged like any other where it is only odd', async () => {
    const commands = withBody.filter(({ query }) => query.includes('preview'))
    const odd = commands.flatMap((operation) => oddOf(operation, ground.named))
    const before = await everything(ground.desk)
    const found = await foundIn(odd, async ({ operation, json }) => {
      const { status, text } = await ground.wire.ask(await ground.asking(operation, { body: json }))
      const isJudged = status === 200 || (status < 500 && namedIn(text).length === 0)
      return isJudged ? undefined : `${operation.id}: ${json.slice(0, 200)} → ${status} ${text.slice(0, 300)}`
    })
    expect(found).to.equal('')
    await expectUnchanged(ground.desk, before)
  })
})

const spoiled = (operation: Operation, path: Path, body: unknown, sent?: unknown): Spoiled => ({
  operation,
  sent: sent === undefined ? '' : jsonOf(sent),
  json: jsonOf(body),
  at: nameOf(path).replaceAll(/\p{Cs}/gu, '\ufffd'),
})

/** Everything at the first place of its sort; at each later one a sixth of it, another sixth each time. */
function sparing<T>(values: (place: Place) => readonly T[], sortOf: (place: Place) => string): typeof values {
  const met = new Map<string, number>()
  return (place) => {
    const sort = sortOf(place)
    const before = met.get(sort) ?? 0
    met.set(sort, before + 1)
    return before === 0 ? values(place) : sixthOf(values(place), before)
  }
}

/** The fault of a place is its own, or of something within it. */
function wrongNames(text: string, at: string): string | undefined {
  const names = namedIn(text)
  const others = names.filter((name) => name !== at && !(at === '' || name.startsWith(`${at}.`)))
  if (names.length === 0) return `names nothing: ${text.slice(0, 200)}`
  return others.length > 0 ? `names ${others.slice(0, 3).join(', ')}` : undefined
}

const oddBodies = 8
/** Some bodies that are odd wherever they may be, each otherwise: together they have every odd thing somewhere. */
const oddOf = (operation: WithBody, named: Named): readonly Spoiled[] =>
  (examples[operation.id] ?? []).flatMap((example) =>
    Array.from({ length: oddBodies }, (_, body) => {
      const places = placesIn(operation.body, example, named).filter(({ value }) => value !== undefined)
      const made = places.reduce<unknown>((odd, place, index) => {
        const values = oddAt(place)
        return values.length === 0 ? odd : withAt(odd, place.path, values[(index * oddBodies + body) % values.length])
      }, example)
      return spoiled(operation, [], made)
    }),
  )
