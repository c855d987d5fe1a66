import { expect } from 'chai'
import request from 'supertest'
import { approvalId } from '../../domain/plan/ids.ts'
import { civil } from '../../domain/time.ts'
import { changePerson } from '../changed-person.ts'
import { content } from '../domain/plan-script.ts'
import { person } from '../domain/school.ts'
import { answerLink, plan } from './approval-asked.ts'
import { openDesk, startPlan, type Desk } from './desk.ts'

describe('/answer/{token} of an amendment (R6)', () => {
  let desk: Desk
  let link: string
  before(async () => {
    desk = await openDesk()
    await startPlan(desk)
    const { actions = [], milestones } = content()
    const [mission] = actions
    const added = { ...milestones.find(({ centre }) => centre === 'cis')!, id: 'workshop', title: 'Milestone workshop' }
    const pilot = await desk.as('pilot')
    const amended = await pilot.post('/plans/usth-2027/amend', {
      reason: 'The school <moves>',
      centres: ['cmp', 'cis'],
      pillarGaps: [],
      actions: actions.filter(({ id }) => id !== mission?.id),
      milestones: [added],
    })
    expect(amended.status, JSON.stringify(amended.body)).to.equal(200)
    await desk.settle()
    link = await answerLink(desk, 'centre-head.cmp', approvalId(plan, { centre: 'cmp', version: 2 }))
  })
  after(() => desk?.close())

  const page = async (language = 'en') =>
    (await request(desk.app).get(`${link}?lang=${language}`).expect(200)).text.replaceAll(/[\u00a0\u202f]/g, ' ')

  it('says that it is one, why, and what it leaves out; the plan goes on whatever is answered', async () => {
    const text = await page()
    for (const words of [
      'approve its part of an amendment to the five-year plan',
      'Reason stated: The school &lt;moves&gt;',
      'without one, the amendment waits, the plan goes on as it was approved',
      'None; those that run go on as they are.',
      '<h3>No longer in the plan</h3>',
      'Action mission – academic year 2027/2028',
      'direction validates the amendment',
      'and is closed; the plan goes on as it was approved',
    ])
      expect(text).to.contain(words)
    for (const words of ['the plan waits', 'removes the centre', 'Milestone workshop'])
      expect(text).to.not.contain(words)
  })

  it('names whoever leads the plan by now, where its lead changed since the amendment', async () => {
    const head = await desk.as('head-of-office')
    await changePerson(desk.store, person('officer'), {
      mandates: [
        { role: 'officer', fromOn: civil('2026-09-01') },
        { role: 'pilot', fromOn: civil('2026-09-01') },
      ],
    })
    expect(await page()).to.contain('Partnership lead: pilot@school.example')
    const handedOver = { pilot: person('officer'), reason: 'A new chair' }
    const { status, body } = await head.post('/plans/usth-2027/assignPilot', handedOver)
    expect(status, JSON.stringify(body)).to.equal(200)
    await desk.settle()
    expect(await page()).to.contain('Partnership lead: officer@school.example')
  })

  it('says the same in French', async () => {
    const text = await page('fr')
    for (const words of ['un amendement au plan d’actions', 'Motif indiqué : The school', 'Ne figurent plus au plan'])
      expect(text).to.contain(words)
    expect(text).to.not.contain('retire alors le centre')
  })
})
