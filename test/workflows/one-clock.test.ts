import { expect } from 'chai'
import { centreApproval } from '../../domain/approval/process.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { approvalId, planId } from '../../domain/plan/ids.ts'
import { lastDayOf } from '../../domain/plan/span.ts'
import { Rehearsal, type Act, type Happened } from '../../domain/rehearsal.ts'
import { isDigested } from '../../domain/rehearsal/following.ts'
import { civil, dayOf, endOf, instant, plusDays, workingDayFrom } from '../../domain/time.ts'
import { isRegisterStream } from '../../store/register/fold.ts'
import type { LedgerDoc } from '../../store/schemas.ts'
import { act, person, rules, world } from '../domain/school.ts'
import { openHouse, type House } from '../house.ts'
import { messageIdOf, startMailServer, type MailServer } from '../mail-server.ts'
import { liveOnOneClock } from '../one-clock.ts'
import { thisYear } from '../this-year.ts'

// Written in spring, and always ahead.
const year = thisYear + 2
const plan = planId('usth', year)
// A month after its end, all has been told.
const until = endOf(plusDays(lastDayOf({ firstYear: year }), 30), rules.calendar)
const owner = person('pilot')
const milestone = (id: string, pillar: 'teaching' | 'research' | 'companies' | 'scientificCulture', dueOn: string) => ({
  id,
  title: `Milestone ${id}`,
  pillar,
  centre: pillar === 'research' ? 'cis' : 'cmp',
  owner: pillar === 'companies' ? person('deputy.cmp') : owner,
  dueOn: civil(dueOn),
})
const milestones = [
  milestone('joint-master', 'teaching', `${year + 1}-05-02`),
  milestone('cotutelles', 'research', `${year + 1}-02-28`),
  milestone('chair', 'companies', `${year + 2}-08-15`),
  milestone('fair', 'scientificCulture', `${year + 3}-12-31`),
  milestone('thesis', 'research', `${year + 4}-11-30`),
]

/** The life of a plan, act by act; what a centre was asked is known once the rehearsal got there. */
async function rehearsed(): Promise<{ script: readonly Act[]; stage: Rehearsal }> {
  const stage = new Rehearsal(world())
  const script: Act[] = []
  const does = async (one: Act): Promise<void> => {
    script.push(one)
    await stage.run([one], one.at)
  }
  const pilots = (at: string, command: CommandTo<'partnershipPlan'>): Promise<void> =>
    does(act(at, 'pilot', plan, command))
  const approves = async (at: string, account: string, centre: string): Promise<void> => {
    const to = approvalId(plan, { centre, version: 1 })
    const file = await stage.file(to)
    const hash = centreApproval.owns(file) ? (file.state.asked?.hash ?? '') : ''
    await does(act(at, account, to, { type: 'give', input: { opinion: 'approved', hash } }))
  }
  const done = (milestone: string): CommandTo<'partnershipPlan'> => ({
    type: 'completeMilestone',
    input: { milestone, evidence: 'text:0' },
  })
  await pilots(`${year}-04-26T07:30:00Z`, {
    type: 'draft',
    input: {
      partner: 'usth',
      firstYear: year,
      pilot: owner,
      centres: ['cmp', 'cis'],
      pillarGaps: [],
      actions: [{ id: 'mission', title: 'Action mission', year, pillar: 'teaching', centre: 'cmp' }],
      milestones,
    },
  })
  await pilots(`${year}-04-26T08:00:00Z`, { type: 'submit', input: {} })
  await approves(`${year}-04-28T12:00:00Z`, 'centre-head.cmp', 'cmp')
  // The other head stays silent until the deputy may act (R7).
  await approves(`${year}-05-28T12:00:00Z`, 'deputy.cis', 'cis')
  await does(
    act(`${year}-05-28T14:00:00Z`, 'officer', `correspondence/${person('direction')}`, {
      type: 'sendNow',
      input: { reason: 'text:0' },
    }),
  )
  await does(act(`${year}-06-01T12:00:00Z`, 'direction', plan, { type: 'validate', input: {} }))
  await pilots(`${year + 1}-01-10T09:00:00Z`, { type: 'startMilestone', input: { milestone: 'cotutelles' } })
  // Reminded of at midnight, done before the mail of the day: nothing is sent.
  await pilots(`${sevenDaysBefore('cotutelles')}T05:00:00Z`, done('cotutelles'))
  await pilots(`${year + 1}-03-15T09:00:00Z`, {
    type: 'moveMilestone',
    input: { milestone: 'joint-master', to: civil(`${year + 1}-10-20`), reason: 'text:0' },
  })
  // Late by two weeks; the others are done early, or never.
  await pilots(`${year + 1}-11-05T09:00:00Z`, done('joint-master'))
  await pilots(`${year + 3}-09-10T09:00:00Z`, done('fair'))
  return { script, stage }
}
const sevenDaysBefore = (id: string): string => {
  const { dueOn } = milestones.find((one) => one.id === id)!
  return plusDays(workingDayFrom(dueOn, rules.calendar), -7)
}

