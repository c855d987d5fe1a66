import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect } from 'chai'
import { MailRefused, MailUnknown, MailUnreachable } from '../../mail/failures.ts'
import { mailSender } from '../../mail/smtp.ts'
import { aMail, impatient, portOf, sendTo, smtpServer, thrownBy, type TestServer } from './server.ts'

const answering = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

describe('sending a mail', () => {
  let server: TestServer | undefined
  afterEach(() => server?.close())

  const header = (source: string, name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(source)?.[1]?.replace(/\r\n\s+/g, ' ') ?? ''

  it('hands over one envelope, a stable Message-ID and the marks of a mail written by a machine', async () => {
    server = await smtpServer()
    expect(await sendTo(server.url)).to.equal('accepted')
    const [mail, more] = server.received
    expect(more).to.equal(undefined)
    expect(mail).to.include({ from: 'longitude@school.example' })
    expect(mail?.to).to.deep.equal(['centre-head.cmp@school.example'])
    const source = mail?.source ?? ''
    expect(header(source, 'Message-ID')).to.equal('<p12.7@school.example>')
    expect(header(source, 'Auto-Submitted')).to.equal('auto-generated')
    expect(header(source, 'Content-Language')).to.equal('fr')
    expect(header(source, 'From')).to.equal('Longitude <longitude@school.example>')
    expect(header(source, 'To')).to.equal('centre-head.cmp@school.example')
    expect(Math.abs(Date.parse(header(source, 'Date')) - Date.now())).to.be.below(60_000)
    expect(source).to.contain('multipart/alternative').and.to.contain('\r\n.\r\n')
  })

  it('says of a digest which list it belongs to, and to a partner who reads answers; nothing of it else', async () => {
    server = await smtpServer()
    await sendTo(server.url, { mail: { list: 'digests', replyTo: 'officer@school.example' } })
    await sendTo(server.url, { mail: { messageId: 'p12.8' } })
    const [digest = '', other = ''] = server.received.map(({ source }) => source)
    expect(header(digest, 'List-Id')).to.equal('Longitude <digests.longitude.school.example>')
    expect(header(digest, 'List-Unsubscribe')).to.equal('<mailto:officer@school.example>')
    expect(header(digest, 'Reply-To')).to.equal('officer@school.example')
    expect(other).to.not.match(/^(List-|Reply-To)/im)
    const hostile = sendTo(server.url, { mail: { replyTo: 'a@b.example, c@d.example' } })
    expect(await thrownBy(hostile)).to.be.instanceOf(TypeError)
  })

  it('gives the same Message-ID to the same mail sent again', async () => {
    server = await smtpServer()
    await sendTo(server.url)
    await sendTo(server.url)
    expect(new Set(server.received.map(({ source }) => header(source, 'Message-ID'))).size).to.equal(1)
  })

  it('keeps a subject on its line, whatever stands in it', async () => {
    server = await smtpServer()
    await sendTo(server.url, { mail: { subject: 'Approval\r\nBcc: other@school.example\r\n\r\nbody' } })
    expect(server.received[0]?.to).to.have.length(1)
    expect(header(server.received[0]?.source ?? '', 'Bcc')).to.equal('')
    expect(header(server.received[0]?.source ?? '', 'Subject')).to.equal('Approval Bcc: other@school.example body')
  })

  it('reads neither a file nor an address of the web', async () => {
    server = await smtpServer()
    await sendTo(server.url, { mail: { html: '<img src="file:///etc/hostname"><img src="http://127.0.0.1:9/x.png">' } })
    expect(server.received[0]?.source).to.not.contain('Content-ID')
  })

  for (const [code, permanent] of [
    [451, false],
    [550, true],
    [503, false],
  ] as const) {
    it(`says that the recipient is refused ${permanent ? 'for good' : 'for now'} after ${code}`, async () => {
      server = await smtpServer(() => ({
        onRcptTo: (_, __, done) => done(answering(code, '5.1.1 no <centre-head.cmp@school.example> here')),
      }))
      const error = await thrownBy(sendTo(server.url))
      expect(error).to.be.instanceOf(MailRefused).and.to.deep.include({ permanent, of: 'recipient' })
      expect(error)
        .to.have.property('code')
        .that.matches(new RegExp(`^${code}`))
    })
    it(`says that the message is refused ${permanent ? 'for good' : 'for now'} after ${code}`, async () => {
      server = await smtpServer(() => ({
        onData: (stream, _, done) => stream.resume().on('end', () => done(answering(code, 'no'))),
      }))
      expect(await thrownBy(sendTo(server.url)))
        .to.be.instanceOf(MailRefused)
        .and.to.deep.include({ permanent, of: 'message' })
    })
  }

  it('does not blame the reader for a server that closes down', async () => {
    server = await smtpServer(() => ({ onRcptTo: (_, __, done) => done(answering(421, 'closing')) }))
    expect(await thrownBy(sendTo(server.url)))
      .to.be.instanceOf(MailUnreachable)
      .and.to.deep.include({ code: '421' })
  })

  it('does not blame the reader for a refused sender', async () => {
    server = await smtpServer(() => ({ onMailFrom: (_, __, done) => done(answering(550, 'not you')) }))
    expect(await thrownBy(sendTo(server.url)))
      .to.be.instanceOf(MailRefused)
      .and.to.deep.include({ permanent: true, of: 'sender' })
  })

  it('does not blame the reader for a server that turns us away', async () => {
    server = await smtpServer(() => ({ onConnect: (_, done) => done(answering(554, 'go away')) }))
    expect(await thrownBy(sendTo(server.url)))
      .to.be.instanceOf(MailUnreachable)
      .and.to.deep.include({ code: '554' })
  })

  it('does not blame the reader for a wrong password, and does not send it in clear', async () => {
    let tried = 0
    server = await smtpServer(() => ({
      authMethods: ['PLAIN'],
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(answering(535, String(tried++))),
    }))
    const url = server.url.replace('smtp://', 'smtp://longitude:secret@')
    expect(await thrownBy(sendTo(url))).to.be.instanceOf(MailUnreachable)
    expect(tried).to.equal(0)
    expect(await thrownBy(sendTo(`${url}?requireTLS=false`)))
      .to.be.instanceOf(MailUnreachable)
      .and.to.deep.include({ code: '535' })
    expect(tried).to.equal(1)
  })

  it('is unreachable when nobody listens', async () => {
    const nobody = await smtpServer()
    await nobody.close()
    expect(await thrownBy(sendTo(nobody.url)))
      .to.be.instanceOf(MailUnreachable)
      .and.to.deep.include({ code: 'ECONNREFUSED' })
  })

  it('is unreachable when the name of the server means nothing', async () => {
    expect(await thrownBy(sendTo('smtp://nowhere.invalid:25')))
      .to.be.instanceOf(MailUnreachable)
      .and.to.have.property('code')
      .that.matches(/^E[A-Z]+$/)
  })

  it('is unreachable when the server never greets', async () => {
    server = await smtpServer(() => ({ onConnect: () => undefined }))
    expect(await thrownBy(sendTo(server.url, { timeouts: impatient })))
      .to.be.instanceOf(MailUnreachable)
      .and.to.deep.include({ code: 'GREETING_TIMEOUT' })
  })

  for (const step of ['onMailFrom', 'onRcptTo'] as const) {
    it(`is unreachable when the connection is lost in ${step}, and when the server falls silent there`, async () => {
      server = await smtpServer((cut) => ({ [step]: cut }))
      expect(await thrownBy(sendTo(server.url))).to.be.instanceOf(MailUnreachable)
      await server.close()
      server = await smtpServer(() => ({ [step]: () => undefined }))
      expect(await thrownBy(sendTo(server.url, { timeouts: impatient })))
        .to.be.instanceOf(MailUnreachable)
        .and.to.deep.include({ code: 'SOCKET_TIMEOUT' })
    })
  }

  it('does not know when the server falls silent after the message', async () => {
    server = await smtpServer(() => ({ onData: (stream) => stream.resume() }))
    expect(await thrownBy(sendTo(server.url, { timeouts: impatient })))
      .to.be.instanceOf(MailUnknown)
      .and.to.deep.include({ code: 'SOCKET_TIMEOUT' })
  })

  it('does not know when the server takes the message and drops the connection before its answer', async () => {
    let kept = 0
    server = await smtpServer((cut) => ({
      onData: (stream) =>
        stream.resume().on('end', () => {
          kept++
          cut()
        }),
    }))
    expect(await thrownBy(sendTo(server.url))).to.be.instanceOf(MailUnknown)
    expect(kept).to.equal(1)
  })

  it('has sent when the connection is dropped after the answer', async () => {
    server = await smtpServer((cut) => ({
      onData: (stream, _, done) =>
        stream.resume().on('end', () => {
          done()
          setImmediate(cut)
        }),
    }))
    expect(await sendTo(server.url)).to.equal('accepted')
  })

  it('gives up in the end on a server that speaks without saying anything', async () => {
    const dripping = createServer((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50)
      socket.on('error', () => undefined).on('close', () => clearInterval(drip))
    }).listen(0, '127.0.0.1')
    await once(dripping, 'listening')
    const url = `smtp://127.0.0.1:${portOf(dripping.address()).port}`
    const error = await thrownBy(sendTo(url, { timeouts: { greetingMs: 60_000, connectMs: 60_000, totalMs: 3_000 } }))
    dripping.close()
    expect(error).to.be.instanceOf(MailUnreachable).and.to.deep.include({ code: 'TOTAL_TIMEOUT' })
  })

  it('tells a long silence after the message from one before it when the whole time is up', async () => {
    server = await smtpServer(() => ({ onData: (stream) => stream.resume() }))
    const error = await thrownBy(sendTo(server.url, { timeouts: { silenceMs: 60_000, totalMs: 3_000 } }))
    expect(error).to.be.instanceOf(MailUnknown).and.to.deep.include({ code: 'TOTAL_TIMEOUT' })
  })

  it('never repeats an address in an error', async () => {
    const words = '5.1.1 <centre-head.cmp@school.example>: unknown'
    for (const step of ['onMailFrom', 'onRcptTo'] as const) {
      server = await smtpServer(() => ({
        [step]: (_: unknown, __: unknown, done: (error: Error) => void) => done(answering(550, words)),
      }))
      const error = await thrownBy(sendTo(server.url))
      const all = [
        String(error),
        error instanceof Error ? error.stack : '',
        JSON.stringify(error),
        JSON.stringify(Object.entries(error ?? {})),
      ]
      expect(all.join()).to.not.contain('@').and.to.not.contain('unknown')
      await server.close()
    }
  })

  for (const to of [
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    '"a" <a@b.example>',
    'Name <a@b.example>',
    '<a@b.example>',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    'a@b.example\n',
    ' a@b.example',
    '"a,b"@b.example',
    '"c@d.example a"@b.example',
    'a@[127.0.0.1]',
    'a@b.example>',
    'a',
    '@b.example',
    'a@',
    'a@b..example',
    'é@b.example',
    'a@b.example\u0000',
    `${'a'.repeat(65)}@b.example`,
    'a@b@c.example',
    'group:a@b.example;',
    'a(comment)@b.example',
    '',
  ]) {
    it(`refuses ${JSON.stringify(to)} as an address without a word to the server`, async () => {
      server = await smtpServer()
      const error = await thrownBy(sendTo(server.url, { mail: { to } }))
      expect(error)
        .to.be.instanceOf(MailRefused)
        .and.to.deep.include({ permanent: true, code: 'invalid-address', of: 'recipient' })
      expect(server.received).to.have.length(0)
    })
  }

  it('refuses a message id that a header could not hold', async () => {
    for (const messageId of ['a b', 'a>\r\nBcc: x', '', 'é', '<a>', 'a@b']) {
      expect(await thrownBy(sendTo('smtp://127.0.0.1:9', { mail: { messageId } }))).to.be.instanceOf(TypeError)
    }
  })

  it('refuses at once a sender that is not one address, and a server that does not speak SMTP', () => {
    expect(() => mailSender({ smtpUrl: 'smtp://127.0.0.1:25', from: 'Longitude <a@b.example>' })).to.throw(TypeError)
    expect(() => mailSender({ smtpUrl: 'http://127.0.0.1:25', from: 'a@b.example' })).to.throw(TypeError)
  })

  it('takes the addresses that exist', async () => {
    server = await smtpServer()
    for (const to of ['a@b.example', 'centre-head.cmp+x@school.example', "o'neil@school.example", 'a@localhost'])
      await sendTo(server.url, { mail: aMail({ to }) })
    expect(server.received).to.have.length(4)
  })
})
