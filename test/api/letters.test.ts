import { expect } from 'chai'
import { letterTo } from '../../activities/letter.ts'
import { hrefOf } from '../../api/address.ts'
import { findRecipient } from '../../store/register/recipients.ts'
import { loadCorrespondence } from '../../store/typed.ts'
import { content } from '../domain/plan-script.ts'
import { person, rules } from '../domain/school.ts'
import { openDesk, startPlan, submitPlan, type Desk } from './desk.ts'

describe('a mail', () => {
  let desk: Desk
  before(async () => {
    desk = await openDesk()
  })
  beforeEach(() => desk.forget())
  after(() => desk?.close())

  /** The mail of everything that waits to be sent to someone, now, in English. */
  async function letter(id: string): Promise<{ subject: string; text: string }> {
    const [recipient, file] = await Promise.all([
      findRecipient(desk.store, id),
      loadCorrespondence(desk.store, `correspondence/${id}`),
    ])
    const notices = file?.state.pending ?? []
    return letterTo(
      { ...recipient!, language: 'en' },
      { notices, at: desk.deps.now(), digest: `${id}.1`, earlier: 0 },
      {
        ...desk.deps,
        rules,
        hrefOf,
      },
    )
  }
  const posted = async (account: string, path: string, body: object): Promise<void> => {
    const { status, body: answer } = await (await desk.as(account)).post(path, body)
    expect(status, `${path} ${JSON.stringify(answer)}`).to.equal(200)
    await desk.settle()
  }

  it('that asks for the approval of an amendment says so', async () => {
    await startPlan(desk)
    const { actions = [] } = content()
    await posted('pilot', '/plans/usth-2027/amend', {
      ...{ reason: 'Less to teach', centres: ['cmp', 'cis'], pillarGaps: [], milestones: [] },
      actions: actions.filter(({ id }) => id !== 'mission'),
    })
    const { text } = await letter(person('centre-head.cmp'))
    expect(text)
      .to.contain('* Approval of an amendment needed: Centre Microélectronique de Provence')
      .and.contain('part of an amendment to the five-year plan')
      .and.not.contain('Approval needed')
    const head = await desk.as('centre-head.cmp')
    const { pending } = (await head.get(`/messages/${person('centre-head.cmp')}`)).body
    expect(pending.map(({ heading }: { heading: string }) => heading)).to.include(
      'Approval of an amendment needed: Centre Microélectronique de Provence',
    )
  })

  it('that asks for the approval of a plan says nothing of an amendment', async () => {
    desk.at('2027-04-26T08:00:00Z')
    const pilot = await desk.as('pilot')
    const { status } = await pilot.post('/plans', { ...content(), partner: 'usth', firstYear: 2027 })
    expect(status).to.equal(201)
    await posted('pilot', '/plans/usth-2027/submit', {})
    expect((await letter(person('centre-head.cmp'))).subject).to.equal(
      'Approval needed: Centre Microélectronique de Provence – University of Science and Technology Hanoi (USTH, Vietnam-France University), 2027/2032',
    )
  })

  it('asks a partner’s coordinator of a plan by its years, and says once it was revised that it was', async () => {
    desk.at('2027-04-26T08:00:00Z')
    const pilot = await desk.as('pilot')
    await pilot.post('/plans', { ...content(), partner: 'usth', firstYear: 2027 })
    await posted('pilot', '/plans/usth-2027/submit', {})
    expect((await letter('usth-c1')).text)
      .to.contain('The school has drawn up a five-year plan')
      .and.contain('(USTH, Vietnam-France University), 2027/2032')
    await posted('direction', '/plans/usth-2027/return', { reason: 'Not yet' })
    expect((await pilot.post('/plans/usth-2027/revise', content())).status).to.equal(200)
    await posted('pilot', '/plans/usth-2027/submit', {})
    expect((await letter('usth-c1')).text)
      .to.contain('has been revised')
      .and.not.contain('has drawn up')
  })

  it('that a milestone was moved or dropped says why', async () => {
    await startPlan(desk)
    await posted('pilot', '/plans/usth-2027/moveMilestone', {
      ...{ milestone: 'cotutelles', to: '2028-11-15', reason: 'The thesis begins later' },
    })
    const fair = content().milestones.find(({ id }) => id === 'fair')!
    await posted('pilot', '/plans/usth-2027/addMilestone', { ...fair, id: 'fair-2' })
    await posted('pilot', '/plans/usth-2027/dropMilestone', { milestone: 'fair-2', reason: 'The hall is closed' })
    expect((await letter(person('centre-head.cis'))).text)
      .to.contain('Reason stated: The thesis begins later')
      .and.contain('Reason stated: The hall is closed')
  })

  it('that evidence was sent back, a plan suspended or an amendment proposed and returned says why', async () => {
    await startPlan(desk)
    const lead = async () => (await letter(person('pilot'))).text
    const { actions = [] } = content()
    await posted('pilot', '/plans/usth-2027/amend', {
      ...{ reason: 'Less to teach', centres: ['cmp', 'cis'], pillarGaps: [], milestones: [] },
      actions: actions.filter(({ id }) => id !== 'mission'),
    })
    expect((await letter(person('centre-head.cis'))).text).to.contain('Reason stated: Less to teach')
    const { body } = await (await desk.as('direction')).get('/plans/usth-2027')
    await posted('direction', '/plans/usth-2027/returnAmendment', {
      ...{ amendment: `v${body.amendment.version}`, reason: 'Not this year' },
    })
    expect(await lead()).to.contain('Reason stated: Not this year')
    const milestone = 'fair'
    await posted('pilot', '/plans/usth-2027/completeMilestone', { milestone, evidence: 'See the folder' })
    await posted('direction', '/plans/usth-2027/returnEvidence', { milestone, reason: 'The folder is empty' })
    expect(await lead())
      .to.contain('Reason stated: The folder is empty')
      .and.not.contain('to read why')
    await posted('direction', '/plans/usth-2027/suspend', { reason: 'The visas are refused', reviewOn: '2028-01-31' })
    for (const account of ['pilot', 'centre-head.cmp'])
      expect((await letter(person(account))).text).to.contain('Reason stated: The visas are refused')
  })

  it('that a centre returned its part says so, and why', async () => {
    desk.at('2027-04-26T08:00:00Z')
    await submitPlan(desk)
    const key = 'partnershipPlan.usth-2027.v1.cmp'
    const { hash } = (await (await desk.as('centre-head.cmp')).get(`/approvals/${key}`)).body
    await posted('centre-head.cmp', `/approvals/${key}/give`, { opinion: 'returned', hash, reason: 'Too dear' })
    expect((await letter(person('pilot'))).text)
      .to.contain('This research centre has returned its part of the plan.')
      .and.contain('Reason stated: Too dear')
  })

  it('that a plan is meant for others says for whom, once, as it is by then', async () => {
    await startPlan(desk)
    await posted('pilot', '/plans/usth-2027/publish', { audience: 'partner' })
    await posted('direction', '/plans/usth-2027/publish', { audience: 'public' })
    const { text } = await letter(person('centre-head.cmp'))
    expect(text.match(/The plan is meant for others than before/g)).to.have.length(1)
    expect(text).to.contain('It is meant for everyone from now on').and.not.contain('partner institution, too')
  })

  it('about somebody who cannot be reached calls them as the register does, not by an id', async () => {
    desk.at('2027-04-26T08:00:00Z')
    await posted('administrator', '/messages/usth-c1/reportUnreachable', { reason: 'They have left' })
    const { subject, text } = await letter(person('officer'))
    expect(subject).to.contain('A contact cannot be reached: coordinator@usth.example')
    expect(subject + text)
      .to.not.contain('usth-c1:')
      .and.not.match(/reached: usth-c1/)
  })
})