/** What both ledgers must agree on: who did what in which order, on which day, and all that was said. */
const told = ({
  seq,
  type,
  actor,
  data,
  told: heard,
  settled,
  at,
}: Pick<Happened | LedgerDoc, 'seq' | 'type' | 'actor' | 'data' | 'told' | 'settled' | 'at'>) => ({
  seq,
  type,
  actor,
  on: dayOf(instant(at), rules.calendar),
  data: JSON.parse(JSON.stringify(data)),
  told: heard ?? {},
  settled: settled ?? [],
})

describe('a plan with its approvals and everyone concerned, on one clock', function () {
  this.timeout(120_000)
  let house: House
  let mail: MailServer
  before(async () => {
    mail = await startMailServer()
    house = await openHouse()
    await house.startWorker({ smtpUrl: mail.url })
  })
  after(async () => {
    await house?.close()
    await mail?.close()
  })

  it('leaves the ledger that its rehearsal foresaw, on the real server, for five years', async () => {
    const { script, stage } = await rehearsed()
    await stage.run([], until)
    const streams: readonly string[] = [...new Set(stage.ledger.map(({ id }) => id))].toSorted()
    await liveOnOneClock(house, { ids: streams, script, until })
    const lived = await house.store.ledger.distinct('stream')
    expect(lived.filter((stream) => !isRegisterStream(stream)).toSorted()).to.deep.equal(streams)
    for (const stream of streams) {
      const foreseen = stage.ledger.filter(({ id }) => id === stream).map(told)
      const entries = await house.ledger(stream)
      foreseen.forEach((entry, n) => expect(entries[n] && told(entries[n]), `${stream} ${n + 1}`).to.deep.equal(entry))
      expect(entries, stream).to.have.length(foreseen.length)
      for (const { seq, at, takenAt, actor } of entries)
        if (actor === 'clock')
          expect(Date.parse(takenAt) - Date.parse(at), `${stream} ${seq} in its time`).to.be.within(0, 3000)
    }
    const sent = stage.ledger.filter(isDigested).map(({ data }) => `${data.id}@school.example`)
    expect(sent).to.have.length.above(30)
    expect(mail.messages.map(messageIdOf).toSorted()).to.deep.equal(sent.toSorted())
  })

  it('came through silence, a moved date, a notice withdrawn in time and a milestone that nobody ever finished', async () => {
    const { script, stage } = await rehearsed()
    await stage.run([], until)
    expect(script.map(({ type }) => type)).to.include.members(['moveMilestone', 'sendNow'])
    const entries = stage.ledger
    expect(entries.filter(({ type, data }) => type === 'reminded' && 'opens' in data)).to.have.length(1)
    expect(entries.filter(({ type }) => type === 'withdrawn')).to.have.length.above(0)
    expect(entries.findLast(({ id, type }) => id === plan && type === 'closed')).to.deep.include({
      type: 'closed',
      at: endOf(lastDayOf({ firstYear: year }), rules.calendar),
      data: { unfinished: ['chair', 'thesis'] },
    })
  })
})
