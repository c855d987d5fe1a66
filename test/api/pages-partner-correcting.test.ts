import { expect } from 'chai'
import { readLedger } from '../../store/ledger.ts'
import { countEdit } from '../../store/register/now.ts'
import { loadParticipation } from '../../store/typed.ts'
import { storyTexts } from '../../store/story-texts.ts'
import { civil } from '../../domain/time.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { invitePartners, ofPartner, partnerLink } from './partner-invited.ts'
import { an, enterLink, seqIn, type ContactBrowser } from './partner-nominating.ts'

const usth = ofPartner('usth')
const binh = { ...an, name: 'Binh Le', birthOn: '2005-12-01', email: 'binh@student.example', statement: '' }
const origin = {
  nationality: 'VN',
  residence: 'VN',
  language: 'en',
  level: 'master',
  seq: 1,
  head: 'none',
} as const

describe('a partner’s contact corrects what they gave on their page (S17, ADR 62)', function () {
  this.timeout(90_000)
  let door: Door
  let link: string
  let contact: ContactBrowser
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    await door.store.candidates.deleteMany({})
    await door.store.texts.deleteMany({ stream: /^candidate/ })
    await door.store.linkCodes.deleteMany({})
    door.engine(true)
    await invitePartners(door, 'usth', 'usj')
    link = await partnerLink(door, 'usth-c1')
    await door.store.links.updateMany({}, { $set: { until: new Date('2028-03-01') } })
    door.at('2027-10-05T08:00:00Z')
    contact = await enterLink(door, link)
    for (const one of [an, binh]) expect((await contact.post('/nominate', one)).status).to.equal(303)
    await door.settle()
  })
  after(() => door?.close())

  const correct = (form: Record<string, string>, nomination = 'n1') => contact.post(`/correct/${nomination}`, form)
  const entries = async (): Promise<string[]> => (await readLedger(door.store, usth)).map(({ type }) => type).slice(4)
  const person = async (name: string) => door.store.candidates.findOne({ name }).lean()
  const nominations = async () => {
    const state = (await loadParticipation(door.store, usth))?.state
    const textOf = await storyTexts(door.store, { data: state?.nominations, quotes: () => true })
    return (state?.order ?? []).map((id) => {
      const one = state?.nominations[id]
      return [id, one?.wishes.join(), textOf(one?.statement ?? '') ?? null]
    })
  }

  it('shows what stands, in their language, and takes what is changed: who, what, why and in which place', async () => {
    const page = await contact.get('/correct/n1?lang=fr')
    expect([page.status, page.text.includes('Corriger la nomination de An Tran')]).to.deep.equal([200, true])
    for (const said of [
      'value="An Tran"',
      'value="2006-03-14"',
      '<option value="icm" selected>',
      'She speaks French.',
      'Place dans votre ordre de préférence',
    ])
      expect(page.text).to.contain(said)
    expect((await contact.get('/nominations')).text).to.contain(`${link}/correct/n1?lang=en`)
    const before = await person('An Tran')
    const sent = {
      name: 'An Thi Tran',
      nationality: 'FR',
      wish1: 'ismin',
      wish2: 'icm',
      statement: 'She speaks French well.',
      rank: '2',
    }
    const seq = seqIn((await contact.get('/correct/n1')).text)
    const both = await Promise.all([1, 2].map(() => contact.post('/correct/n1', sent, seq)))
    for (const { status, location } of both) expect([status, location]).to.deep.equal([303, `${link}/nominations`])
    await contact.post('/correct/n1', sent, seq)
    expect((await entries()).toSorted()).to.deep.equal(['nominationCorrected', 'nominationsOrdered'])
    const [corrected] = (await readLedger(door.store, usth)).slice(4)
    expect(corrected).to.deep.include({ actor: 'person:usth-c1', byLink: true, at: '2027-10-05T08:00:00.000Z' })
    const after = await person('An Thi Tran')
    expect(after).to.deep.include({
      _id: before?._id,
      seq: 2,
      nationality: 'FR',
      email: 'an@student.example',
      givenBy: 'usth',
    })
    expect(await nominations()).to.deep.equal([
      ['n2', 'icm,ismin', null],
      ['n1', 'ismin,icm', 'She speaks French well.'],
    ])
    const [, edited] = await readLedger(door.store, `candidate/${before?._id}`)
    expect(edited).to.deep.include({ type: 'candidateEdited', actor: 'person:usth-c1' })
    expect(JSON.stringify(await readLedger(door.store, `candidate/${before?._id}`))).to.not.contain('Thi')
  })

  it('says at each field what is wrong, keeps what was typed, and changes nothing', async () => {
    const told = async (form: Record<string, string>): Promise<string> => {
      const { status, text } = await correct(form)
      expect(status, text.slice(-400)).to.equal(422)
      expect(text).to.contain('Nothing has been recorded yet.')
      return text
    }
    expect(await told({ name: 'An Tran-Le', email: 'nowhere' }))
      .to.contain('id="email-error"')
      .and.contain('An Tran-Le')
    expect(await told({ birthOn: '2030-01-01' })).to.contain('id="birthOn-error"')
    expect(await told({ wish2: 'icm' })).to.contain('id="wish2-error"')
    expect(await told({ wish1: 'nothing' })).to.contain('id="wish1-error"')
    expect(await told({ email: 'binh@student.example' })).to.contain('“Binh Le” is among your nominations')
    expect(await told({ name: 'Cam Vo', email: 'cam@student.example' })).to.contain('A correction leaves the address')
    await door.store.programmes.updateOne({ _id: 'ismin' }, { $set: { nominationLimit: 0 } })
    await countEdit(door.store)
    try {
      expect(await told({ name: 'An Thi Tran', wish1: 'ismin', wish2: '' })).to.contain('id="wish1-error"')
    } finally {
      await door.store.programmes.updateOne({ _id: 'ismin' }, { $unset: { nominationLimit: '' } })
      await countEdit(door.store)
    }
    expect(await entries()).to.deep.equal([])
    expect((await person('An Tran'))?.seq).to.equal(1)
  })

  it('has links of an earlier address end, and what waits go to the new one (R10)', async () => {
    const before = await person('An Tran')
    expect((await correct({ email: 'an.tran@student.example' })).status).to.equal(303)
    expect((await person('An Tran'))?.email).to.equal('an.tran@student.example')
    const mailbox = await readLedger(door.store, `correspondence/${before?._id}`)
    expect(mailbox.map(({ type }) => type)).to.include('readdressed')
  })

  it('takes another birth date and another address at once, where the name stays and that it is the same person is confirmed', async () => {
    const before = await person('An Tran')
    const other = { birthOn: '2004-07-08', email: 'tran.an@student.example' }
    expect((await correct({ ...other, name: 'An Thi Tran', same: 'yes' })).text).to.contain('id="name-error"')
    const both = { ...other, name: 'Tran An' }
    const asked = await correct(both)
    expect(asked.status).to.equal(422)
    expect(asked.text)
      .to.contain('Both the birth date and the mail address of An Tran are others now')
      .and.contain('value="2004-07-08"')
      .and.match(/<input type="checkbox" name="same" value="yes"/)
    expect(await correct({ ...both, nationality: 'ZZ' })).to.deep.include({ status: 422 })
    expect((await person('An Tran'))?.seq).to.equal(1)
    const sent = await Promise.all(
      [1, 2].map(() => contact.post('/correct/n1', { ...both, same: 'yes' }, seqIn(asked.text))),
    )
    for (const { status, location } of sent) expect([status, location]).to.deep.equal([303, `${link}/nominations`])
    expect(await person('Tran An')).to.deep.include({ _id: before?._id, seq: 2, ...other })
    const { text } = await contact.get('/correct/n1')
    expect(text).to.not.contain('name="same"')
  })

  it('leaves who somebody is to the office once their dossier was sent, and where the record is the school’s', async () => {
    await door.store.files.updateOne({ type: 'dossier', 'state.nomination': 'n1' }, { $set: { status: 'sent' } })
    const { text } = await contact.get('/correct/n1')
    expect(text).to.contain('write to our international office').and.contain('id="wish1"').and.not.contain('id="name"')
    expect((await correct({ name: 'An Thi Tran', wish2: '' })).status).to.equal(303)
    expect([await person('An Thi Tran'), (await nominations())[0]?.[1]]).to.deep.equal([null, 'icm'])
    await door.store.candidates.insertOne({
      ...origin,
      _id: 'c9',
      name: 'Duc Ngo',
      birthOn: civil('2003-01-01'),
      email: 'd@student.example',
    })
    await command(door, 'officer', usth, {
      type: 'nominate',
      input: { candidate: 'c9', wishes: ['icm'], channel: 'jointCampaign' },
    })
    expect((await correct({ name: 'Duc Van Ngo', wish1: 'ismin' }, 'n3')).status).to.equal(303)
    expect((await door.store.candidates.findOne({ _id: 'c9' }).lean())?.name).to.equal('Duc Ngo')
    expect((await nominations()).at(-1)?.[1]).to.equal('ismin')
  })

  it('corrects names alone once these are all, answers what was returned, and nothing that is over', async () => {
    await contact.post('/nominations', { do: 'finish' })
    const { text } = await contact.get('/correct/n1')
    expect(text).to.contain('id="name"').and.not.contain('id="wish1"').and.not.contain('id="rank"')
    expect((await correct({ name: 'An Thi Tran', wish1: 'ismin', rank: '2' })).status).to.equal(303)
    expect(await nominations()).to.deep.include(['n1', 'icm,ismin', 'She speaks French.'])
    await command(door, 'officer', usth, { type: 'returnNomination', input: { nomination: 'n1', reason: 'text:1' } })
    expect((await correct({ birthOn: '2006-04-13', email: an.email })).status).to.equal(303)
    expect((await entries()).at(-1)).to.equal('nominationCorrected')
    expect((await loadParticipation(door.store, usth))?.state.nominations['n1']?.state).to.equal('nominated')
    await command(door, 'officer', usth, { type: 'cancelNomination', input: { nomination: 'n1', reason: 'text:1' } })
    for (const nomination of ['n1', 'n9', '__proto__'])
      expect((await contact.post(`/correct/${nomination}`, {}, '1')).status, nomination).to.equal(404)
  })

  it('has the office say anew who somebody is where they are no longer recognised, and tells nothing of it', async () => {
    await door.store.candidates.insertMany([
      { ...origin, _id: 'c1', name: 'An Tran', birthOn: civil('2006-03-14'), email: 'an.t@student.example' },
      { ...origin, _id: 'c2', name: 'Le Binh', birthOn: civil('2005-11-30'), email: 'known@student.example' },
    ])
    await door.store.candidates.updateOne({ email: an.email }, { $set: { sameAs: 'c1' } })
    const seqs = async (): Promise<number> => Number(seqIn((await contact.get('/nominations')).text))
    const shown = async (form: Record<string, string>, nomination: string) => {
      const before = await seqs()
      const { status, location, text } = await correct(form, nomination)
      return { status, location, text, more: (await seqs()) - before }
    }
    const apart = await shown({ birthOn: '2001-02-03' }, 'n1')
    expect((await person('An Tran'))?.sameAs).to.equal(undefined)
    const found = await shown({ birthOn: '2005-11-30' }, 'n2')
    expect(found).to.deep.equal(apart)
    expect(await entries()).to.deep.equal(['personsFoundAlike'])
    const given = await person('Binh Le')
    expect(Object.keys((await loadParticipation(door.store, usth))?.state.toSettle ?? {})).to.deep.equal([given?._id])
    await shown({ birthOn: '2004-05-06' }, 'n2')
    expect(await entries()).to.deep.equal(['personsFoundAlike', 'personsSettled'])
  })
})
