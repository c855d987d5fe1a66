import { deflateRawSync } from 'node:zlib'
import { expect } from 'chai'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { cycle as key, openCycle } from './cycle-opened.ts'
import { openDesk, type Client, type Desk } from './desk.ts'
import { rowOf, workbookOf } from '../workbook.ts'

const of = `/participations/${key}.usth`
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const header = 'name;birthOn;email;language;nationality;residence;level;wish1;wish2;channel;statement'
const an = 'An Tran;2006-03-14;an@student.example;en;VN;VN;bachelor;icm;ismin;jointCampaign;She speaks French.'
const binh = 'Binh Le;2005-12-01;binh@student.example;fr;VN;FR;master;ismin;;partnerContact;'
const csv = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n')

describe('nominations by spreadsheet, over the API (S17)', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    await openCycle(desk, ['usth', 'usj'])
    officer = await desk.as('officer')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const send = (file: string | Buffer, { type = 'text/csv', dry = false } = {}) =>
    officer.agent
      .post(`/api/v1${of}/importNominationsFile${dry ? '?dryRun=true' : ''}`)
      .set('Content-Type', type)
      .send(file)
  const counts = async (): Promise<readonly number[]> =>
    Promise.all([
      desk.store.candidates.countDocuments(),
      desk.store.ledger.countDocuments({ stream: `participation/${key}.usth` }),
      desk.store.ledger.countDocuments(),
    ])
  const faultsOf = (faults: { line: number; column: string | null; code: string }[]): string[] =>
    faults.map(({ line, column, code }) => `${line} ${column} ${code}`)

  it('come in the order of the file, with their candidates; the same file again changes nothing', async () => {
    const before = await counts()
    const tried = await send(csv(an, binh), { dry: true })
    expect(tried.body).to.deep.equal({
      dryRun: true,
      rows: 2,
      nominated: 2,
      corrected: 0,
      unchanged: 0,
      candidates: { added: 2, edited: 0 },
      faults: [],
    })
    expect(await counts()).to.deep.equal(before)
    const mixed = csv(an, binh).replace(/\r?\n/, '\r\n')
    expect((await send(mixed, { dry: true })).body, 'lines that end in two ways').to.deep.equal(tried.body)
    const done = await send(csv(an, binh))
    expect([done.status, done.body.nominated, done.body.candidates.added]).to.deep.equal([200, 2, 2])
    const { nominations } = (await officer.get(of)).body
    expect(
      nominations.map(({ candidate, wishes, statement }: (typeof nominations)[number]) => [
        candidate.who.name,
        wishes.map(({ id }: { id: string }) => id).join(),
        statement,
      ]),
    ).to.deep.equal([
      ['An Tran', 'icm,ismin', 'She speaks French.'],
      ['Binh Le', 'ismin', null],
    ])
    const after = await counts()
    const again = await send(csv(an, binh))
    expect(again.body).to.deep.include({
      nominated: 0,
      corrected: 0,
      unchanged: 2,
      candidates: { added: 0, edited: 0 },
    })
    expect(await counts()).to.deep.equal(after)
    const changed = await send(csv(an.replace('ismin;', ';'), binh.replace(';FR;', ';VN;')))
    expect(changed.body).to.deep.include({
      nominated: 0,
      corrected: 1,
      unchanged: 1,
      candidates: { added: 0, edited: 1 },
    })
  })

  it('come all or not at all: what is wrong is told by row and column, in the language of the reader', async () => {
    const before = await counts()
    const { status, body } = await send(
      csv(
        an,
        binh.replace('binh@student.example', 'nowhere'),
        binh.replace('partnerContact', 'byPost').replace(';FR;', ';ZZ;'),
        an.replace('An Tran', 'Somebody Else'),
        binh.replace('ismin', 'master-materials'),
        binh.replace('Binh Le', 'Cam Vo').replace('binh@', 'cam@').replace('ismin;;', 'ismin;ismin;'),
      ),
    )
    expect([status, body.code]).to.deep.equal([422, 'import-refused'])
    expect(faultsOf(body.fields.rows)).to.deep.equal([
      '3 Adresse électronique mail_address',
      '4 Voie invalid_value',
      '4 Adresse électronique named_twice',
      '4 Pays de résidence register.country-unknown',
      '5 Adresse électronique named_twice',
      '6 Adresse électronique named_twice',
      '6 Premier vœu participation.programme-unknown',
      '7 Deuxième vœu named_twice',
    ])
    expect(body.fields.rows[2].message).to.contain('Adresse électronique')
    expect(await counts()).to.deep.equal(before)
  })

  it('are told all that is wrong with each, also with what the others of its cells say, and what cannot be read', async () => {
    await officer.agent
      .post(`/api/v1/participations/${key}.usj/importNominationsFile`)
      .set('Content-Type', 'text/csv')
      .send(csv(binh))
    const before = await counts()
    const { body } = await send(
      csv(
        'An Tran;2031-03-14;an@student;en;ZZ;YY;bachelor;nowhere;master-materials;jointCampaign;',
        'Cam Vo;2031-03-14;cam@student.example;en;ZZ;VN;bachelor;master-materials;master-materials;jointCampaign;',
        binh.replace('ismin;;', 'ismin;master-materials;').replace(';VN;', ';ZZ;'),
      ),
      { dry: true },
    )
    expect(faultsOf(body.faults)).to.deep.equal([
      '2 Adresse électronique mail_address',
      '2 Nationalité register.country-unknown',
      '2 Pays de résidence register.country-unknown',
      '2 Né(e) le register.birth-ahead',
      '2 Premier vœu participation.programme-unknown',
      '2 Deuxième vœu participation.programme-unknown',
      '3 Nationalité register.country-unknown',
      '3 Né(e) le register.birth-ahead',
      '3 Deuxième vœu named_twice',
      '3 Premier vœu participation.programme-unknown',
      '4 Nationalité register.country-unknown',
      '4 Adresse électronique participation.candidate-elsewhere',
      '4 Deuxième vœu participation.programme-unknown',
    ])
    expect([body.rows, body.nominated]).to.deep.equal([3, 0])
    expect(await counts()).to.deep.equal(before)
  })

  it('that are wrong say what would do, in the words of the template', async () => {
    const { body } = await send(
      csv(
        an.replace('an@student.example', 'x').replace('2006-03-14', '2004-02-30'),
        binh.replace(';fr;', ';de;').replace(';VN;', ';Hanoi;').replace(';master;', ';M2;'),
        binh.replace('Binh Le', 'Cam Vo').replace('ismin;;', 'Ingénieur;;').replace('partnerContact', 'byPost'),
      ),
      { dry: true },
    )
    expect(
      body.faults.map(({ line, message }: { line: number; message: string }) => `${line} ${message}`),
    ).to.deep.equal([
      '2 «\u00a0Né(e) le\u00a0» n’est pas un jour du calendrier. Écrivez-le ainsi\u00a0: 2027-09-30 (année, mois, jour).',
      '2 «\u00a0Adresse électronique\u00a0» n’est pas une adresse électronique. Écrivez-en une seule, sans nom autour, par exemple prenom.nom@universite.example.',
      '3 «\u00a0Langue\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0français\u00a0» et «\u00a0anglais\u00a0».',
      '3 «\u00a0Nationalité\u00a0» n’est pas un pays. Écrivez son code de deux lettres majuscules (ISO 3166-1), par exemple VN pour le Viêt Nam.',
      '3 «\u00a0Niveau d’études\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0licence\u00a0», «\u00a0master ou ingénieur\u00a0» et «\u00a0doctorat\u00a0».',
      '4 «\u00a0Premier vœu\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0Ingénieur civil des mines\u00a0» et «\u00a0Ingénieur spécialisé en microélectronique et informatique (ISMIN)\u00a0».',
      '4 «\u00a0Voie\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0campagne commune des écoles\u00a0», «\u00a0campagne propre à l’école\u00a0» et «\u00a0contact direct avec l’établissement partenaire\u00a0».',
      '4 «\u00a0Adresse électronique\u00a0» désigne deux fois la même chose. N’en gardez qu’une.',
    ])
  })

  it('name whoever likely is somebody known: registered as another, which is confirmed, the same file goes in', async () => {
    await send(csv(an))
    const other = an.replace('an@', 'other@')
    const { body } = await send(csv(other))
    expect(body.fields.rows[0].message).to.contain(
      's’il s’agit d’une autre personne, ajoutez-la au registre en le confirmant, puis renvoyez',
    )
    const [name, birthOn, email, language, nationality, residence, level] = other.split(';')
    const said = { name, birthOn, email, language, nationality, residence, level }
    expect((await officer.post('/candidates', { ...said, confirmDuplicate: true })).status).to.equal(201)
    const again = await send(csv(other))
    expect([again.status, again.body.nominated]).to.deep.equal([200, 1])
  })

  it('name whoever has the address of somebody else, or likely is somebody known', async () => {
    await send(csv(an))
    const { body } = await send(
      csv(an.replace('An Tran', 'Somebody Else').replace('2006', '2005'), an.replace('an@', 'other@')),
      { dry: true },
    )
    expect(faultsOf(body.faults)).to.deep.equal([
      '2 Adresse électronique register.candidate-known',
      '3 Nom register.candidate-likely',
    ])
  })

  it('name whoever another partner nominated in the cycle, with that partner (S18)', async () => {
    await officer.agent
      .post(`/api/v1/participations/${key}.usj/importNominationsFile`)
      .set('Content-Type', 'text/csv')
      .send(csv(binh))
    const { body } = await send(csv(an, binh), { dry: true })
    expect(faultsOf(body.faults)).to.deep.equal(['3 Adresse électronique participation.candidate-elsewhere'])
    expect(body.faults[0].message).to.contain('St. Joseph University Beirut')
  })

  it('are written into a template whose lists offer programmes, channels, levels and countries', async () => {
    const { body, headers } = await officer.agent.get(`/api/v1${of}/nominationsTemplate`).responseType('blob')
    expect(headers['content-disposition']).to.equal(`attachment; filename="nominations-${key}.usth.xlsx"`)
    const { sheets } = await readXlsx(body)
    const [sheet, lists] = sheets
    const columns = (sheet?.rows[0] ?? []).map(String)
    expect(columns.slice(0, 4)).to.deep.equal(['Nom', 'Né(e) le', 'Adresse électronique', 'Langue'])
    expect(sheet?.dataValidations?.map(({ range, formula1 }) => `${range} ${formula1}`).slice(3, 5)).to.deep.equal([
      'G2:G501 Lists!$D$1:$D$3',
      'H2:H501 Lists!$E$1:$E$2',
    ])
    const chosen = (list: number, row: number): string => String(lists?.rows[row]?.[list])
    expect([0, 1, 2, 3].map((row) => chosen(1, row))).to.deep.equal([
      'Afghanistan',
      'Afrique du Sud',
      'Albanie',
      'Algérie',
    ])
    const cells: Record<string, string | Date> = {
      Nom: 'An Tran',
      'Né(e) le': new Date('2006-03-14T00:00:00Z'),
      'Adresse électronique': 'an@student.example',
      Langue: 'French',
      Nationalité: 'Viêt Nam',
      'Pays de résidence': 'France',
      'Niveau d’études': chosen(3, 0),
      'Premier vœu': chosen(4, 1),
      Voie: 'campagne propre à l’école',
    }
    const filled = await writeXlsx({
      sheets: [{ name: 'Nominations', rows: [columns, columns.map((column) => cells[column] ?? null)] }],
    })
    const done = await send(Buffer.from(filled), { type: xlsx })
    expect([done.status, JSON.stringify(done.body.faults ?? done.body)]).to.deep.equal([200, '[]'])
    const [one] = (await officer.get(of)).body.nominations
    expect(one.candidate.who).to.deep.include({ birthOn: '2006-03-14', language: 'fr' })
    expect([one.candidate.who.residence.code, one.channel.code, one.wishes[0].id]).to.deep.equal([
      'FR',
      'ownCampaign',
      'ismin',
    ])
  })

  it('are refused as what is no such file, is too long, or would unpack to too much', async () => {
    const code = async (file: string | Buffer, type?: string): Promise<string> => {
      const { status, body } = await send(file, type ? { type } : {})
      return `${status} ${body.code}`
    }
    const { body } = await send('name;strange\nA;b\n')
    expect(body.detail).to.contain('Prenez le modèle de ces nominations (un classeur XLSX')
    expect(await code('name;strange\nA;b\n')).to.equal('422 import-unreadable')
    expect(await code('', xlsx)).to.equal('422 import-unreadable')
    expect(await code('PK nothing of the kind', xlsx)).to.equal('422 import-unreadable')
    expect(await code('{}', 'application/json')).to.equal('415 unsupported-media-type')
    expect(await code(csv(...Array.from({ length: 501 }, () => an)))).to.equal('409 participation.too-many')
    const bomb = packed('xl/worksheets/sheet1.xml', Buffer.alloc(60 * 1024 * 1024, 32))
    expect(bomb.length).to.be.below(100_000)
    expect(await code(bomb, xlsx)).to.equal('413 body-too-large')
    expect(await code(`${csv(an)}${';;\n'.repeat(10_000)}`)).to.equal('413 import-too-long')
  })

  it('are read as far as anything stands in the sheet: what lies too far below is refused, what is only formatted is not', async () => {
    const rows = rowOf(1, header.split(';')) + rowOf(2, an.split(';'))
    const formatted = Array.from({ length: 1000 }, (_, n) => `<row r="${n + 3}"><c s="1"/></row>`).join('')
    const sent = async (row: string) => send(await workbookOf(rows + formatted + row), { type: xlsx, dry: true })
    const { body } = await sent(rowOf(5000, binh.split(';')) + '<row r="1048576"><c s="1"/></row>')
    expect([body.rows, body.nominated, body.faults]).to.deep.equal([2, 2, []])
    const far = await sent(rowOf(1_048_576, ['x']))
    expect([far.status, far.body.code]).to.deep.equal([413, 'import-too-long'])
    expect(far.body.detail).to.contain('jusqu’à 10\u202f000 lignes').and.to.contain('Partagez-le en plusieurs fichiers')
  })

  it('are for the office alone, and for whoever answers for the partner', async () => {
    for (const account of ['pilot', 'direction', 'auditor', 'administrator']) {
      const { agent } = await desk.as(account)
      const sent = await agent.post(`/api/v1${of}/importNominationsFile`).set('Content-Type', 'text/csv').send(csv(an))
      const template = await agent.get(`/api/v1${of}/nominationsTemplate`)
      expect([sent.status, template.status], account).to.deep.equal([403, 403])
    }
    const { agent } = await desk.as('centre-head.cmp')
    expect((await agent.get(`/api/v1${of}/nominationsTemplate`)).status).to.equal(404)
  })
})

/** A ZIP of one part. */
function packed(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end])
}
