import { expect } from 'chai'
import request from 'supertest'
import { approvalId } from '../../domain/plan/parts.ts'
import { answerLink, askCentres, plan } from './approval-asked.ts'
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

  it('the same in French, where the page is asked to', async () => {
    const { text } = await get(`${link}?lang=fr`).expect(200)
    expect(text)
      .to.contain('<html lang="fr"')
      .and.contain('mercredi 19 mai 2027')
      .and.contain('de septembre 2027 à août 2032')
    expect(text).to.contain('<a href="?lang=en" lang="en"')
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
