import { expect } from 'chai'
import type { Router } from 'express'
import request from 'supertest'
import { catalogue, commandsForPeople, processTypes } from '../../domain/catalogue.ts'
import { meRoutes } from '../../api/routes/me.ts'
import { docsRoutes } from '../../api/routes/docs.ts'
import { healthRoutes } from '../../api/routes/health.ts'
import { pageRoutes } from '../../api/routes/pages.ts'
import { sessionRoutes } from '../../api/routes/session.ts'
import { answerLink } from './approval-asked.ts'
import { describedBy } from './described.ts'
import { openDesk, submitPlan, type Desk } from './desk.ts'

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const
// Parts of the reference page, no routes of their own.
const assets = ['/docs/redoc.js', '/docs/start.js']

describe('the description of the API', () => {
  let desk: Desk
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it holds is what this test is about
  let openapi: any
  before(async () => {
    desk = await openDesk()
    openapi = (await request(desk.app).get('/openapi.json').expect(200)).body
  })
  after(() => desk?.close())

  it('says in which forms a file of nominations may be sent', () => {
    const { content } = openapi.paths['/api/v1/participations/{key}/importNominationsFile'].post.requestBody
    expect(Object.keys(content)).to.have.members([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
  })

  it('has every route that is mounted', () => {
    const { deps } = desk
    const mounted = [
      ...routesIn(sessionRoutes(deps), '/api/v1/session'),
      ...routesIn(meRoutes(deps), '/api/v1/me'),
      ...routesIn(pageRoutes(deps), ''),
      ...routesIn(healthRoutes(deps), ''),
      ...routesIn(
        docsRoutes(() => ({}), { secure: false }),
        '',
      ),
      ...routesIn(desk.app.router, ''),
    ].filter(({ path }) => !assets.includes(path))
    expect(mounted.length).to.be.above(30)
    for (const { method, path } of mounted)
      expect(openapi.paths, `${method} ${path}`).to.have.nested.property(`${escaped(path)}.${method}`)
  })

  it('has no address that answers in other letters than it is written in', async () => {
    const shapes = Object.keys(openapi.paths).map((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`))
    const shouted = Object.keys(openapi.paths).flatMap((path) => {
      const at = path.replaceAll(/\{\w+\}/g, 'x')
      const lastWord = path.replace(/[^/{}]+(?=(?:\/\{\w+\})?$)/, (word) => word.toUpperCase())
      return [at.toUpperCase(), lastWord.replaceAll(/\{\w+\}/g, 'x')].map((other) => ({ path, other }))
    })
    // What is called like an id in other letters is an id: `/partners/OPENPROPOSALS` is no partner of ours.
    const elsewhere = shouted.filter(({ other }) => !shapes.some((shape) => shape.test(other)))
    expect(elsewhere.length).to.be.above(150)
    for (const { path, other } of elsewhere)
      for (const method of methods.filter((one) => one in openapi.paths[path])) {
        const { status } = await request(desk.app)[method](other)
        expect(status, `${method} ${other}`).to.equal(404)
      }
  })

  it('has a path for every command of the tables that a person may give, with its input, and none for the others', () => {
    const described = Object.values<Record<string, { operationId: string }>>(openapi.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    for (const type of processTypes) {
      const peoples = commandsForPeople(type).map(([name]) => name)
      for (const command of Object.keys(catalogue[type]))
        expect(described.includes(`${type}.${command}`), `${type}.${command}`).to.equal(peoples.includes(command))
    }
    const { requestBody, parameters } = openapi.paths['/api/v1/plans/{key}/moveMilestone'].post
    expect(requestBody.content['application/json'].schema.required).to.have.members(['milestone', 'to', 'reason'])
    expect(parameters.map(({ name }: { name: string }) => name)).to.deep.equal([
      ...['key', 'preview', 'Idempotency-Key', 'If-Match'],
    ])
    const required = (command: string): boolean =>
      openapi.paths[`/api/v1/plans/{key}/${command}`].post.parameters.find(
        ({ name }: { name: string }) => name === 'If-Match',
      ).required
    expect([required('moveMilestone'), required('revise')]).to.deep.equal([false, true])
  })

  it('refers to nothing that it does not hold, and names each operation once', () => {
    const text = JSON.stringify(openapi)
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
    expect(refs).to.not.deep.equal([])
    for (const name of refs) expect(openapi.components.schemas, name).to.have.property(String(name))
    expect(text).to.not.contain('$defs')
    const ids = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).to.equal(ids.length)
  })

  it('is what every answer of these tests is held against: one that says more, less or something else is found', async () => {
    const wrongIn = await describedBy(desk.app)
    const agenda = { items: [], leaving: [], toErase: [] }
    const given = { method: 'get', path: '/api/v1/agenda', status: 200, type: 'application/json', body: agenda }
    expect(wrongIn(given)).to.equal(undefined)
    const refused = { ...given, status: 404, type: 'application/problem+json' }
    for (const [wrong, said] of [
      [{ ...given, body: { ...agenda, more: 1 } }, 'must NOT have additional properties'],
      [{ ...given, body: {} }, "must have required property 'items'"],
      [{ ...given, body: { ...agenda, items: [{}] } }, '/items/0'],
      [{ ...given, status: 201 }, 'does not say that it answers 201'],
      [{ ...given, type: 'text/html' }, 'which it does not say'],
      [{ ...given, path: '/api/v1/nowhere' }, 'is not described'],
      [{ ...refused, body: { title: 'Nothing here' } }, 'must have required property'],
      [{ ...refused, type: 'application/json' }, 'answers 404 as application/json'],
    ] as const)
      expect(wrongIn(wrong), said).to.contain(said)
  })

  it('has every page, with its form, and what a browser is told where one is refused', async () => {
    const pages = Object.entries<Record<string, { tags: string[]; operationId: string }>>(openapi.paths).flatMap(
      ([path, at]) =>
        Object.entries(at).flatMap(([method, { tags, operationId }]) =>
          tags[0] === 'pages' || tags[0] === 'reference' ? [{ path, method, operationId }] : [],
        ),
    )
    expect(pages.map(({ operationId }) => operationId)).to.include.members(['signInPage', 'answerPage', 'docs', 'home'])
    const wrongIn = await describedBy(desk.app)
    const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
    const seen: string[] = []
    /** Asks as a browser does, and holds the answer against what is said of it. */
    const walk = async (method: string, path: string, fields?: object): Promise<void> => {
      const test = request.agent(desk.app)[method === 'post' ? 'post' : 'get'](path).set('Accept', html)
      const { status, type, text } = await (method === 'post' ? test.type('form').send(fields) : test)
      expect(wrongIn({ method, path, status, type, body: text }), `${method} ${path}`).to.equal(undefined)
      seen.push(`${method} ${status} ${type}`)
    }
    await submitPlan(desk)
    const link = await answerLink(desk, 'centre-head.cmp', 'centreApproval/partnershipPlan.usth-2027.v1.cmp')
    for (const { method, path } of pages) {
      await walk(method, path.replace('{token}', 'x'.repeat(43)), {})
      if (path.startsWith('/answer/')) await walk(method, link, {})
    }
    await walk('post', '/sign-in', { email: 'nobody@school.example' })
    const hash = /name="hash" value="(\w+)"/.exec((await request(desk.app).get(link)).text)?.[1]
    desk.engine(false)
    await walk('post', link, { opinion: 'approved', hash })
    await walk('get', link)
    desk.engine(true)
    expect(seen).to.include.members([
      ...['get 200 text/html', 'get 404 text/html', 'get 202 text/html', 'post 202 text/html'],
      ...['post 422 text/html', 'post 404 text/html'],
    ])
    const { content } = openapi.paths['/answer/{token}'].post.requestBody
    expect(Object.keys(content)).to.deep.equal(['application/x-www-form-urlencoded'])
    expect(Object.keys(content['application/x-www-form-urlencoded'].schema.properties)).to.deep.equal([
      ...['opinion', 'reason', 'hash'],
    ])
    const [file] = Object.keys(openapi.paths['/calendar/{file}'].get.responses[200].content)
    expect(file).to.equal('text/calendar')
  })

  it('is shown by a page that asks no other host for anything', async () => {
    for (const path of ['/', '/docs']) {
      const { text, headers } = await request(desk.app).get(path).expect(200).expect('Content-Type', /html/)
      expect(text).to.not.match(/https?:/)
      expect(headers['content-security-policy']).to.contain("default-src 'none'").and.not.contain('http')
      expect(headers).to.not.have.property('x-powered-by')
    }
    for (const path of assets)
      await request(desk.app)
        .get(path)
        .expect(200)
        .expect('Content-Type', /javascript/)
  })
})

/** The routes in a router, and in those inside it that write their paths in full; as OpenAPI writes them. */
function routesIn(router: Pick<Router, 'stack'>, mount: string): { method: string; path: string }[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (!route)
      return 'stack' in handle && Array.isArray(handle.stack)
        ? routesIn({ stack: handle.stack }, mount).filter(({ path }) => inFull.test(path))
        : []
    return [route.path]
      .flat()
      .flatMap((path) => methodsOf(route).map((method) => ({ method, path: described(mount + path) })))
  })
}
const inFull = /^\/(api\/v1|sign-in|sign-out|answer)\b/
const methodsOf = (route: object): string[] =>
  'methods' in route && typeof route.methods === 'object' && route.methods !== null
    ? Object.keys(route.methods).filter((method) => method !== '_all')
    : []
const described = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}').replace(/(.)\/$/, '$1')
const escaped = (path: string): string => path.replaceAll('.', '\\.')
