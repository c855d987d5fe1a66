import { expect } from 'chai'
import request from 'supertest'
import { readLedger } from '../../store/ledger.ts'
import { loadParticipation } from '../../store/typed.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { invitePartners, ofPartner, partnerLink } from './partner-invited.ts'
import { an, enterLink, seqIn } from './partner-nominating.ts'

const usth = ofPartner('usth')
const more = { do: 'more', to: '2028-02-15', cause: 'strike', reason: 'Our dean is on strike.' }

describe('what is refused on the page of a partner’s contact', function () {
  this.timeout(30_000)
  let door: Door
  let link: string
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    await door.store.candidates.deleteMany({})
    await door.store.texts.deleteMany({ stream: /^candidate/ })
    await door.store.linkCodes.deleteMany({})
    await invitePartners(door, 'usth')
    link = await partnerLink(door, 'usth-c1')
    door.at('2027-10-05T08:00:00Z')
  })
  after(() => door?.close())

  const get = () => request(door.app).get(link)
  const sent = (form: Record<string, string>) => request(door.app).post(link).type('form').send(form)
  const entries = async (): Promise<string[]> => (await readLedger(door.store, usth)).map(({ type }) => type)
  /** As a page that was read this moment says it. */
  const seqNow = async (): Promise<string> => `${(await loadParticipation(door.store, usth))?.seq}`

  it('of a page that somebody else was faster than is told as such, with what was typed, and not recorded', async () => {
    const old = seqIn((await get()).text)
    await command(door, 'officer', usth, { type: 'recordOpened', input: {} })
    for (const seq of [old, '', '99', '-1'])
      for (const form of [{ do: 'confirm' }, { do: 'none' }, more]) {
        const { status, text } = await sent({ seq, ...form })
        expect(status).to.equal(412)
        expect(text)
          .to.contain('Something was recorded since you opened the page, by you or by somebody else')
          .and.contain('It is recorded that your institution takes part.')
      }
    const { text } = await sent({ seq: old, ...more })
    expect(text).to.contain('Our dean is on strike.</textarea>')
    expect(await entries()).to.deep.equal(['invited', 'opened'])
    expect((await sent({ seq: seqIn(text), ...more })).status).to.equal(303)
  })

  it('in letters of another kind, or in none that can be read, is told as what a page cannot read', async () => {
    for (const [type, body, status] of [
      ['application/x-www-form-urlencoded; charset=utf-7', 'do=confirm', 415],
      ['application/x-www-form-urlencoded; charset=nonsense', 'do=confirm', 415],
      ['text/plain', 'do=confirm', 415],
      ['application/json', '{"do":"confirm"}', 415],
    ] as const) {
      const answer = await request(door.app).post(link).set('Content-Type', type).set('Accept', 'text/html').send(body)
      expect(answer.status, type).to.equal(status)
      expect(answer.text, type).to.contain('A page takes only what its own form sends.').and.not.contain('application/')
      const asked = await request(door.app)
        .post(link)
        .set('Content-Type', type)
        .set('Accept', 'application/json')
        .send(body)
      expect(asked.body.fields.allowed, type).to.deep.equal(['application/x-www-form-urlencoded'])
    }
    expect(await entries()).to.deep.equal(['invited'])
  })

  it('refuses what is over by the name of whom it was of, above one’s nominations, and by no id', async () => {
    const contact = await enterLink(door, link)
    const binh = { ...an, name: 'Binh Le', birthOn: '2005-12-01', email: 'b@student.example' }
    expect((await contact.post('/nominate', binh)).status).to.equal(303)
    for (const language of ['en', 'fr']) {
      await contact.post('/nominate', { ...an, wish1: 'icm' })
      const nomination = language === 'en' ? 'n2' : 'n3'
      const cancel = { do: 'cancel', nomination, reason: 'She stays at home.' }
      expect((await contact.post('/nominations', cancel)).status).to.equal(303)
      const { status, text } = await contact.post(
        `/nominations?lang=${language}`,
        { ...cancel, reason: 'Again.' },
        await seqNow(),
      )
      expect(status).to.equal(409)
      const said = /role="alert">([^<]*)</.exec(text)?.[1] ?? ''
      expect(said).to.equal(
        language === 'en'
          ? 'The nomination of An Tran was cancelled or withdrawn already, and no longer changes. To nominate this person all the same, nominate them once more.'
          : 'La nomination (An Tran) a déjà été annulée ou retirée, et ne change plus. Pour nommer tout de même cette personne, nommez-la de nouveau.',
      )
      expect(text).to.contain('<h1>Nominations ')
    }
    const unknown = await contact.post(
      '/nominations',
      { do: 'cancel', nomination: 'n99', reason: 'She stays.' },
      await seqNow(),
    )
    expect([unknown.status, unknown.text.includes('It is not among your nominations.')]).to.deep.equal([404, true])
    expect(unknown.text).to.not.contain('n99')
    const none = await contact.post('/nominations', { do: 'zzz' })
    expect([none.status, none.text.includes('Press one of the buttons of this page.')]).to.deep.equal([422, true])
  })

  for (const [what, page, form] of [
    ['these are all', '/nominations', { do: 'finish' }],
    ['nobody is nominated', '', { do: 'none', note: 'No student asked.' }],
  ] as const)
    it(`asks before it takes a request for more time back, where ${what}`, async () => {
      const contact = await enterLink(door, link)
      if (page !== '') await contact.post('/nominate', an)
      expect((await contact.get(page)).text).to.not.contain('name="ends"')
      await contact.post('', more)
      const before = await entries()
      expect((await contact.get(page)).text).to.contain(
        'You asked for time until Tuesday 15 February 2028. With this, that request is taken back',
      )
      const unsaid = await contact.post(page, form)
      expect(unsaid.status).to.equal(422)
      expect(unsaid.text).to.contain('id="ends-error"').and.contain('name="ends"')
      if ('note' in form) expect(unsaid.text).to.contain('No student asked.</textarea>')
      expect(await entries()).to.deep.equal(before)
      const seq = seqIn(unsaid.text)
      for (const _ of [1, 2]) await contact.post(page, { ...form, ends: 'yes' }, seq)
      expect((await entries()).slice(before.length)).to.deep.equal([
        'extensionWithdrawn',
        page === '' ? 'saidNone' : 'nominationsFinished',
      ])
    })

  it('says that a page is old on which nominations were finished before others came', async () => {
    const contact = await enterLink(door, link)
    await contact.post('/nominate', an)
    const old = seqIn((await contact.get('/nominations')).text)
    const binh = { ...an, name: 'Binh Le', birthOn: '2005-12-01', email: 'b@student.example' }
    expect((await contact.post('/nominate', binh)).status).to.equal(303)
    const { status, text } = await contact.post('/nominations', { do: 'finish' }, old)
    expect(status).to.equal(412)
    expect(text).to.contain('Something was recorded since you opened the page').and.contain('2. Binh Le')
    expect((await loadParticipation(door.store, usth))?.state.status).to.equal('nominating')
    expect((await contact.post('/nominations', { do: 'finish' })).status).to.equal(303)
    // What the page shows by now can no longer be said on the other.
    const taken = await contact.post('', { do: 'confirm' }, await seqNow())
    expect(taken.status).to.equal(409)
    expect(taken.text).to.contain('What can be done now stands on the page.').and.not.contain('One cannot')
  })
})
