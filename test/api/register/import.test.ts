import { expect } from 'chai'
import { readLedger } from '../../../store/ledger.ts'
import { verifyLedger } from '../../../store/verify.ts'
import { openDesk, stored, type Client, type Desk } from '../desk.ts'
import { bigFile } from './big-file.ts'

const header = 'name;country;city;domains;relationship;contactRole;contactName;contactEmail;contactLanguage'
const lines = [
  'Politecnico di Milano;IT;Milan;polimi.it|polimi.eu;exchange;internationalOffice;"Verdi; Rosa";rosa@polimi.example;en',
  'Politecnico di Milano;IT;;;;academicContact;;paolo@polimi.example;en',
  'Vietnam Maritime University;VN;Hai Phong;vimaru.edu.vn;prospect;;;;',
]
const file = [header, ...lines].join('\n')

describe('POST /partners/import', () => {
  let desk: Desk
  let officer: Client
  let seeded: number
  beforeEach(async () => {
    desk = await openDesk()
    seeded = await count()
    officer = await desk.as('officer')
  })
  afterEach(() => desk?.close())

  const send = async (text: string | Buffer, { dryRun = false, by = officer, type = 'text/csv' } = {}) => {
    const { status, body } = await by.agent
      .post(`/api/v1/partners/import?dryRun=${dryRun}`)
      .set('Content-Type', type)
      .send(text)
    return { status, body }
  }
  const count = () => desk.store.partners.countDocuments()

  it('adds partners with their contacts, and changes nothing when the same file comes again', async () => {
    const { status, body } = await send(file)
    expect(status).to.equal(200)
    expect(body).to.deep.equal({ dryRun: false, rows: 3, added: ['polimi', 'vimaru'], edited: [], faults: [] })
    const milan = (await officer.get('/partners/polimi')).body
    expect(milan).to.deep.include({ city: 'Milan', domains: ['polimi.it', 'polimi.eu'] })
    expect(milan.contacts.map(({ name, email }: { name: string; email: string }) => `${name} ${email}`)).to.deep.equal([
      'Verdi; Rosa rosa@polimi.example',
      'null paolo@polimi.example',
    ])
    const before = await stored(desk)
    expect((await send(file)).body).to.deep.include({ added: [], edited: [], rows: 3 })
    expect(await stored(desk)).to.equal(before)
    expect(await readLedger(desk.store, 'partner/polimi')).to.have.length(1)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('edits what the file says otherwise, and leaves the rest', async () => {
    await send(file)
    const { body } = await send(
      file.replace('Milan;polimi.it|polimi.eu', 'Milano;').replace('internationalOffice', 'management'),
    )
    expect(body).to.deep.include({ added: [], edited: ['polimi'] })
    const milan = (await officer.get('/partners/polimi')).body
    expect([milan.city, milan.domains.length, milan.contacts[0].role.code, milan.contacts.length]).to.deep.equal([
      'Milano',
      2,
      'management',
      2,
    ])
  })

  it('has a partner that is registered work where the file says, and names the row of a zone that is not theirs', async () => {
    const located = (zone: string): string => `name;country;zone\nPontifical Catholic University of Chile;CL;${zone}`
    await send(located('America/Santiago'))
    const { body } = await send(located('America/Punta_Arenas'))
    expect(body.edited).to.have.length(1)
    expect((await officer.get(`/partners/${body.edited[0]}`)).body.zone).to.equal('America/Punta_Arenas')
    const refused = await send(located('Europe/Paris'))
    expect([refused.status, refused.body.fields.rows[0].line, refused.body.fields.rows[0].code]).to.deep.equal([
      422,
      2,
      'register.zone-elsewhere',
    ])
  })

  it('says in a dry run what it would do, and does nothing', async () => {
    const before = await stored(desk)
    expect((await send(file, { dryRun: true })).body).to.deep.include({
      dryRun: true,
      added: ['polimi', 'vimaru'],
      edited: [],
    })
    const { status, body } = await send(`${file}\nNowhere;XX;;;;;;;`, { dryRun: true })
    expect([status, body.faults.length]).to.deep.equal([200, 1])
    expect(await stored(desk)).to.equal(before)
  })

  it('reads commas as well, a byte order mark, CRLF, quotes, and refuses what is no UTF-8 or no such table', async () => {
    const commas = '\uFEFFname,country,city\r\n"Università ""La Sapienza""",IT,"Rome, centre"\r\n'
    expect((await send(commas)).body.added).to.have.length(1)
    for (const bad of [
      Buffer.from('name;country\nUniversit\xe9;IT', 'latin1'),
      'name;colour\nX;red',
      'name;country\n"X;IT',
      '',
    ])
      expect((await send(bad)).body.code).to.equal('import-unreadable')
    expect((await send('{}', { type: 'application/json' })).status).to.equal(415)
  })

  it('names each bad row with its line and its reason in the reader’s language, and imports nothing', async () => {
    const bad = [
      header,
      lines[0],
      ';IT;;;;;;;',
      'A;Italy;;;;;;;',
      'B;IT;;;;internationalOffice;;not an address;en',
      'C;FR;;;;;;;',
      'Turin Polytechnic Institute;IT;;;;;;;',
      'D;IT;;;;;;d@d.example;',
    ].join('\n')
    const { status, body } = await send(bad)
    expect([status, body.code]).to.deep.equal([422, 'import-refused'])
    expect(
      body.fields.rows.map(
        ({ line, column, code }: Record<string, string | number | null>) => `${line} ${column ?? 'null'} ${code}`,
      ),
    ).to.deep.equal([
      '3 name invalid_type',
      '4 country country_form',
      '5 contactEmail mail_address',
      '6 reason register.unlisted-reason',
      '7 name register.likely-duplicate',
      '8 contactRole beside_missing',
      '8 contactLanguage beside_missing',
    ])
    expect(body.fields.rows[3].message).to.contain('n’est pas ciblé')
    const told = (at: number): string => body.fields.rows[at].message
    expect(told(1)).to.contain('deux lettres majuscules (ISO 3166-1), par exemple VN')
    expect(told(2)).to.contain('par exemple prenom.nom@universite.example')
    expect(told(5)).to.contain('dont il faut le rôle, l’adresse et la langue')
    expect(await count()).to.equal(seeded)
  })

  it('says what would do: the values that are possible, how lists are written, and what is needed', async () => {
    const { body } = await send(
      [
        'name;country;domains;networks;relationship;contactRole;contactEmail;contactLanguage',
        'A school;IT;https://a.example;;;;;',
        'B school;IT;;;married;;;',
        'C school;IT;;;;chief;c@c.example;it',
        `D school;IT;;${'x'.repeat(201)};;;;`,
      ].join('\n'),
    )
    const messages: string[] = body.fields.rows.map(({ message }: { message: string }) => message)
    expect(messages).to.deep.equal([
      '«\u00a0domains\u00a0» n’est pas un nom de domaine, ou une liste de ceux-ci. Écrivez-les sans adresse autour, séparés par «\u00a0|\u00a0», par exemple universite.example|ecole.example.',
      '«\u00a0relationship\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0prospect\u00a0», «\u00a0exchange\u00a0», «\u00a0dormant\u00a0» et «\u00a0ended\u00a0».',
      '«\u00a0contactRole\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0partnerCoordinator\u00a0», «\u00a0internationalOffice\u00a0», «\u00a0academicContact\u00a0», «\u00a0researchContact\u00a0», «\u00a0management\u00a0» et «\u00a0administration\u00a0».',
      '«\u00a0contactLanguage\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0fr\u00a0» et «\u00a0en\u00a0».',
      '«\u00a0networks\u00a0» ne dit pas des réseaux\u00a0: des noms courts, séparés par «\u00a0|\u00a0». Par exemple n+i|Time.',
    ])
  })

  it('tells all that is wrong with a row at once, by column, also of one that can be read in part alone', async () => {
    const { body } = await send(
      [
        'id;name;country;zone;city;relationship;contactName;contactEmail;reason',
        ';Turin Polytechnic Institute;FR;Asia/Tokyo;;;;;',
        ';Turin Polytechnic Institute;IT;Asia/Tokyo;Turin;married;Rosa Verdi;;',
        'UPPER;A school of Lyon;FR;Asia/Tokyo;;;;d@d.example;',
        ';Some school;IT;;Milan;exchange;;;',
        ';Some school;IT;;Rome;dormant;;not an address;',
        `;Another;FR;;;;;;${'x'.repeat(100_000)}`,
        'usth;Any name;VN;Europe/Paris;;married;;;',
      ].join('\n'),
      { dryRun: true },
    )
    expect(
      body.faults.map(({ line, column, code }: (typeof body.faults)[number]) => `${line} ${column} ${code}`),
    ).to.deep.equal([
      '2 reason register.unlisted-reason',
      '2 zone register.zone-elsewhere',
      '3 relationship invalid_value',
      '3 contactEmail beside_missing',
      '3 contactRole beside_missing',
      '3 contactLanguage beside_missing',
      '3 zone register.zone-elsewhere',
      '3 name register.likely-duplicate',
      '4 id invalid_format',
      '4 contactRole beside_missing',
      '4 contactLanguage beside_missing',
      '4 zone register.zone-elsewhere',
      '6 contactEmail mail_address',
      '6 contactRole beside_missing',
      '6 contactLanguage beside_missing',
      '6 city partner_differs',
      '6 relationship partner_differs',
      '7 reason too_big',
      '8 relationship invalid_value',
      '8 zone register.zone-elsewhere',
    ])
    expect([body.added, body.edited]).to.deep.equal([[], []])
  })

  it('says of a line with more cells than columns that it has', async () => {
    const { body } = await send('name;country\nA school;IT;Milan')
    expect(body.fields.rows).to.have.length(1)
    expect(body.fields.rows[0]).to.include({ line: 2, code: 'cells_extra' })
    expect(body.fields.rows[0].message).to.contain('plus de cellules')
  })

  it('says of a country that there is none, before anything else of it', async () => {
    for (const row of ['Nowhere;ZZ;;;;;;;', 'Nowhere;XX;;;;;;;']) {
      const { body } = await send([header, row].join('\n'))
      const country = row.slice(8, 10)
      expect(body.fields.rows).to.deep.equal([
        {
          line: 2,
          column: 'country',
          code: 'register.country-unknown',
          message: `Aucun pays n’a le code «\u00a0${country}\u00a0». Utilisez les deux lettres de la norme ISO 3166-1, par exemple NZ pour la Nouvelle-Zélande.`,
        },
      ])
    }
    const alone = await officer.post('/partners', { name: 'Nowhere', country: 'ZZ' })
    expect([alone.status, alone.body.code]).to.deep.equal([422, 'register.country-unknown'])
  })

  it('takes no name without a letter, of a partner or of a contact', async () => {
    const rows = [header, '!!!;IT;;;;;;;', 'A;IT;;;;administration;...;a@x.example;en', '東京大学;JP;;;;;;;'].join('\n')
    const { body } = await send(rows, { dryRun: true })
    expect(body.faults.filter(({ code }: { code: string }) => code === 'letter_missing')).to.deep.equal([
      {
        line: 2,
        column: 'name',
        code: 'letter_missing',
        message: '«\u00a0name\u00a0» ne contient aucune lettre, or un nom en a au moins une.',
      },
      {
        line: 3,
        column: 'contactName',
        code: 'letter_missing',
        message: '«\u00a0contactName\u00a0» ne contient aucune lettre, or un nom en a au moins une.',
      },
    ])
    expect(body.faults.map(({ line }: { line: number }) => line)).to.not.include(4)
  })

  it('takes no more domains and networks of a partner than it may have, new or registered', async () => {
    const many = (most: number): string => Array.from({ length: most }, (_, n) => `d${n}.example`).join('|')
    for (const id of ['polimi', 'usth'])
      for (const [column, most] of [
        ['domains', 20],
        ['networks', 30],
      ] as const) {
        const row = (count: number): string =>
          `id;name;country;${column}\n${id};Politecnico di Milano;IT;${many(count)}`
        const { status, body } = await send(row(most + 1))
        expect([status, body.code], `${id} ${column}`).to.deep.equal([422, 'import-refused'])
        expect(body.fields.rows[0], `${id} ${column}`).to.include({ line: 2, column, code: 'too_big' })
        expect((await send(row(most), { dryRun: true })).body.faults, `${id} ${column}`).to.deep.equal([])
      }
  })

  it('names the first thousand faults of a file that has nothing else', async () => {
    for (const bad of [
      `name;country;networks\nA;IT;${'|'.repeat(900_000)}`,
      `name;country\n${'A;Italy\n'.repeat(4999)}`,
    ]) {
      const before = process.cpuUsage()
      const { status, body } = await send(bad)
      expect([status, body.code]).to.deep.equal([422, 'import-refused'])
      expect(body.fields.rows.length).to.be.within(1, 1000)
      expect(process.cpuUsage(before).user).to.be.below(5_000_000)
    }
  })

  it('leaves the register as it was for one bad row 400 of 500, and adds all 500 without it', async () => {
    const before = await stored(desk)
    const { body } = await send(bigFile(500, { badRow: 400 }))
    expect(body.fields.rows).to.have.length(1)
    expect(body.fields.rows[0]).to.include({ line: 401, column: 'country', code: 'country_form' })
    expect(await stored(desk)).to.equal(before)
    expect((await send(bigFile(500))).body.added).to.have.length(500)
    expect(await count()).to.equal(seeded + 500)
    expect((await verifyLedger(desk.store)).faults).to.deep.equal([])
  })

  it('keeps nobody waiting with a file of names that are much alike, and names ten of those that each may be', async () => {
    const names = (n: number, first: number): string =>
      `name;country\n${Array.from({ length: n }, (_, at) => `Test Univ number ${first + at};IT`).join('\n')}\n`
    await send(names(300, 0))
    const order: string[] = []
    const dryRun = send(names(800, 1000), { dryRun: true }).finally(() => order.push('import'))
    for (let asked = 0; asked < 5; asked++) await officer.get('/me')
    order.push('others')
    const { body } = await dryRun
    expect(order).to.deep.equal(['others', 'import'])
    expect(body.faults).to.have.length(800)
    expect(body.faults[0].message.match(/number \d+/g)).to.have.length(10)
  })

  it('has a template, and is for who edits partners', async () => {
    const { headers, text } = await officer.agent.get('/api/v1/partners/importTemplate')
    expect(headers['content-type']).to.contain('text/csv')
    expect(text).to.match(/^\uFEFFid;name;country;.*contactEmail/)
    expect((await send(text)).body.rows).to.equal(0)
    const pilot = await desk.as('pilot')
    expect((await send(file, { by: pilot })).status).to.equal(403)
  })
})
