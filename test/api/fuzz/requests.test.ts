import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { addressOf, examples } from './examples.ts'
import { foundIn, namedIn, groundLeftAsItWas, sixthOf, type Ground } from './ground.ts'
import { jsonOf } from './json.ts'
import type { Operation } from './operations.ts'
import { broken, noBases, noKeys, otherTypes, sameTypes } from './requests.ts'
import { mark } from './values.ts'
import type { Asking } from './wire.ts'

describe('requests that are strange', function () {
  this.timeout(120_000)
  let ground: Ground
  groundLeftAsItWas((opened) => {
    ground = opened
  })

  const withJson = (): readonly Operation[] => ground.operations.filter(({ body }) => body)
  const operation = (id: string): Operation => {
    const found = ground.operations.find((one) => one.id === id)
    if (!found) throw new Error(`no operation ${id}`)
    return found
  }
  async function refused(
    of: Operation,
    changes: Partial<Asking>,
    status: number,
    at?: string,
  ): Promise<string | undefined> {
    const asking = await ground.asking(of, changes)
    const got = await ground.wire.ask(asking)
    const wrong =
      ground.wrongInRefusal(of, { ...got, path: asking.path }) ??
      (got.status === status ? undefined : `${got.status} ${got.text.slice(0, 200)}`) ??
      (at === undefined || namedIn(got.text).join() === at ? undefined : `names ${namedIn(got.text).join()}`)
    return wrong && `${of.id} ${JSON.stringify(changes).slice(0, 200)}: ${wrong}`
  }

  it('are refused for a body that is no JSON, cut off, in another charset, or too much', async () => {
    for (const { what, body, status, headers } of broken)
      expect(
        await refused(operation('partnershipPlan.dropMilestone'), { body, ...(headers && { headers }) }, status),
        what,
      ).to.equal(undefined)
    const some = broken.filter(({ body }) => body.length < 1000)
    const all = withJson().flatMap((of, number) => sixthOf(some, number).map((one) => ({ of, ...one })))
    const found = await foundIn(all, ({ of, body, status, headers }) =>
      refused(of, { body, ...(headers && { headers }) }, status),
    )
    expect(found).to.equal('')
  })

  it('are refused for what is written in anything but JSON in UTF-8', async () => {
    const all = withJson().flatMap((of, number) => sixthOf(otherTypes, number).map((type) => ({ of, type })))
    const body = jsonOf({ [mark]: 1 })
    const found = await foundIn(all, ({ of, type }) => refused(of, { body, headers: { 'Content-Type': type } }, 415))
    expect(found).to.equal('')
  })

  it('are read as JSON in UTF-8 however that is said, with a byte order mark too', async () => {
    const of = operation('partnershipPlan.dropMilestone')
    for (const type of sameTypes) {
      const headers = { 'Content-Type': type }
      expect(await refused(of, { body: '{"strange":1}', headers }, 422), type).to.equal(undefined)
    }
    for (const body of ['\ufeff{"strange":1}', ' \r\n\t{"strange":1}\n', gzipSync('{"strange":1}')]) {
      const headers = typeof body === 'string' ? {} : { 'Content-Encoding': 'gzip' }
      expect(await refused(of, { body, headers }, 422), String(body)).to.equal(undefined)
    }
  })

  it('are refused for a key of repetition, or a basis, that is none', async () => {
    const keyed = withJson().filter(({ headers }) => headers.includes('Idempotency-Key'))
    const based = withJson().filter(({ headers }) => headers.includes('If-Match'))
    const seqless = ({ id }: Operation): string => jsonOf({ ...examples[id]?.[0], seq: undefined })
    const tries = [
      ...keyed.flatMap((of, number) =>
        sixthOf(noKeys, number).map((value) => ({ of, name: 'Idempotency-Key', value })),
      ),
      ...based.flatMap((of) => noBases.map((value) => ({ of, name: 'If-Match', value }))),
    ]
    expect(tries.length).to.be.above(200)
    const pilot = await ground.cookieOf('pilot')
    const found = await foundIn(tries, ({ of, name, value }) => {
      // What a plan's own commands are based on is asked of its pilot alone.
      const isPilots = name === 'If-Match' && of.id.startsWith('partnershipPlan')
      const headers = { [name]: value, ...(isPilots && { Cookie: pilot }) }
      return refused(of, { body: seqless(of), headers }, 422, name)
    })
    expect(found).to.equal('')
  })

  it('are answered alike whatever languages, preferences, cookies and proxies they name', async () => {
    const of = operation('plan')
    const odd = [
      '',
      ';',
      ',,,',
      '*;q=9',
      'fr;q=NaN',
      '__proto__',
      'en'.repeat(2000),
      '\u00ff',
      'fr-FR-x-'.repeat(300),
      'q=0',
      '%00',
      'i-klingon',
    ]
    const names = [
      'Accept-Language',
      'Accept',
      'Prefer',
      'X-Forwarded-For',
      'X-Forwarded-Proto',
      'X-HTTP-Method-Override',
      'Range',
      'If-None-Match',
      'If-Modified-Since',
      'Expect-CT',
      'TE',
      'Forwarded',
      'Authorization',
      'X-Request-Id',
      'Referer',
    ]
    const plain = await ground.wire.ask(await ground.asking(of))
    expect(plain.status).to.equal(200)
    const found = await foundIn(
      names.flatMap((name) => odd.map((value) => ({ name, value }))),
      async ({ name, value }) => {
        const { status, text } = await ground.wire.ask(await ground.asking(of, { headers: { [name]: value } }))
        return status === 200 && text === plain.text ? undefined : `${name}: ${value.slice(0, 40)} → ${status}`
      },
    )
    expect(found).to.equal('')
  })

  it('are from nobody where their cookie is none of ours', async () => {
    const of = operation('plan')
    const own = await ground.cookieOf('pilot')
    const cookies = [
      ...[
        '',
        '=',
        ';',
        'longitude',
        'longitude=',
        'longitude=s%3A',
        'longitude=s%3Aa.b',
        'longitude=%',
        'longitude=j%3A%7B%7D',
        '__proto__=1',
      ],
      ...[
        `${own}x`,
        own.slice(0, -3),
        own.replace('s%3A', ''),
        `longitude="${own}"`,
        `longitude=${'a'.repeat(4000)}`,
        '\u00ff=\u00ff',
      ],
    ]
    for (const Cookie of cookies)
      for (const path of [addressOf(of.path), '/api/v1/session', '/api/v1/me'])
        expect(await refused(of, { path, headers: { Cookie } }, 401), `${path} ${Cookie}`).to.equal(undefined)
  })

  it('say which methods there are, and do nothing by another', async () => {
    const paths = [...new Set(ground.operations.map(({ path }) => path))].filter((path) => path.startsWith('/api/v1'))
    const tries = paths.flatMap((path) =>
      ['PUT', 'DELETE', 'PATCH', 'POST', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'SEARCH'].flatMap((method) =>
        ground.operations.some((one) => one.path === path && one.method === method.toLowerCase())
          ? []
          : [{ path, method }],
      ),
    )
    const found = await foundIn(tries, async ({ path, method }) => {
      const asking = await ground.asking(operation('plan'), { path: addressOf(path), method, body: '{}' })
      const got = await ground.wire.ask(asking)
      if (method === 'OPTIONS' && got.status === 200) return undefined
      const wrong = ground.wrongInRefusal({ method: 'get' }, { ...got, path: asking.path })
      return (
        wrong ??
        (got.status === 404 || (got.status === 405 && got.headers.allow)
          ? undefined
          : `${method} ${path}: ${got.status}`)
      )
    })
    expect(found).to.equal('')
  })

  /** What comes back of bytes that are sent as they are. */
  async function said(bytes: string | Buffer): Promise<string> {
    const socket = connect(ground.wire.port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined)
    socket.setTimeout(1500, () => socket.destroy())
    socket.end(bytes)
    await once(socket, 'close')
    return Buffer.concat(chunks).toString('latin1')
  }

  it('are refused where they are no HTTP, or lie about their length', async () => {
    const cookie = `Cookie: ${await ground.cookieOf('pilot')}`
    const post = (lines: readonly string[], body: string): string =>
      [
        'POST /api/v1/plans/usth-2027/submit HTTP/1.1',
        'Host: x',
        cookie,
        'Content-Type: application/json',
        ...lines,
        '',
        body,
      ].join('\r\n')
    const tries = [
      'GET\r\n\r\n',
      '\u0000\u0001\u0002\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: x\r\nX-Bad : a\r\n\r\n',
      'GET /api/v1/plans HTTP/1.1\r\n\r\n',
      post(['Content-Length: 2', 'Content-Length: 5', 'Connection: close'], '{}'),
      post(['Content-Length: -1', 'Connection: close'], '{}'),
      post(['Content-Length: 2', 'Transfer-Encoding: chunked', 'Connection: close'], '0\r\n\r\n'),
      post(['Transfer-Encoding: chunked', 'Connection: close'], 'zz\r\n{}\r\n0\r\n\r\n'),
      post(['Transfer-Encoding: gzip, chunked, x', 'Connection: close'], '{}'),
      post(['Content-Length: 200', 'Connection: close'], '{'),
    ]
    for (const one of tries) {
      const answer = await said(one)
      expect(answer, one.slice(0, 80)).to.match(/^(HTTP\/1\.1 4\d\d |$)/)
      expect(answer, one.slice(0, 80)).to.not.match(/node_modules|\bat /)
    }
    expect((await ground.wire.ask(await ground.asking(operation('plan')))).status).to.equal(200)
  })
})
