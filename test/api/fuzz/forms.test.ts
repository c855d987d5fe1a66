import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { approvalId } from '../../../domain/plan/ids.ts'
import { readLedger } from '../../../store/ledger.ts'
import { answerLink, askCentres, plan } from '../approval-asked.ts'
import { openDoor, type Door } from '../door.ts'
import { invitePartners, ofPartner, partnerLink } from '../partner-invited.ts'
import { everything, expectUnchanged } from './ground.ts'
import { addresses, mark } from './values.ts'
import { openWire, type Got, type Wire } from './wire.ts'

const form = 'application/x-www-form-urlencoded'
const cmp = approvalId(plan, { centre: 'cmp', version: 1 })
const filled = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString()

/** Bodies that no form of ours sends, whatever its fields, and what each is answered. */
const broken: readonly { what: string; body: string | Buffer; type?: string; encoding?: string; status: number }[] = [
  { what: 'too many fields', body: 'a=1&'.repeat(10_000), status: 413 },
  { what: 'too much', body: `reason=${'x'.repeat(1_100_000)}`, status: 413 },
  { what: 'a charset that is none', body: 'a=1', type: `${form}; charset=utf-7`, status: 415 },
  { what: 'no gzip', body: 'a=1', encoding: 'gzip', status: 400 },
  { what: 'a little that becomes much', body: gzipSync('x'.repeat(50_000_000)), encoding: 'gzip', status: 413 },
  { what: 'an encoding that is none', body: 'a=1', encoding: 'x', status: 415 },
  { what: 'JSON', body: '{"email":"a@x.example"}', type: 'application/json', status: 415 },
  { what: 'parts', body: '--a\r\n\r\n--a--', type: 'multipart/form-data; boundary=a', status: 415 },
  { what: 'no type', body: 'a=1', type: '', status: 415 },
]
/** Fields that are no answer: nothing, something else, twice, or no characters. */
const noFields = [
  ...[
    '',
    '&',
    '=',
    '&&&=',
    'a',
    '%',
    '%zz=%zz',
    '%FF=%FF',
    '=%ED%A0%80',
    '\u0000=\u0000',
    '__proto__=1',
    '__proto__[email]=a@x.example',
  ],
  ...[
    'constructor=1',
    'email[]=a@x.example',
    'email[$gt]=',
    'opinion[]=approved',
    'opinion=&hash=',
    'opinion=__proto__',
  ],
]

