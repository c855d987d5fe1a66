import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { openDesk, type Answered, type Desk } from './desk.ts'
import { nominated } from './nominated.ts'

const key = '2028-engineer'
const reason = 'A strike closed the universities of two countries.'
const participation = (partner: string): string => `participation/${key}.${partner}`
const later = { date: 'nominationsCloseOn', to: '2028-02-13', reason }

interface Message {
  readonly party: string
  readonly kind: string
  readonly sendAt?: string
  readonly sentAt?: string
}
const lines = (messages: readonly Message[]): string[] =>
  messages.map(({ party, kind, sendAt, sentAt }) => `${party} ${kind} ${sendAt ?? sentAt}`).toSorted()

describe('moving a deadline of a cycle, over the API (R5, R11)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    desk.at('2027-09-13T09:00:00Z')
    const officer = await desk.as('officer')
    await officer.post('/cycles', { firstYear: 2028, population: 'engineer' })
    desk.at('2027-10-01T08:00:00Z')
    await give('open')
    await give('invite', { partners: ['usth', 'usj', 'rwth'].map((partner) => ({ partner, reason })) })
    await desk.settle()
    // Monday, when everyone has been written to.
    desk.at('2027-10-04T08:00:00Z')
    for (const party of ['usth-c1', 'usj-c1', 'rwth-c1', person('head-of-office')])
      await desk.wake(`correspondence/${party}`)
    await desk.settle()
    desk.at('2027-11-15T09:00:00Z')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const give = async (command: string, body: object = {}, account = 'officer'): Promise<Answered> =>
    (await desk.as(account)).post(`/cycles/${key}/${command}`, body)
  const closesOn = async (partner: string): Promise<unknown> =>
    (await (await desk.as('officer')).get(`/participations/${key}.${partner}`)).body.finalOn
  const pending = async (contact: string): Promise<readonly Message[]> =>
    (await (await desk.as('officer')).get(`/messages/${contact}`)).body.pending.map((one: object) => ({
      party: contact,
      ...one,
    }))

  it('its preview names every date that moves, who is written to and when, and what was sent; confirming does exactly that', async () => {
    const officer = await desk.as('officer')
    await officer.post(`/participations/${key}.rwth/extend`, { to: '2028-02-29', reason })
    await desk.settle()
    const { body: preview } = await give('moveDeadline?preview=true', later)
    const moved = preview.deadlines.map(({ process, kind, before, after }: Record<string, string>) =>
      [process, kind, before, after].join(' '),
    )
    // Sunday 13 February 2028 counts on Monday; RWTH has until the 29th already.
    expect(moved).to.deep.equal([
      `admissionCycle/${key} cycleNominations 2028-01-31 2028-02-14`,
      `${participation('usth')} participationClosing 2028-01-31 2028-02-14`,
      `${participation('usj')} participationClosing 2028-01-31 2028-02-14`,
    ])
    expect(lines(preview.messages)).to.deep.equal(
      [
        `${person('head-of-office')} cycleMoved 2027-11-16T07:30:00.000Z`,
        'usj-c1 participationDated 2027-11-16T06:30:00.000Z',
        'usth-c1 participationDated 2027-11-16T01:30:00.000Z',
      ].toSorted(),
    )
    expect(lines(preview.sent)).to.deep.equal([
      'usj-c1 participationClosing 2027-10-04T05:30:00.000Z',
      'usth-c1 participationClosing 2027-10-04T01:30:00.000Z',
    ])
    const entries = await desk.store.ledger.countDocuments()
    expect(await closesOn('usth'), 'a preview moves nothing').to.equal('2028-01-31')

    expect((await give('moveDeadline', later)).status).to.equal(200)
    await desk.settle()
    const written = await desk.store.ledger.countDocuments()
    const all = [...preview.events, ...preview.others]
    expect(written - entries, 'as many entries as were foreseen').to.equal(all.length)
    expect(await Promise.all(['usth', 'usj', 'rwth'].map(closesOn))).to.deep.equal([
      '2028-02-14',
      '2028-02-14',
      '2028-02-29',
    ])
    const waiting = await Promise.all([person('head-of-office'), 'usth-c1', 'usj-c1'].map(pending))
    const foreseen = lines(preview.messages)
    expect(lines(waiting.flat()).filter((line) => /Dated|cycleMoved/.test(line))).to.deep.equal(foreseen)
  })

  it('earlier than announced it waits for a second person, who may read why', async () => {
    const asked = await give('moveDeadline', { ...later, to: '2028-01-17' })
    expect(asked.body.proposedMove).to.deep.include({
      date: { code: 'nominationsCloseOn', words: 'clôture des nominations' },
      from: '2028-01-31',
      on: '2028-01-17',
      country: null,
      reason,
      by: '2027-11-17',
    })
    expect(asked.body.may).to.deep.equal(['invite', 'refuseMove'])
    await desk.settle()
    expect(await closesOn('usth')).to.equal('2028-01-31')
    expect((await give('confirmMove')).status).to.equal(403)
    const confirmed = await give('confirmMove', {}, 'head-of-office')
    expect([confirmed.status, confirmed.body.proposedMove]).to.deep.equal([200, null])
    await desk.settle()
    expect(await closesOn('usth')).to.equal('2028-01-17')
  })

  it('once dossiers are closed, its preview names those that are awaited again, closed ones too; confirming does exactly that (R9)', async () => {
    desk.at('2028-02-01T09:00:00Z')
    for (const number of [1, 2]) await nominated(desk, { number })
    desk.at('2028-03-31T22:00:01Z')
    for (const partner of ['usth', 'usj', 'rwth']) await desk.wake(participation(partner))
    for (const id of ['dossier/00001', 'dossier/00002', `admissionCycle/${key}`]) await desk.wake(id)
    await desk.settle()
    expect((await give('confirmClosing', { on: '2028-03-31', dossiers: ['00001'] })).body.status.code).to.equal(
      'dossiersClosed',
    )
    await desk.settle()
    desk.at('2028-04-05T09:00:00Z')
    const move = { date: 'dossiersCloseOn', to: '2028-04-12', reason }
    const { body: preview } = await give('moveDeadline?preview=true', move)
    const foreseen = [
      ...preview.events.map(({ type }: Record<string, string>) => `admissionCycle/${key} ${type}`),
      ...preview.others.map(({ process, type }: Record<string, string>) => `${process} ${type}`),
    ].filter((line) => !line.startsWith('correspondence/'))
    expect(foreseen).to.include.members([
      `admissionCycle/${key} deadlineMoved`,
      `admissionCycle/${key} dossiersReopened`,
      'dossier/00001 calledAgain',
      'dossier/00002 closeNoted',
    ])
    const confirmed = await give('moveDeadline', move)
    expect([confirmed.status, confirmed.body.status.code]).to.deep.equal([200, 'nominationsClosed'])
    await desk.settle()
    const written = (await desk.store.ledger.find().lean()).filter(({ at }) => at >= '2028-04-05T09:00:00.000Z')
    const happened = written.map(({ stream, type }) => `${stream} ${type}`)
    expect(happened.filter((line) => !line.startsWith('correspondence/')).toSorted()).to.deep.equal(foreseen.toSorted())
    const officer = await desk.as('officer')
    const dossiers = await Promise.all(['00001', '00002'].map((one) => officer.get(`/dossiers/${one}`)))
    expect(dossiers.map(({ body }) => [body.status.code, body.closes.finalOn, body.unsentOn])).to.deep.equal([
      ['inPreparation', '2028-04-12', null],
      ['nominated', '2028-04-12', null],
    ])
  })

  it('is no country’s that is none, nor of nobody’s partners: in the words of the register, and with what to do instead', async () => {
    const of = (country: string) => ({ ...later, country })
    const unknown = await give('moveDeadline', of('ZZ'))
    expect([unknown.status, unknown.body.code, unknown.body.detail]).to.deep.equal([
      422,
      'register.country-unknown',
      'Aucun pays n’a le code «\u00a0ZZ\u00a0». Utilisez les deux lettres de la norme ISO 3166-1, par exemple NZ pour la Nouvelle-Zélande.',
    ])
    const uninvited = await give('moveDeadline?preview=true', of('JP'))
    expect([uninvited.status, uninvited.body.code]).to.deep.equal([409, 'cycle.country-uninvited'])
    expect((await give('moveDeadline?preview=true', of('LB'))).status).to.equal(200)
  })

  it('bounds what is given to one partner: the last possible day, and what moves first, are said', async () => {
    const officer = await desk.as('officer')
    const extend = (to: string) => officer.post(`/participations/${key}.rwth/extend`, { to, reason })
    const late = await extend('2028-04-03')
    expect([late.status, late.body.code, late.body.fields]).to.deep.equal([
      409,
      'participation.after-dossiers',
      { dossiersCloseOn: '2028-03-31' },
    ])
    expect(late.body.detail)
      .to.contain('vendredi 31 mars 2028')
      .and.to.contain('déplace d’abord la clôture des dossiers')
    await give('moveDeadline', { date: 'dossiersCloseOn', to: '2028-04-12', reason, country: 'DE' })
    await desk.settle()
    expect((await extend('2028-04-03')).status).to.equal(200)
    expect(await closesOn('rwth')).to.equal('2028-04-03')
  })

  it('is told in the reader’s words, with the date it was and why', async () => {
    await give('moveDeadline', { date: 'juryOn', to: '2028-06-13', reason })
    await desk.settle()
    const [told] = await pending(person('head-of-office')).then((all) =>
      all.filter(({ kind }) => kind === 'cycleMoved'),
    )
    expect(told).to.deep.include({ heading: 'Date modifiée\u00a0: jury, Admissions ingénieur 2028/2029' })
    const early = await give('moveDeadline', { ...later, to: '2027-11-10' })
    expect([early.status, early.body.code]).to.deep.equal([409, 'cycle.date-past'])
  })
})
