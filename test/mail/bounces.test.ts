import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from 'chai'
import fc from 'fast-check'
import { bounceAddress, digestOfBounce } from '../../mail/bounce-address.ts'
import { listenForBounces, type BounceListener } from '../../mail/bounces.ts'
import { failureIn } from '../../mail/delivery-report.ts'
import { isAddressAtFault } from '../../mail/failures.ts'
import { reportOf } from './reports.ts'
import { thrownBy } from './server.ts'

const key = { secret: 'f'.repeat(64), domain: 'school.example' }
const address = bounceAddress('usth-c1.12', key) ?? ''

describe('the address of a delivery report', () => {
  it('stands for its digest, whatever a server does to its letters, and for no other', () => {
    expect(address).to.match(/^bounce\+usth-c1\.12\.[a-z2-7]{13}@school\.example$/)
    expect(digestOfBounce(address, key)).to.equal('usth-c1.12')
    expect(digestOfBounce(address.toUpperCase(), key)).to.equal('usth-c1.12')
    const forged = [
      address.replace('c1.12', 'c1.13'),
      address.replace('school', 'other'),
      address.replace('bounce+', ''),
      address.replace(/\.[a-z2-7]{13}@/, '@'),
      `${address}@school.example`,
      bounceAddress('usth-c1.12', { ...key, secret: 'e'.repeat(64) }) ?? '',
      'longitude@school.example',
      '',
    ]
    for (const one of forged) expect(digestOfBounce(one, key), one).to.equal(undefined)
  })

  it('is left out for an id too long for it', () => {
    expect(bounceAddress(`${'a'.repeat(40)}-c1.1`, key)).to.equal(undefined)
  })

  it('cannot be made from another’s', () => {
    const ids = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}\.[1-9][0-9]{0,3}$/)
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const [local = ''] = (bounceAddress(one, key) ?? '').split('@')
        const tag = local.slice(local.lastIndexOf('.'))
        expect(digestOfBounce(`bounce+${other}${tag}@school.example`, key) === undefined).to.equal(one !== other)
      }),
    )
  })
})

describe('a delivery report', () => {
  it('says why a mail failed, by its own fields alone', () => {
    expect(failureIn(reportOf())).to.equal('5.1.1')
    expect(failureIn(reportOf({ status: '4.4.7 (expired)' }))).to.equal('4.4.7')
    expect(failureIn(reportOf({ status: 'unknown' }))).to.equal('5.0.0')
    expect(failureIn(reportOf().replaceAll('\r\n', '\n'))).to.equal('5.1.1')
  })

  it('of a delay, and a mail that is no report, say nothing', () => {
    for (const action of ['delayed', 'delivered', 'relayed', 'expanded'])
      expect(failureIn(reportOf({ action })), action).to.equal(undefined)
    for (const type of ['text/plain', 'multipart/mixed; boundary="=_report"', 'multipart/report; boundary="=_report"'])
      expect(failureIn(reportOf({ type })), type).to.equal(undefined)
    expect(
      failureIn('Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1'),
    ).to.equal(undefined)
  })

  it('is read whatever it holds, as long as it may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        expect(failureIn(text)).to.equal(undefined)
        failureIn(reportOf({ type: text, status: text, action: text }))
      }),
    )
    // Whose cost grew with the square would not come back within the time that a test may take.
    const parts = '--a\n\n '.repeat(200_000)
    expect(failureIn(`Content-Type: multipart/report; report-type=delivery-status; boundary=a\n\n${parts}`)).to.equal(
      undefined,
    )
  })

  it('blames the address only for what speaks of it', () => {
    for (const code of ['550', '550 5.1.1', '5.1.10', '5.2.1', 'invalid-address', '551 5.1.6'])
      expect(isAddressAtFault(code), code).to.equal(true)
    for (const code of ['552', '552 5.2.2', '550 5.7.1', '5.7.26', '554', '5.1.8', '4.4.7', '451 4.1.1', '5.0.0'])
      expect(isAddressAtFault(code), code).to.equal(false)
  })
})

describe('where delivery reports come in', () => {
  let listener: BounceListener
  let told: object[] = []
  let isAway = false
  before(async () => {
    listener = await listenForBounces({
      ...key,
      port: 0,
      onFailed: async (failure) => {
        if (isAway) throw new Error('away')
        told.push(failure)
      },
    })
  })
  beforeEach(() => {
    told = []
    isAway = false
  })
  after(() => listener.close())

  it('belongs to one worker of a machine; another one is told so, and has it once that one is gone', async () => {
    const first = await listenForBounces({ ...key, port: 0, onFailed: async () => undefined })
    const again = () => listenForBounces({ ...key, port: first.port, onFailed: async () => undefined })
    const refused = await thrownBy(again())
    expect(refused).to.include({ code: 'EADDRINUSE' })
    await first.close()
    const next = await again()
    expect(next.port).to.equal(first.port)
    await next.close()
  })

  /** Speaks SMTP as it is, and answers what was answered to each line. */
  async function say(lines: readonly string[], message = reportOf()): Promise<string[]> {
    const socket = connect(listener.port, '127.0.0.1')
    const answers: string[] = []
    for (const line of [
      '',
      'EHLO mx.usth.example',
      ...lines,
      ...(lines.includes('DATA') ? [`${message}\r\n.`] : []),
      'QUIT',
    ]) {
      if (line) socket.write(`${line}\r\n`)
      for (let said = ''; !/^\d{3} .*\r\n$/m.test(said);) {
        const [data]: Buffer[] = await once(socket, 'data')
        said += String(data)
        if (/^\d{3} /m.test(said)) answers.push(/^(\d{3}) /m.exec(said)?.[1] ?? '')
      }
    }
    socket.destroy()
    return answers.slice(2, -1)
  }
  const to = (rcpt: string): string[] => ['MAIL FROM:<>', `RCPT TO:<${rcpt}>`, 'DATA']

  it('takes one for a digest of ours and tells why it failed', async () => {
    expect(await say(to(address))).to.deep.equal(['250', '250', '354', '250'])
    expect(told).to.deep.equal([{ digest: 'usth-c1.12', code: '5.1.1' }])
  })

  it('takes what an absence assistant answers, and forgets it', async () => {
    expect(await say(to(address), 'Subject: Away\r\n\r\nBack on Monday.')).to.deep.equal(['250', '250', '354', '250'])
    expect(told).to.deep.equal([])
  })

  it('refuses every other address, forged ones too, and a second reader', async () => {
    for (const rcpt of [
      'longitude@school.example',
      address.replace('c1.12', 'c1.13'),
      'bounce+usth-c1.12@school.example',
    ])
      expect((await say(['MAIL FROM:<>', `RCPT TO:<${rcpt}>`]))[1], rcpt).to.equal('550')
    expect(await say(['MAIL FROM:<>', `RCPT TO:<${address}>`, `RCPT TO:<${address.toUpperCase()}>`])).to.deep.equal([
      '250',
      '250',
      '452',
    ])
  })

  it('asks to come again while what it says cannot be kept', async () => {
    isAway = true
    expect(await say(to(address))).to.deep.equal(['250', '250', '354', '451'])
  })

  it('refuses what is longer than any report, without keeping it', async () => {
    expect(await say(['MAIL FROM:<> SIZE=1000001'])).to.deep.equal(['552'])
    const long = `${reportOf()}\r\n${'x'.repeat(70)}\r\n`.padEnd(1_000_100, 'x'.repeat(70) + '\r\n')
    expect((await say(to(address), long)).at(-1)).to.equal('552')
    expect(told).to.deep.equal([])
  })
})
