import { parse } from 'csv-parse/sync'
import { expect } from 'chai'
import { readXlsx, type CellValue as Cell } from 'hucre/xlsx'
import request from 'supertest'
import { person } from '../domain/school.ts'
import { openDesk, submitPlan, type Client, type Desk } from './desk.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describe('a list that is taken away as a file', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    desk.at('2027-04-26T08:00:00Z')
    officer = await desk.as('officer')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const asCsv = async (client: Client, path: string, language: 'en' | 'fr' = 'en') => {
    const { status, text, headers } = await client.agent.get(`/api/v1${path}`).set('Accept-Language', language)
    expect(status).to.equal(200)
    expect(headers['content-type']).to.equal('text/csv; charset=utf-8')
    expect(text.startsWith('\ufeff')).to.equal(true)
    const rows: string[][] = parse(text, { bom: true, delimiter: ';' })
    return { rows, file: headers['content-disposition'] }
  }
  const xlsxOf = async (client: Client, path: string): Promise<Buffer> => {
    const { status, body, headers } = await client.agent
      .get(`/api/v1${path}`)
      .buffer()
      .parse((res, done) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)))
      })
    expect([status, headers['content-type']]).to.deep.equal([200, spreadsheet])
    return body
  }
  const asSheet = async (client: Client, path: string) =>
    (await readXlsx(await xlsxOf(client, path))).sheets[0]?.rows ?? []
  const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : `${cell ?? ''}`)

  it('names its columns and its states in the reader’s language, and says the days that count', async () => {
    await submitPlan(desk)
    const head = await desk.as('centre-head.cmp')
    const { rows, file } = await asCsv(head, '/approvals?format=csv')
    expect(file).to.equal('attachment; filename="approvals-2027-04-26.csv"')
    expect(rows[0]).to.deep.equal(['Key', 'Plan', 'Partner', 'Research centre', 'Version', 'Status', 'Last day'])
    expect(rows.slice(1).map(([key, , , , , status, day]) => [key, status, day])).to.deep.equal([
      ['partnershipPlan.usth-2027.v1.cmp', 'asked', '2027-05-19'],
    ])
    await officer.patch('/me', { language: 'fr' })
    const french = await asCsv(officer, '/plans?format=csv', 'fr')
    await officer.patch('/me', { language: 'en' })
    expect(french.rows[0]?.slice(0, 3)).to.deep.equal(['Clé', 'Partenaire', 'Identifiant du partenaire'])
    expect(french.rows[1]?.[6]).to.equal('en approbation')
  })

  it('holds what fits the query on all pages, and nothing else, the same in both formats', async () => {
    const partners = async (query: string) => {
      const ids: string[] = []
      for (let after: string | null = ''; after !== null;) {
        const { body } = await officer.get(`/partners?${query}${after === '' ? '' : `&after=${after}`}`)
        ids.push(...body.items.map(({ id }: { id: string }) => id))
        after = body.next
      }
      return ids
    }
    for (const query of ['country=VN', 'relationship=exchange']) {
      const { rows } = await asCsv(officer, `/partners?${query}&format=csv`)
      expect(
        rows.slice(1).map(([id]) => id),
        query,
      ).to.deep.equal(await partners(query))
      const sheet = await asSheet(officer, `/partners?${query}&format=xlsx`)
      const texts = sheet.map((row) => row.map(textOf))
      expect(texts, query).to.deep.equal(rows)
    }
  })

  it('holds days that a spreadsheet sorts, shown as they are written everywhere', async () => {
    const head = (await desk.as('direction')).post('/partners/usth/decide', {
      ...{ fact: 'strategic', value: true, on: '2027-02-28', reason: 'All four pillars' },
    })
    expect((await head).status).to.equal(200)
    const cells = await xlsxOf(officer, '/partners?country=VN&format=xlsx')
    const { sheets } = await readXlsx(cells, { readStyles: true })
    const [header = [], ...lines] = sheets[0]?.rows ?? []
    const strategic = header.indexOf('Strategic since')
    const line = (id: string) => lines.findIndex(([first]) => first === id)
    expect(lines[line('usth')]?.[strategic]).to.deep.equal(new Date('2027-02-28T00:00:00.000Z'))
    const cell = sheets[0]?.cells?.get(`${line('usth') + 1},${strategic}`)
    expect([cell?.type, cell?.style?.numFmt]).to.deep.equal(['date', 'yyyy-mm-dd'])
  })

  it('goes on past a page', async () => {
    const newcomers = Array.from({ length: 120 }, (_, n) => `Institute ${n};IT`)
    const sent = await officer.post('/partners/import', `name;country\n${newcomers.join('\n')}\n`, { type: 'text/csv' })
    expect(sent.status).to.equal(200)
    const { rows } = await asCsv(officer, '/partners?country=IT&format=csv')
    expect(
      rows
        .slice(1)
        .map(([, name]) => name)
        .filter((name) => name?.startsWith('Institute')),
    ).to.have.length(120)
  })

  it('marks as text what a spreadsheet would take for a formula', async () => {
    await officer.post('/partners', {
      name: '=HYPERLINK("x","Polytechnic")',
      country: 'CA',
      zone: 'America/Toronto',
      reason: 'They asked',
    })
    const { rows } = await asCsv(officer, '/partners?country=CA&format=csv')
    expect(rows.slice(1).map(([, name]) => name)).to.deep.equal([`'=HYPERLINK("x","Polytechnic")`])
    const [, line] = await asSheet(officer, '/partners?country=CA&format=xlsx')
    expect(line?.[1]).to.equal('=HYPERLINK("x","Polytechnic")')
  })

  it('shows nobody more than the list does, and offers no other format', async () => {
    await submitPlan(desk)
    const stranger = await desk.as('centre-head.sms')
    expect((await asCsv(stranger, '/plans?format=csv')).rows).to.have.length(1)
    const { rows } = await asCsv(stranger, '/people?format=csv')
    expect(rows.map(([id]) => id)).to.contain(person('direction'))
    const { status, body } = await officer.get('/plans?format=pdf')
    expect([status, body.fields.faults[0].path]).to.deep.equal([422, 'format'])
  })

  it('is any list there is: each way of reading one hands it out in both formats, but for those that are named here', async () => {
    const { body: openapi } = await request(desk.app).get('/openapi.json')
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a description holds is what this test is about
    const named = (schema: any) =>
      schema.$ref === undefined ? schema : openapi.components.schemas[schema.$ref.split('/').at(-1)]
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the same
    const lists = Object.values<Record<string, any>>(openapi.paths).flatMap(({ get }) => {
      const content = get?.responses[200]?.content ?? {}
      const { properties = {} } = named(content['application/json']?.schema ?? {})
      const isList = properties.items?.type === 'array' || 'next' in properties
      return isList ? [{ id: get.operationId, isFile: 'text/csv' in content && spreadsheet in content }] : []
    })
    expect(lists.filter(({ isFile }) => isFile).map(({ id }) => id)).to.include.members([
      ...['plans', 'approvals', 'labels', 'agreements', 'cycles', 'participations', 'nominations', 'dossiers'],
      ...['partners', 'people', 'centres', 'countries', 'programmes', 'candidates'],
      ...['messages', 'webhooks', 'webhookDeliveries', 'cyclePartners', 'openProposals'],
    ])
    const others = lists.filter(({ isFile }) => !isFile).map(({ id }) => id)
    // A ledger, which nobody narrows; a calendar has its own file; one's own sessions; what is found or reckoned while one looks; what anyone reads.
    const inNoFile = [
      ...['agenda', 'sessions', 'directory', 'indicators', 'indicator', 'publicPlans'],
      ...others.filter((id) => id.endsWith('History')),
    ]
    expect(others).to.have.members(inNoFile)
  })

  it('is that of whoever may be invited, of mail, of webhooks and of what was sent to them, too', async () => {
    await officer.post('/cycles', { firstYear: 2028, population: 'engineer' })
    const partners = await asCsv(officer, '/cycles/2028-engineer/partners?format=csv')
    const beside = (await officer.get('/cycles/2028-engineer/partners')).body.items
    expect(partners.rows[0]?.slice(3, 5)).to.deep.equal(['Why not invitable', 'Status'])
    expect(partners.rows.slice(1).map(([, id, , why]) => [id, why])).to.deep.equal(
      beside.map(({ partner, why }: { partner: { id: string }; why: { words: string } | null }) => [
        partner.id,
        why?.words ?? '',
      ]),
    )
    await desk.settle()
    const messages = await asCsv(officer, '/messages?format=csv')
    expect(messages.rows[0]?.slice(0, 3)).to.deep.equal(['Id', 'Status', 'Messages to come'])
    const administrator = await desk.as('administrator')
    const url = 'https://hooks.example.org/x?secret=1'
    const { body } = await administrator.post('/webhooks', { url, types: ['agreement'] })
    const webhooks = await asCsv(administrator, '/webhooks?format=csv')
    expect(webhooks.rows[1]?.slice(0, 3)).to.deep.equal([body.id, 'https://hooks.example.org/x', 'agreement'])
    expect((await administrator.post(`/webhooks/${body.id}/ping`)).status).to.equal(202)
    const sheet = await asSheet(administrator, `/webhooks/${body.id}/deliveries?format=xlsx`)
    expect(sheet[1]?.slice(1, 2)).to.deep.equal(['webhook.ping'])
    const proposals = await asCsv(await desk.as('direction'), '/partners/openProposals?format=csv')
    expect(proposals.rows[0]?.[2], 'direction reads French').to.equal('Proposition')
  })
})
