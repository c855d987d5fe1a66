import { expect } from 'chai'
import { registrar } from '../../domain/actor.ts'
import type { Mandate, Roster } from '../../domain/roster.ts'
import { civil, instant } from '../../domain/time.ts'
import type { PlanContent } from '../../domain/plan/plan.ts'
import type { Rehearsal } from '../../domain/rehearsal.ts'
import { asked, content, usth } from './plan-script.ts'
import { acting, person, roster } from './school.ts'
import { agreed, approvalOf, approved, asking, away, entriesOf, mailsTo, refusal, says, until } from './stage.ts'

/** The accounts as shipped, with a mandate that ends and whoever takes it the day after. */
const succession = (
  from: string,
  to: string,
  { role, centre }: Pick<Mandate, 'role' | 'centre'>,
  lastOn: string,
): Roster =>
  roster.map((member) => {
    const held = { role, ...(centre && { centre }) }
    if (member.id === person(from))
      return { ...member, mandates: [{ ...held, fromOn: civil('2026-09-01'), untilOn: civil(lastOn) }] }
    const next = { ...held, fromOn: civil(nextDay(lastOn)) }
    return member.id === person(to) ? { ...member, mandates: [...member.mandates, next] } : member
  })
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const rerouted = (entries: ReturnType<typeof entriesOf>): string[] =>
  entries.flatMap(({ type, at }) => (type === 'rerouted' ? [at] : []))

