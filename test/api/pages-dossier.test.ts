import { expect } from 'chai'
import { checkInThreads } from '../../documents/check.ts'
import { openShelf } from '../../documents/shelf.ts'
import { pdf } from '../documents/made.ts'
import { instant } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { linkToken } from '../../store/links.ts'
import { loadCorrespondence, loadDossier, loadParticipation } from '../../store/typed.ts'
import { person } from '../domain/school.ts'
import { passingFolder } from '../shelf.ts'
import { candidate, dossierLink, nominateCandidate, visitTo, type Visit } from './candidate-nominated.ts'
import { cycle } from './cycle-opened.ts'
import { openDesk, type Desk } from './desk.ts'
import { waitingMail } from './partner-invited.ts'
import { seqIn } from './partner-nominating.ts'
import { upload } from './uploading.ts'

const dossier = 'dossier/00001'
const opened = '2028-01-25T08:00:00Z'
const mine = '/documents'

describe('/dossier/{token}, the page of a candidate (S17, R16)', function () {
  this.timeout(30_000)
  let desk: Desk
  let link: string
  let visit: Visit
  before(async () => {
    const documents = { shelf: openShelf(passingFolder()), check: checkInThreads(), mostBytes: 1_048_576 }
    desk = await openDesk({ documents })
  })
  afterEach(async () => {
    for (const name of ['documents', 'linkCodes', 'linkSessions'])
      await desk.store.connection.collection(name).deleteMany({})
    await desk.forget()
    desk.mails.length = 0
    desk.engine(true)
  })
  after(() => desk?.close())

  const begin = async (sentBy: 'partner' | 'candidate'): Promise<void> => {
    await nominateCandidate(desk, sentBy)
    link = await dossierLink(desk)
    visit = visitTo(desk, link)
    desk.at(opened)
  }
  const events = async (): Promise<string[]> => (await readLedger(desk.store, dossier)).map(({ type }) => type)
  /** Sends a form of the page of documents as it was just read. */
  const act = async (form: Record<string, string>) => {
    const seq = seqIn((await visit.get(mine)).text)
    return visit.post({ seq, ...form }, mine)
  }
  const statusNow = async (): Promise<string | undefined> => (await loadDossier(desk.store, dossier))?.state.status
  /** What waits for somebody, by kind. */
  const waits = async (party: string): Promise<string[]> =>
    ((await loadCorrespondence(desk.store, `correspondence/${party}`))?.state.pending ?? []).map(({ kind }) => kind)
  /** The office deposits what the partner alone does. */
  const endorsed = async (): Promise<void> => {
    const officer = await desk.as('officer')
    const { body } = await upload(officer, pdf({ page: '/Rotate 90' }), 'endorsement.pdf')
    expect(
      (await officer.post('/dossiers/00001/deposit', { piece: 'endorsement', document: body.id })).status,
    ).to.equal(200)
  }

  it('comes with a mail in the language of the candidate, in the sending window of where they live', async () => {
    await begin('partner')
    const file = await loadCorrespondence(desk.store, 'correspondence/c1')
    // Nominated at 16:00 in Hanoi on the Monday before Tet: 08:30 there on the first working day after it.
    expect(file?.state.pending.map(({ kind, sendAt, untilOn }) => [kind, sendAt, untilOn])).to.deep.equal([
      ['dossierNominated', '2028-01-31T01:30:00.000Z', '2028-03-31'],
    ])
    const { language, subject, text } = await waitingMail(desk, 'c1')
    expect(language).to.equal('en')
    expect(subject).to.contain('Application 00001, Engineer admissions 2028/2029: you are nominated')
    expect(text)
      .to.contain('University of Science and Technology Hanoi (USTH, Vietnam-France University) has nominated you')
      .and.contain('It sends your application for you: nothing is asked of you here.')
      .and.contain('Documents that it is to send: passport or identity card, curriculum vitae')
      .and.contain('Friday 31 March 2028')
      .and.contain('You receive this because this is your application.')
    expect(text).to.not.contain(candidate.name).and.not.contain(candidate.email)
  })

  it('shows what is due and nothing of anybody before the code, and changes nothing', async () => {
    await begin('candidate')
    const before = await events()
    const page = await visit.get()
    expect(page.status).to.equal(200)
    expect(page.text)
      .to.contain('Application 00001, Engineer admissions 2028/2029')
      .and.contain('You send it yourself, with the endorsement of your institution.')
      .and.contain('Last day to send it: Friday 31 March 2028')
      .and.contain('transcript of records')
    for (const secret of [candidate.name, candidate.email, 'student', 'usth', 'Hanoi', '2006'])
      expect(page.text, secret).to.not.contain(secret)
    const led = await visit.get(mine)
    expect([led.status, led.headers['location']]).to.deep.equal([303, `${link}/code`])
    const unentered = await visit.deposit('cv', pdf())
    expect([unentered.status, unentered.headers['location']]).to.deep.equal([303, `${link}/code`])
    expect((await visit.get('?lang=fr')).text).to.contain('Dossier 00001, Admissions ingénieur 2028/2029')
    expect(await events()).to.deep.equal(before)
    expect(await desk.store.documents.countDocuments()).to.equal(0)
  })

  it('deposits, sends and takes back within 30 minutes where the candidate sends; recorded as done by the signed link', async () => {
    await begin('candidate')
    await endorsed()
    await visit.enter()
    expect((await visit.get(mine)).text).to.contain('curriculum vitae: missing')
    const deposited = await visit.deposit('cv', pdf(), 'my cv.pdf')
    expect([deposited.status, deposited.headers['location']]).to.deep.equal([303, `${link}/documents`])
    const page = await visit.get(mine)
    expect(page.text).to.contain('curriculum vitae: deposited, not checked yet').and.contain('my cv.pdf')
    const [last] = (await readLedger(desk.store, dossier)).slice(-1)
    expect([last?.type, last?.actor, last?.byLink]).to.deep.equal(['deposited', 'person:c1', true])

    const seq = seqIn(page.text)
    // Sent twice of one page, it is sent once.
    expect((await visit.post({ do: 'send', seq }, mine)).status).to.equal(303)
    expect((await visit.post({ do: 'send', seq }, mine)).status).to.equal(303)
    expect((await events()).filter((type) => type === 'sent')).to.deep.equal(['sent'])
    desk.at('2028-01-25T08:29:59.999Z')
    await visit.enter()
    const back = await visit.get(mine)
    expect(back.text).to.contain('It can be taken back until')
    expect((await act({ do: 'takeBack' })).status).to.equal(303)
    expect(await statusNow()).to.equal('inPreparation')

    expect((await act({ do: 'send' })).status).to.equal(303)
    desk.at('2028-01-25T08:59:59.999Z')
    await visit.enter()
    const over = await act({ do: 'takeBack' })
    expect(over.status).to.equal(409)
    expect(over.text).to.contain('What can be done now stands on the page.').and.not.contain('One cannot')
    // What is missing is asked for from that instant on.
    expect(await statusNow()).to.equal('incomplete')
  })

  it('says above the page why a file is not taken, and why something may not be; nothing is recorded', async () => {
    await begin('candidate')
    await visit.enter()
    const before = await events()
    const wrong = await visit.deposit('cv', Buffer.from('no such thing'), 'cv.docx')
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.contain('role="alert"').and.contain('curriculum vitae: missing')
    const foreign = await visit.deposit('endorsement', pdf())
    expect(foreign.status, 'the partner’s').to.equal(403)
    expect(foreign.text).to.contain('What you can do stands on the page').and.contain('curriculum vitae: missing')
    const large = await visit.deposit('cv', Buffer.alloc(1_048_577), 'cv.pdf')
    expect(large.status).to.equal(413)
    expect(large.text).to.contain('role="alert"')
    expect((await visit.deposit('cv', pdf())).status).to.equal(303)
    const unendorsed = await act({ do: 'send' })
    expect(unendorsed.status).to.equal(409)
    expect(unendorsed.text).to.contain(
      'It still has to deposit: endorsement by the home institution. Ask it to; then you can send the application.',
    )
    const none = await act({ do: 'zzz' })
    expect([none.status, none.text.includes('Press one of the buttons of this page.')]).to.deep.equal([422, true])
    expect(await events()).to.deep.equal([...before, 'preparationBegun', 'deposited'])
  })

  it('that was opened before something was deposited says so, and sends nothing; as one that names no entry of the file', async () => {
    await begin('candidate')
    await endorsed()
    await visit.enter()
    const old = seqIn((await visit.get(mine)).text)
    expect((await visit.deposit('cv', pdf())).status).to.equal(303)
    for (const seq of [old, '', '99', 'x']) {
      const { status, text } = await visit.post({ do: 'send', seq }, mine)
      expect(status, seq).to.equal(412)
      expect(text, seq)
        .to.contain('Something was recorded since you opened the page')
        .and.contain('curriculum vitae: deposited, not checked yet')
    }
    expect((await events()).at(-1)).to.equal('deposited')
    expect((await act({ do: 'send' })).status).to.equal(303)
    expect((await events()).at(-1)).to.equal('sent')
  })

  it('shows a candidate whose partner sends what stands, and lets them withdraw alone', async () => {
    await begin('partner')
    await visit.enter()
    const { text } = await visit.get(mine)
    expect(text).to.contain('curriculum vitae: missing').and.contain('To be deposited by the partner institution')
    expect(text).to.not.contain('type="file"').and.not.contain('value="send"')
    expect((await visit.deposit('cv', pdf())).status).to.equal(403)
    expect((await act({ do: 'send' })).status).to.equal(409)
    expect(text).to.contain('value="withdraw"')
  })

  it('withdraws once it is confirmed: partner and office are told, the nomination reads withdrawn once, the link ends', async () => {
    await begin('candidate')
    await visit.enter()
    const unsure = await act({ do: 'withdraw', reason: 'I stay at home.' })
    expect(unsure.status).to.equal(422)
    expect(unsure.text).to.contain('Confirm it with this box.').and.contain('I stay at home.')
    expect(await statusNow()).to.equal('nominated')
    const withdrawn = await act({ do: 'withdraw', reason: 'I stay at home.', sure: 'yes' })
    expect([withdrawn.status, withdrawn.headers['location']]).to.deep.equal([303, link])
    await desk.settle()
    const page = await visit.get()
    expect([page.status, page.text.includes('This application was withdrawn')]).to.deep.equal([200, true])
    expect((await visit.get(mine)).text).to.contain('This application was withdrawn')
    expect(await waits('usth-c1')).to.include('dossierWithdrawn')
    expect(await waits('c1')).to.deep.equal([])
    expect(await waits(person('officer'))).to.include('dossierWithdrawn')
    const invited = await loadParticipation(desk.store, `participation/${cycle}.usth`)
    expect([invited?.state.nominations['n1']?.state, invited?.state.order, invited?.state.status]).to.deep.equal([
      'withdrawn',
      [],
      'opened',
    ])
    expect((await events()).filter((type) => type === 'withdrawn')).to.deep.equal(['withdrawn'])
    const told = await readLedger(desk.store, `participation/${cycle}.usth`)
    expect(told.map(({ type }) => type).slice(-2)).to.deep.equal(['nominationWithdrawn', 'nominationsEmptied'])
    const seen = (await (await desk.as('officer')).get('/dossiers/00001')).body
    expect([seen.withdrawn.by.code, seen.withdrawn.reason]).to.deep.equal(['candidate', 'I stay at home.'])
    const { pipeline } = (await (await desk.as('officer')).get(`/cycles/${cycle}`)).body
    expect(pipeline.find(({ step }: { step: { code: string } }) => step.code === 'withdrawn').dossiers).to.have.length(
      1,
    )
  })

  it('ends 60 days after its mail, to the instant', async () => {
    await begin('partner')
    desk.at('2028-03-24T08:59:59.999Z')
    expect((await visit.get()).status).to.equal(200)
    desk.at('2028-03-24T09:00:00Z')
    const { status, text } = await visit.get()
    expect([status, text.includes('This link has expired')]).to.deep.equal([410, true])
  })

  it('ends when the address of its candidate changes, and when mails to it go astray', async () => {
    await begin('partner')
    const officer = await desk.as('officer')
    // Something went to that address.
    await desk.store.files.updateOne({ _id: 'correspondence/c1' }, { $set: { 'state.digests': 1 } })
    expect((await officer.patch('/candidates/c1', { email: 'other@student.example' })).status).to.equal(200)
    expect((await visit.get()).status).to.equal(410)
    link = await dossierLink(desk, 'c1', 2)
    visit = visitTo(desk, link)
    expect((await visit.get()).status).to.equal(200)
    const reported = await officer.post('/messages/c1/reportUnreachable', { reason: 'It came back.' })
    expect(reported.status, JSON.stringify(reported.body)).to.equal(200)
    expect((await visit.get()).status).to.equal(410)
    await desk.settle()
    const mailbox = await loadCorrespondence(desk.store, 'correspondence/c1')
    expect([mailbox?.state.status, mailbox?.state.unreachable?.of]).to.deep.equal(['notReached', 'candidate'])
  })

  it('is none for a token that is none, for that of a partner, and for any other dossier', async () => {
    await begin('partner')
    const other = visitTo(desk, `/dossier/${'x'.repeat(43)}`)
    expect((await other.get()).status).to.equal(404)
    const asPartner = visitTo(desk, link.replace('/dossier/', '/partner/'))
    expect((await asPartner.get()).status).to.equal(404)
    const ofPartner = { file: `participation/${cycle}.usth`, party: 'usth-c1', earlier: 0 }
    const token = await linkToken(desk.store, desk.deps.secret, {
      ...ofPartner,
      until: instant('2028-03-24T09:00:00Z'),
    })
    expect((await visitTo(desk, `/partner/${token}`).get()).status).to.equal(200)
    expect((await visitTo(desk, `/dossier/${token}`).get()).status).to.equal(404)
    // Of a candidate whom it is not.
    const ofOther = { file: dossier, party: 'c2', earlier: 0, until: instant('2028-03-24T09:00:00Z') }
    const foreign = await linkToken(desk.store, desk.deps.secret, ofOther)
    expect((await visitTo(desk, `/dossier/${foreign}`).get()).status).to.equal(410)
  })

  it('is received while the engine is away, and counts as of then', async () => {
    await begin('candidate')
    await endorsed()
    await visit.enter()
    expect((await visit.deposit('cv', pdf())).status).to.equal(303)
    const seq = seqIn((await visit.get(mine)).text)
    desk.engine(false)
    const late = await visit.post({ do: 'send', seq }, mine)
    expect(late.status).to.equal(202)
    expect(late.text).to.contain('Received on Tuesday 25 January 2028')
    desk.engine(true)
    desk.at('2028-01-25T09:00:00Z')
    await desk.settle()
    const file = await loadDossier(desk.store, dossier)
    expect(file?.state.sending?.at).to.equal('2028-01-25T08:00:00.000Z')
  })
})
