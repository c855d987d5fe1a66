import { expect } from 'chai'
import { sendingMoment } from '../../../domain/correspondence/sending.ts'
import { instant } from '../../../domain/time.ts'
import { findRecipient } from '../../../store/register/recipients.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { rules } from '../../domain/school.ts'
import { openDesk, type Client, type Desk } from '../desk.ts'

const polimi = { name: 'Politecnico di Milano', domains: ['polimi.it'] }
const contact = { role: 'academicContact', email: 'academic.contact@polimi.example', language: 'en' }
const confirmed = { confirmDuplicate: true }

describe('a partner institution in a country that the policy does not know (S10)', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
  })
  afterEach(async () => {
    await desk.store.partners.deleteMany({ _id: /^polimi/ })
    await desk.store.ledger.deleteMany({ stream: /^partner\/polimi/ })
  })
  after(() => desk?.close())

  const unlisted = (country: string, body: object = {}) =>
    officer.post('/partners', { ...polimi, country, reason: 'A shared laboratory', ...body })
  const refusalOf = async (country: string, body: object = {}) => {
    const { status, body: answer } = await unlisted(country, body)
    return [status, answer.code, answer.fields]
  }
  const readsAfter = async (moment: string) => {
    const place = (await findRecipient(desk.store, 'polimi-c1'))?.place
    const calendar = rules.calendarOf(place ?? { country: '', zone: '' })
    return sendingMoment({ urgent: false }, instant(moment), {
      sending: rules.policy.sending,
      calendar,
      reader: 'partner',
    })
  }

  it('a partner is added with a reason, its holidays those of the library, which the answer says', async () => {
    expect(await refusalOf('NZ', { reason: undefined })).to.deep.equal([
      422,
      'register.unlisted-reason',
      { country: 'NZ' },
    ])
    const { status, body } = await unlisted('NZ', { zone: 'Pacific/Auckland', contacts: [contact] })
    expect([status, body.zone, body.weekend, body.holidays]).to.deep.equal([
      201,
      'Pacific/Auckland',
      ['saturday', 'sunday'],
      {
        code: 'library',
        words: 'jours fériés de la bibliothèque, que personne n’a vérifiés à l’école',
      },
    ])
    // Waitangi Day, Saturday 6 February 2027, is kept on Monday: Tuesday 08:30 in Auckland, UTC+13.
    expect(await readsAfter('2027-02-05T08:00:00Z')).to.equal('2027-02-08T19:30:00.000Z')
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('says its time zone where there are several, under any of its names', async () => {
    const [status, code, fields] = await refusalOf('KZ')
    expect([status, code, fields.country]).to.deep.equal([422, 'register.zone-needed', 'KZ'])
    expect(fields.zones).to.include.members(['Asia/Almaty', 'Asia/Qostanay', 'Asia/Oral'])
    expect((await refusalOf('KZ', { zone: 'Asia/Tokyo' })).slice(0, 2)).to.deep.equal([422, 'register.zone-elsewhere'])
    expect((await refusalOf('KZ', { zone: 'Asia/Nowhere' })).slice(0, 2)).to.deep.equal([
      422,
      'register.zone-elsewhere',
    ])
    expect((await unlisted('KZ', { zone: 'Asia/Almaty' })).body.zone).to.equal('Asia/Almaty')
    const nepal = await unlisted('NP', {
      id: 'polimi-np',
      zone: 'Asia/Kathmandu',
      ...confirmed,
      withoutHolidays: true,
    })
    expect([nepal.status, nepal.body.zone]).to.deep.equal([201, 'Asia/Kathmandu'])
    expect((await unlisted('XK', { id: 'polimi-xk', ...confirmed })).body.zone).to.equal('Europe/Belgrade')
  })

  it('has no public holidays where nobody knows them, only once somebody states so, and keeps the weekend of the country', async () => {
    expect(await refusalOf('AF')).to.deep.equal([422, 'register.holidays-unknown', { country: 'AF' }])
    const { status, body } = await unlisted('AF', { withoutHolidays: true, contacts: [contact] })
    expect([status, body.zone, body.weekend, body.holidays.code]).to.deep.equal([
      201,
      'Asia/Kabul',
      ['thursday', 'friday'],
      'none',
    ])
    // Wednesday 5 May 2027, noon in Kabul (UTC+4:30): Saturday.
    expect(await readsAfter('2027-05-05T07:30:00Z')).to.equal('2027-05-08T04:00:00.000Z')
    const edited = await officer.patch('/partners/polimi', { seq: 1, weekend: ['friday'] })
    expect(edited.body.weekend).to.deep.equal(['friday'])
    expect(await readsAfter('2027-05-05T07:30:00Z')).to.equal('2027-05-06T04:00:00.000Z')
    const back = await officer.patch('/partners/polimi', { seq: 2, weekend: null })
    expect(back.body.weekend).to.deep.equal(['thursday', 'friday'])
  })

  it('keeps a weekend of its own where it has one, in a country of the policy, too', async () => {
    const { body } = await unlisted('IT', { weekend: ['sunday'], contacts: [contact] })
    expect([body.weekend, body.holidays.code]).to.deep.equal([['sunday'], 'policy'])
    // Friday 30 April 2027, noon in Rome: Labour Day is on Saturday; Friday 7 May: Saturday.
    expect(await readsAfter('2027-04-30T10:00:00Z')).to.equal('2027-05-03T06:30:00.000Z')
    expect(await readsAfter('2027-05-07T10:00:00Z')).to.equal('2027-05-08T06:30:00.000Z')
  })
})
