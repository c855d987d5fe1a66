import { expect } from 'chai'
import request from 'supertest'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { civil } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { countEdit } from '../../store/register/now.ts'
import { loadParticipation } from '../../store/typed.ts'
import { command } from './approval-asked.ts'
import { openDoor, type Door } from './door.ts'
import { invitePartners, ofPartner, partnerLink } from './partner-invited.ts'
import { an, anRow, binhRow, csv, enterLink, seqIn, type ContactBrowser } from './partner-nominating.ts'

const usth = ofPartner('usth')
describe('nominating on the page of a partner’s contact (S17, ADR 62)', function () {
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
    // Each mail brings a link of its own: this one stands for the last of them.
    await door.store.links.updateMany({}, { $set: { until: new Date('2028-03-01') } })
    door.at('2027-10-05T08:00:00Z')
    contact = await enterLink(door, link)
  })
  after(() => door?.close())

  const entries = async (): Promise<string[]> => (await readLedger(door.store, usth)).map(({ type }) => type)
  const people = () => door.store.candidates.find({}).sort({ name: 1 }).lean()

  describe('by a form', () => {
    it('takes a candidate once, however often the button is pressed, as done by the link', async () => {
      const page = await contact.get('/nominate')
      expect(page.status).to.equal(200)
      expect(page.text).to.contain('Country of residence').and.contain('Statement (need not be filled in)')
      const [first, second] = await Promise.all([1, 2].map(() => contact.post('/nominate', an, seqIn(page.text))))
      const third = await contact.post('/nominate', an, seqIn(page.text))
      for (const one of [first, second, third])
        expect([one?.status, one?.location]).to.deep.equal([303, `${link}/nominations`])
      expect(await entries()).to.deep.equal(['invited', 'nominationsBegun', 'nominated'])
      const [, , nominated] = await readLedger(door.store, usth)
      expect(nominated).to.deep.include({ actor: 'person:usth-c1', byLink: true, at: '2027-10-05T08:00:00.000Z' })
      expect(JSON.stringify(await readLedger(door.store, usth))).to.not.contain('Tran')
      const [one, ...more] = await people()
      expect(more).to.deep.equal([])
      expect(one).to.deep.include({ name: 'An Tran', email: 'an@student.example', givenBy: 'usth', level: 'bachelor' })
      expect((await contact.get('/nominations')).text)
        .to.contain('1. An Tran')
        .and.contain('She speaks French.')
        .and.contain('1 nominated as the first wish, without a limit')
        .and.contain('No agreement between us counts places')
    })

    it('says at each field what is wrong, keeps what was typed, and records nothing', async () => {
      const { status, text } = await contact.post('/nominate', {
        ...an,
        birthOn: '2030-01-01',
        email: 'nowhere',
        wish2: 'icm',
      })
      expect(status).to.equal(422)
      for (const said of [
        'Nothing has been recorded yet.',
        'value="An Tran"',
        'id="email-error"',
        'id="birthOn-error"',
        'id="wish2-error"',
        '“Mail address” is no mail address. Write one alone, without a name around it, such as first.last@university.example.',
        '<option value="icm" selected>',
      ])
        expect(text).to.contain(said)
      const ahead = await contact.post('/nominate', { ...an, birthOn: '2030-01-01', wish2: 'icm' })
      expect(ahead.text).to.contain('id="birthOn-error"').and.not.contain('id="email-error"')
      expect((await contact.post('/nominate', { ...an, wish2: 'icm' })).text).to.contain('id="wish2-error"')
      expect((await contact.post('/nominate', {})).text).to.contain('id="name-error"')
      expect(await entries()).to.deep.equal(['invited'])
      expect(await people()).to.deep.equal([])
    })
  })

  describe('from a spreadsheet', () => {
    it('shows faults by row and records nothing; what is right is taken once it is said, and not twice', async () => {
      const wrong = await contact.send('/spreadsheet', csv(anRow, binhRow.replace('binh@student.example', 'nowhere')), {
        do: 'import',
      })
      expect([
        wrong.status,
        wrong.text.includes(
          'Row 3: “Mail address” is no mail address. Write one alone, without a name around it, such as first.last@university.example.',
        ),
      ]).to.deep.equal([422, true])
      const checked = await contact.send('/spreadsheet', csv(anRow, binhRow), { do: 'check' })
      expect([checked.status, await entries(), await people()]).to.deep.equal([200, ['invited'], []])
      expect(checked.text).to.contain('2 rows: 2 new nominations, 0 corrected, 0 that stand already.')
      const file = /name="checked" value="([^"]+)"/.exec(checked.text)?.[1] ?? ''
      const form = { do: 'import', checked: file, seq: seqIn(checked.text) }
      const done = await Promise.all([1, 2].map(() => contact.send('/spreadsheet', '', form)))
      for (const one of done) expect([one.status, one.location]).to.deep.equal([303, `${link}/nominations`])
      expect(await entries()).to.deep.equal(['invited', 'nominationsBegun', 'nominated', 'nominated'])
      expect((await people()).map(({ name }) => name)).to.deep.equal(['An Tran', 'Binh Le'])
      const ledger = await door.store.ledger.countDocuments()
      const again = await contact.send('/spreadsheet', csv(anRow, binhRow), { do: 'import' })
      expect([again.status, await door.store.ledger.countDocuments()]).to.deep.equal([303, ledger])
      expect((await contact.get('/nominations')).text).to.match(/1\. An Tran[^]*2\. Binh Le/)
    })

    it('gives a template to fill in, as a spreadsheet with lists and as CSV, in the language that is read', async () => {
      const { status, bytes, disposition } = await contact.download('/template.xlsx?lang=fr')
      expect([status, disposition]).to.deep.equal([200, 'attachment; filename=nominations-2028-engineer.usth.xlsx'])
      const { sheets } = await readXlsx(bytes)
      const columns = (sheets[0]?.rows[0] ?? []).map(String)
      expect(columns.slice(0, 3)).to.deep.equal(['Nom', 'Né(e) le', 'Adresse électronique'])
      expect(sheets[0]?.dataValidations?.length).to.equal(8)
      const cells = ['Cam Vo', '2005-02-03', 'cam@student.example', 'fr', 'Viêt Nam', 'France', 'licence', 'ICM']
      const row = columns.map((column, at) => (column === 'Voie' ? 'campagne propre à l’école' : (cells[at] ?? null)))
      const programme = String(sheets[1]?.rows[0]?.[4])
      const filled = await writeXlsx({
        sheets: [{ name: 'N', rows: [columns, row.map((c) => (c === 'ICM' ? programme : c))] }],
      })
      const done = await contact.send('/spreadsheet?lang=fr', Buffer.from(filled), { do: 'import' })
      expect([done.status, done.text.slice(-600)]).to.deep.equal([303, done.text.slice(-600)])
      expect((await people()).map(({ name, residence }) => [name, residence])).to.deep.equal([['Cam Vo', 'FR']])
      const plain = await contact.download('/template.csv')
      expect(plain.bytes.toString('utf8')).to.equal(
        '\uFEFFName;Born on;Mail address;Language;Nationality;Country of residence;Level of studies;First wish;Second wish;Third wish;Channel;Statement\r\n',
      )
    })

    it('is told at the field where there is no file, or one that cannot be read or is too large', async () => {
      const told = async (file: string | Buffer): Promise<string> => {
        const { status, text } = await contact.send('/spreadsheet', file, { do: 'check' })
        return `${status} ${/id="file-error"[^>]*>([^<]*)</.exec(text)?.[1]?.slice(0, 24)}`
      }
      expect(await told('')).to.equal('422 Choose a file. Nothing h')
      expect(await told('PK and nothing'))
        .to.match(/^422 /)
        .and.not.contain('undefined')
      expect(await told('name;strange\nA;b\n'))
        .to.match(/^422 /)
        .and.not.contain('undefined')
      // What many programs write where CSV is chosen.
      const { text } = await contact.send(
        '/spreadsheet',
        Buffer.from('Name;Mail address\nJosé;j@x.example\n', 'latin1'),
      )
      expect(text).to.contain('send that one: as XLSX, or as CSV in UTF-8 with its first line as it is.')
      expect(await told(Buffer.alloc(1_100_000, 'a')))
        .to.match(/^413 /)
        .and.not.contain('undefined')
      expect((await contact.post('/spreadsheet', { do: 'check' })).status).to.equal(415)
      expect(await entries()).to.deep.equal(['invited'])
    })
  })

  it('is answered by a page, whatever is sent, and nothing of it is recorded', async () => {
    const parts = (...some: readonly string[]): string =>
      [...some.map((part) => `--a\r\nContent-Disposition: form-data; ${part}\r\n`), '--a--\r\n'].join('')
    const field = (name: string, value: string): string => `name="${name}"\r\n\r\n${value}`
    const file = (value: string): string => `name="file"; filename="n"\r\nContent-Type: text/csv\r\n\r\n${value}`
    const form = 'multipart/form-data; boundary=a'
    const encoded = (text: string): string => Buffer.from(text).toString('base64')
    const strange: readonly (readonly [string, string, number])[] = [
      ['nothing', 'multipart/form-data', 400],
      [parts(), form, 422],
      [parts(file(csv(anRow)), file(csv(anRow))), form, 422],
      [parts(...Array.from({ length: 8 }, (_, at) => field(`f${at}`, 'x'))), form, 422],
      [parts(field('do', 'import'), field('checked', '%%%')), form, 422],
      [parts(field('do', 'import'), field('checked', encoded('PK strange'))), form, 422],
      [parts(field('__proto__', 'import'), field('checked', encoded('name;__proto__\nA;b\n'))), form, 422],
      [parts(file(csv(anRow.replace('icm', '__proto__'))), field('do', 'import')), form, 422],
      [parts(file(csv(anRow.replace('An Tran', 'An\u0000Tran'))), field('do', 'import')), form, 422],
      [parts(field('checked', 'A'.repeat(1_500_000))), form, 413],
      ['do=import', 'application/x-www-form-urlencoded', 415],
    ]
    for (const [body, type, expected] of strange) {
      const { status, text } = await contact.raw('/spreadsheet', body, type)
      expect([status, text.includes('<main')], `${body.slice(0, 200)} ${text.slice(-300)}`).to.deep.equal([
        expected,
        true,
      ])
      expect(text).to.not.match(/node_modules|\bat .{0,200}\.[cm]?[jt]s:\d|<script/)
    }
    const urlencoded = 'application/x-www-form-urlencoded'
    for (const body of ['', 'name=A&name=B', 'name[]=A', '__proto__=1', '%ff=%zz', `name=${'x'.repeat(50_000)}`])
      expect((await contact.raw('/nominate', body, urlencoded)).status, body.slice(0, 40)).to.equal(422)
    expect((await contact.raw('/nominate', parts(), form)).status).to.equal(415)
    expect(await entries()).to.deep.equal(['invited'])
    expect(await people()).to.deep.equal([])
    await contact.post('/nominate', an)
    for (const body of ['name=', 'name=A%00B', 'wish1=__proto__', 'email=%ff', `name=${'x'.repeat(50_000)}`])
      expect((await contact.raw('/correct/n1', body, urlencoded)).status, body.slice(0, 40)).to.equal(422)
    // Nothing of it says otherwise what stands.
    for (const body of ['', 'name[]=A', '__proto__=1', 'rank=0', 'rank=9', 'rank=x'])
      expect((await contact.raw('/correct/n1', body, urlencoded)).status, body.slice(0, 40)).to.equal(303)
    expect((await contact.raw('/correct/n1', parts(), form)).status).to.equal(415)
    expect(await entries()).to.deep.equal(['invited', 'nominationsBegun', 'nominated'])
    expect((await people()).map(({ seq }) => seq)).to.deep.equal([1])
  })

  it('is for whoever entered the code, from a page of ours, and for no other partner', async () => {
    for (const page of ['/nominate', '/correct/n1', '/spreadsheet', '/template.xlsx', '/template.csv']) {
      const { status, headers } = await request(door.app).get(`${link}${page}`)
      expect([status, headers['location']], page).to.deep.equal([303, `${link}/code?to=nominations`])
      expect((await request(door.app).get(`/partner/${'x'.repeat(43)}${page}`)).status, page).to.equal(404)
    }
    for (const page of ['/nominate', '/correct/n1', '/spreadsheet']) {
      const anybody = await request(door.app).post(`${link}${page}`).type('form').send(an)
      expect([anybody.status, anybody.headers['location']]).to.deep.equal([303, `${link}/code?to=nominations`])
      const elsewhere = await request(door.app).post(`${link}${page}`).set('Origin', 'https://evil.example').send()
      expect(elsewhere.status, page).to.equal(403)
    }
    expect(await people()).to.deep.equal([])
  })

  it('is refused in words once the last day has passed', async () => {
    await contact.post('/nominate', an)
    await contact.post('/nominations', { do: 'finish' })
    door.at('2028-01-31T22:50:00Z')
    const late = await enterLink(door, link)
    door.at('2028-01-31T23:00:00Z')
    const { status, text } = await late.post(
      '/nominate',
      { ...an, email: 'b@student.example', name: 'Binh Le', birthOn: '2005-12-01' },
      '5',
    )
    expect([status, text.includes('Nominations are closed')]).to.deep.equal([410, true])
    expect(await people()).to.have.length(1)
  })

  it('tells nothing of whom the school knows: what is given is a record of its own, and the office settles it', async () => {
    const { email, nationality, residence } = an
    const origin = { email, nationality, residence, language: 'en', level: 'master', seq: 1, head: 'none' } as const
    await door.store.candidates.insertMany([
      { ...origin, _id: 'c1', name: 'Anh Tran', birthOn: civil('2006-03-14') },
      { ...origin, _id: 'c2', name: 'Binh Le', birthOn: civil('2005-12-01'), email: 'binh@student.example' },
    ])
    await command(door, 'officer', ofPartner('usj'), {
      type: 'nominate',
      input: { candidate: 'c2', wishes: ['icm'], channel: 'jointCampaign' },
    })
    const before = await door.store.candidates.find({ givenBy: null }).sort({ _id: 1 }).lean()
    const pages = async (): Promise<number[]> =>
      Promise.all(['', '/nominate', '/nominations'].map(async (page) => Number(seqIn((await contact.get(page)).text))))
    const shown = async (form: Record<string, string>) => {
      const earlier = await pages()
      const { status, location, text } = await contact.post('/nominate', form)
      return { status, location, text, more: (await pages()).map((seq, page) => seq - (earlier[page] ?? 0)) }
    }
    await contact.post('/nominate', { ...an, name: 'Duc Ngo', birthOn: '2003-01-01', email: 'duc@student.example' })
    // One address and another name; wholly alike, and nominated by another partner; nobody that is known.
    const likely = await shown(an)
    const elsewhere = await shown({ ...an, name: 'Binh Le', birthOn: '2005-12-01', email: 'binh@student.example' })
    const fresh = await shown({ ...an, name: 'Cam Vo', birthOn: '2004-01-01', email: 'cam@student.example' })
    expect([likely, elsewhere]).to.deep.equal([fresh, fresh])
    const { text } = await contact.get('/nominations')
    expect(text).to.contain('2. An Tran').and.contain('3. Binh Le').and.contain('4. Cam Vo').and.not.contain('Anh')
    expect(await door.store.candidates.find({ givenBy: null }).sort({ _id: 1 }).lean()).to.deep.equal(before)
    const given = await door.store.candidates.find({ givenBy: 'usth' }).sort({ name: 1 }).lean()
    expect(given.map(({ name, sameAs }) => [name, sameAs])).to.deep.equal([
      ['An Tran', undefined],
      ['Binh Le', 'c2'],
      ['Cam Vo', undefined],
      ['Duc Ngo', undefined],
    ])
    const again = await shown({ ...an, name: 'An Tran Thi' })
    expect([again.status, again.text.includes('“An Tran” is among your nominations')]).to.deep.equal([422, true])
    expect(await entries()).to.deep.equal([
      'invited',
      'nominationsBegun',
      'nominated',
      'nominated',
      'personsFoundAlike',
      'nominated',
      'nominated',
    ])
  })

  it('leaves what the office corrected as it is, when the same is sent again', async () => {
    await contact.post('/nominate', an)
    await door.store.candidates.updateOne({ givenBy: 'usth' }, { $set: { name: 'An Tran Thi', level: 'master' } })
    expect((await contact.post('/nominate', an)).status).to.equal(303)
    expect((await people()).map(({ name, level }) => [name, level])).to.deep.equal([['An Tran Thi', 'master']])
    expect(await entries()).to.deep.equal(['invited', 'nominationsBegun', 'nominated'])
  })

  it('makes another record of whoever was erased and is given again in the same words', async () => {
    await contact.post('/nominate', an)
    const [first] = await people()
    await contact.post('/nominations', { do: 'cancel', nomination: 'n1', reason: 'She stays at home.' })
    const erased = { erasedOn: '2027-10-05', email: 'erased@erased.invalid' }
    const gone = { name: '', birthOn: '', nationality: '', residence: '', level: '' }
    await door.store.candidates.updateOne({ _id: first?._id ?? '' }, { $set: erased, $unset: gone })
    for (const _ of [1, 2]) expect((await contact.post('/nominate', an)).status).to.equal(303)
    expect((await people()).map(({ name, erasedOn }) => name ?? erasedOn)).to.deep.equal(['2027-10-05', 'An Tran'])
    expect((await contact.get('/nominations')).text)
      .to.contain('1. An Tran')
      .and.not.contain('2. ')
  })

  it('holds to the limit of the programme that is wished first, by its name', async () => {
    await door.store.programmes.updateOne({ _id: 'icm' }, { $set: { nominationLimit: 1 } })
    await countEdit(door.store)
    try {
      await contact.post('/nominate', an)
      const { status, text } = await contact.post('/nominate', {
        ...an,
        name: 'Binh Le',
        birthOn: '2005-12-01',
        email: 'b@student.example',
      })
      expect(status).to.equal(422)
      expect(text).to.contain('id="wish1-error"').and.not.contain('“icm”')
      expect((await contact.get('/nominations')).text).to.contain('1 nominated as the first wish, 1 at most')
    } finally {
      await door.store.programmes.updateOne({ _id: 'icm' }, { $unset: { nominationLimit: '' } })
      await countEdit(door.store)
    }
  })

  it('can be thought of again by whoever said nobody this year, until the last day', async () => {
    const { text } = await contact.get('')
    await contact.post('', { do: 'none' }, seqIn(text))
    const said = await contact.get('')
    expect(said.text)
      .to.contain('Nobody this year')
      .and.contain('Monday 31 January 2028')
      .and.contain('value="confirm"')
    const [first, second] = await Promise.all([1, 2].map(() => contact.post('', { do: 'confirm' }, seqIn(said.text))))
    expect([first?.status, second?.status]).to.deep.equal([303, 303])
    expect(await entries()).to.deep.equal(['invited', 'saidNone', 'reconsidered'])
    expect((await loadParticipation(door.store, usth))?.state.status).to.equal('opened')
    await command(door, 'officer', usth, { type: 'recordNoneThisYear', input: {} })
    door.at('2028-01-31T23:00:00Z')
    const over = await contact.get('')
    expect([over.status, over.text.includes('<form')]).to.deep.equal([200, false])
    expect((await contact.post('', { do: 'confirm' }, '9')).status).to.equal(409)
    expect((await entries()).at(-1)).to.equal('saidNone')
  })
})
