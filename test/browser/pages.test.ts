import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { approvalId } from '../../domain/plan/ids.ts'
import { readLedger } from '../../store/ledger.ts'
import { person } from '../domain/school.ts'
import { answerLink, askCentres, plan } from '../api/approval-asked.ts'
import { until } from '../house.ts'
import { isWide, phone, startBrowsing, type Browsing, type Site } from './browser.ts'

const cmp = approvalId(plan, { centre: 'cmp', version: 1 })

describe('pages in a browser', function () {
  this.timeout(60_000)
  let browsing: Browsing
  let site: Site
  before(async () => {
    browsing = await startBrowsing()
    site = browsing.site
  })
  beforeEach(async () => {
    await browsing.forget()
    site.at('2027-04-26T08:00:00Z')
  })
  afterEach(() => expect(browsing.complaints).to.deep.equal([]))
  after(() => browsing.close())

  const visit = (options: BrowserContextOptions = {}): Promise<Page> => browsing.visit(options)
  const mailedLink = async (): Promise<string> => {
    await until(async () => site.mails.length > 0, 5_000)
    return /http\S+\/sign-in\/[\w-]{43}/.exec(site.mails[0]?.text ?? '')?.[0] ?? ''
  }

  it('signs in by keyboard alone, from a mail opened from another site, and not in another browser', async () => {
    const page = await visit()
    await page.goto(`${site.url}/sign-in`)
    await page.getByLabel('Mail address').focus()
    await page.keyboard.type('pilot@school.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor()
    const link = await mailedLink()

    const elsewhere = await visit()
    await elsewhere.goto(link)
    await elsewhere.getByRole('heading', { name: 'This link belongs to another browser' }).waitFor()

    // As a webmail does: a link on a page of another site.
    await page.route('https://mail.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${link}">Sign in</a>` }),
    )
    await page.goto('https://mail.example/')
    await page.getByRole('link', { name: 'Sign in' }).click()
    const button = page.getByRole('button', { name: 'Sign in' })
    await button.focus()
    await Promise.all([page.waitForURL((url) => url.pathname !== new URL(link).pathname), page.keyboard.press('Enter')])
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'longitude')
    expect(cookie).to.deep.include({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 })
    await page.goto(`${site.url}/sign-in`)
    await page.getByText('Partnership lead').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Mail address').waitFor()
    browsing.complaints = browsing.complaints.filter((complaint) => complaint !== 'https://mail.example/')
  })

  it('is in who presses the button twice', async () => {
    const page = await visit()
    await page.goto(`${site.url}/sign-in`)
    await page.getByLabel('Mail address').fill('pilot@school.example')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor()
    const link = await mailedLink()
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in' }).dblclick()
    await until(async () => page.url() === `${site.url}/`, 20_000)
    await page.goto(`${site.url}/sign-in`)
    await page.getByText('Partnership lead').waitFor()
    expect(await site.store.sessions.countDocuments()).to.equal(1)
  })

  it('answers on a telephone without script: what is wrong stands at the field, and what was typed is kept', async () => {
    await askCentres(site)
    const page = await visit({ ...phone, javaScriptEnabled: false, locale: 'fr-FR' })
    await page.goto(site.url + (await answerLink(site, 'centre-head.cmp', cmp)))
    await page.getByRole('link', { name: 'Français' }).tap()
    await page.getByText('mercredi 19 mai 2027').first().waitFor()
    await page.getByRole('link', { name: 'English' }).tap()
    await page.getByText('Wednesday 19 May 2027').first().waitFor()
    expect(await isWide(page)).to.equal(false)
    await page.getByLabel('Return').tap()
    await page.getByRole('button', { name: 'Send this answer' }).tap()
    await page.getByText('State a reason in order to return or to refuse').waitFor()
    const reason = page.getByLabel('Reason')
    expect(await reason.getAttribute('aria-invalid')).to.equal('true')
    expect(await page.getByLabel('Return').isChecked()).to.equal(true)
    expect(await readLedger(site.store, cmp)).to.have.length(1)
    await reason.fill('The chair needs another year.')
    await page.getByRole('button', { name: 'Send this answer' }).tap()
    await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor()
    await page.reload()
    const entries = (await readLedger(site.store, cmp)).slice(1)
    expect(entries.map(({ type, actor, byLink }) => [type, actor, byLink])).to.deep.equal([
      ['given', `person:${person('centre-head.cmp')}`, true],
    ])
    expect(await page.context().cookies()).to.deep.equal([])
  })

  it('answers by keyboard alone', async () => {
    await askCentres(site)
    const page = await visit()
    await page.goto(site.url + (await answerLink(site, 'centre-head.cmp', cmp)))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Skip to the content')
    await page.keyboard.press('Enter')
    for (let presses = 0; presses < 10 && (await page.evaluate('document.activeElement.name')) !== 'opinion'; presses++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your answer is recorded' }).waitFor()
    await page.getByText('approved').waitFor()
  })

  it('fits at 200 % on a narrow window', async () => {
    await askCentres(site)
    const page = await visit({ viewport: { width: 320, height: 640 } })
    await page.goto(site.url + (await answerLink(site, 'centre-head.cmp', cmp)))
    expect(await isWide(page)).to.equal(false)
  })
})
