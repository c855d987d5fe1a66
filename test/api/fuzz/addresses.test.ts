import { expect } from 'chai'
import { addressOf, examples } from './examples.ts'
import { foundIn, namedIn, groundLeftAsItWas, sixthOf, type Ground } from './ground.ts'
import type { Operation } from './operations.ts'
import { mark } from './values.ts'
import { jsonOf } from './json.ts'

/** Keys as they stand in an address, none of which anything has. */
const strangeKeys = [
  ...['__proto__', 'constructor', 'prototype', 'toString', '$where', '%24gt', '[object%20Object]', 'null', 'NaN', '-0'],
  ...[
    '%00',
    `${mark}%00`,
    '%0d%0aX-Injected:%20yes',
    '%E2%80%AE',
    '%F0%9F%98%80',
    '%ED%A0%80',
    '%FF',
    '%C0%AF',
    '%',
    '%zz',
  ],
  ...[
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f',
    'a%2Fb',
    'a%23b',
    'a%3Fb',
    '%5C',
    ';',
    "'",
    '"',
    '%3Cscript%3E',
    '{key}',
    ':key',
    '*',
  ],
  ...[
    'a'.repeat(4000),
    '9'.repeat(400),
    '%20',
    '%09',
    '.%00.',
    'partnershipPlan%2fusth-2027',
    'partnershipPlan.usth-2027.v1',
  ],
]
/** What no query of ours has, as it stands in an address, and the name a fault has for it. */
const strangeQueries = [
  ['strange=1', 'strange'],
  ['__proto__=1', '__proto__'],
  ['__proto__[x]=1', '__proto__[x]'],
  ['constructor=1', 'constructor'],
  ['constructor[prototype][x]=1', 'constructor[prototype][x]'],
  ['toString', 'toString'],
  ['$where=1', '$where'],
  ['%24gt=1', '$gt'],
  ['a.b=1', 'a.b'],
  ['%00=1', '\u0000'],
  ['%FF=1', '\ufffd'],
  ['%=1', '%'],
  ['%F0%9F%98%80', '😀'],
  [`${'a'.repeat(300)}=1`, 'a'.repeat(300)],
] as const
/** What may stand for no value of any parameter: it is sent as it stands here. */
const wrongValues: Readonly<Record<string, readonly string[]>> = {
  preview: ['', 'TRUE', '1', 'yes', 'null', '%20true', 'true%00', 'NaN'],
  format: ['', 'CSV', 'xml', 'csv%00', '%20csv', '1', 'null'],
  dryRun: ['', 'TRUE', '1', 'true%00'],
  toSettle: ['', 'TRUE', '1', 'false', 'true%00'],
  asOf: [
    '',
    'today',
    '2027-02-30',
    '0000-01-01',
    '9999-12-31',
    '2027-09-01T00:00:00Z',
    '2027-09-01%00',
    '20270901',
    'NaN',
  ],
  from: ['', 'NaN', 'Infinity', '1e3', '-0', '2027.5', '1999', '2081', '9'.repeat(400), 'soon', 'null', 'true'],
  until: ['', 'NaN', '1e309', '2027.5', '1999', '2081', encodeURIComponent('٢٠٢٧')],
  country: ['', 'vn', 'VNM', '__proto__', 'V%00', '%56%4E%0A'],
  relationship: ['', '__proto__', 'constructor', mark],
  cycle: ['', '2028', '2028-engineer%00', '__proto__', 'a'.repeat(201)],
  strategic: ['', '1', 'TRUE', '__proto__'],
  complete: ['', '1', 'TRUE'],
  role: ['', '__proto__', 'toString', mark],
  centre: ['', '__proto__', 'constructor', 'A%20b', `${mark}%00`, 'a'.repeat(60)],
  supervises: ['', 'false', '1'],
  target: ['', '__proto__', mark],
  suspended: ['', 'false', '1'],
  kind: ['', '__proto__', mark],
  status: ['', 'lost', '__proto__', 'sent%00', 'Sent'],
  programme: ['', '__proto__', 'constructor', 'a'.repeat(41), mark],
  partner: ['', '__proto__', 'constructor', 'a'.repeat(41), mark],
  q: ['', '%20', 'a'.repeat(101)],
}
const wrongAfter = {
  number: [
    '-1',
    'NaN',
    'Infinity',
    '1.5',
    '1e400',
    '9007199254740993',
    'x',
    'true',
    'null',
    '1,2',
    encodeURIComponent('٣'),
  ],
  text: ['a'.repeat(201)],
}

