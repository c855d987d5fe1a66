import { expect } from 'chai'
import { openDesk, type Client, type Desk } from '../desk.ts'

describe('GET /directory', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
    officer = await desk.as('officer')
  })
  after(() => desk?.close())

  it('finds institutions and names the registered partners they likely are, and why', async () => {
    const { status, body } = await officer.get('/directory?q=turin%20polytechnic&country=IT')
    expect(status).to.equal(200)
    expect(body.items[0]).to.deep.equal({
      name: 'Polytechnic Institute of Turin',
      country: { code: 'IT', words: 'Italie' },
      province: null,
      domains: ['polito.it'],
      duplicates: [
        { id: 'polito', name: 'Polytechnic Institute of Turin', why: 'domain', href: '/api/v1/partners/polito' },
      ],
    })
    const milan = (await officer.get('/directory?q=polimi')).body.items[0]
    expect(milan.duplicates).to.deep.equal([])
  })

  it('asks for words, and for a country as ISO codes it', async () => {
    expect((await officer.get('/directory')).body.code).to.equal('invalid-query')
    expect((await officer.get('/directory?q=x&country=italy')).body.code).to.equal('invalid-query')
  })

  it('asks, like every list that can be searched, for something to look for where there are only signs', async () => {
    for (const path of ['/directory', '/partners', '/people', '/programmes'])
      for (const q of ['.*', '%', '"-"', '…'])
        for (const [account, message] of [
          ['officer', '«\u00a0q\u00a0» ne contient rien à chercher. Saisissez le début d’un mot, ou un nombre.'],
          ['pilot', '“q” holds nothing to look for. Type the beginning of a word, or a number.'],
        ] as const) {
          const { status, body } = await (await desk.as(account)).get(`${path}?q=${encodeURIComponent(q)}`)
          expect([status, body.fields.faults], `${path} ${q}`).to.deep.equal([
            422,
            [{ path: 'q', code: 'words_missing', message }],
          ])
        }
    for (const asked of ['/directory?q=a%00b', '/partners?q=a%00b', '/partners?after=%00', '/plans?after=a%1Fb'])
      expect((await officer.get(asked)).body.code, asked).to.equal('invalid-query')
    expect((await officer.get('/partners?after=zz?')).status).to.equal(200)
    expect((await officer.get('/directory?q=42')).status).to.equal(200)
  })

  it('is where partners come from: a likely duplicate is added only by who says that it is another one', async () => {
    const entry = { name: 'Turin Polytechnic Institute', country: 'IT' }
    const { status, body } = await officer.post('/partners', entry)
    expect([status, body.code]).to.deep.equal([409, 'register.likely-duplicate'])
    expect(body.fields.partners).to.deep.equal(['Polytechnic Institute of Turin (polito)'])
    expect((await officer.get('/partners?country=IT')).body.items).to.have.length(1)
    const added = await officer.post('/partners', { ...entry, confirmDuplicate: true })
    expect([added.status, added.body.id]).to.deep.equal([201, 'turin-polytechnic-institute'])
  })
})
