import { expect } from 'chai'
import { createServer } from 'node:net'
import { freePorts, refuseTakenPorts } from '../../local/ports.ts'

describe('ports', () => {
  it('are all different', async () => {
    const ports = await freePorts(20)
    expect(new Set(ports).size).to.equal(20)
  })

  it('are none that a system gives to outgoing connections', async () => {
    for (const port of await freePorts(20)) expect(port).to.be.within(1024, 32_767)
  })

  it('names the port in use and the variable that moves it', async () => {
    const [port = 0] = await freePorts(1)
    const server = createServer().listen(port, '127.0.0.1')
    const refused = await refuseTakenPorts([{ port, variable: 'SMTP_PORT' }]).catch(String)
    server.close()
    expect(refused).to.equal(
      `CannotStart: Port ${port} is in use (SMTP_PORT): free it, or set SMTP_PORT to another port.`,
    )
  })

  it('names two variables that want the same port', async () => {
    const [port = 0] = await freePorts(1)
    const wanted = [
      { port, variable: 'PORT' },
      { port, variable: 'MAILBOX_PORT' },
    ]
    const refused = await refuseTakenPorts(wanted).catch(String)
    expect(refused).to.equal(`CannotStart: PORT and MAILBOX_PORT are both ${port}: give each its own port.`)
  })
})