describe('forms that are strange', function () {
  this.timeout(60_000)
  let door: Door
  let wire: Wire
  let link: string
  let invitation: string
  let hash: string
  let stored: Awaited<ReturnType<typeof everything>>
  before(async () => {
    door = await openDoor()
    wire = await openWire(door.app)
    await askCentres(door)
    link = await answerLink(door, 'centre-head.cmp', cmp)
    const { text } = await wire.ask({ method: 'GET', path: link })
    hash = /name="hash" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
    await invitePartners(door, 'usth')
    invitation = await partnerLink(door, 'usth-c1')
    stored = await everything(door)
  })
  afterEach(async () => {
    await expectUnchanged(door, stored)
    expect(door.mails).to.deep.equal([])
  })
  after(async () => {
    await wire?.close()
    await door?.close()
  })

  const sent = (path: string, body: string | Buffer, { type = form, encoding = '' } = {}): Promise<Got> =>
    wire.ask({
      ...{ method: 'POST', path, body },
      headers: { ...(type && { 'Content-Type': type }), ...(encoding && { 'Content-Encoding': encoding }) },
    })
  /** A page that says what is wrong, and tells nothing of our code. */
  function expectPage({ status, type, text }: Got, expected: number, what: string): void {
    expect([status, type], `${what} ${text.slice(0, 200)}`).to.deep.equal([expected, 'text/html'])
    expect(text, what).to.not.match(/\bat .{0,200}\.[cm]?[jt]s:\d|node_modules|<script/)
  }

  it('are answered by a page, whatever they are written in', async () => {
    for (const path of ['/sign-in', link, invitation])
      for (const { what, body, status, ...manner } of broken)
        expectPage(await sent(path, body, manner), status, `${path} ${what}`)
  })

  it('ask for no link where the address is none, and show it again as text', async () => {
    for (const address of addresses) {
      const got = await sent('/sign-in', filled({ email: address }))
      expectPage(got, 422, address)
      if (/[<"]/.test(address)) expect(got.text, address).to.not.contain(address)
    }
    for (const body of [...noFields, 'email=a@x.example&email=b@x.example', 'email=a@x.example&bcc=b@x.example'])
      expectPage(await sent('/sign-in', body), 422, body)
  })

  it('give no answer where they hold none', async () => {
    const wrong = [
      ...noFields,
      ...[`hash=${hash}`, `hash=${hash}&opinion=approved&opinion=refused`, `hash=${hash}&opinion=returned`],
      filled({ hash, opinion: 'approved', reason: `${mark}\u0000` }),
      filled({ hash, opinion: 'approved', reason: `${mark}\u202e` }),
      filled({ hash, opinion: 'refused', reason: '\u200b' }),
      filled({ hash, opinion: 'refused', reason: 'x'.repeat(2001) }),
    ]
    for (const body of wrong) expectPage(await sent(link, body), 422, body)
    // What was read is not what is asked about: a refusal of the process itself.
    for (const other of ['', '0'.repeat(64), '__proto__', 'x'.repeat(90_000), '\u0000'])
      expectPage(await sent(link, filled({ hash: other, opinion: 'approved' })), 409, other.slice(0, 20))
    expect((await readLedger(door.store, cmp)).map(({ type }) => type)).to.deep.equal(['asked'])
  })

  it('do nothing for a partner where they hold nothing of ours, and enter no code', async () => {
    const more = { do: 'more', to: '2028-02-15', cause: 'strike', reason: 'Strike.' }
    const wrong = [
      ...noFields,
      ...['do=', 'do=extend', 'do=more', 'do=none&do=confirm', 'do[]=none', 'do=__proto__'],
      ...[filled({ do: 'none', note: `${mark}\u0000` }), filled({ do: 'none', note: 'x'.repeat(2001) })],
      ...['to=', 'to=2028-02-30', 'to=9999-12-31', 'cause=__proto__', 'reason=\u200b'].map((field) => {
        const [name = '', value = ''] = field.split('=')
        return filled({ ...more, [name]: value })
      }),
    ]
    for (const body of wrong) expectPage(await sent(invitation, body), 422, body)
    for (const body of [
      'do=enter&code=',
      'do=enter&code=000000',
      `do=enter&code=${'9'.repeat(90)}`,
      'do=enter&code=%00',
    ])
      expectPage(await sent(`${invitation}/code`, body), 422, body)
    expect((await readLedger(door.store, ofPartner('usth'))).map(({ type }) => type)).to.deep.equal(['invited'])
  })

  it('are for nobody where their link is none', async () => {
    const tokens = [
      '__proto__',
      'constructor',
      '%00',
      '%ff',
      '%',
      '..%2f',
      '$gt',
      'x'.repeat(4000),
      '%3Cscript%3E',
      '%E2%80%AE',
      '*',
      '-',
    ]
    for (const token of tokens)
      for (const page of ['sign-in', 'answer', 'partner'])
        for (const method of ['GET', 'POST']) {
          const path = `/${page}/${token}`
          const got = await wire.ask({
            method,
            path,
            ...(method === 'POST' && { body: 'opinion=approved', headers: { 'Content-Type': form } }),
          })
          expectPage(got, 404, `${method} ${path}`)
        }
  })

  it('are in a language of ours, whatever they ask for', async () => {
    for (const query of [
      'lang=',
      'lang=xx',
      'lang=en&lang=fr',
      'lang[]=en',
      'lang=__proto__',
      '__proto__=1',
      'lang=%ff',
      '%',
      'a'.repeat(4000),
    ]) {
      const { status, text } = await wire.ask({ method: 'GET', path: `/sign-in?${query}` })
      expect(status, query).to.equal(200)
      expect(text, query).to.match(/<html lang="(?:fr|en)"/)
    }
  })

  it('are problems for a program that asks for JSON', async () => {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
    for (const path of ['/sign-in', link, '/sign-out', '/answer/none']) {
      const { status, type } = await wire.ask({ method: 'POST', path, body: '{}', headers })
      expect([status, type], path).to.deep.equal([415, 'application/problem+json'])
    }
  })

  it('have pages of no program beside them that anything upsets', async () => {
    const paths = [
      '/',
      '/docs',
      '/openapi.json',
      '/livez',
      '/readyz',
      '/api/v1/public/plans',
      '/api/v1/public/plans/usth-2027',
      '/docs/..%2f..%2fpackage.json',
      '/%00',
      '/%',
      '/nowhere',
      '//',
      '/api/v1/',
      '/*',
      '/?x[]=1&x=2',
      '/docs?%=%',
    ]
    for (const path of paths)
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
        const { status, text } = await wire.ask({
          method,
          path,
          headers: { 'Accept-Language': 'fr;q=NaN', Accept: '*/*;q=-1' },
        })
        expect(status, `${method} ${path}`).to.be.within(200, 499)
        expect(text, `${method} ${path}`).to.not.match(/node_modules|\bat .{0,200}\.[cm]?[jt]s:\d/)
      }
  })
})
