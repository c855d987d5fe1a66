import { expect } from 'chai'
import { person } from '../domain/school.ts'
import { draftBody, openDesk, pilotId, usthPlan, type Desk } from './desk.ts'
import { changePerson } from '../changed-person.ts'

const sentence = 'No laboratory of the partner works on it.'
const approval = (centre: string) => `/approvals/partnershipPlan.usth-2027.v1.${centre}`

describe('the same sentence, written twice in one plan', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
    desk.at('2027-04-26T08:00:00Z')
    const absences = [{ fromOn: '2027-05-03', untilOn: '2027-05-07', delegate: person('officer') }]
    await changePerson(desk.store, pilotId, { absences })
    const pilot = await desk.as('pilot')
    const gaps = { pillarGaps: [{ pillar: 'research', reason: sentence }] }
    expect((await pilot.post('/plans', { ...draftBody(), ...gaps })).status).to.equal(201)
    expect((await pilot.post('/plans/usth-2027/submit')).status).to.equal(200)
    await desk.settle()
    const head = await desk.as('centre-head.cmp')
    const { hash } = (await head.get(approval('cmp'))).body
    expect((await head.post(`${approval('cmp')}/give`, { opinion: 'approved', hash })).status).to.equal(200)
    await desk.settle()
    desk.at('2027-05-03T08:00:00Z')
  })
  after(() => desk?.close())

  /** A revision by whoever stands in for the pilot, with this reason. */
  async function revise(reason: string): Promise<void> {
    const { partner: _, firstYear: __, ...content } = draftBody()
    const officer = await desk.as('officer')
    const input = { ...content, pillarGaps: [{ pillar: 'research', reason }] }
    expect((await officer.post('/plans/usth-2027/revise', input)).status).to.equal(200)
    await desk.settle()
  }
  const opinions = async () =>
    (await (await desk.as('officer')).get('/plans/usth-2027')).body.centres.map(
      ({ id, opinion }: { id: string; opinion: { code: string } | null }) => `${id} ${opinion?.code ?? 'open'}`,
    )
  const authors = async () =>
    (await desk.store.texts.find({ stream: usthPlan }).sort({ writtenAt: 1 }).lean()).map(
      ({ text, author }) => `${author}: ${text}`,
    )

  it('by someone else voids no approval, and is kept once under its first author', async () => {
    await revise(`  ${sentence}`)
    expect(await opinions()).to.deep.equal(['cmp approved', 'cis open'])
    expect((await (await desk.as('centre-head.cis')).get(approval('cis'))).body.status.code).to.equal('asked')
    expect(await authors()).to.deep.equal([`person:${pilotId}: ${sentence}`])
  })

  it('is another one once a word changes: then every centre is asked again', async () => {
    await revise('No laboratory of ours works on it.')
    expect(await opinions()).to.deep.equal(['cmp open', 'cis open'])
    expect(await authors()).to.deep.equal([
      `person:${pilotId}: ${sentence}`,
      `person:${person('officer')}: No laboratory of ours works on it.`,
    ])
  })
})
