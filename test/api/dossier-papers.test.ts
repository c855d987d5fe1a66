import { expect } from 'chai'
import { checkInThreads } from '../../documents/check.ts'
import { openShelf } from '../../documents/shelf.ts'
import { pdf } from '../documents/made.ts'
import { passingFolder } from '../shelf.ts'
import { openCycle } from './cycle-opened.ts'
import { openDesk, type Desk } from './desk.ts'
import { nominated } from './nominated.ts'
import { upload } from './uploading.ts'

describe('the papers of a dossier, uploaded and handed out (S11)', () => {
  let desk: Desk
  before(async () => {
    const documents = { shelf: openShelf(passingFolder()), check: checkInThreads(), mostBytes: 65_536 }
    desk = await openDesk({ documents })
  })
  beforeEach(async () => {
    await openCycle(desk)
    desk.at('2028-02-01T09:00:00Z')
    await nominated(desk)
  })
  after(() => desk?.close())

  it('are for whoever reads what a dossier holds, and not for everyone who sees that it is there', async () => {
    const officer = await desk.as('officer')
    await officer.post('/dossiers/00001/acknowledge')
    const { id, href } = (await upload(officer, pdf(), 'passport.pdf')).body
    expect((await officer.post('/dossiers/00001/deposit', { piece: 'identity', document: id })).status).to.equal(200)
    await desk.settle()
    const statuses = async (path: string): Promise<Record<string, number>> =>
      Object.fromEntries(
        await Promise.all(
          ['officer', 'head-of-office', 'auditor', 'administrator', 'pilot', 'centre-head.cmp'].map(async (account) => {
            const { status } = await (await desk.as(account)).agent.get(path)
            return [account, status] as const
          }),
        ),
      )
    const seen = await statuses('/api/v1/dossiers/00001')
    expect([seen['officer'], seen['auditor'], seen['pilot']], 'they see the dossier itself').to.deep.equal([
      200, 200, 200,
    ])
    const read = await statuses(href)
    expect(read).to.include({
      officer: 200,
      'head-of-office': 200,
      auditor: 404,
      administrator: 404,
      pilot: 404,
      'centre-head.cmp': 404,
    })
  })
})
