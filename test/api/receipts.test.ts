import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { processActor } from '../../domain/actor.ts'
import { instant, type Instant } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import { person } from '../domain/school.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import { openDesk, type Answered, type Desk } from './desk.ts'
import { nominated } from './nominated.ts'

const dossier = '/dossiers/00001'
const reason = 'A strike closed the universities of the country.'

describe('receipts name the clock and the date that a command was judged by (R5, ADR 66)', () => {
  let desk: Desk
  // Our clock is the desk's; that of the database says something else where it is set.
  let database: Instant | undefined
  before(async () => {
    desk = await openDesk({ receivedAt: () => database ?? desk.deps.now() })
  })
  beforeEach(async () => {
    database = undefined
    await openCycle(desk)
    desk.at('2028-02-01T09:00:00Z')
    await nominated(desk)
    const document = '7'.repeat(32)
    await desk.store.documents.create({
      _id: document,
      by: `person:${person('officer')}`,
      type: 'pdf',
      bytes: 1000,
      sha256: '7'.repeat(64),
      name: 'text-7',
      at: new Date('2028-02-01T09:00:00Z'),
    })
    const { status } = await (await desk.as('officer')).post(`${dossier}/deposit`, { piece: 'cv', document })
    expect(status).to.equal(200)
  })
  afterEach(async () => {
    await desk.store.documents.deleteMany({})
    await desk.forget()
  })
  after(() => desk?.close())

  const send = async (key?: string): Promise<Answered> =>
    (await desk.as('officer')).post(`${dossier}/send`, {}, key === undefined ? {} : { key })
  const read = async (href: string): Promise<Answered['body']> =>
    (await (await desk.as('officer')).get(href.replace('/api/v1', ''))).body
  const linked = ({ headers }: Answered): string => /^<(.+)>; rel="status"$/.exec(headers['link'] ?? '')?.[1] ?? ''

  it('what was done in the last millisecond, and what came in the next', async () => {
    desk.at('2028-03-31T21:59:59.999Z')
    const done = await send()
    expect(done.status).to.equal(200)
    const receipt = await read(linked(done))
    expect(receipt).to.deep.include({
      receivedAt: '2028-03-31T21:59:59.999Z',
      clock: 'database time, UTC',
      outcome: 'done',
      seq: 7,
      judgedBy: {
        rule: 'R5',
        finalOn: '2028-03-31',
        passesAt: '2028-03-31T22:00:00.000Z',
        inTime: true,
        from: { code: 'cycle', words: 'la date de la campagne' },
        since: '2028-02-01T09:00:00.000Z',
        moved: false,
        seq: 6,
      },
      words:
        'Reçu le vendredi 31 mars 2028 à 23\u00a0h\u00a059, heure de Paris\u00a0: 2028-03-31T21:59:59.999Z à l’horloge de la base de données, la seule qui compte. ' +
        'L’envoi est dans les délais\u00a0: le jour qui compte (règle R5) est le vendredi 31 mars 2028 inclus, jusqu’à 24\u00a0h\u00a000, heure de Paris. ' +
        'Ce qui fixe ce jour\u00a0: la date de la campagne. Il est fixé à cette date depuis le mardi 1er février 2028 à 10\u00a0h\u00a000, heure de Paris.',
    })
    await desk.store.inbox.updateOne(
      { _id: receipt.id },
      { $set: { actor: { id: `person:${person('pilot')}`, standings: [] } } },
    )
    const { body } = await (await desk.as('pilot')).get(`/receipts/${receipt.id}`)
    expect(body.words).to.equal(
      'Received on Friday 31 March 2028, 23:59 Paris time: 2028-03-31T21:59:59.999Z by the clock of the database, the only one that counts. ' +
        'It was in time: the day that counts (rule R5) is Friday 31 March 2028 included, until 24:00 Paris time. ' +
        'That day comes from the date of the cycle. It has been that day since Tuesday 1 February 2028, 10:00 Paris time.',
    )
  })

  it('what came too late is received, refused by its process and told so, once for each key', async () => {
    desk.at('2028-03-31T22:00:00Z')
    const late = await send('k1')
    expect([late.status, late.body.code]).to.deep.equal([409, 'dossier.close-passed'])
    const receipt = await read(late.body.receipt)
    expect(receipt).to.deep.include({ receivedAt: '2028-03-31T22:00:00.000Z', outcome: 'refused' })
    expect(receipt.judgedBy).to.deep.include({ inTime: false, passesAt: '2028-03-31T22:00:00.000Z' })
    expect(receipt.words).to.contain('L’envoi est trop tardif')
    // Given another day meanwhile, the same key is still the same command.
    await (await desk.as('officer')).post(`${dossier}/extend`, { to: '2028-04-14', reason })
    expect((await send('k1')).body).to.deep.include({ code: 'dossier.close-passed', receipt: late.body.receipt })
    const again = await read(linked(await send('k2')))
    expect([again.outcome, again.judgedBy.finalOn, again.judgedBy.from.code, again.judgedBy.moved]).to.deep.equal([
      'done',
      '2028-04-14',
      'own',
      true,
    ])
  })

  it('is judged by the clock of the database, whatever that of the API says', async () => {
    desk.at('2028-03-31T22:00:03Z')
    database = instant('2028-03-31T21:59:59.998Z')
    expect((await send()).status, 'the API is ahead').to.equal(200)
    expect(await desk.store.ledger.countDocuments({ stream: 'dossier/00001', type: 'sent' })).to.equal(1)
  })
  it('is judged by the clock of the database where the API is behind', async () => {
    desk.at('2028-03-31T21:59:57Z')
    database = instant('2028-03-31T22:00:00.001Z')
    expect((await send()).body.code).to.equal('dossier.close-passed')
  })

  it('is in time when it was received in time, also where the clock closed it before it was seen', async () => {
    desk.at('2028-03-31T22:00:01Z')
    await desk.wake('dossier/00001')
    database = instant('2028-03-31T21:59:59.990Z')
    const done = await send()
    expect(done.status).to.equal(200)
    expect((await read(linked(done))).judgedBy.inTime).to.equal(true)
    expect((await read('/api/v1/dossiers/00001')).unsentOn).to.equal(null)
    await desk.settle()
    expect((await read(`/api/v1/cycles/${cycle}`)).unsent).to.deep.equal([])
  })

  it('a date that moves counts from the last judgement on, and no earlier: what was refused by the old one stays', async () => {
    desk.at('2028-03-31T22:00:02Z')
    const late = await send()
    expect(late.body.code).to.equal('dossier.close-passed')
    // Told a moment before, and seen a moment after.
    await putRow(desk.store, {
      id: randomUUID(),
      stream: 'dossier/00001',
      actor: processActor(`admissionCycle/${cycle}`),
      command: 'noteClose',
      input: { dossiersCloseOn: '2028-04-03', programmes: [], countries: [] },
      receivedAt: instant('2028-03-31T22:00:01Z'),
    })
    await desk.wake('dossier/00001')
    const [noted] = await desk.store.ledger.find({ stream: 'dossier/00001', type: 'closeNoted' }).lean()
    expect(noted?.at).to.equal('2028-03-31T22:00:02.000Z')
    expect((await read(linked(await send()))).judgedBy).to.deep.include({
      finalOn: '2028-04-03',
      since: '2028-03-31T22:00:02.000Z',
      moved: true,
    })
  })

  it('what no date decides says by which clock it was received, and no more', async () => {
    const answer = await (await desk.as('officer')).post(`${dossier}/extend`, { to: '2028-04-14', reason })
    const { judgedBy, words } = await read(linked(answer))
    expect(judgedBy).to.equal(null)
    expect(words).to.equal(
      'Reçu le mardi 1er février 2028 à 10\u00a0h\u00a000, heure de Paris\u00a0: 2028-02-01T09:00:00.000Z à l’horloge de la base de données, la seule qui compte.',
    )
  })
})
