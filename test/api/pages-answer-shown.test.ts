import { expect } from 'chai'
import request from 'supertest'
import { approvalId } from '../../domain/plan/ids.ts'
import { answerLink, askCentres, plan } from './approval-asked.ts'
import { content } from '../domain/plan-script.ts'
import { openDoor, type Door } from './door.ts'

const cmp = approvalId(plan, { centre: 'cmp', version: 1 })

describe('/answer/{token} shows', () => {
  let door: Door
  let link: string
  before(async () => {
    door = await openDoor()
  })
  beforeEach(async () => {
    await door.forget()
    door.at('2027-04-26T08:00:00Z')
    await askCentres(door)
    link = await answerLink(door, 'centre-head.cmp', cmp)
    door.at('2027-04-27T08:00:00Z')
  })
  after(() => door.close())

  const get = (path = link) => request(door.app).get(path)
  const everything = async () => {
    const names = ['files', 'ledger', 'inbox', 'links', 'texts', 'sessions', 'signInLinks', 'people']
    return JSON.stringify(
      await Promise.all(names.map((name) => door.store.connection.collection(name).find().sort({ _id: 1 }).toArray())),
    )
  }

  it('partner, years, the whole, this centre’s milestones, the last day and who may answer then, in the addressee’s language', async () => {
    const { text } = await get().expect(200)
    expect(text).to.contain('<html lang="en"')
    for (const words of [
      'University of Science and Technology Hanoi',
      'September 2027 to August 2032',
      'pilot@school.example',
      'Teaching, Research, Companies and Scientific culture',
      'Centre Microélectronique de Provence',
      'Milestone joint-master',
      'Tuesday 2 May 2028',
      'Wednesday 19 May 2027',
      '24:00 Paris time',
      'Deputy head of Centre Microélectronique de Provence may answer too from Saturday 22 May 2027',
      'Direction may answer too from Saturday 29 May 2027',
      'No answer is ever consent',
    ])
      expect(text).to.contain(words)
    expect(text).to.not.contain('Milestone cotutelles')
  })

  it('all of it by one look at the register, and is answered by one more of the step that takes the answer', async () => {
    let looks = 0
    door.store.connection.set('debug', (collection: string, method: string) => {
      if (collection === 'edits' && method === 'find') looks++
    })
    const { text } = await get().expect(200)
    expect(looks, 'shown').to.equal(1)
    const hash = /name="hash" value="(\w+)"/.exec(text)?.[1]
    await request(door.app).post(link).type('form').send({ opinion: 'approved', hash }).expect(303)
    door.store.connection.set('debug', false)
    expect(looks - 1, 'answered').to.equal(2)
  })

  it('the same in French, where the page is asked to', async () => {
    const { text } = await get(`${link}?lang=fr`).expect(200)
    expect(text)
      .to.contain('<html lang="fr"')
      .and.contain('mercredi 19 mai 2027')
      .and.contain('de septembre 2027 à août 2032')
    expect(text).to.contain('<a href="?lang=en" lang="en"')
  })

  it('what this centre would do and spend in each year, and nothing of the others’, in both languages', async () => {
    await door.forget()
    const [mission, seminar, school] = content().actions ?? []
    const budget = { source: 'Own <b> funds', currency: 'EUR' as const, committedCents: 20_050, spentCents: 0 }
    const { budget: _, ...unpaid } = school!
    await askCentres(door, {
      actions: [
        { ...mission!, budget: { ...budget, plannedCents: 123_450_000 } },
        { ...mission!, id: 'visit', title: 'Action visit', budget: { ...budget, plannedCents: 100 } },
        seminar!,
        unpaid,
      ],
    })
    link = await answerLink(door, 'centre-head.cmp', cmp)
    const { text } = await get().expect(200)
    for (const words of [
      '<h3>Academic year 2027/2028</h3>',
      'Action mission – Teaching <small>Own &lt;b&gt; funds: €1,234,500 planned, €200.50 committed, €0 spent</small>',
      '<p>In all: €1,234,501 planned, €401 committed, €0 spent</p>',
      '<h3>Academic year 2029/2030</h3>',
      'Action summer-school – Teaching <small>Without a budget</small>',
      'Entrusted to pilot@school.example',
    ])
      expect(text).to.contain(words)
    expect(text).to.not.contain('Action seminar')
    const french = (await get(`${link}?lang=fr`).expect(200)).text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(french)
      .to.contain('<h3>Année universitaire 2027/2028</h3>')
      .and.contain('Own &lt;b&gt; funds : 1 234 500 € prévus, 200,50 € engagés, 0 € dépensés')
  })

  it('why a pillar is not reached, and titles as text', async () => {
    await door.forget()
    await askCentres(door, {
      pillarGaps: [{ pillar: 'companies', reason: 'No partner yet <b>' }],
      title: '<img src=x onerror=alert(1)>',
    })
    const { text } = await get(await answerLink(door, 'centre-head.cmp', cmp)).expect(200)
    expect(text).to.contain('No partner yet &lt;b&gt;').and.contain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).to.not.contain('<img')
  })

  it('that the last day has passed, and that an answer still counts', async () => {
    door.at('2027-05-20T08:00:00Z')
    expect((await get().expect(200)).text).to.contain('The last day to answer was Wednesday 19 May 2027')
  })

  it('is changed by no GET and no HEAD', async () => {
    const before = await everything()
    for (let times = 0; times < 3; times++) await get().expect(200)
    await request(door.app).head(link).expect(200)
    expect(await everything()).to.equal(before)
  })

  it('has no script, no frame, no cache, no referrer and no cookie', async () => {
    const { headers, text } = await get()
    expect(headers['content-security-policy'])
      .to.match(/^default-src 'none';style-src 'sha256-/)
      .and.contain("frame-ancestors 'none'")
    expect([headers['cache-control'], headers['referrer-policy'], headers['set-cookie']]).to.deep.equal([
      'no-store',
      'no-referrer',
      undefined,
    ])
    expect(text).to.not.match(/<script|javascript:|\son\w+=/)
  })
})
