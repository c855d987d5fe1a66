import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'chai'
import fc from 'fast-check'
import { bounceAddress } from '../../mail/bounce-address.ts'
import { listenForBounces, type BounceListener } from '../../mail/bounces.ts'
import { failureIn } from '../../mail/delivery-report.ts'
import { reportOf } from './reports.ts'

const seed = 20270902
const key = { secret: 'f'.repeat(64), domain: 'school.example' }
const digest = 'usth-c1.12'
const address = bounceAddress(digest, key) ?? ''
const hello = 'EHLO mx.usth.example\r\nMAIL FROM:<>\r\n'
const message = (text: string): string => `${hello}RCPT TO:<${address}>\r\nDATA\r\n${text}\r\n.\r\n`

describe('the port of delivery reports, when what comes in is strange', function () {
  this.timeout(600_000)
  let listener: BounceListener
  let told: object[] = []
  before(async () => {
    const onFailed = async (failure: object): Promise<void> => void told.push(failure)
    listener = await listenForBounces({ ...key, port: 0, onFailed })
  })
  beforeEach(() => (told = []))
  afterEach(async () => {
    // Whatever came, the next report is taken.
    told = []
    expect((await said(message(reportOf()))).at(-2)).to.equal('250')
    expect(told).to.deep.equal([{ digest, code: '5.1.1' }])
  })
  after(() => listener.close())

  /** The codes with which all of it is answered. */
  async function said(lines: string | Buffer, end = 'QUIT\r\n'): Promise<string[]> {
    const socket = connect(listener.port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined)
    socket.setTimeout(5_000, () => socket.destroy())
    // Who speaks before they are spoken to is sent away.
    await once(socket, 'data')
    socket.write(lines)
    if (end) socket.write(end)
    else socket.end()
    await once(socket, 'close')
    return [
      ...Buffer.concat(chunks)
        .toString('latin1')
        .matchAll(/^(\d{3}) /gm),
    ].map(([, code = '']) => code)
  }

  it('takes one reader of ten thousand, and the report itself', async () => {
    const many = Array.from({ length: 9_999 }, (_, n) => `RCPT TO:<a${n}@x.example>\r\n`).join('')
    const answers = await said(`${hello}RCPT TO:<${address}>\r\n${many}DATA\r\n${reportOf()}\r\n.\r\n`)
    expect(answers.filter((code) => code === '452')).to.have.length(9_999)
    expect(answers.slice(-3)).to.deep.equal(['354', '250', '221'])
    expect(told).to.deep.equal([{ digest, code: '5.1.1' }])
  })

  it('takes no reader of ten thousand that are none of ours, whatever they are called', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, n) => `RCPT TO:<bounce+usth-c1.${n}.aaaaaaaaaaaaa@school.example>\r\n`,
    )
    const odd = [
      '__proto__',
      'bounce+',
      'bounce+.',
      'bounce+..',
      'bounce+__proto__.x',
      'a'.repeat(300),
      'a@b',
      '"a b"',
      '\u0000',
    ]
    const answers = await said(
      `${hello}${many.join('')}${odd.map((one) => `RCPT TO:<${one}@school.example>\r\n`).join('')}DATA\r\n`,
    )
    expect(answers.filter((code) => code === '250')).to.have.length(2)
    expect(answers.slice(-2)).to.deep.equal(['503', '221'])
    expect(told).to.deep.equal([])
  })

  it('ends with whoever sends what is no command', async () => {
    for (const lines of [
      '\u0000'.repeat(1000),
      'x\r\n'.repeat(1000),
      'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
      'a'.repeat(2_000_000),
      '\r\n'.repeat(5000),
      'MAIL FROM:<a@b>\r\nDATA\r\n',
      Buffer.from([0xff, 0xfe, 0xfd]),
    ])
      for (const code of await said(lines, '\r\nQUIT\r\n')) expect(code).to.match(/^(?:220|221|4\d\d|5\d\d)$/)
    expect(told).to.deep.equal([])
  })

  it('takes one message where its text looks like the end and another one', async () => {
    for (const end of ['\n.\n', '\r.\r', '\n.\r\n', '\r\n.\n', '\r.\r\n', '\u0000.\r\n'])
      expect(
        (
          await said(message(`Subject: a\r\n\r\nb${end}MAIL FROM:<>\r\nRCPT TO:<${address}>\r\nDATA\r\n${reportOf()}`))
        ).slice(-3),
        JSON.stringify(end),
      ).to.deep.equal(['354', '250', '221'])
    expect(told).to.deep.equal([])
  })

  it('refuses what is far too long without keeping it, and what breaks off', async () => {
    const heap = process.memoryUsage().rss
    expect((await said(message(`${reportOf()}\r\n${'x'.repeat(998)}\r\n`.repeat(20_000)))).slice(-2)).to.deep.equal([
      '552',
      '221',
    ])
    expect(process.memoryUsage().rss - heap).to.be.below(200_000_000)
    await said(`${hello}RCPT TO:<${address}>\r\nDATA\r\n${reportOf()}`, '')
    expect(told).to.deep.equal([])
  })

  it('has room for some at once, and again when they are gone', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const socket = connect(listener.port, '127.0.0.1').on('error', () => undefined)
        const [greeting]: Buffer[] = await once(socket, 'data')
        return { socket, code: String(greeting).slice(0, 3) }
      }),
    )
    expect(sockets.filter(({ code }) => code === '220')).to.have.length(20)
    expect(sockets.filter(({ code }) => code === '421')).to.have.length(20)
    const open = sockets.filter(({ socket }) => !socket.destroyed)
    await Promise.all(open.map(({ socket }) => once(socket.destroy(), 'close')))
  })

  it(`reads a report that was mangled as none, or as one that says a code (seed ${seed})`, () => {
    const report = reportOf()
    const place = fc.nat(report.length)
    fc.assert(
      fc.property(place, place, fc.string({ unit: 'binary', maxLength: 200 }), (from, until, text) => {
        const code = failureIn(report.slice(0, from) + text + report.slice(until))
        expect(code ?? '5.0.0').to.match(/^[245]\.\d{1,3}\.\d{1,3}$/)
      }),
      { seed, numRuns: 2000 },
    )
  })

  it('reads no report for longer than its length bounds', () => {
    const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=a\n'
    for (const text of [
      `${type}\n--a\nContent-Type: message/delivery-status\n\n${'Action: failed\n\n'.repeat(4000)}`,
      `${type}${' x\n'.repeat(20_000)}`,
      `${type}\n--a\n${' \n'.repeat(30_000)}`,
      `${type.slice(0, -1)}${'; boundary='.repeat(5000)}\n\n`,
      `${type}\n--a\nContent-Type: message/delivery-status\n\nAction: failed\nStatus: ${' '.repeat(60_000)}5.1.1`,
      ':\n'.repeat(30_000),
    ]) {
      const before = process.cpuUsage()
      failureIn(text)
      expect(process.cpuUsage(before).user, text.slice(0, 120)).to.be.below(500_000)
    }
  })
})
