import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { civil } from '../../domain/time.ts'
import { readLedger } from '../../store/ledger.ts'
import { until } from '../house.ts'
import { command } from '../api/approval-asked.ts'
import { invitePartners, ofPartner, partnerLink } from '../api/partner-invited.ts'
import { isWide, phone, startBrowsing, type Browsing, type Site } from './browser.ts'

const usth = ofPartner('usth')

describe('the page of a partner’s contact, in a browser', function () {
  this.timeout(60_000)
  let browsing: Browsing
  let site: Site
  before(async () => {
    browsing = await startBrowsing()
    site = browsing.site
  })
  beforeEach(async () => {
    await browsing.forget()
    await invitePartners(site, 'usth')
  })
  afterEach(() => expect(browsing.complaints).to.deep.equal([]))
  after(() => browsing.close())

  const visit = (options: BrowserContextOptions = {}): Promise<Page> => browsing.visit(options)
  /** Nothing on it is wider than its window. */
  const seen = async (page: Page, name: string): Promise<void> => {
    expect(await isWide(page), name).to.equal(false)
  }
  const types = async (): Promise<string[]> => (await readLedger(site.store, usth)).map(({ type }) => type)

  it('takes part and asks for more time on a telephone without script; what is wrong stands at the field', async () => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await page.goto(site.url + (await partnerLink(site, 'usth-c1')))
    await page.getByText('Monday 31 January 2028').first().waitFor()
    await page.getByRole('link', { name: 'Français' }).tap()
    await page.getByText('lundi 31 janvier 2028').first().waitFor()
    await page.getByRole('link', { name: 'English' }).tap()
    await page.getByText('Monday 31 January 2028').first().waitFor()
    expect(await isWide(page)).to.equal(false)
    await page.getByRole('button', { name: 'We take part' }).tap()
    await page.getByText('It is recorded that your institution takes part.').waitFor()
    expect(await page.getByRole('button', { name: 'We take part' }).count()).to.equal(0)

    await page.getByLabel('strike').tap()
    await page.getByLabel('Until which day').fill('2028-02-15')
    await page.getByRole('button', { name: 'Ask for more time' }).tap()
    await page.getByText('Say why, in a few words that can be read').waitFor()
    expect(await page.getByLabel('strike').isChecked()).to.equal(true)
    expect(await page.getByLabel('Until which day').inputValue()).to.equal('2028-02-15')
    expect(await types()).to.deep.equal(['invited', 'opened'])
    await page.getByLabel('In your own words').fill('Our dean is on strike.')
    await page.getByRole('button', { name: 'Ask for more time' }).tap()
    await page.getByText('You asked on').waitFor()
    await page.reload()
    expect(await types()).to.deep.equal(['invited', 'opened', 'extensionAsked'])
    expect(await page.context().cookies()).to.deep.equal([])
    expect(await isWide(page)).to.equal(false)
  })

  it('shows the contacts with the code of a mail, by keyboard alone, and in no other browser', async () => {
    const link = site.url + (await partnerLink(site, 'usth-c1'))
    const page = await visit()
    // As a webmail does: a link on a page of another site.
    await page.route('https://mail.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${link}">Open</a>` }),
    )
    await page.goto('https://mail.example/')
    await page.getByRole('link', { name: 'Open' }).click()
    browsing.complaints = browsing.complaints.filter((complaint) => complaint !== 'https://mail.example/')
    const toContacts = page.getByRole('link', { name: 'The contacts of your institution' })
    await toContacts.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Send me a code' }).focus()
    await page.keyboard.press('Enter')
    const field = page.getByLabel('The code of the mail')
    await field.waitFor()
    await until(async () => site.mails.length === 1, 5_000)
    await page.keyboard.type(/\b\d{6}\b/.exec(site.mails[0]?.text ?? '')?.[0] ?? '')
    await page.keyboard.press('Enter')
    await page.getByText('coordinator@usth.example').waitFor()
    const cookies = (await page.context().cookies()).map(({ name, path, httpOnly, sameSite }) => [
      name,
      path,
      httpOnly,
      sameSite,
    ])
    expect(cookies).to.deep.equal([['longitude-link', new URL(link).pathname, true, 'Strict']])

    const elsewhere = await visit()
    await elsewhere.goto(`${link}/contacts`)
    await elsewhere.getByRole('heading', { name: 'A code is needed' }).waitFor()
    await page.getByRole('button', { name: 'End this session' }).click()
    await toContacts.click()
    await page.getByRole('heading', { name: 'A code is needed' }).waitFor()
  })

  it('is in who presses twice with the code', async () => {
    const page = await visit()
    const link = site.url + (await partnerLink(site, 'usth-c1'))
    await page.goto(`${link}/contacts`)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await until(async () => site.mails.length === 1, 5_000)
    await page.getByLabel('The code of the mail').fill(/\b\d{6}\b/.exec(site.mails[0]?.text ?? '')?.[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).dblclick({ delay: 15 })
    await page.getByText('coordinator@usth.example').waitFor()
    expect((await page.context().cookies()).map(({ name }) => name)).to.deep.equal(['longitude-link'])
  })

  it('nominates by a form on a telephone without script, and from a spreadsheet that is put right first', async () => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    await page.goto(site.url + (await partnerLink(site, 'usth-c1')))
    await page.getByRole('link', { name: 'Your nominations' }).tap()
    await page.getByRole('button', { name: 'Send me a code' }).tap()
    await until(async () => site.mails.length === 1, 5_000)
    await page.getByLabel('The code of the mail').fill(/\b\d{6}\b/.exec(site.mails[0]?.text ?? '')?.[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).tap()
    await page.getByRole('link', { name: 'Nominate a candidate' }).tap()
    await page.getByRole('heading', { name: 'Nominate a candidate' }).waitFor()
    expect(await isWide(page)).to.equal(false)
    await page.getByLabel('Name', { exact: true }).fill('An Tran')
    await page.getByLabel('Born on').fill('2006-03-14')
    await page.getByLabel('Mail address').fill('nowhere')
    await page.getByLabel('Language').selectOption('English')
    await page.getByLabel('Nationality').selectOption('Vietnam')
    await page.getByLabel('Country of residence').selectOption('Vietnam')
    await page.getByLabel('Level of studies').selectOption({ index: 1 })
    await page.getByLabel('First wish').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Nominate' }).tap()
    await page.getByText('“Mail address” is no mail address.').waitFor()
    expect(await page.getByLabel('Nationality').inputValue()).to.equal('VN')
    await page.getByLabel('Mail address').fill('an@student.example')
    await page.getByRole('button', { name: 'Nominate' }).tap()
    await page.getByText('1. An Tran').waitFor()

    await page.getByRole('link', { name: 'Nominate several' }).tap()
    await page.getByRole('heading', { name: 'Nominate from a spreadsheet' }).waitFor()
    expect(await isWide(page)).to.equal(false)
    const header = 'name;birthOn;email;language;nationality;residence;level;wish1;channel'
    const binh = 'Binh Le;2005-12-01;binh@student.example;fr;VN;FR;master;ismin;partnerContact'
    const choose = async (row: string): Promise<void> => {
      const buffer = Buffer.from(`${header}\n${row}\n`)
      await page.getByLabel('Your file').setInputFiles({ name: 'nominations.csv', mimeType: 'text/csv', buffer })
      await page.getByRole('button', { name: 'Check the file' }).tap()
    }
    await choose(binh.replace('2005-12-01', 'in December'))
    await page.getByText('Row 2: “Born on” is no day').waitFor()
    expect(await page.getByRole('button', { name: 'Nominate these candidates' }).count()).to.equal(0)
    await choose(binh)
    await page.getByText('1 row: 1 new nomination').waitFor()
    expect(await isWide(page)).to.equal(false)
    expect((await types()).filter((type) => type === 'nominated')).to.have.length(1)
    await page.getByRole('button', { name: 'Nominate these candidates' }).tap()
    await page.getByText('2. Binh Le').waitFor()
    expect(await types()).to.deep.equal(['invited', 'nominationsBegun', 'nominated', 'nominated'])
    const made = await site.store.candidates.find({}).sort({ name: 1 }).lean()
    expect(made.map(({ name, givenBy }) => [name, givenBy])).to.deep.equal([
      ['An Tran', 'usth'],
      ['Binh Le', 'usth'],
    ])
    await site.store.candidates.deleteMany({})
  })

  it('withdraws an application on a telephone without script, and takes a request back with its nominations', async () => {
    const page = await visit({ ...phone, javaScriptEnabled: false })
    const link = site.url + (await partnerLink(site, 'usth-c1'))
    await site.store.candidates.create({
      _id: 'c1',
      name: 'An Tran',
      birthOn: civil('2006-03-14'),
      email: 'an@student.example',
      language: 'en',
      nationality: 'VN',
      residence: 'VN',
      level: 'bachelor',
      seq: 0,
      head: '',
    })
    await command(site, 'officer', usth, {
      type: 'nominate',
      input: { candidate: 'c1', wishes: ['icm'], channel: 'partnerContact' },
    })
    await command(site, 'officer', usth, {
      type: 'askExtension',
      input: { to: civil('2028-02-15'), cause: 'strike', reason: 'Their dean is on strike.' },
    })
    await site.settle()
    await page.goto(`${link}/nominations`)
    await page.getByRole('button', { name: 'Send me a code' }).tap()
    await until(async () => site.mails.length === 1, 5_000)
    await page.getByLabel('The code of the mail').fill(/\b\d{6}\b/.exec(site.mails[0]?.text ?? '')?.[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).tap()
    await page.getByText('Application 00001: nominated').waitFor()
    await seen(page, 'nominations')
    await page.getByRole('button', { name: 'These are all our nominations' }).tap()
    await page.getByText('Confirm it with this box, or wait for the answer.').waitFor()
    await seen(page, 'finish')
    await page.getByLabel('We take our request for more time back.').check()
    await page.getByRole('button', { name: 'These are all our nominations' }).tap()
    await page.getByText('You said that these are all your nominations.').waitFor()
    await page.getByRole('link', { name: 'Withdraw the application of An Tran' }).tap()
    await page.getByRole('heading', { name: 'Withdraw the application of An Tran' }).waitFor()
    await seen(page, 'withdraw')
    await page.getByRole('link', { name: 'Français' }).tap()
    await page.getByRole('heading', { name: 'Retirer le dossier de An Tran' }).waitFor()
    await seen(page, 'withdraw-fr')
    await page.getByLabel('Pourquoi, pour notre service').fill('Elle reste chez elle.')
    await page.getByRole('button', { name: 'Retirer ce dossier' }).tap()
    await page.getByText('Confirmez en cochant cette case.').waitFor()
    await page.getByLabel('Nous retirons ce dossier.').check()
    await page.getByRole('button', { name: 'Retirer ce dossier' }).tap()
    await page.getByText('Application 00001').waitFor({ state: 'detached' })
    await page.getByText('An Tran').first().waitFor()
    await seen(page, 'after')
    expect((await readLedger(site.store, 'dossier/00001')).map(({ type }) => type)).to.include('withdrawn')
    expect((await types()).slice(-2)).to.deep.equal(['extensionWithdrawn', 'nominationsFinished'])
    await site.store.candidates.deleteMany({})
  })

  it('fits at 200 % on a narrow window', async () => {
    const page = await visit({ viewport: { width: 320, height: 640 } })
    const link = site.url + (await partnerLink(site, 'usth-c1'))
    for (const path of [link, `${link}/code`]) {
      await page.goto(path)
      expect(await isWide(page), path).to.equal(false)
    }
  })
})
