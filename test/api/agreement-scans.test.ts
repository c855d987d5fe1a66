import { expect } from 'chai'
import { pdf } from '../documents/made.ts'
import { openDesk, type Client, type Desk } from './desk.ts'
import { upload } from './uploading.ts'

const signed = {
  title: 'Exchanges of students',
  kind: 'exchange',
  partners: ['usth'],
  centres: ['cmp'],
  validity: { from: '2022-09-01', until: '2028-08-31' },
  noticeMonths: 6,
  signedOn: '2022-05-04',
}

describe('signed copies of agreements, over the API (S13)', () => {
  let desk: Desk
  let officer: Client
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    desk.at('2027-01-11T09:00:00Z')
    officer = await desk.as('officer')
  })
  afterEach(() => desk.forget())
  after(() => desk?.close())

  const uploaded = async (name = 'Accord USTH.pdf', by = officer): Promise<string> =>
    (await upload(by, pdf(), name)).body.id
  const attach = (document: string, version = 1, path = '/agreements/00001/attachScan') =>
    officer.post(path, { version, document })

  it('are attached, shown with their version, and downloaded by whoever sees the agreement', async () => {
    await officer.post('/agreements', signed)
    const [first, second] = [await uploaded(), await uploaded('again.pdf')]
    const preview = await attach(first, 1, '/agreements/00001/attachScan?preview=true')
    expect(preview.body.events.map(({ type }: { type: string }) => type)).to.deep.equal(['scanAttached'])
    expect((await attach(first)).status).to.equal(200)
    const { body } = await attach(second)
    expect(
      body.agreed[0].scans.map(({ id, name, type, at }: Record<string, string>) => [id, name, type, at]),
    ).to.deep.equal([
      [first, 'Accord USTH.pdf', 'pdf', '2027-01-11T09:00:00.000Z'],
      [second, 'again.pdf', 'pdf', '2027-01-11T09:00:00.000Z'],
    ])
    const statusFor = async (account: string): Promise<number> =>
      (await (await desk.as(account)).agent.get(body.agreed[0].scans[0].href)).status
    for (const account of ['officer', 'legal', 'auditor', 'centre-head.cmp', 'deputy.cmp'])
      expect(await statusFor(account), account).to.equal(200)
    expect(await statusFor('centre-head.cis')).to.equal(404)
    expect(JSON.stringify((await officer.get('/agreements/00001/history')).body)).to.not.contain('Accord USTH')
  })

  it('are attached once, by whoever uploaded them, and to what is signed', async () => {
    await officer.post('/agreements', signed)
    await officer.post('/agreements', signed)
    const scan = await uploaded()
    expect((await attach(scan)).status).to.equal(200)
    const again = await attach(scan, 1, '/agreements/00002/attachScan')
    expect([again.status, again.body.code]).to.deep.equal([422, 'document.unknown'])
    const theirs = await uploaded('a.pdf', await desk.as('head-of-office'))
    expect((await attach(theirs)).body.code).to.equal('document.unknown')
    expect((await attach('0d'.repeat(16))).body.code).to.equal('document.unknown')
    const unsigned = await attach(await uploaded(), 2)
    expect([unsigned.status, unsigned.body.code]).to.deep.equal([409, 'agreement.version-unsigned'])
  })

  it('come with an agreement that was signed before it was written down', async () => {
    const document = await uploaded()
    const { body } = await officer.post('/agreements', { ...signed, document })
    expect(body.agreed[0].scans.map(({ id }: { id: string }) => id)).to.deep.equal([document])
    expect((await desk.store.documents.findById(document).lean())?.attachedTo).to.equal('agreement/00001')
  })
})
