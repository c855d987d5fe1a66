import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'chai'
import { sweepDocuments } from '../../activities/sweep.ts'
import type { Shelf } from '../../documents/shelf.ts'
import { instant, instantOf } from '../../domain/time.ts'
import { deflated, joined, jpeg, objectStream, pdf, pdfStream, png } from '../documents/made.ts'
import { person } from '../domain/school.ts'
import type { Answered, Client, Desk } from './desk.ts'
import { boundary, endOfForm, mostBytes, openShelfDesk, part, type ShelfDesk } from './shelf-desk.ts'
import { upload } from './uploading.ts'

describe('documents over the API', () => {
  let desk: Desk
  let shelf: Shelf
  let ground: ShelfDesk
  let officer: Client
  before(async () => {
    ground = await openShelfDesk()
    ;({ desk, shelf } = ground)
  })
  beforeEach(async () => {
    desk.at('2027-01-11T09:00:00Z')
    officer = await desk.as('officer')
  })
  afterEach(() => ground.forget())
  after(() => desk?.close())

  const download = async (client: Client, id: string) => {
    const answer = await client.agent
      .get(`/api/v1/documents/${id}`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => done(null, Buffer.concat(chunks)))
      })
    const content: unknown = answer.body
    return {
      status: answer.status,
      headers: answer.headers,
      content: Buffer.isBuffer(content) ? content : Buffer.alloc(0),
    }
  }

  it('are taken in, and handed out to be saved as they were', async () => {
    const file = pdf()
    const { status, body, headers } = await upload(
      officer,
      file,
      'C:\\scans\\Accord d\u2019\u00e9change "2027"\u202e.pdf',
    )
    const sha256 = createHash('sha256').update(file).digest('hex')
    expect([status, body]).to.deep.equal([
      201,
      { id: body.id, href: `/api/v1/documents/${body.id}`, type: 'pdf', bytes: file.length, sha256 },
    ])
    expect(body.id).to.match(/^[0-9a-f]{32}$/)
    expect(headers['location']).to.equal(body.href)
    const got = await download(officer, body.id)
    expect(got.status).to.equal(200)
    expect(got.content).to.deep.equal(file)
    expect(got.headers).to.include({
      'content-type': 'application/pdf',
      'content-length': `${file.length}`,
      'content-disposition': `attachment; filename="Accord d__change _2027_.pdf"; filename*=UTF-8''Accord%20d%E2%80%99%C3%A9change%20_2027_.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    expect((await officer.agent.head(body.href)).headers).to.include({ 'content-length': `${file.length}` })
    for (const [bytes, name, type] of [
      [png(), 'a.png', 'image/png'],
      [jpeg(), 'a.jpg', 'image/jpeg'],
    ] as const)
      expect((await download(officer, (await upload(officer, bytes, name)).body.id)).headers['content-type']).to.equal(
        type,
      )
  })

  it('are handed out without a word of Node’s on standard error', async () => {
    const { body } = await upload(officer, pdf(), 'a.pdf')
    const warned: Error[] = []
    const hear = (warning: Error): number => warned.push(warning)
    process.on('warning', hear)
    expect((await download(officer, body.id)).status).to.equal(200)
    // Node warns in a turn of its own.
    await setImmediate()
    process.off('warning', hear)
    expect(warned).to.deep.equal([])
  })

  it('lie under their hash and their id; what they were called is a text of people, and nowhere else', async () => {
    const { body } = await upload(officer, pdf(), '../../etc/Quetzal.pdf')
    expect(ground.onDisk()).to.deep.equal([join('kept', body.sha256.slice(0, 2), `${body.sha256}.${body.id}`)])
    const row = await desk.store.documents.findById(body.id).lean()
    expect(row).to.deep.include({
      by: `person:${person('officer')}`,
      type: 'pdf',
      at: new Date('2027-01-11T09:00:00Z'),
    })
    expect(JSON.stringify(row)).to.not.contain('Quetzal')
    expect((await desk.store.texts.findById(row?.name ?? '').lean())?.text).to.equal('Quetzal.pdf')
    await desk.store.texts.deleteOne({ _id: row?.name ?? '' })
    expect((await download(officer, body.id)).headers['content-disposition']).to.contain(`"${body.id}.pdf"`)
  })

  it('are taken in from those alone whose commands can attach any', async () => {
    for (const account of ['auditor', 'pilot', 'direction', 'legal', 'centre-head.cmp', 'administrator']) {
      const { status, body } = await upload(await desk.as(account), pdf(), 'a.pdf')
      expect([status, body.code], account).to.deep.equal([403, 'forbidden'])
    }
    expect(ground.onDisk()).to.deep.equal([])
    expect(await desk.store.documents.countDocuments()).to.equal(0)
    for (const account of ['officer', 'head-of-office'])
      expect((await upload(await desk.as(account), pdf(), 'a.pdf')).status, account).to.equal(201)
  })

  it('are their uploader’s alone while they belong to nothing', async () => {
    const { body } = await upload(officer, pdf(), 'a.pdf')
    for (const account of ['head-of-office', 'auditor', 'pilot'])
      expect((await download(await desk.as(account), body.id)).status, account).to.equal(404)
    for (const id of ['0d'.repeat(16), 'x', '..%2f..%2fsecret', `${body.id}%00`])
      expect((await download(officer, id)).status, id).to.equal(404)
  })

  it('that may not be are refused, with what to do, and nothing of them is left', async () => {
    const script = '<< /S /JavaScript /JS (app.alert(1)) >>'
    const refused: readonly (readonly [number, string, Uint8Array, string])[] = [
      [413, 'body-too-large', Buffer.alloc(mostBytes + 1), 'a.pdf'],
      [413, 'body-too-large', Buffer.alloc(mostBytes * 20), 'a.pdf'],
      [422, 'document-empty', Buffer.alloc(0), 'a.pdf'],
      [422, 'document-type', joined('MZ', Buffer.alloc(100)), 'a.pdf'],
      [422, 'document-extension', pdf(), 'a.exe'],
      [422, 'document-extension', png(), 'a.pdf'],
      [422, 'document-damaged', pdf().subarray(0, 200), 'a.pdf'],
      [422, 'document-encrypted', pdf({ trailer: '/Encrypt << /V 1 >>' }), 'a.pdf'],
      [422, 'document-active', pdf({ objects: [objectStream({ 7: script })] }), 'a.pdf'],
      [422, 'document-active', pdf({ objects: ['<< /S /J#61vaScript >>'] }), 'a.pdf'],
      [422, 'document-active', pdf({ objects: [pdfStream('', `9 0 obj ${script}`)] }), 'a.pdf'],
      [422, 'document-mixed', joined(pdf(), 'PK\x03\x04'), 'a.pdf'],
      [422, 'document-mixed', joined('\0', pdf()), 'a.pdf'],
      [422, 'document-mixed', joined(jpeg(), '<html>'), 'a.jpg'],
      [422, 'document-oversized', png({ width: 20_000, height: 20_000 }), 'a.png'],
      [422, 'document-oversized', pdf({ objects: [deflated('/Width 30000 /Height 30000', '')] }), 'a.pdf'],
    ]
    for (const [status, code, bytes, name] of refused) {
      const answer = await upload(officer, bytes, name, { language: 'fr' })
      expect([answer.status, answer.body.code], `${code} ${name}`).to.deep.equal([status, code])
      expect(answer.body.detail).to.be.a('string').and.not.contain('undefined')
    }
    await ground.nothing()
    expect((await upload(officer, pdf({ objects: [script] }), 'a.pdf')).body.detail).to.contain('JavaScript')
  }).timeout(120_000)

  it('come one at a time, in a form that holds nothing else', async () => {
    const send = (type: string, body: Uint8Array) =>
      officer.agent.post('/api/v1/documents').set('Content-Type', type).send(Buffer.from(body))
    const form = `multipart/form-data; boundary=${boundary}`
    const a = part('file', pdf(), 'a.pdf')
    const wrong: readonly (readonly [number, string, string, Uint8Array])[] = [
      [422, 'document-several', form, joined(a, a, endOfForm)],
      [422, 'document-missing', form, joined(endOfForm)],
      [422, 'document-missing', form, joined(part('other', pdf(), 'a.pdf'), endOfForm)],
      [422, 'document-missing', form, joined(part('file', 'text'), endOfForm)],
      [400, 'document-cut', form, a],
      [400, 'document-cut', 'multipart/form-data', joined(a, endOfForm)],
      [415, 'unsupported-media-type', 'application/pdf', pdf()],
      [415, 'unsupported-media-type', 'application/json', joined('{}')],
    ]
    for (const [status, code, type, body] of wrong) {
      const answer = await send(type, body)
      expect([answer.status, answer.body.code], `${code} ${type}`).to.deep.equal([status, code])
    }
    await ground.nothing()
    expect((await send(form, joined(a, endOfForm))).status).to.equal(201)
  })

  it('sent twice under one key are one document, and another one under it is refused', async () => {
    // Whoever is told on a busy machine to send it again under its key does so.
    const insisted = async (): Promise<Answered> => {
      const answer = await upload(officer, pdf(), 'a.pdf', { key: 'one' })
      return answer.status === 503 ? insisted() : answer
    }
    const twice = await Promise.all([insisted(), insisted()])
    expect(twice.map(({ status }) => status)).to.deep.equal([201, 201])
    expect(twice[0]?.body).to.deep.equal(twice[1]?.body)
    expect((await upload(officer, pdf(), 'a.pdf', { key: 'one' })).body).to.deep.equal(twice[0]?.body)
    expect(ground.onDisk()).to.have.length(1)
    expect((await upload(officer, pdf(), 'b.pdf', { key: 'one' })).body.code).to.equal('key-reused')
    expect((await upload(officer, pdf(), 'a.pdf')).body.id).to.not.equal(twice[0]?.body.id)
    expect((await upload(await desk.as('head-of-office'), pdf(), 'a.pdf', { key: 'one' })).body.id).to.not.equal(
      twice[0]?.body.id,
    )
    expect(ground.onDisk()).to.have.length(3)
  })

  it('that changed on disk, or are gone from it, are not handed out, and somebody is told', async () => {
    const { body } = await upload(officer, pdf(), 'a.pdf')
    const [place = ''] = ground.onDisk()
    const troubles = () => desk.store.troubles.countDocuments({ stream: `document/${body.id}` })
    writeFileSync(join(ground.folder, place), pdf({ objects: ['(x)'] }))
    const changed = await officer.get(`/documents/${body.id}`)
    expect([changed.status, changed.body.code]).to.deep.equal([500, 'document-changed'])
    expect(await troubles()).to.equal(1)
    rmSync(join(ground.folder, place))
    expect((await officer.get(`/documents/${body.id}`)).body.code).to.equal('document-changed')
  })

  it('that nobody attached within a day are swept, with what they were called; nothing else is', async () => {
    const { body } = await upload(officer, pdf(), 'a.pdf')
    const other = (await upload(officer, png(), 'b.png')).body
    await desk.store.documents.updateOne({ _id: other.id }, { $set: { attachedTo: 'agreement/00001' } })
    const waiting = (await upload(officer, jpeg(), 'c.jpg')).body
    const input = { version: 1, document: waiting.id }
    await desk.store.inbox.create({
      _id: 'r1',
      stream: 'agreement/00001',
      actor: {},
      command: 'attachScan',
      input,
      taken: false,
    })
    const swept = async (at: string) => {
      await sweepDocuments({ store: desk.store, shelf }, instant(at))
      return (await desk.store.documents.find({}, { _id: 1 }).lean()).map(({ _id }) => _id)
    }
    expect(await swept('2027-01-12T09:00:00.000Z')).to.have.members([body.id, other.id, waiting.id])
    expect(await swept('2027-01-12T09:00:00.001Z')).to.have.members([other.id, waiting.id])
    expect(ground.onDisk()).to.have.length(2)
    expect((await desk.store.texts.find({ stream: `document/${body.id}` }).lean()).length).to.equal(0)
    await desk.store.inbox.deleteMany({})
    expect(await swept('2027-01-12T09:00:00.001Z')).to.deep.equal([other.id])
  })

  it('that lie on the shelf and are noted nowhere are swept, one folder a minute', async () => {
    const received = await shelf.receive(Readable.from([pdf()]), mostBytes)
    await shelf.keep(received, 'e1'.repeat(16))
    const inADay = Date.now() + 86_400_000 + 60_000
    const folderOf = Number.parseInt(received.sha256.slice(0, 2), 16)
    const minute = (of: number) => {
      const first = Math.ceil(inADay / 60_000)
      return instantOf((first + ((of - first) % 256) + 256) * 60_000)
    }
    await sweepDocuments({ store: desk.store, shelf }, minute((folderOf + 1) % 256))
    expect(ground.onDisk()).to.have.length(1)
    await sweepDocuments({ store: desk.store, shelf }, minute(folderOf))
    await ground.nothing()
  })

  it('of one person that are attached to nothing are no more than 500', async () => {
    const by = `person:${person('officer')}` as const
    const upTo = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        _id: n.toString(16).padStart(32, '0'),
        ...{ type: 'pdf' as const, bytes: 1, sha256: 'a', name: 'text:0', by, at: new Date('2027-01-11T09:00:00Z') },
      }))
    await desk.store.documents.insertMany(upTo(500))
    const answer = await upload(officer, pdf(), 'a.pdf')
    expect([answer.status, answer.body.code]).to.deep.equal([409, 'documents-unused'])
    await desk.store.documents.deleteOne({ _id: '0'.repeat(32) })
    expect((await upload(officer, pdf(), 'a.pdf')).status).to.equal(201)
  })
})
