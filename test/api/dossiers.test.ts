import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { cycle, openCycle } from './cycle-opened.ts'
import { openDesk, type Answered, type Desk } from './desk.ts'
import { nominated } from './nominated.ts'

const reason = 'Their university was on strike until April.'
const required = ['identity', 'cv', 'transcript', 'motivation-letter', 'language-certificate', 'endorsement']
const dossier = '/dossiers/00001'
const icm = { id: 'icm', name: 'Ingénieur civil des mines' }

describe('dossiers, over the API (S11, S17)', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await openCycle(desk)
    desk.at('2028-02-01T09:00:00Z')
    await nominated(desk)
  })
  afterEach(async () => {
    await desk.store.documents.deleteMany({})
    await desk.forget()
  })
  after(() => desk?.close())

  const give = async (command: string, body: object = {}, account = 'officer'): Promise<Answered> =>
    (await desk.as(account)).post(`${dossier}/${command}`, body)
  const read = async (path: string, account = 'officer'): Promise<Answered> => (await desk.as(account)).get(path)
  const pieceOf = ({ body }: Answered, code: string) =>
    body.pieces.find(({ piece }: { piece: { code: string } }) => piece.code === code)
  /** What an officer uploaded, and attached to nothing yet. */
  const uploaded = async (n: number, account = 'officer'): Promise<string> => {
    const _id = n.toString(16).padStart(32, '0')
    await desk.store.documents.create({
      _id,
      by: `person:${person(account)}`,
      type: 'pdf',
      bytes: 1000 + n,
      sha256: n.toString(16).padStart(64, '0'),
      name: `text-${n}`,
      at: new Date('2028-03-07T08:00:00Z'),
    })
    return _id
  }
  const deposited = async (...pieces: readonly string[]): Promise<void> => {
    for (const [n, piece] of pieces.entries())
      expect((await give('deposit', { piece, document: await uploaded(n) })).status, piece).to.equal(200)
  }
  const wakeAt = async (moment: string): Promise<void> => {
    desk.at(moment)
    await desk.wake('dossier/00001')
    await desk.wake(`admissionCycle/${cycle}`)
    await desk.settle()
  }
  const steps = async (): Promise<string[]> =>
    (await read(`/cycles/${cycle}`)).body.pipeline.map(
      ({ step, dossiers }: { step: { code: string }; dossiers: object[] }) => `${step.code} ${dossiers.length}`,
    )

  it('are nominated, acknowledged, deposited, sent, checked and complete; the cycle counts them', async () => {
    const begun = await read(dossier)
    expect(begun.body).to.deep.include({
      key: '00001',
      name: 'Dossier 00001, Admissions ingénieur 2028/2029',
      status: { code: 'nominated', words: 'candidat nommé' },
      sentBy: { code: 'partner', words: 'l’établissement partenaire' },
      wishes: [icm],
      closes: {
        on: '2028-03-31',
        finalOn: '2028-03-31',
        from: { code: 'cycle', words: 'la date de la campagne' },
      },
      sent: null,
      may: ['acknowledge', 'extend', 'withdraw'],
    })
    expect(begun.body.missing.map(({ code }: { code: string }) => code)).to.deep.equal(required)
    for (const ahead of ['"2"', '"99"']) {
      const early = await (await desk.as('officer')).post(`${dossier}/acknowledge`, {}, { basis: ahead })
      expect([early.status, early.body.code, early.body.fields.seq], ahead).to.deep.equal([412, 'command.overtaken', 1])
    }
    expect((await give('acknowledge')).body.status.code).to.equal('acknowledged')
    await desk.settle()
    expect(await steps()).to.deep.equal(['expected 1'])

    desk.at('2028-03-07T09:00:00Z')
    await deposited(...required)
    expect((await give('send', {}, 'head-of-office')).body).to.deep.include({
      status: { code: 'sent', words: 'envoyé' },
      sent: {
        at: '2028-03-07T09:00:00.000Z',
        by: { code: 'office', words: 'le service des relations internationales' },
        takeBackUntil: '2028-03-07T09:30:00.000Z',
      },
    })
    await wakeAt('2028-03-07T09:30:01Z')
    expect(await steps()).to.deep.equal(['received 1'])
    for (const piece of required) expect((await give('acceptPiece', { piece })).status).to.equal(200)
    await desk.settle()
    expect(await steps()).to.deep.equal(['complete 1'])
    const done = await read(dossier)
    expect(done.body).to.deep.include({ status: { code: 'complete', words: 'complet' }, missing: [] })
    expect(done.body.waits.map(({ kind, finalOn }: Answered['body']) => [kind, finalOn])).to.deep.equal([
      ['dossierRetention', '2030-03-07'],
    ])
    expect(pieceOf(done, 'cv').versions[0].document).to.deep.include({ type: 'pdf', bytes: 1001 })
    expect((await desk.store.documents.findOne({ _id: '1'.padStart(32, '0') }).lean())?.attachedTo).to.equal(
      'dossier/00001',
    )
  })

  it('are incomplete while a document is refused, which is asked again in its reader’s language', async () => {
    desk.at('2028-03-07T09:00:00Z')
    await deposited(...required)
    await give('send')
    await wakeAt('2028-03-07T09:30:01Z')
    const early = await read('/messages/usth-c1')
    expect(early.body.pending.map(({ kind }: { kind: string }) => kind)).to.include('dossierReceived')
    const refused = await give('refusePiece', {
      piece: 'transcript',
      reason: 'unreadable',
      note: 'The second page is black.',
    })
    expect(refused.body.status.code).to.equal('incomplete')
    expect(pieceOf(refused, 'transcript')).to.deep.include({
      state: { code: 'refused', words: 'refusée' },
      refusal: { reason: { code: 'unreadable', words: 'il est illisible' }, note: 'The second page is black.' },
      may: ['deposit', 'markNotConcerned', 'acceptPiece', 'askAgain'],
    })
    expect(pieceOf(refused, 'transcript').asked).to.deep.include({
      effect: { code: 'immediate', words: 'le dossier l’attend' },
      finalOn: '2028-03-14',
    })
    await desk.settle()
    expect(await steps()).to.deep.equal(['incomplete 1'])
    const mail = (await read('/messages/usth-c1')).body.pending.find(
      ({ kind }: { kind: string }) => kind === 'dossierPiece',
    )
    expect(mail).to.deep.include({
      heading: 'Dossier 00001, Admissions ingénieur 2028/2029\u00a0: relevé de notes',
      finalOn: '2028-03-14',
    })
    // Nobody reads in the ledger, the files or the inbox what was written beside it.
    for (const name of ['ledger', 'files', 'inbox'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.contain('black')
  })

  it('that were never sent are closed once an officer confirms the list, and can be reopened (R9)', async () => {
    await nominated(desk, { number: 2 })
    await give('acknowledge')
    desk.at('2028-03-31T22:00:01Z')
    for (const id of ['dossier/00001', 'dossier/00002']) await desk.wake(id)
    await desk.settle()
    const list = (await read(`/cycles/${cycle}`)).body
    expect(list.unsent).to.deep.equal([
      {
        on: '2028-03-31',
        dossiers: ['00001', '00002'].map((key) => ({
          key,
          partner: {
            id: 'usth',
            name: 'University of Science and Technology Hanoi (USTH, Vietnam-France University)',
            country: 'VN',
          },
          href: `/api/v1/dossiers/${key}`,
        })),
      },
    ])
    const { unsentOn, waits } = (await read(dossier)).body
    expect([unsentOn, waits.map(({ kind, finalOn }: (typeof waits)[number]) => [kind, finalOn])]).to.deep.equal([
      '2028-03-31',
      [['dossierYearEnd', '2029-08-31']],
    ])
    const agenda = (await read('/agenda')).body.items
    expect(agenda.find(({ kind }: { kind: string }) => kind === 'cycleUnsent')).to.deep.include({
      heading: 'Admissions ingénieur 2028/2029\u00a0: dossiers jamais envoyés',
      finalOn: '2028-04-04',
    })
    const officer = await desk.as('officer')
    const confirmed = await officer.post(`/cycles/${cycle}/confirmClosing`, { on: '2028-03-31', dossiers: ['00001'] })
    expect(confirmed.body.unsent[0].dossiers).to.have.length(1)
    await desk.settle()
    expect((await read(dossier)).body.status).to.deep.equal({ code: 'closedIncomplete', words: 'clos, jamais envoyé' })
    const again = await officer.post(`/cycles/${cycle}/confirmClosing`, { on: '2028-03-31', dossiers: ['00001'] })
    expect([again.status, again.body.code]).to.deep.equal([409, 'cycle.dossiers-not-listed'])
    desk.at('2028-04-03T08:00:00Z')
    const reopened = await give('reopen', { reason })
    expect(reopened.body).to.deep.include({
      status: { code: 'inPreparation', words: 'en préparation' },
      closes: {
        on: '2028-04-10',
        finalOn: '2028-04-10',
        from: { code: 'own', words: 'une prolongation de ce dossier' },
      },
    })
  })

  it('are listed, exported, remembered as they were, and read by whom they concern: auditors and pilots without what was handed in', async () => {
    desk.at('2028-03-07T09:00:00Z')
    await deposited('identity')
    await give('markNotConcerned', { piece: 'endorsement', reason: 'The candidate comes on their own.' })
    const { text } = await (await desk.as('pilot')).agent.get('/api/v1/dossiers?format=csv')
    expect(text.split('\r\n')[1]).to.equal(
      '00001;Engineer admissions 2028/2029;University of Science and Technology Hanoi (USTH, Vietnam-France University);usth;VN;Engineer (Ingénieur civil des mines);in preparation;curriculum vitae, transcript of records, motivation letter, language certificate;2028-03-31',
    )
    expect((await read(`${dossier}?asOf=2028-02-15`)).body.status.code).to.equal('nominated')
    for (const account of ['officer', 'head-of-office', 'direction']) {
      const seen = await read(dossier, account)
      expect(pieceOf(seen, 'identity').versions[0].document.id, account).to.equal('0'.repeat(32))
      expect(pieceOf(seen, 'endorsement').notConcerned, account).to.equal('The candidate comes on their own.')
    }
    for (const account of ['auditor', 'pilot']) {
      const seen = await read(dossier, account)
      expect(pieceOf(seen, 'identity').versions[0].document, account).to.equal(null)
      expect(pieceOf(seen, 'endorsement').notConcerned, account).to.equal(null)
      expect(JSON.stringify((await read(`${dossier}/history`, account)).body), account).to.not.contain('on their own')
    }
    expect(JSON.stringify((await read(`${dossier}/history`, 'direction')).body)).to.contain('on their own')
    for (const account of ['quality', 'administrator', 'centre-head.cmp'])
      expect((await read(dossier, account)).status, account).to.equal(404)
  })

  it('that were withdrawn miss nothing, and say to the office when, by whom and why; to nobody else why', async () => {
    desk.at('2028-02-08T10:00:00Z')
    expect((await give('withdraw', { reason: 'He was admitted elsewhere.' })).status).to.equal(200)
    const { body } = await read(dossier)
    expect(body).to.deep.include({
      status: { code: 'withdrawn', words: 'retiré' },
      missing: [],
      withdrawn: {
        at: '2028-02-08T10:00:00.000Z',
        by: { code: 'office', words: 'le service des relations internationales' },
        reason: 'He was admitted elsewhere.',
      },
    })
    expect((await read('/dossiers')).body.items[0].missing).to.deep.equal([])
    for (const account of ['auditor', 'pilot'])
      expect((await read(dossier, account)).body.withdrawn, account).to.deep.include({ reason: null })
    expect((await read(`${dossier}?asOf=2028-02-05`)).body.withdrawn).to.equal(null)
  })

  it('take no document that is not there, that somebody else uploaded, or that belongs to a file', async () => {
    const unknown = await give('deposit', { piece: 'cv', document: '9'.repeat(32) })
    expect([unknown.status, unknown.body.code]).to.deep.equal([422, 'document.unknown'])
    const others = await give('deposit', { piece: 'cv', document: await uploaded(7, 'head-of-office') })
    expect([others.status, others.body.code]).to.deep.equal([422, 'document.unknown'])
    await deposited('identity')
    const used = await give('deposit', { piece: 'cv', document: '0'.repeat(32) })
    expect([used.status, used.body.code]).to.deep.equal([422, 'document.unknown'])
  })

  it('are begun by the nomination itself, each under the next number, and withdrawn with it; a preview uses none up (ADR 56)', async () => {
    const candidate = async (name: string): Promise<string> => {
      const { status, body } = await (
        await desk.as('officer')
      ).post('/candidates', {
        name,
        birthOn: '2006-03-14',
        email: `${name.split(' ')[0]?.toLowerCase()}@student.example`,
        language: 'en',
        nationality: 'VN',
        residence: 'VN',
        level: 'bachelor',
      })
      expect(status).to.equal(201)
      return body.id
    }
    desk.at('2027-11-02T09:00:00Z')
    const path = `/participations/${cycle}.usth`
    const nominate = async (who: string, query = ''): Promise<Answered> =>
      (await desk.as('officer')).post(`${path}/nominate${query}`, {
        candidate: who,
        wishes: ['icm'],
        channel: 'jointCampaign',
      })
    const [an, binh] = [await candidate('An Tran'), await candidate('Binh Le')]
    for (const again of [1, 2]) {
      const preview = await nominate(an, '?preview=true')
      const begun = preview.body.others.filter(({ process }: { process: string }) => process.startsWith('dossier/'))
      expect(
        begun.map(({ process, type }: { process: string; type: string }) => `${process} ${type}`),
        `${again}`,
      ).to.deep.equal(['dossier/00002 nominated'])
    }
    for (const who of [an, binh]) expect((await nominate(who)).status).to.equal(200)
    await desk.settle()
    // Of the one that a test began by a row, the first; then in the order of the nominations.
    for (const [key, who] of [
      ['00002', an],
      ['00003', binh],
    ] as const)
      expect((await read(`/dossiers/${key}`)).body).to.deep.include({ candidate: who, wishes: [icm] })
    const cancelled = await (await desk.as('officer')).post(`${path}/cancelNomination`, { nomination: 'n1', reason })
    expect(cancelled.status, JSON.stringify(cancelled.body)).to.equal(200)
    await desk.settle()
    expect((await read('/dossiers/00002')).body.status.code).to.equal('withdrawn')
    expect((await read('/dossiers/00003')).body.status.code).to.equal('nominated')
    expect((await read('/dossiers/00004')).status).to.equal(404)
    // Nothing but numbers stands in inbox, files and ledger.
    for (const name of ['inbox', 'ledger', 'files'] as const)
      expect(JSON.stringify(await desk.store.connection.collection(name).find().toArray())).to.not.contain('dossier/~')
  })
})
