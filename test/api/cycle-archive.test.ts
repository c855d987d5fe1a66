import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import request, { type Test } from 'supertest'
import { createApp } from '../../api/app.ts'
import { checkInThreads } from '../../documents/check.ts'
import type { Shelf } from '../../documents/shelf.ts'
import { pdf, png } from '../documents/made.ts'
import { person } from '../domain/school.ts'
import { until } from '../house.ts'
import { unzipped, type Unzipped } from '../unzipped.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import { sessionCookie, type Client } from './desk.ts'
import { listening } from './listening.ts'
import { nominated } from './nominated.ts'
import { mostBytes, openShelfDesk, type ShelfDesk } from './shelf-desk.ts'
import { upload } from './uploading.ts'

const path = `/cycles/${cycle}/documents.zip`

describe('the documents of a cycle as one archive (S11)', () => {
  let ground: ShelfDesk
  let officer: Client
  before(async () => {
    ground = await openShelfDesk()
  })
  beforeEach(async () => {
    const { desk } = ground
    await openCycle(desk, ['usth', 'polito'])
    desk.at('2028-02-01T09:00:00Z')
    officer = await desk.as('officer')
    await nominated(desk)
    await nominated(desk, { number: 2, changes: { wishes: ['ismin', 'icm'] } })
    await nominated(desk, {
      number: 3,
      changes: { partner: 'polito', participation: `${cycle}.polito`, wishes: ['ismin'] },
    })
  })
  afterEach(async () => {
    await ground.forget()
    await ground.desk.forget()
  })
  after(() => ground?.desk.close())

  const deposited = async (number: string, piece: string, bytes: Buffer, name: string): Promise<string> => {
    const { id } = (await upload(officer, bytes, name)).body
    expect((await officer.post(`/dossiers/${number}/deposit`, { piece, document: id })).status).to.equal(200)
    await ground.desk.settle()
    return id
  }
  const asked = (client: Client, query = ''): Test => client.agent.get(`/api/v1${path}${query}`).responseType('blob')
  const archive = async (query = '', client = officer): Promise<readonly Unzipped[]> => {
    const { body, status } = await asked(client, query)
    expect(status).to.equal(200)
    return unzipped(body)
  }
  const paths = (files: readonly Unzipped[]): string[] => files.map(({ path: at }) => at)

  it('holds each version, by dossier and document, and nothing that its sender called it', async () => {
    const bytes = { first: pdf(), second: pdf({ objects: ['(x)'] }), picture: png() }
    await deposited('00001', 'identity', bytes.first, 'Nguyen Thi Lan <con>.pdf')
    ground.desk.at('2028-02-01T10:00:00Z')
    await deposited('00001', 'identity', bytes.second, 'again.pdf')
    await deposited('00002', 'cv', bytes.picture, '..\\..\\nul.png')
    const answer = await asked(officer)
    expect(answer.headers).to.deep.include({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${cycle}-documents.zip"; filename*=UTF-8''${cycle}-documents.zip`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(await unzipped(answer.body)).to.deep.equal([
      { path: '00001/identity/00001-identity-1.pdf', content: bytes.first, at: '2028-02-01T09:00:00.000Z' },
      { path: '00001/identity/00001-identity-2.pdf', content: bytes.second, at: '2028-02-01T10:00:00.000Z' },
      { path: '00002/cv/00002-cv-1.png', content: bytes.picture, at: '2028-02-01T10:00:00.000Z' },
    ])
  })

  it('is narrowed as the list of dossiers is, to a status, a programme, a partner', async () => {
    await deposited('00001', 'cv', pdf(), 'a.pdf')
    await deposited('00002', 'cv', pdf(), 'b.pdf')
    await deposited('00003', 'cv', pdf(), 'c.pdf')
    expect((await officer.post('/dossiers/00002/send')).status).to.equal(200)
    await ground.desk.settle()
    for (const [query, dossiers] of [
      ['', ['00001', '00002', '00003']],
      ['programme=ismin', ['00002', '00003']],
      ['partner=usth', ['00001', '00002']],
      ['status=sent', ['00002']],
      ['status=inPreparation&programme=icm&partner=usth', ['00001']],
    ] as const) {
      const of = (await archive(`?${query}`)).map(({ path: at }) => at.slice(0, 5))
      expect(of, query).to.deep.equal(dossiers)
      const { body } = await officer.get(`/dossiers?cycle=${cycle}&${query}`)
      expect(body.items.map(({ key }: { key: string }) => key)).to.deep.equal(dossiers)
    }
    expect((await officer.get('/dossiers?cycle=2029-engineer')).body.items).to.deep.equal([])
    // What was so then, whatever is so now.
    ground.desk.at('2028-02-02T09:00:00Z')
    officer = await ground.desk.as('officer')
    expect((await officer.post('/dossiers/00001/send')).status).to.equal(200)
    const day = await officer.get('/dossiers?status=inPreparation&asOf=2028-02-01')
    expect(day.body.items.map(({ key }: { key: string }) => key)).to.deep.equal(['00001', '00003'])
    const none = await officer.get(`${path}?status=withdrawn`)
    expect([none.status, none.body.code]).to.deep.equal([404, 'documents-none'])
    expect((await officer.get(`${path}?status=lost`)).status).to.equal(422)
  })

  it('is for whoever reads those documents, and is not there for whoever does not see the cycle', async () => {
    await deposited('00001', 'cv', pdf(), 'a.pdf')
    const accounts = [
      'officer',
      'head-of-office',
      'direction',
      'auditor',
      'administrator',
      'quality',
      'centre-head.cmp',
    ]
    const found = await Promise.all(
      accounts.map(async (account) => `${account} ${(await asked(await ground.desk.as(account))).status}`),
    )
    expect(found).to.deep.equal([
      ...['officer 200', 'head-of-office 200', 'direction 200', 'auditor 403', 'administrator 403', 'quality 403'],
      'centre-head.cmp 404',
    ])
    expect((await officer.get('/cycles/2031-engineer/documents.zip')).status).to.equal(404)
  })

  it('leaves a line in the log for each document, as a single download does: who got which', async () => {
    const one = await deposited('00001', 'cv', pdf(), 'a.pdf')
    const other = await deposited('00002', 'cv', png(), 'b.png')
    const lines: string[] = []
    const log = pino({}, { write: (line: string) => lines.push(line) })
    const Cookie = await sessionCookie(ground.desk, person('officer'))
    const app = createApp({ ...ground.desk.deps, log })
    const got = (at: string) => request(app).get(`/api/v1${at}`).set('Cookie', Cookie).responseType('blob').expect(200)
    await got(`/documents/${one}`)
    await got(path)
    const handed = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'handed out')
    const to = `person:${person('officer')}`
    expect(handed.map(({ document, to: whom }) => ({ document, to: whom }))).to.deep.equal([
      { document: one, to },
      { document: one, to },
      { document: other, to },
    ])
  })

  it('names what is gone, or is not what it was, in the reader’s language, and is whole otherwise', async () => {
    const changed = await deposited('00001', 'cv', pdf(), 'a.pdf')
    await deposited('00001', 'identity', png(), 'b.png')
    const gone = await deposited('00002', 'cv', pdf(), 'c.pdf')
    const forgotten = await deposited('00003', 'cv', pdf(), 'd.pdf')
    const place = (id: string): string =>
      join(ground.folder, ground.onDisk().find((at) => at.endsWith(id)) ?? 'nowhere')
    writeFileSync(place(changed), 'not a PDF any more')
    rmSync(place(gone))
    await ground.desk.store.documents.deleteOne({ _id: forgotten })
    const files = await archive()
    expect(paths(files)).to.deep.equal(['00001/identity/00001-identity-1.png', 'missing.txt'])
    expect(files.at(-1)?.content.toString()).to.equal(
      '\ufeffCes documents n’ont pas pu être lus et ne sont pas dans cette archive\u00a0:\r\n\r\n' +
        '00001/cv/00001-cv-1.pdf\r\n00002/cv/00002-cv-1.pdf\r\n00003/cv/00003-cv-1.pdf\r\n',
    )
    // Somebody is told of what changed; what was erased is missed by nobody.
    const troubles = await ground.desk.store.troubles.find().lean()
    expect(troubles.map(({ stream }) => stream)).to.have.members([`document/${changed}`, `document/${gone}`])
  })

  it('is closed cleanly where whoever asked hangs up in the middle', async () => {
    await deposited('00001', 'cv', pdf(), 'a.pdf')
    await deposited('00002', 'cv', pdf(), 'b.pdf')
    const open = new Set<Readable>()
    let begun = 0
    // Documents without an end, so that the archive has none either.
    const endless: Shelf = {
      ...ground.shelf,
      read: async () => {
        begun++
        const content = new Readable({
          read() {
            this.push(randomBytes(65_536))
          },
        })
        open.add(content)
        return content.once('close', () => open.delete(content))
      },
    }
    const documents = { shelf: endless, check: checkInThreads(), mostBytes }
    const app = createApp({ ...ground.desk.deps, documents })
    const { server, port } = await listening({ app })
    const Cookie = await sessionCookie(ground.desk, person('officer'))
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      get({ port, path: `/api/v1${path}`, headers: { Cookie } }, resolve).on('error', reject),
    )
    await once(answer, 'data')
    expect([answer.statusCode, open.size]).to.deep.equal([200, 1])
    answer.destroy()
    await until(async () => open.size === 0)
    expect(begun, 'nothing more was opened').to.equal(1)
    const after = await officer.get(`/cycles/${cycle}`)
    expect(after.status).to.equal(200)
    server.close()
  })
})
