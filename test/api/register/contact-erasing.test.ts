import { expect } from 'chai'
import request from 'supertest'
import { noteOffer } from '../../../store/mails.ts'
import { linkToken } from '../../../store/links.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { pdf } from '../../documents/made.ts'
import { heldIn, planting, standingIn } from '../../planted-person.ts'
import { unzipped } from '../../unzipped.ts'
import { visitTo } from '../candidate-nominated.ts'
import { cycle, openCycle } from '../cycle-opened.ts'
import type { Answered } from '../desk.ts'
import { partnerLink } from '../partner-invited.ts'
import { seqIn } from '../partner-nominating.ts'
import { openShelfDesk, type ShelfDesk } from '../shelf-desk.ts'
import { upload } from '../uploading.ts'

const contact = 'usth-c1'

describe('who is no candidate is handed what is held of them, and erased', function () {
  this.timeout(60_000)
  let ground: ShelfDesk
  before(async () => {
    ground = await openShelfDesk()
  })
  afterEach(async () => {
    await ground.forget()
    await ground.desk.forget()
    await ground.desk.reseed()
    for (const name of ['mails', 'linkCodes', 'linkSessions'] as const)
      await ground.desk.store.connection.collection(name).deleteMany({})
  })
  after(() => ground?.desk.close())

  const ok = async (account: string, path: string, body: object = {}): Promise<Answered> => {
    const answer = await (await ground.desk.as(account)).post(path, body)
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).to.be.within(200, 201)
    return answer
  }
  const everywhere = async (): Promise<string> =>
    [...(await heldIn(ground.desk.store)).values(), JSON.stringify(ground.desk.mails.map(({ text }) => text))].join(
      '\n',
    )
  const handedOut = async (path: string): Promise<string> => {
    const { agent } = await ground.desk.as('data-protection')
    const answer = await agent.get(`/api/v1${path}/export`).responseType('blob')
    expect([answer.status, answer.headers['content-type']]).to.deep.equal([200, 'application/zip'])
    const files = await unzipped(answer.body)
    return files.find(({ path: name }) => name === 'person.json')?.content.toString() ?? ''
  }

  describe('a contact of a partner', () => {
    /** Edited, written to, held up, with a page of their own, where they asked for more time; then taken away. */
    const lived = async () => {
      const { desk } = ground
      const { planted, word } = planting()
      const reason = (): string => `Because of ${word('texts')}.`
      await openCycle(desk)
      const said = { contact, name: `${word('texts')} One`, email: `${word('texts')}@usth.example`, reason: reason() }
      await ok('officer', '/partners/usth/editContact', said)
      const later = { contact, name: `${word('texts')} Two`, email: `${word('texts')}@usth.example`, reason: reason() }
      await ok('officer', '/partners/usth/editContact', later)
      const link = await partnerLink(desk, contact)
      const visit = visitTo(desk, link)
      await visit.enter('nominations')
      const theirs = planting()
      const more = { do: 'more', to: '2028-02-15', cause: 'strike', reason: theirs.word('texts') }
      const asked = await visit.post({ ...more, seq: seqIn((await visit.get('')).text) })
      expect(asked.status, asked.text).to.equal(303)
      await desk.settle()
      await ok('officer', `/messages/${contact}/hold`, { reason: reason(), untilOn: '2027-10-06' })
      const at = desk.deps.now()
      await noteOffer(desk.store, { digest: `${contact}.1`, stream: `correspondence/${contact}`, at })
      const remove = () => ok('officer', '/partners/usth/removeContact', { contact, reason: reason() })
      return { planted, written: theirs.planted, link, remove }
    }
    const erase = async (account = 'data-protection', id = contact): Promise<Answered> =>
      (await ground.desk.as(account)).post(`/contacts/${id}/erase`)

    it('has everything handed to them: what was ever said of them, their links, codes and mails, and what they wrote', async () => {
      const { planted, written, remove } = await lived()
      const now = JSON.parse(await handedOut(`/contacts/${contact}`))
      const { links, codes, sessions, offers } = now
      expect([now.record.id, links.length > 0, codes.length, sessions.length, offers.length]).to.deep.equal([
        contact,
        true,
        1,
        1,
        1,
      ])
      expect(sessions[0], 'nothing with which somebody else enters').to.have.all.keys('until', 'idleUntil')
      expect(now.acts.map(({ stream, type }: { stream: string; type: string }) => [stream, type])).to.deep.equal([
        [`participation/${cycle}.usth`, 'extensionAsked'],
      ])
      await remove()
      const said = await handedOut(`/contacts/${contact}`)
      expect(standingIn(said, [...planted.keys(), ...written.keys()])).to.have.members([
        ...planted.keys(),
        ...written.keys(),
      ])
      expect(said).to.not.contain('usth-c2')
      expect(JSON.parse(said).record).to.equal(null)
      const { agent } = await ground.desk.as('officer')
      expect((await agent.get(`/api/v1/contacts/${contact}/export`)).status).to.equal(403)
      const unknown = await (await ground.desk.as('data-protection')).get('/contacts/usth-c99/export')
      expect([unknown.status, unknown.body.code]).to.deep.equal([404, 'not-found'])
    })

    it('is not erased while they answer for their institution: who does instead is said first', async () => {
      const { remove } = await lived()
      const { status, body } = await erase()
      expect([status, body.code, body.fields]).to.deep.equal([409, 'register.contact-current', { contact }])
      await remove()
      expect((await erase('officer')).status).to.equal(403)
      expect((await erase()).status).to.equal(200)
    })

    it('leaves nothing but ids, what they did and what they wrote: the ledger, its counts and the pages stay', async () => {
      const { desk } = ground
      const { planted, written, link, remove } = await lived()
      await remove()
      await desk.settle()
      const entries = await desk.store.ledger.countDocuments({})
      expect((await erase()).body.id).to.equal('usth')
      await desk.settle()
      expect(standingIn(await everywhere(), planted.keys())).to.deep.equal([])
      expect(standingIn(await everywhere(), written.keys())).to.deep.equal([...written.keys()])
      for (const name of ['links', 'linkCodes', 'linkSessions', 'mails'] as const)
        expect(await desk.store.connection.collection(name).countDocuments({}), name).to.equal(0)
      // The edit that erased them, and the word to their correspondence.
      expect(await desk.store.ledger.countDocuments({})).to.equal(entries + 2)
      expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
      expect((await request(desk.app).get(link)).status).to.be.within(404, 410)
      const { items } = (await (await desk.as('officer')).get('/partners/usth/history')).body
      expect(items.at(-1).type).to.equal('partnerErased')
      expect(items.at(-1).data.contact).to.equal(contact)
      expect(items[1].data.values).to.deep.equal({ [`contact/${contact}`]: null })
      expect((await erase()).status).to.equal(200)
    })
  })

  it('a person of the school who has left: mailbox, links, calendar and files of theirs as well', async () => {
    const { desk } = ground
    const { planted, word } = planting()
    const reason = (): string => `Because of ${word('texts')}.`
    desk.at('2027-10-01T08:00:00Z')
    const mandates = [{ role: 'officer', fromOn: '2020-09-01', untilOn: '2027-12-31' }]
    const said = { name: `${word('texts')} One`, email: `${word('texts')}@school.example`, mandates, reason: reason() }
    const { id } = (await ok('administrator', '/people', said)).body
    await ok('officer', `/messages/${id}/hold`, { reason: reason(), untilOn: '2027-10-06' })
    const own = await desk.asPerson(id)
    await upload(own, pdf({ page: '/Plant (x)' }), `${word('texts')}.pdf`)
    expect((await own.post('/me/calendar')).status).to.be.within(200, 201)
    const at = desk.deps.now()
    await noteOffer(desk.store, { digest: `${id}.1`, stream: `correspondence/${id}`, at })
    await linkToken(desk.store, 'f'.repeat(64), { file: 'centreApproval/x', party: id, earlier: 0 })
    expect((await (await desk.as('data-protection')).post(`/people/${id}/erase`)).body.code).to.equal(
      'register.still-present',
    )
    desk.at('2028-01-03T08:00:00Z')
    const held = standingIn(await handedOut(`/people/${id}`), planted.keys())
    expect(held).to.have.members([...planted.keys()])
    const erased = await (await desk.as('data-protection')).post(`/people/${id}/erase`)
    expect([erased.status, erased.body.erasedOn]).to.deep.equal([200, '2028-01-03'])
    await desk.settle()
    expect(standingIn(await everywhere(), planted.keys())).to.deep.equal([])
    expect(ground.onDisk()).to.deep.equal([])
    for (const name of ['links', 'mails', 'documents', 'calendarFeeds'] as const)
      expect(await desk.store.connection.collection(name).countDocuments({}), name).to.equal(0)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })
})
