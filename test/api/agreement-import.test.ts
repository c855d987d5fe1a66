import { expect } from 'chai'
import { pdf } from '../documents/made.ts'
import { openDesk, stored, type Client, type Desk } from './desk.ts'
import { upload } from './uploading.ts'

const header = 'reference;title;kind;partners;centres;from;until;signedOn;noticeMonths;places;scan'
const lines = [
  'A-1;Exchanges;exchange;usth;cmp;2022-09-01;2028-08-31;2022-05-04;6;incoming:master:2022:4|outgoing:master:2023:2;usth.pdf',
  'A-2;Framework;framework;usj|usth;;2027-09-01;2031-08-31;;12;;',
]
const file = [header, ...lines].join('\n')

describe('POST /agreements/import', () => {
  let desk: Desk
  let officer: Client
  beforeEach(async () => {
    desk = await openDesk()
    desk.at('2027-01-11T09:00:00Z')
    officer = await desk.as('officer')
  })
  afterEach(() => desk?.close())

  const send = (text: string, query = '') => officer.post(`/agreements/import${query}`, text, { type: 'text/csv' })
  const scan = async (name = 'usth.pdf'): Promise<string> => (await upload(officer, pdf(), name)).body.id
  const faultsOf = (rows: readonly { line: number; column: string | null; code: string }[]) =>
    rows.map(({ line, column, code }) => `${line} ${column} ${code}`)

  it('drafts what it says, with scans that were uploaded; the same file again changes nothing', async () => {
    const document = await scan()
    const { status, body } = await send(file)
    expect([status, body]).to.deep.equal([
      200,
      { dryRun: false, rows: 2, added: ['00001', '00002'], unchanged: [], waiting: [], faults: [] },
    ])
    const first = (await officer.get('/agreements/00001')).body
    expect(first).to.deep.include({ title: 'Exchanges', inForce: true, noticeMonths: 6 })
    expect([first.places.length, first.agreed[0].scans[0].id]).to.deep.equal([2, document])
    expect((await officer.get('/agreements/00002')).body.status.code).to.equal('draft')
    const before = await stored(desk)
    const again = await send(file)
    expect(again.body).to.deep.include({ added: [], unchanged: ['00001', '00002'], faults: [] })
    expect(await stored(desk)).to.equal(before)
  })

  it('says beforehand what it would do, and writes nothing', async () => {
    await scan()
    const before = await stored(desk)
    expect((await send(file, '?dryRun=true')).body).to.deep.include({ dryRun: true, added: ['A-1', 'A-2'], faults: [] })
    expect(await stored(desk)).to.equal(before)
  })

  it('imports nothing where one row is wrong, and says what is wrong with each', async () => {
    await scan()
    const rows = [
      header,
      ...lines,
      'A-2;Twice;framework;usth;;2027-09-01;2031-08-31;;12;;',
      'A-3;Nowhere;framework;nowhere;;2027-09-01;2031-08-31;;12;;',
      'A-4;Backwards;framework;usth;;2027-09-01;2026-08-31;;12;;',
      'A-5;Kind;treaty;usth;;2027-09-01;2031-08-31;;12;;',
      'A-6;Scan;framework;usth;;2022-09-01;2028-08-31;2022-05-04;12;;none.pdf',
      'A-7;Same scan;framework;usth;;2022-09-01;2028-08-31;2022-05-04;12;;usth.pdf',
      'A-8;Places;framework;usth;;2027-09-01;2031-08-31;;12;incoming:master:x:1;',
      'A-9;Notice;framework;usth;;2027-09-01;2031-08-31;;99;;',
    ]
    const before = await stored(desk)
    const { status, body } = await send(rows.join('\n'))
    expect([status, body.code]).to.deep.equal([422, 'import-refused'])
    expect(faultsOf(body.fields.rows)).to.deep.equal([
      '4 reference named_twice',
      '5 partners agreement.partner-unknown',
      '6 until agreement.validity-backwards',
      '7 kind invalid_value',
      '8 scan scan_unknown',
      '9 scan named_twice',
      '10 places places_form',
      '11 noticeMonths too_big',
    ])
    expect(await stored(desk)).to.equal(before)
  })

  it('tells all that is wrong with a row at once, by column, also of one that can be read in part alone', async () => {
    const rows = [
      header,
      'D-1;All;framework;nowhere|usth|usth;elsewhere;2027-09-01;2026-08-31;2027-06-01;12;incoming:master:2026:1|incoming:master:2026:2;none.pdf',
      'D-2;Part;treaty;nowhere|nobody;elsewhere;2027-09-01;2031-08-31;;99;incoming:master:2035:1|outgoing:master:2020:1;',
      'D-2;Signed on some day;framework;usth|rwth|usth;;2027-09-01;2031-08-31;soon;12;;none.pdf',
      'D-3;Unsigned;framework;usth;;2027-09-01;soon;;12;incoming:master:2020:1;none.pdf',
    ]
    const before = await stored(desk)
    const { body } = await send(rows.join('\n'), '?dryRun=true')
    expect(faultsOf(body.faults)).to.deep.equal([
      '2 scan scan_unknown',
      '2 partners agreement.named-twice',
      '2 partners agreement.partner-unknown',
      '2 places agreement.places-twice',
      '2 until agreement.validity-backwards',
      '2 centres agreement.centre-unknown',
      '2 signedOn agreement.date-ahead',
      '3 kind invalid_value',
      '3 noticeMonths too_big',
      '3 partners agreement.partner-unknown',
      '3 partners agreement.partner-unknown',
      '3 places agreement.year-outside',
      '3 places agreement.year-outside',
      '3 centres agreement.centre-unknown',
      '4 signedOn day_form',
      '4 reference named_twice',
      '4 scan scan_unknown',
      '4 partners agreement.named-twice',
      '5 until day_form',
      '5 scan scan_unknown',
      '5 scan agreement.version-unsigned',
    ])
    expect(await stored(desk)).to.equal(before)
  })

  it('says what would do: values, the form of places, the separator of lists, the form of days', async () => {
    const rows = [
      header,
      'C-1;Places;framework;usth;;2027-09-01;2031-08-31;;12;incoming master 2027 2;',
      'C-2;Places;framework;usth;;2027-09-01;2031-08-31;;12;incoming:licence:2027:2:3;',
      'C-3;Kind;treaty;usth;;2027-09-01;2031-08-31;;12;;',
      '"C-4";Partners;framework;"usth, usj";;2027-09-01;2031-08-31;;12;;',
      'C-5;Day;framework;usth;;01/09/2027;2031-02-29;;12;;',
      'C-6;Notice;framework;usth;;2027-09-01;2031-08-31;;99;;',
    ]
    const { body } = await send(rows.join('\n'))
    const messages = body.fields.rows.map(
      ({ line, message }: { line: number; message: string }) => `${line} ${message}`,
    )
    const places =
      '«\u00a0places\u00a0» ne dit pas des places. Écrivez-les ainsi\u00a0: incoming:master:2027:2 (sens, niveau, première année, nombre), séparées par «\u00a0|\u00a0». Sens\u00a0: incoming ou outgoing\u202f; niveau\u00a0: bachelor, master ou doctorate.'
    expect(messages).to.deep.equal([
      `2 ${places}`,
      `3 ${places}`,
      '4 «\u00a0kind\u00a0» ne fait pas partie des valeurs possibles\u00a0: «\u00a0framework\u00a0», «\u00a0exchange\u00a0», «\u00a0doubleDegree\u00a0», «\u00a0cotutelle\u00a0» et «\u00a0research\u00a0».',
      '5 «\u00a0partners\u00a0» n’est pas un identifiant du registre, ou une liste de ceux-ci. Écrivez-les en minuscules, séparés par «\u00a0|\u00a0», par exemple usth|rwth.',
      '6 «\u00a0from\u00a0» n’est pas un jour du calendrier. Écrivez-le ainsi\u00a0: 2027-09-30 (année, mois, jour).',
      '6 «\u00a0until\u00a0» n’est pas un jour du calendrier. Écrivez-le ainsi\u00a0: 2027-09-30 (année, mois, jour).',
      '7 «\u00a0noticeMonths\u00a0» est trop long ou trop grand. Au plus\u00a0: 36.',
    ])
  })

  it('takes no scan of somebody else, none of two that are called alike, and no row that came in otherwise', async () => {
    await upload(await desk.as('head-of-office'), pdf(), 'usth.pdf')
    expect(faultsOf((await send(file)).body.fields.rows)).to.deep.equal(['2 scan scan_unknown'])
    const [one] = [await scan(), await scan()]
    expect(faultsOf((await send(file)).body.fields.rows)).to.deep.equal(['2 scan scan_ambiguous'])
    expect((await send(file.replace('usth.pdf', one))).body.added).to.deep.equal(['00001', '00002'])
    expect(faultsOf((await send(file.replace('Framework', 'Other'))).body.fields.rows)).to.deep.equal([
      '3 reference reference_differs',
    ])
  })

  it('is taken from each of several who send it at once, and drafts what it says once', async () => {
    for (let round = 1; round <= 5; round++) {
      const rows = [1, 2, 3].map((n) => `B-${round}${n};Framework;framework;usj;;2027-09-01;2031-08-31;;12;;`)
      const answers = await Promise.all([0, 1, 2].map(() => send([header, ...rows].join('\n'))))
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200])
      await desk.settle()
      expect((await officer.get('/agreements')).body.items).to.have.length(3 * round)
    }
  })

  it('is received while the engine is away, and written down later', async () => {
    await scan()
    desk.engine(false)
    expect((await send(file)).body).to.deep.include({ added: ['00001', '00002'], waiting: ['00001', '00002'] })
    desk.engine(true)
    await desk.settle()
    expect((await officer.get('/agreements')).body.items).to.have.length(2)
  })
})