/** What a query has to say. */
const neededBy = ({ id }: Operation): string => (id === 'directory' ? 'q=hanoi&' : '')

describe('addresses that are strange', function () {
  this.timeout(120_000)
  let ground: Ground
  const ofApi = (): readonly Operation[] =>
    ground.operations.filter(({ path }) => path.startsWith('/api/v1') && !path.includes('/public/'))
  const isHistory = ({ path }: Operation): boolean => path.endsWith('/history')
  // Nothing is to come of it, not even from what would fit.
  const bodyOf = ({ id, method }: Operation): string | undefined =>
    method === 'get' ? undefined : jsonOf(examples[id]?.[0] ?? {})

  groundLeftAsItWas((opened) => {
    ground = opened
  })

  async function refused(operation: Operation, path: string, body?: string): Promise<{ wrong?: string; text: string }> {
    const asking = await ground.asking(operation, { path, body })
    const got = await ground.wire.ask(asking)
    const wrong = ground.wrongInRefusal(operation, { ...got, path })
    return {
      text: got.text,
      ...(wrong !== undefined && { wrong: `${operation.method} ${path.slice(0, 120)}: ${wrong}` }),
    }
  }

  it('lead nowhere where they name what there is not, by whatever method', async () => {
    const all = ofApi()
      .filter(({ path }) => /\{\w+\}/.test(path))
      .flatMap((operation, number) => {
        const keys = operation.method === 'get' ? strangeKeys : sixthOf(strangeKeys, number)
        return keys.map((key) => ({ operation, key }))
      })
    expect(all.length).to.be.above(1000)
    const found = await foundIn(all, async ({ operation, key }) => {
      const preview = operation.query.includes('preview') ? '?preview=true' : ''
      const { wrong, text } = await refused(operation, addressOf(operation.path, key) + preview, bodyOf(operation))
      return wrong ?? (JSON.parse(text).status === 404 ? undefined : `${operation.id} ${key}: ${text}`)
    })
    expect(found).to.equal('')
  })

  it('are refused for a query they do not have, by name', async () => {
    const all = ofApi().flatMap((operation, number) => {
      const queries = operation.method === 'get' ? strangeQueries : sixthOf(strangeQueries, number)
      return queries.map(([query, at]) => ({ operation, query: `${neededBy(operation)}${query}`, at }))
    })
    const found = await foundIn(all, async ({ operation, query, at }) => {
      const { wrong, text } = await refused(operation, `${addressOf(operation.path)}?${query}`, bodyOf(operation))
      return wrong ?? (namedIn(text).join() === at ? undefined : `${operation.id} ${query}: ${text.slice(0, 300)}`)
    })
    expect(found).to.equal('')
  })

  it('are refused for a parameter that is sent twice, as a list, or as what it cannot be, by name', async () => {
    const wrongOf = (operation: Operation, name: string): readonly string[] =>
      name === 'after' ? wrongAfter[isHistory(operation) ? 'number' : 'text'] : (wrongValues[name] ?? [])
    const all = ofApi().flatMap((operation) =>
      operation.query.flatMap((name) => [
        { operation, name, query: `${name}=a&${name}=b`, at: name },
        { operation, name, query: `${name}=&${name}=`, at: name },
        { operation, name, query: `${name}[]=`, at: `${name}[]` },
        { operation, name, query: `${name}[$gt]=`, at: `${name}[$gt]` },
        ...wrongOf(operation, name).map((value) => ({ operation, name, query: `${name}=${value}`, at: name })),
      ]),
    )
    const untried = all.filter(({ operation, name }) => wrongOf(operation, name).length === 0)
    expect(untried.map(({ operation, name }) => `${operation.id} ${name}`)).to.deep.equal([])
    const found = await foundIn(all, async ({ operation, name, query, at }) => {
      const needed = name === 'q' ? '' : neededBy(operation)
      const { wrong, text } = await refused(
        operation,
        `${addressOf(operation.path)}?${needed}${query}`,
        bodyOf(operation),
      )
      return wrong ?? (namedIn(text).includes(at) ? undefined : `${operation.id} ${query}: ${text.slice(0, 300)}`)
    })
    expect(found).to.equal('')
  })
})
