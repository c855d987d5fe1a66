import { expect } from 'chai'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import { createApp } from '../../api/app.ts'
import { silence } from '../../api/http/silence.ts'
import { wordsOf } from '../../locales/words.ts'
import { openDoor, type Door } from './door.ts'
import { listening } from './listening.ts'

const senderMs = 400
const large = 4_000_000

describe('a body of which nothing more comes', function () {
  this.timeout(30_000)
  let door: Door
  let servers: Server[] = []
  let api: number
  let bare: number
  before(async () => {
    door = await openDoor()
    const patience = { ...door.deps.patience, senderMs }
    const app = express()
      .use(silence({ ...door.deps, patience }))
      .post('/late-answer', express.text(), async (req, res) => {
        await pause(3 * senderMs)
        res.send(req.body)
      })
      .post('/late-turn', async (_req, _res, next) => {
        await pause(3 * senderMs)
        next()
      })
      .post('/late-turn', express.text({ limit: large }), (req, res) => void res.send(`${String(req.body).length}`))
      .post('/long-answer', express.text(), (_req, res) => void res.send('x'.repeat(large)))
    const opened = [await listening({ app: createApp({ ...door.deps, patience }) }), await listening({ app })]
    servers = opened.map(({ server }) => server)
    ;[api = 0, bare = 0] = opened.map(({ port }) => port)
  })
  after(async () => {
    for (const server of servers) server.close().closeAllConnections()
    await door?.close()
  })

  /** Sends a head, and a part of what it announces. */
  const begin = async (
    path: string,
    { port, type, length, part }: { port: number; type: string; length: number; part: string },
  ): Promise<Socket> => {
    const socket = connect({ port, host: '127.0.0.1' })
    await once(socket, 'connect')
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${part}`,
    )
    return socket
  }
  const asks = { port: 0, type: 'application/json', length: 32, part: '{"email":' }
  const plain = { port: 0, type: 'text/plain', length: 4, part: 'on' }

  it('is told so, and its connection is closed', async () => {
    const answer = await text(await begin('/api/v1/session/links', { ...asks, port: api }))
    expect(answer).to.match(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(answer).to.match(/\r\nConnection: close\r\n/)
    expect(answer).to.match(/\r\nContent-Type: application\/problem\+json/)
    expect(answer).to.contain('"code":"body-stalled"')
  })

  for (const path of ['/sign-in', '/partner/none'])
    it(`is told so as a page, at ${path}`, async () => {
      const answer = await text(await begin(path, { ...asks, type: 'application/x-www-form-urlencoded', port: api }))
      expect(answer).to.match(/^HTTP\/1\.1 408 Request Timeout\r\n/)
      expect(answer).to.match(/\r\nConnection: close\r\n/)
      expect(answer).to.match(/\r\nContent-Type: text\/html/)
      expect(answer).to.contain(wordsOf('fr').problem('body-stalled').title)
    })

  it('is none that comes slowly, however long it takes', async () => {
    const body = '{"email":"nobody@school.example"}'
    const socket = await begin('/api/v1/session/links', { ...asks, length: body.length, part: '', port: api })
    for (const letter of body) {
      await pause(senderMs / 10)
      socket.write(letter)
    }
    expect(await text(socket)).to.match(/^HTTP\/1\.1 202 /)
  })

  it('is none that has come whole: its answer may take its time', async () => {
    const socket = await begin('/late-answer', { ...plain, port: bare })
    await pause(senderMs / 4)
    socket.write('ce')
    const answer = await text(socket)
    expect(answer).to.match(/^HTTP\/1\.1 200 /)
    expect(answer.endsWith('once')).to.equal(true)
  })

  it('is none whose long answer is read slowly', async () => {
    const socket = await begin('/long-answer', { ...plain, port: bare })
    await pause(senderMs / 4)
    socket.write('ce')
    socket.pause()
    await pause(3 * senderMs)
    const answer = await text(socket)
    expect(answer.length).to.be.above(large)
  })

  it('is none that lies here unread until its turn comes', async () => {
    const socket = await begin('/late-turn', { ...plain, length: large, part: 'x'.repeat(large), port: bare })
    const answer = await text(socket)
    expect(answer.endsWith(`${large}`)).to.equal(true)
  })
})
