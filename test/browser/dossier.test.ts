import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { checkInThreads } from '../../documents/check.ts'
import { openShelf } from '../../documents/shelf.ts'
import { readLedger } from '../../store/ledger.ts'
import { countEdit } from '../../store/register/now.ts'
import { until } from '../house.ts'
import { pdf } from '../documents/made.ts'
import { command } from '../api/approval-asked.ts'
import { candidate, dossierLink } from '../api/candidate-nominated.ts'
import { invitePartners, ofPartner } from '../api/partner-invited.ts'
import { passingFolder } from '../shelf.ts'
import { isWide, phone, startBrowsing, type Browsing, type Site } from './browser.ts'

const dossier = 'dossier/00001'

describe('the page of a candidate’s dossier, in a browser', function () {
  this.timeout(60_000)
  let browsing: Browsing
  let site: Site
  before(async () => {
    browsing = await startBrowsing({
      documents: { shelf: openShelf(passingFolder()), check: checkInThreads(), mostBytes: 1_048_576 },
    })
    site = browsing.site
  })
  beforeEach(async () => {
    await browsing.forget()
    await site.store.candidates.deleteMany({})
    const { id: _id, ...said } = candidate
    await site.store.candidates.create({ _id, ...said, seq: 0, head: '' })
    await site.store.programmes.updateOne({ _id: 'icm' }, { $set: { sentBy: 'candidate' } })
    await countEdit(site.store)
    await invitePartners(site, 'usth')
    site.at('2028-01-24T09:00:00Z')
    const input = { candidate: 'c1', wishes: ['icm'], channel: 'partnerContact' } as const
    await command(site, 'officer', ofPartner('usth'), { type: 'nominate', input: { ...input, wishes: ['icm'] } })
    await site.settle()
  })
  afterEach(() => expect(browsing.complaints).to.deep.equal([]))
  after(() => browsing.close())

  const visit = (options: BrowserContextOptions = {}): Promise<Page> => browsing.visit(options)
  const types = async (): Promise<string[]> => (await readLedger(site.store, dossier)).map(({ type }) => type)

  it('deposits a document and withdraws on a telephone without script, in either language', async () => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await page.goto(site.url + (await dossierLink(site)))
    await page.getByText('Friday 31 March 2028').first().waitFor()
    await page.getByRole('link', { name: 'Français' }).tap()
    await page.getByText('vendredi 31 mars 2028').first().waitFor()
    await page.getByRole('link', { name: 'English' }).tap()
    await page.getByText('Friday 31 March 2028').first().waitFor()
    expect(await isWide(page)).to.equal(false)
    expect(await page.getByText(candidate.name).count()).to.equal(0)
    await page.getByRole('link', { name: 'Your documents, with a code' }).tap()
    await page.getByRole('button', { name: 'Send me a code' }).tap()
    await until(async () => site.mails.length === 1, 5_000)
    await page.getByLabel('The code of the mail').fill(/\b\d{6}\b/.exec(site.mails[0]?.text ?? '')?.[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).tap()
    await page.getByText('curriculum vitae: missing').waitFor()
    expect(await isWide(page)).to.equal(false)
    const item = page.getByRole('listitem').filter({ hasText: 'curriculum vitae' })
    await item.locator('input[type=file]').setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: pdf() })
    await item.getByRole('button', { name: 'Deposit this document' }).tap()
    await page.getByText('curriculum vitae: deposited, not checked yet').waitFor()
    expect((await types()).slice(-2)).to.deep.equal(['preparationBegun', 'deposited'])

    await page.getByRole('button', { name: 'Withdraw my application' }).tap()
    await page.getByText('Confirm it with this box.').waitFor()
    await page.getByLabel('I withdraw my application.').check()
    await page.getByRole('button', { name: 'Withdraw my application' }).tap()
    await page.getByRole('heading', { name: 'This application was withdrawn' }).waitFor()
    expect((await types()).at(-1)).to.equal('withdrawn')
  })
})
