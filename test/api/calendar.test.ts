import { expect } from 'chai'
import request from 'supertest'
import { approveAll, openDesk, startPlan, submitPlan, type Desk } from './desk.ts'
import { changePerson } from '../changed-person.ts'
import { person } from '../domain/school.ts'

describe('a calendar to subscribe to', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  afterEach(async () => {
    await desk.forget()
    await desk.store.calendarFeeds.deleteMany({})
    desk.at('2027-04-26T08:00:00Z')
  })
  after(() => desk?.close())

  const addressOf = async (account: string): Promise<string> => {
    const { status, body } = await (await desk.as(account)).post('/me/calendar')
    expect(status).to.equal(201)
    expect(body.url).to.match(/^http:.*\/calendar\/[\w-]{43}\.ics$/)
    return new URL(body.url).pathname
  }
  /** Its lines, unfolded (RFC 5545, 3.1). */
  const read = async (path: string): Promise<string[]> => {
    const { status, text, type, headers } = await request(desk.app).get(path)
    expect([status, type, headers['cache-control']]).to.deep.equal([200, 'text/calendar', 'no-store'])
    return text.replaceAll('\r\n ', '').split('\r\n')
  }
  const valuesOf = (name: string, lines: readonly string[]): string[] =>
    lines.flatMap((line) => (line.startsWith(`${name}:`) || line.startsWith(`${name};`) ? [line] : []))

  it('shows without a session the last day of everything waited for, as a whole day that makes nobody busy', async () => {
    await submitPlan(desk)
    const lines = await read(await addressOf('centre-head.cmp'))
    expect(valuesOf('DTSTART', lines)).to.deep.equal(['DTSTART;VALUE=DATE:20270519'])
    expect(valuesOf('DTEND', lines)).to.deep.equal([])
    expect(valuesOf('TRANSP', lines)).to.deep.equal(['TRANSP:TRANSPARENT'])
    expect(valuesOf('SUMMARY', lines)[0]).to.contain('Hanoi')
    expect(valuesOf('DESCRIPTION', lines)).to.deep.equal([
      'DESCRIPTION:Last day: Wednesday 19 May 2027 included\\, until 24:00 Paris time.',
    ])
    expect(valuesOf('NAME', lines)).to.deep.equal(['NAME:Longitude: what is waited for from you'])
  })

  it('is in the language of its person, marks what is late, and is gone with what is done', async () => {
    await submitPlan(desk)
    await approveAll(desk)
    const address = await addressOf('direction')
    const [before] = valuesOf('UID', await read(address))
    desk.at('2027-05-11T22:00:00Z')
    const late = await read(address)
    expect(valuesOf('DESCRIPTION', late)).to.deep.equal([
      'DESCRIPTION:En retard. Le dernier jour était le mardi 11 mai 2027 inclus\\, jusqu’à 24 h 00\\, heure de Paris.',
    ])
    expect(valuesOf('UID', late)).to.deep.equal([before])
    expect((await (await desk.as('direction')).post('/plans/usth-2027/validate')).status).to.equal(200)
    expect(valuesOf('UID', await read(address))).to.deep.equal([])
  })

  it('says of what moved that it is a later revision of the same, and since when; a reminder makes none', async () => {
    await startPlan(desk)
    const address = await addressOf('pilot')
    const eventOf = async (day: string) => {
      const events = (await read(address)).join('\n').split('BEGIN:VEVENT').slice(1)
      const lines = events.find((event) => event.includes(`DTSTART;VALUE=DATE:${day}`))?.split('\n') ?? []
      return ['UID', 'SEQUENCE', 'LAST-MODIFIED', 'DTSTAMP'].map((name) => valuesOf(name, lines)[0])
    }
    const [uid, first, since] = await eventOf('20280229')
    const tag = (await (await desk.as('pilot')).get('/plans/usth-2027')).headers['etag'] ?? ''
    expect([first, since]).to.deep.equal([`SEQUENCE:${JSON.parse(tag)}`, 'LAST-MODIFIED:20270901T080000Z'])
    desk.at('2027-12-31T08:00:00Z')
    await desk.wake('partnershipPlan/usth-2027')
    expect(await eventOf('20280229')).to.deep.equal([uid, first, since, 'DTSTAMP:20271231T080000Z'])
    const { seq } = (await (await desk.as('pilot')).get('/plans/usth-2027')).body
    await (
      await desk.as('pilot')
    ).post('/plans/usth-2027/moveMilestone', {
      ...{ milestone: 'cotutelles', to: '2028-03-15', reason: 'The thesis begins later' },
    })
    expect(await eventOf('20280315')).to.deep.equal([
      ...[uid, `SEQUENCE:${Number(seq) + 1}`, 'LAST-MODIFIED:20271231T080000Z', 'DTSTAMP:20271231T080000Z'],
    ])
  })

  it('has one address at a time, kept as a hash, shown once and ended by its person', async () => {
    const direction = await desk.as('direction')
    expect((await direction.get('/me/calendar')).body).to.deep.equal({ since: null })
    const first = await addressOf('direction')
    desk.at('2027-04-26T09:00:00Z')
    const second = await addressOf('direction')
    expect((await request(desk.app).get(first)).status).to.equal(404)
    await read(second)
    const token = second.slice('/calendar/'.length, -'.ics'.length)
    expect(JSON.stringify(await desk.store.calendarFeeds.find().lean())).to.not.contain(token)
    expect((await direction.get('/me/calendar')).body).to.deep.equal({ since: '2027-04-26T09:00:00.000Z' })
    expect((await direction.delete('/me/calendar')).body).to.deep.equal({ since: null })
    expect((await request(desk.app).get(second)).status).to.equal(404)
  })

  it('answers as nothing to a made-up address, and to that of whoever has left', async () => {
    const address = await addressOf('direction')
    const id = person('direction')
    const { mandates = [] } = (await desk.store.people.findOne({ _id: id }).lean()) ?? {}
    await changePerson(desk.store, id, { mandates: [] })
    const left = await request(desk.app).get(address)
    await changePerson(desk.store, id, { mandates })
    const madeUp = await request(desk.app).get(`/calendar/${'a'.repeat(43)}.ics`)
    const unfit = await request(desk.app).get('/calendar/.ics')
    for (const { status, body } of [left, madeUp, unfit]) expect([status, body.code]).to.deep.equal([404, 'not-found'])
    await read(address)
  })
})
