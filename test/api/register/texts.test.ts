import { Writable } from 'node:stream'
import { expect } from 'chai'
import pino from 'pino'
import { verifyLedger } from '../../../store/verify.ts'
import { heldIn, standingIn } from '../../planted-person.ts'
import { cycle, openCycle } from '../cycle-opened.ts'
import { openDesk, type Answered, type Desk } from '../desk.ts'

const usth = `/participations/${cycle}.usth`
const note = 'Đặng Thị Hạnh has fallen ill, and the dean waits for her marks.'

describe('what people wrote of somebody in files of others (ADR 74)', function () {
  this.timeout(30_000)
  let desk: Desk
  const lines: string[] = []
  before(async () => {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, next) => {
        lines.push(chunk.toString())
        next()
      },
    })
    desk = await openDesk({ log: pino({ level: 'trace' }, stream) })
  })
  beforeEach(async () => {
    await openCycle(desk)
    const asked = { to: '2028-02-15', cause: 'other', reason: note }
    await ok('officer', `${usth}/askExtension`, asked)
    await ok('officer', `${usth}/refuseExtension`, { reason: 'Hanh Dang may be nominated later.' })
    await ok('officer', '/candidates', { ...hanh, reason: 'Dang Thi Hanh asked for it herself.' })
    await desk.settle()
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const hanh = {
    id: 'c7',
    name: 'Đặng Thị Hạnh',
    birthOn: '2006-03-14',
    email: 'hanh@student.example',
    language: 'en',
    nationality: 'VN',
    residence: 'VN',
    level: 'bachelor',
  }
  const ok = async (account: string, path: string, body: object = {}): Promise<Answered> => {
    const answer = await (await desk.as(account)).post(path, body)
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).to.be.within(200, 201)
    return answer
  }
  interface Found {
    readonly id: string
    readonly text: string
    readonly stream: string
  }
  const find = async (q: string): Promise<readonly Found[]> =>
    (await ok('data-protection', '/texts/find', { q })).body.items
  const texts = async (q: string): Promise<string[]> => (await find(q)).map(({ text }) => text)

  it('is found by a name, however it is written, with where it stands; what the register holds of them is no such text', async () => {
    expect(await texts('hanh DANG')).to.have.members([
      note,
      'Hanh Dang may be nominated later.',
      'Dang Thi Hanh asked for it herself.',
    ])
    const [one] = (await find('dean marks')).filter(({ text }) => text === note)
    expect(one).to.deep.include({
      stream: `participation/${cycle}.usth`,
      author: 'person:p2',
      erasedOn: null,
      href: `/api/v1${usth}/history`,
    })
    expect(await texts('hanh@student.example')).to.deep.equal([])
    expect(await texts('Nguyen')).to.deep.equal([])
  })

  it('is shown to data protection alone, and what is looked for is written nowhere', async () => {
    for (const account of ['officer', 'head-of-office', 'administrator', 'auditor', 'direction']) {
      const client = await desk.as(account)
      expect((await client.post('/texts/find', { q: 'Hanh' })).status, account).to.equal(403)
      expect((await client.post(`/texts/${'0'.repeat(32)}/erase`)).status, account).to.equal(403)
    }
    await find('Xylophonist')
    const held = [...(await heldIn(desk.store)).values(), ...lines].join('\n')
    expect(standingIn(held, ['xylophonist'])).to.deep.equal([])
    expect((await (await desk.as('data-protection')).post('/texts/find', { q: '-' })).status).to.equal(422)
  })

  it('is erased alone: its place says so, with the day, in pages, histories and what is searched; the ledger stays', async () => {
    const before = await desk.store.ledger.find({}).sort({ _id: 1 }).lean()
    const [one] = (await find('dean marks')).filter(({ text }) => text === note)
    const { body } = await ok('data-protection', `/texts/${one?.id}/erase`)
    const instead = '[effacé le vendredi 1er octobre 2027 · erased on Friday 1 October 2027]'
    expect([body.text, body.erasedOn]).to.deep.equal([instead, '2027-10-01'])
    expect(await texts('hanh')).to.not.include(note)
    const officer = await desk.as('officer')
    const { items } = (await officer.get(`${usth}/history`)).body
    const told = items.find(({ type }: { type: string }) => type === 'extensionAsked')
    expect(told.data.reason).to.equal(instead)
    expect(JSON.stringify((await officer.get(usth)).body)).to.contain(instead)
    expect(standingIn([...(await heldIn(desk.store)).values()].join('\n'), [note.toLowerCase()])).to.deep.equal([])
    const ofText = { stream: `text/${one?.id}` }
    const after = await desk.store.ledger.find({}).sort({ _id: 1 }).lean()
    expect(after.filter(({ stream }) => stream !== ofText.stream)).to.deep.equal(before)
    const entries = await desk.store.ledger.find(ofText).lean()
    expect(entries.map(({ seq, type, actor, at, data }) => ({ seq, type, actor, at, data }))).to.deep.equal([
      {
        seq: 1,
        type: 'textErased',
        actor: 'person:p19',
        at: '2027-10-01T08:00:00.000Z',
        data: { fields: ['of'], set: { of: `participation/${cycle}.usth` }, values: {} },
      },
    ])
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
    // Again, on another day: it was erased on the first.
    desk.at('2027-10-04T08:00:00Z')
    const again = await Promise.all([1, 2].map(() => ok('data-protection', `/texts/${one?.id}/erase`)))
    for (const { body: left } of again) expect([left.text, left.erasedBy]).to.deep.equal([instead, 'person:p19'])
    expect(await desk.store.ledger.countDocuments(ofText)).to.equal(1)
    expect(lines.filter((line) => line.includes('text erased')).join()).to.contain(one?.id)
  })

  it('leaves one entry, however many erase it at once, and another where it was written again after it went with somebody', async () => {
    const [one] = (await find('dean marks')).filter(({ text }) => text === note)
    const ofText = { stream: `text/${one?.id}` }
    await Promise.all([1, 2, 3].map(() => ok('data-protection', `/texts/${one?.id}/erase`)))
    expect(await desk.store.ledger.countDocuments(ofText)).to.equal(1)
    await desk.store.texts.deleteOne({ _id: `text:${one?.id}` })
    await ok('officer', `${usth}/askExtension`, { to: '2028-02-15', cause: 'other', reason: note })
    await ok('data-protection', `/texts/${one?.id}/erase`)
    expect(await texts('hanh')).to.not.include(note)
    expect(await desk.store.ledger.countDocuments(ofText)).to.equal(2)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('is not what the register says of somebody, nor a text that is not there', async () => {
    const values = await desk.store.texts.findOne({ stream: 'candidate/c7', text: /@student/ }).lean()
    const contact = await desk.store.texts.findOne({ stream: 'contact/usth-c1' }).lean()
    const protector = await desk.as('data-protection')
    for (const ref of [values?._id, contact?._id, `text:${'0'.repeat(32)}`]) {
      const { status } = await protector.post(`/texts/${ref?.slice('text:'.length)}/erase`)
      expect(status, ref).to.equal(404)
    }
    expect((await (await desk.as('officer')).get('/candidates/c7')).body.name).to.equal('Đặng Thị Hạnh')
  })
})