describe('what is open when a mandate changes hands', () => {
  const headOfCmp = { role: 'centreHead', centre: 'cmp' } as const

  it('is passed on to the new holder on the first day, at the first moment of it', async () => {
    // The head of CMP leaves on Friday 30 April 2027; the head of SMS takes over, on a Saturday.
    const stage = await asking({ roster: succession('centre-head.cmp', 'centre-head.sms', headOfCmp, '2027-04-30') })
    await until(stage, '2027-05-05T00:00:00Z')
    expect(rerouted(entriesOf(stage, asked('cmp')))).to.deep.equal(['2027-04-30T22:00:00.000Z'])
    expect(mailsTo(stage, 'centre-head.sms')).to.deep.equal(['2027-05-03 06:30 approval'])
    const day = '2027-05-05T08:00:00Z'
    const on = succession('centre-head.cmp', 'centre-head.sms', headOfCmp, '2027-04-30')
    expect(await refusal(says(stage, { at: day, by: 'centre-head.cmp', centre: 'cmp', on }))).to.equal(
      'command.not-yours',
    )
    await says(stage, { at: day, by: 'centre-head.sms', centre: 'cmp', on })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('head')
  })

  it('is taken back from who left before it was sent', async () => {
    // Asked on Monday 26 April at 10:00: the digest of Tuesday 08:30 finds another head.
    const stage = await asking({ roster: succession('centre-head.cmp', 'centre-head.sms', headOfCmp, '2027-04-26') })
    await until(stage, '2027-04-28T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal([])
    expect(mailsTo(stage, 'centre-head.sms')).to.deep.equal(['2027-04-27 06:30 approval'])
    const left = entriesOf(stage, `correspondence/${person('centre-head.cmp')}`).at(-1)
    expect(left).to.deep.include({ type: 'withdrawn', at: '2027-04-26T22:00:00.000Z' })
    expect(left?.data).to.deep.include({ reason: 'rerouted' })
  })

  it('reaches whoever takes a mandate that was vacant when it was asked', async () => {
    const on = roster.map((member) => {
      if (member.id === person('direction'))
        return { ...member, mandates: [{ role: 'direction' as const, fromOn: civil('2027-05-03') }] }
      return member
    })
    const stage = await agreed({ roster: on })
    await until(stage, '2027-05-05T00:00:00Z')
    // Both centres agreed on 29 April, before anyone could hear of it.
    expect(rerouted(entriesOf(stage, usth))).to.deep.equal(['2027-05-02T22:00:00.000Z'])
    expect(mailsTo(stage, 'direction')).to.deep.equal(['2027-05-03 06:30 validation'])
  })

  it('waits for its own day where nobody was to hear of it yet', async () => {
    const stage = await approved({ roster: succession('direction', 'officer', { role: 'direction' }, '2028-06-30') })
    await until(stage, '2028-08-01T00:00:00Z')
    expect(rerouted(entriesOf(stage, usth))).to.deep.equal([])
  })
})

describe('what is open while someone is away', () => {
  const holiday = { from: '2027-04-29', to: '2027-05-02', delegate: 'deputy.sms' }

  it('is told to their delegate from the first day, and to nobody twice once they are back', async () => {
    const stage = await asking({ roster: away({ 'centre-head.cmp': holiday }) })
    await until(stage, '2027-05-06T00:00:00Z')
    expect(rerouted(entriesOf(stage, asked('cmp')))[0]).to.equal('2027-04-28T22:00:00.000Z')
    expect(mailsTo(stage, 'deputy.sms')).to.deep.equal(['2027-04-29 06:30 approval'])
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal(['2027-04-27 06:30 approval'])
  })

  it('is taken back from a delegate whose time is over before it was sent', async () => {
    // Away on Saturday and Sunday only: the delegate's digest of Monday never goes.
    const weekend = { from: '2027-05-01', to: '2027-05-02', delegate: 'deputy.sms' }
    const stage = await asking({ roster: away({ 'centre-head.cmp': weekend }) })
    await until(stage, '2027-05-06T00:00:00Z')
    expect(mailsTo(stage, 'deputy.sms')).to.deep.equal([])
  })
})

describe('what belongs to someone whose mandates are over', () => {
  const told = ['2028-01-17 07:30 milestone', '2028-01-31 07:30 milestone', '2028-02-22 07:30 milestone']
  /** The deputy of SPIN owes `cotutelles`, due on 29 February 2028. */
  const entrusted = (): PlanContent => ({
    ...content(),
    milestones: content().milestones.map((one) =>
      one.id === 'cotutelles' ? { ...one, owner: person('deputy.spin') } : one,
    ),
  })
  const owing = (account: string, lastOn: string): Roster =>
    roster.map((one) =>
      one.id === person(account)
        ? { ...one, mandates: one.mandates.map((mandate) => ({ ...mandate, untilOn: civil(lastOn) })) }
        : one,
    )
  const said = (stage: Rehearsal, account: string): string[] =>
    mailsTo(stage, account).filter((mail) => mail.endsWith('milestone'))

  it('is told to whoever answers next, those who have heard already the same day, and to them no more', async () => {
    const stage = await approved({ roster: owing('deputy.spin', '2028-01-14') }, entrusted())
    await until(stage, '2028-02-29T22:00:00Z')
    // Friday 14 January is their last day: the pilot, who may hand it over, hears on Monday, then at J-30 and J-7.
    expect(said(stage, 'deputy.spin')).to.deep.equal(['2028-01-03 07:30 milestone'])
    expect(said(stage, 'pilot')).to.deep.equal(told)
  })

  it('goes up to the research centre where the pilot has left as well', async () => {
    const stage = await approved({ roster: owing('pilot', '2028-01-14') })
    await until(stage, '2028-02-29T22:00:00Z')
    expect(said(stage, 'centre-head.cis')).to.deep.equal(told)
  })
})

describe('the register’s word that others answer now', () => {
  it('is nobody else’s to give', async () => {
    const stage = await asking()
    for (const actor of [acting('administrator', instant('2027-04-26T08:00:00Z')), { ...registrar, id: 'process' }])
      expect(
        await refusal(
          stage.act({ to: asked('cmp'), type: 'reroute', input: {}, at: instant('2027-04-27T08:00:00Z'), actor }),
        ),
      ).to.equal('command.unknown')
  })

  it('writes nothing where everyone who answers has heard', async () => {
    const stage = await asking()
    const before = stage.ledger.length
    await stage.act({
      to: asked('cmp'),
      type: 'reroute',
      input: {},
      at: instant('2027-04-27T08:00:00Z'),
      actor: registrar,
    })
    expect(stage.ledger).to.have.length(before)
  })
})
