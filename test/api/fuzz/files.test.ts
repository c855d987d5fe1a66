import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { groundLeftAsItWas, type Ground } from './ground.ts'
import { addresses, mark, oddLines, oddNames } from './values.ts'
import type { Got } from './wire.ts'

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
const row = (cells: Readonly<Record<string, string>>): string =>
  `${Object.keys(cells).join(';')}\n${Object.values(cells).map(cell).join(';')}\n`
const partner = { name: 'Politecnico di Milano', country: 'IT' }
const contact = { contactRole: 'administration', contactEmail: 'a@x.example', contactLanguage: 'en' }

/** What is no file of ours at all. */
const noFiles: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', '\n'],
  ['no header', `${partner.name};IT`],
  ['another column', `name;${mark}\nA;b`],
  ['a column of everything', 'name;__proto__\nA;b'],
  ['a column twice', 'name;name\nA;b'],
  ['ten thousand columns', `name;${'x;'.repeat(10_000)}\nA`],
  ['a quote without an end', 'name;country\n"A;IT'],
  ['a quote in the middle', 'name;country\nA"B";IT\n"A"B;IT'],
  ['bytes that are no UTF-8', Buffer.from('name;country\nCaf\xe9;IT', 'latin1')],
  ['UTF-16', Buffer.from('\ufeffname;country\nA;IT', 'utf16le')],
  ['NUL', '\u0000'.repeat(1000)],
  ['JSON', '{"name":"A"}'],
  ['quotes alone', '"'.repeat(500_001)],
]
/** Cells that cannot be, by column. */
const noCells: Readonly<Record<string, readonly string[]>> = {
  id: ['A', '__proto__', 'constructor', 'a b', `a\u0000`, 'a'.repeat(41)],
  name: ['!!!', '123', `${mark}\u0000`, `${mark}\u202e`, `${mark}\nBcc: a@x.example`, '\u200b', 'x'.repeat(201)],
  country: ['it', 'ITA', '__proto__', 'ZZ'],
  city: [`${mark}\u0007!`, 'x'.repeat(201)],
  zone: ['Rome', 'Europe/Nowhere', '../etc', '__proto__'],
  domains: [
    'polimi',
    'a.example|b',
    'a.example||b.example',
    'http://a.example',
    Array.from({ length: 21 }, (_, n) => `a${n}.example`).join('|'),
  ],
  erasmusCode: ['x', '__proto__'],
  pic: ['1', 'NaN', '1e9'],
  schac: ['a'],
  networks: [`${mark}\u0000`, '|', Array.from({ length: 31 }, (_, n) => `N${n}`).join('|')],
  relationship: ['friend', '__proto__'],
  contactRole: ['boss', 'constructor'],
  contactName: ['!!!', `${mark}\u202e`, 'x'.repeat(201)],
  contactEmail: addresses.filter((address) => address.trim() !== ''),
  contactLanguage: ['de', 'EN'],
  reason: [`${mark}\u0000`, 'x'.repeat(2001)],
  withoutHolidays: ['yes', '1', 'TRUE'],
  confirmDuplicate: ['yes', 'false'],
}

describe('files of partners that are strange', function () {
  this.timeout(60_000)
  let ground: Ground
  groundLeftAsItWas((opened) => {
    ground = opened
  })

  async function sent(body: string | Buffer, headers: Readonly<Record<string, string>> = {}, query = ''): Promise<Got> {
    const operation = ground.operations.find(({ id }) => id === 'importPartners')
    const path = `/api/v1/partners/import${query}`
    const Cookie = await ground.cookieOf('officer')
    const got = await ground.wire.ask({
      method: 'POST',
      path,
      body,
      headers: { 'Content-Type': 'text/csv', Cookie, ...headers },
    })
    if (got.status !== 200) expect(ground.wrongInRefusal(operation!, { ...got, path })).to.equal(undefined)
    return got
  }

  it('are refused where they are none', async () => {
    for (const [what, body] of noFiles)
      for (const query of ['', '?dryRun=true']) {
        const { status, text } = await sent(body, {}, query)
        expect([status, JSON.parse(text).code], `${what}${query}`).to.deep.equal([422, 'import-unreadable'])
      }
    const large = `name;country\n${'A;IT\n'.repeat(300_000)}`
    expect((await sent(large)).status).to.equal(413)
    expect((await sent(`name;country\n${'A;IT\n'.repeat(10_000)}`)).status).to.equal(413)
    expect((await sent('name\nA', { 'Content-Type': 'application/json' })).status).to.equal(400)
    expect((await sent('name\nA', { 'Content-Type': 'text/plain' })).status).to.equal(415)
    expect((await sent('name\nA', { 'Content-Encoding': 'gzip' })).status).to.equal(400)
    expect((await sent(gzipSync(large), { 'Content-Encoding': 'gzip' })).status).to.equal(413)
  })

  it('are refused for a cell that cannot be, by line and column, tried or meant', async () => {
    const columns = Object.keys(noCells)
    for (const column of columns)
      for (const value of noCells[column] ?? []) {
        const cells = { ...partner, ...(column.startsWith('contact') && contact), [column]: value }
        const refused = await sent(row(cells))
        expect([refused.status, JSON.parse(refused.text).code], `${column} ${value}`).to.deep.equal([
          422,
          'import-refused',
        ])
        const tried = await sent(row(cells), {}, '?dryRun=true')
        expect(tried.status, `${column} ${value} ${tried.text}`).to.equal(200)
        const { rows } = JSON.parse(refused.text).fields
        expect(JSON.parse(tried.text).faults, `${column} ${value}`).to.deep.equal(rows)
        expect(rows.length, `${column} ${value}`).to.be.above(0)
        // What the register knows better than the contract has a code of its own.
        for (const { line, column: at, code } of rows)
          expect(
            [line > 1, at === column || code.startsWith('register.')],
            `${column} ${value} ${at} ${code}`,
          ).to.deep.equal([true, true])
      }
    const template = (
      await ground.wire.ask({
        method: 'GET',
        path: '/api/v1/partners/importTemplate',
        headers: { Cookie: await ground.cookieOf('officer') },
      })
    ).text
    expect(template.trim().replace('\ufeff', '').split(';')).to.have.members(columns)
  })

  it('are read where they are only odd', async () => {
    for (const odd of oddLines) {
      const named = oddNames.includes(odd) ? odd : `${odd} A`
      const cells = {
        ...partner,
        name: named,
        city: odd,
        networks: odd.replaceAll('|', ''),
        contactName: named,
        ...contact,
        reason: odd,
        confirmDuplicate: 'true',
      }
      const { status, text } = await sent(row(cells), {}, '?dryRun=true')
      expect([status, JSON.parse(text).faults], `${odd} ${text}`).to.deep.equal([200, []])
    }
  })
})
