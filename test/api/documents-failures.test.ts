import { request as httpRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { checkInThreads } from '../../documents/check.ts'
import type { Shelf } from '../../documents/shelf.ts'
import { pdf } from '../documents/made.ts'
import { person } from '../domain/school.ts'
import { until } from '../house.ts'
import { openDesk, sessionCookie, type Client, type Desk } from './desk.ts'
import { listening } from './listening.ts'
import { boundary, endOfForm, mostBytes, openShelfDesk, part, type ShelfDesk } from './shelf-desk.ts'
import { upload } from './uploading.ts'

describe('documents, where something gives way', () => {
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

  it('on a full disk are refused, and nothing of them is left', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const failing = (part: Partial<Shelf>) =>
      openDesk({ documents: { shelf: { ...shelf, ...part }, check: checkInThreads(), mostBytes } })
    for (const part of [{ keep: () => Promise.reject(full) }, { receive: () => Promise.reject(full) }]) {
      const other = await failing(part)
      try {
        const answer = await upload(await other.as('officer'), pdf(), 'a.pdf')
        expect([answer.status, answer.body.code, answer.headers['retry-after']]).to.deep.equal([
          503,
          'documents-full',
          '300',
        ])
        expect(await other.store.documents.countDocuments()).to.equal(0)
      } finally {
        await other.close()
      }
    }
    expect(ground.onDisk()).to.deep.equal([])
  })

  it('of MongoDB, before or while it is noted, are refused, and nothing of them is left', async () => {
    await desk.store.connection.db?.command({ collMod: 'asked', validator: { never: true } })
    try {
      const answer = await upload(officer, pdf(), 'a.pdf', { key: 'two' })
      expect(answer.status).to.equal(500)
      expect(ground.onDisk()).to.deep.equal([])
      expect(await desk.store.documents.countDocuments({ by: `person:${person('officer')}` })).to.equal(0)
    } finally {
      await desk.store.connection.db?.command({ collMod: 'asked', validator: {} })
    }
    expect((await upload(officer, pdf(), 'a.pdf', { key: 'two' })).status).to.equal(201)
  })

  it('whose sender hangs up in the middle leave nothing', async () => {
    const { server, port } = await listening(desk)
    const cookie = await sessionCookie(desk, person('officer'))
    const sending = httpRequest({ port, method: 'POST', path: '/api/v1/documents' })
    sending.setHeader('Cookie', cookie).setHeader('Content-Type', `multipart/form-data; boundary=${boundary}`)
    sending.on('error', () => undefined)
    sending.write(part('file', Buffer.alloc(20_000), 'a.pdf'))
    await until(async () => ground.onDisk().length === 1)
    sending.destroy()
    await until(async () => ground.onDisk().length === 0)
    await ground.nothing()
    server.close()
  })

  it('do not grow in memory with their size', async () => {
    const megabytes = 200
    const other = await openDesk({
      documents: { shelf, check: async () => ({ type: 'png' }), mostBytes: megabytes * 1_048_576 },
    })
    const { server, port } = await listening(other)
    const cookie = await sessionCookie(other, person('officer'))
    const peakOf = async (count: number): Promise<number> => {
      global.gc?.()
      const before = process.memoryUsage().rss
      let peak = 0
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss - before)), 5)
      const status = await sent(port, { cookie, megabytes: count })
      clearInterval(watch)
      expect(status).to.equal(201)
      return peak / 1_048_576
    }
    await peakOf(5)
    expect(await peakOf(megabytes - 1)).to.be.below(80)
    server.close()
    await other.close()
  }).timeout(120_000)
})

/** Sends so many megabytes, made as they are sent; answers the status. */
async function sent(port: number, { cookie, megabytes }: { cookie: string; megabytes: number }): Promise<number> {
  const sending = httpRequest({ port, method: 'POST', path: '/api/v1/documents' })
  sending.setHeader('Cookie', cookie).setHeader('Content-Type', `multipart/form-data; boundary=${boundary}`)
  const answered = new Promise<number>((resolve, reject) => {
    sending.on('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sending.on('error', reject)
  })
  const chunk = Buffer.alloc(65_536, 'x')
  sending.write(part('file', '', 'a.png').subarray(0, -2))
  for (let n = 0; n < megabytes * 16; n++)
    if (!sending.write(chunk)) await new Promise((resolve) => sending.once('drain', resolve))
  sending.end(`\r\n${endOfForm}`)
  return Promise.race([answered, pause(60_000, 0, { ref: false })])
}
