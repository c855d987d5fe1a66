import { expect } from 'chai'
import request from 'supertest'
import { candidate, nominateCandidate } from './candidate-nominated.ts'
import { openDesk, type Desk } from './desk.ts'
import { waitingMail } from './partner-invited.ts'

describe('a mail to a partner’s contact about the application of somebody whom it nominated (S17)', function () {
  this.timeout(30_000)
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(() => nominateCandidate(desk, 'partner'))
  afterEach(async () => {
    await desk.forget()
    desk.mails.length = 0
  })
  after(() => desk?.close())

  const officer = async (command: string, body: object = {}): Promise<void> => {
    const { status, body: said } = await (await desk.as('officer')).post(`/dossiers/00001/${command}`, body)
    expect(status, JSON.stringify(said)).to.equal(200)
    await desk.settle()
  }
  /** What the mail says of the application, with its links. */
  const items = async (id = 'usth-c1'): Promise<readonly string[]> => {
    const { text } = await waitingMail(desk, id)
    return text.split('\n\n').filter((item) => item.startsWith('* Application 00001'))
  }
  const linkIn = (item = ''): string | undefined => /\/partner\/[\w-]{43}/.exec(item)?.[0]

  it('brings the link to the page of its nominations, where that application stands', async () => {
    desk.at('2028-01-25T08:00:00Z')
    await officer('acknowledge')
    const [received = ''] = await items()
    expect(received)
      .to.contain('* Application 00001, Engineer admissions 2028/2029: nomination received')
      .and.contain('  Open the page of your nominations:\n  http://127.0.0.1:3999/partner/')
      .and.contain('do not forward this mail')
    const page = await request(desk.app).get(linkIn(received) ?? '/none')
    expect([page.status, page.text.includes('2028/2029')]).to.deep.equal([200, true])
    expect(page.text).to.not.contain(candidate.name)
    const { html } = await waitingMail(desk, 'usth-c1')
    expect(html).to.match(/<a href="[^"]+\/partner\/[\w-]{43}" style="[^"]+">Open the page of your nominations<\/a>/)
    const theirs = await waitingMail(desk, 'c1')
    expect(theirs.text).to.contain('/dossier/').and.not.contain('/partner/')
  })

  it('brings it as long as something can be done there: not once nominations are closed and nothing is open', async () => {
    desk.at('2028-01-25T08:00:00Z')
    await officer('acknowledge')
    desk.at('2028-02-07T08:00:00Z')
    await desk.wake('participation/2028-engineer.usth')
    await desk.settle()
    const [dated] = await items()
    expect(linkIn(dated)).to.be.a('string')
    expect((await request(desk.app).get(linkIn(dated) ?? '/none')).text).to.contain('nominations')
    await officer('withdraw', { reason: 'They said so on the telephone.' })
    const after = await items()
    expect(after.map((item) => [item.split('\n', 1)[0], linkIn(item)])).to.deep.equal([
      ['* Application 00001, Engineer admissions 2028/2029: withdrawn', undefined],
    ])
  })
})
