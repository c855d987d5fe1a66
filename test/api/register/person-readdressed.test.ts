import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import request from 'supertest'
import { readLedger } from '../../../store/ledger.ts'
import { person } from '../../domain/school.ts'
import { until } from '../../house.ts'
import { mailedLink } from '../door.ts'
import { openDesk, type Client, type Desk } from '../desk.ts'

describe('a person whose address somebody edits', () => {
  let desk: Desk
  let administrator: Client
  let isKilled = false
  beforeEach(async () => {
    isKilled = false
    desk = await openDesk({
      reached: (point) => {
        if (isKilled && point === 'registerWritten') throw new Error('killed')
      },
    })
    administrator = await desk.as('administrator')
  })
  afterEach(() => desk?.close())

  const pilot = person('pilot')
  const edit = (email: string, { id = pilot, key = 'once' } = {}) =>
    administrator.patch(`/people/${id}`, { email }, { key })
  const told = () => desk.mails.filter(({ messageId }) => messageId.startsWith('readdressed.'))
  const toldOnce = () => until(async () => told().length === 1, 2_000)

  it('is told at once at the address they had, in their language, and not which one it is now', async () => {
    expect((await edit('somebody.else@school.example')).status).to.equal(200)
    await toldOnce()
    const [mail] = told()
    expect([mail?.to, mail?.language, mail?.subject]).to.deep.equal([
      ...['pilot@school.example', 'en', 'Your account has another address from now on'],
    ])
    expect(mail?.text).to.contain('tell officer@school.example at once')
    expect(`${mail?.text}${mail?.html}`).to.not.contain('somebody.else')
  })

  it('is not there any more in any session, by any mailed link, at the address of any calendar', async () => {
    const theirs = await desk.as('pilot')
    const browser = request.agent(desk.app)
    await browser.post('/api/v1/session/links').send({ email: 'pilot@school.example' }).expect(202)
    const link = await mailedLink(desk)
    const calendar = new URL((await theirs.post('/me/calendar')).body.url).pathname
    const colleague = await desk.as('officer')
    expect([(await theirs.get('/me')).status, (await request(desk.app).get(calendar)).status]).to.deep.equal([200, 200])
    await edit('somebody.else@school.example')
    expect([(await theirs.get('/me')).status, (await request(desk.app).get(calendar)).status]).to.deep.equal([401, 404])
    const opened = await browser.post(link).set('Accept', 'application/json')
    expect([opened.status, opened.body.code]).to.deep.equal([410, 'link-ended'])
    expect((await colleague.get('/me')).status).to.equal(200)
    await desk.settle()
    const types = (await readLedger(desk.store, `correspondence/${pilot}`)).map(({ type }) => type)
    expect(types, 'links of mails that went before').to.include('readdressed')
  })

  it('is told once for one key, and nothing where the address stays, or where the edit is killed before it holds', async () => {
    const theirs = await desk.as('pilot')
    isKilled = true
    expect((await edit('somebody.else@school.example', { key: 'killed' })).status).to.equal(500)
    isKilled = false
    expect((await edit('Pilot@School.example', { key: 'same' })).status).to.equal(200)
    await pause(300)
    expect([told(), (await theirs.get('/me')).status]).to.deep.equal([[], 200])
    for (const _ of [1, 2]) await edit('somebody.else@school.example')
    await toldOnce()
    await pause(300)
    expect(told()).to.have.length(1)
  })

  it('is never sent to ask whoever did it, nor themselves', async () => {
    await edit('not.the.officer@school.example', { id: person('officer') })
    await toldOnce()
    expect(told()[0]?.text).to.contain('head-of-office@school.example').and.not.contain('administrator@')
  })
})
