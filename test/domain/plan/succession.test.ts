import { expect } from 'chai'
import { content, usth } from '../plan-script.ts'
import { person, story, world } from '../school.ts'
import {
  acts,
  agreed,
  approvalOf,
  approved,
  asking,
  entriesOf,
  mayLead,
  mailsTo,
  planOf,
  refusal,
  says,
  until,
  type PlanCommand,
} from '../stage.ts'
import { assertLaws } from '../laws.ts'

/** The officer may lead a partnership, too. */
const two = mayLead('officer')
const named: PlanCommand = { type: 'assignPilot', input: { pilot: person('officer'), reason: 'text-1' } }
const entrusted = (milestone: string, to = 'officer'): PlanCommand => ({
  type: 'assignOwner',
  input: { milestone, owner: person(to), reason: 'text-1' },
})

describe("the pilot's succession", () => {
  it('is decided by direction or the head of the office, for someone who holds the mandate', async () => {
    for (const by of ['direction', 'head-of-office']) {
      const stage = await approved({ roster: two })
      await acts(stage, { at: '2027-10-04T08:00:00Z', by, on: two }, named)
      expect(planOf(stage).pilot, by).to.equal(person('officer'))
    }
    const stage = await approved()
    const at = '2027-10-04T08:00:00Z'
    expect(await refusal(acts(stage, { at, by: 'direction' }, named))).to.equal('plan.pilot-unknown')
    const same: PlanCommand = { type: 'assignPilot', input: { pilot: person('pilot'), reason: 'text-1' } }
    expect(await refusal(acts(stage, { at, by: 'direction' }, same))).to.equal('plan.pilot-same')
    expect(await refusal(acts(stage, { at, by: 'pilot' }, named))).to.equal('command.not-yours')
  })

  it('in the middle of an approval asks every centre anew at once, as its pilot is part of what they approve (R6)', async () => {
    const stage = await asking({ roster: two })
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', on: two })
    await acts(stage, { at: '2027-05-03T08:00:00Z', by: 'direction', on: two }, named)
    expect(story(stage, usth).slice(-2)).to.deep.equal(['2027-05-03 08:00 pilotAssigned', '2027-05-03 08:00 submitted'])
    expect([approvalOf(stage, 'cis').withdrawnFor, approvalOf(stage, 'cis', 2).asked?.answerBy]).to.deep.equal([
      'versionChanged',
      '2027-05-26',
    ])
    expect(planOf(stage).opinions).to.deep.equal(
      Object.fromEntries(
        ['cmp', 'cis'].map((centre) => [centre, { version: 2, hash: approvalOf(stage, centre, 2).asked?.hash }]),
      ),
    )
    expect(planOf(stage).status).to.equal('inApproval')
    await assertLaws(stage, world({ roster: two }))
  })

  it('leaves authorship with who wrote (R7): direction, who named the new one, still validates', async () => {
    const stage = await agreed({ roster: two })
    await acts(stage, { at: '2027-05-03T08:00:00Z', by: 'direction', on: two }, named)
    expect(planOf(stage).authors).to.deep.equal([`person:${person('pilot')}`])
    expect(approvalOf(stage, 'cis', 2).asked?.authors).to.deep.equal([`person:${person('pilot')}`])
    for (const centre of ['cmp', 'cis'])
      await says(stage, { at: '2027-05-04T08:00:00Z', by: `centre-head.${centre}`, centre, version: 2, on: two })
    await acts(stage, { at: '2027-05-05T08:00:00Z', by: 'direction', on: two }, { type: 'validate', input: {} })
    expect(planOf(stage).status).to.equal('approved')
  })

  it('is told to the new one the same day with what is open, and the old one hears no more of it', async () => {
    const stage = await asking({ roster: two })
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned', on: two })
    await acts(stage, { at: '2027-04-28T09:00:00Z', by: 'direction', on: two }, named)
    await until(stage, '2027-06-30T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal([
      '2027-04-29 06:30 pilotAssigned, revision',
      '2027-05-21 06:30 revision',
      '2027-05-31 06:30 revision',
      '2027-06-14 06:30 revision',
      '2027-06-28 06:30 revision',
    ])
    expect(mailsTo(stage, 'pilot')).to.deep.equal(['2027-04-29 06:30 opinionNoted, pilotReplaced'])
  })
})

describe("an owner's succession", () => {
  it('re-routes what is open: the new owner is told at once and reminded, the old one hears no more', async () => {
    const stage = await approved()
    await until(stage, '2031-11-05T23:30:00Z')
    await acts(stage, { at: '2031-11-06T06:00:00Z', by: 'pilot' }, entrusted('fair'))
    await until(stage, '2032-01-01T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2031-11-06 07:30 ownerAssigned', '2031-12-08 07:30 milestone'])
    expect(mailsTo(stage, 'pilot').filter((mail) => mail > '2031-11')).to.deep.equal([])
    const notice = entriesOf(stage, `correspondence/${person('officer')}`).findLast(
      ({ type, data }) => type === 'received' && 'kind' in data && data.kind === 'ownerAssigned',
    )
    expect(notice?.data).to.deep.include({ untilOn: '2032-01-05' })
  })

  it('is for someone of the register, and someone else: plan.owner-unknown, plan.owner-same', async () => {
    const stage = await approved()
    const at = '2027-10-04T08:00:00Z'
    expect(await refusal(acts(stage, { at, by: 'pilot' }, entrusted('fair', 'pilot')))).to.equal('plan.owner-same')
    const stranger: PlanCommand = { type: 'assignOwner', input: { milestone: 'fair', owner: 'p99', reason: 'text-1' } }
    expect(await refusal(acts(stage, { at, by: 'pilot' }, stranger))).to.equal('plan.owner-unknown')
  })
})

describe('an abandoned plan', () => {
  const giveUp: PlanCommand = { type: 'giveUp', input: { reason: 'text-1' } }
  const abandon: PlanCommand = { type: 'abandon', input: { reason: 'text-1' } }

  it('withdraws what was asked and announced, and has ended', async () => {
    const stage = await asking()
    await acts(stage, { at: '2027-04-26T09:00:00Z', by: 'pilot' }, giveUp)
    expect([
      planOf(stage).status,
      approvalOf(stage, 'cmp').withdrawnFor,
      approvalOf(stage, 'cis').status,
    ]).to.deep.equal(['abandoned', 'planAbandoned', 'withdrawn'])
    await until(stage, '2028-06-30T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal(['2027-04-27 06:30 planAbandoned'])
    await assertLaws(stage, world())
  })

  it('is given up by its pilot only before direction validated it', async () => {
    const at = '2027-10-04T08:00:00Z'
    expect(await refusal(acts(await approved(), { at, by: 'pilot' }, giveUp))).to.equal('command.not-now')
    expect(await refusal(acts(await approved(), { at, by: 'pilot' }, abandon))).to.equal('command.not-yours')
    const stage = await approved()
    await acts(stage, { at, by: 'head-of-office' }, abandon)
    expect(await refusal(acts(stage, { at, by: 'direction' }, { type: 'resume', input: {} }))).to.equal(
      'command.not-now',
    )
  })

  it('leaves its key free: another life begins in the same stream, and nothing said of the old one counts', async () => {
    const stage = await agreed()
    const { pilot, centres, pillarGaps, actions, milestones } = content()
    await acts(stage, { at: '2027-05-03T08:00:00Z', by: 'direction' }, abandon)
    const draft: PlanCommand = {
      type: 'draft',
      input: {
        pilot,
        centres: [...centres],
        pillarGaps: [...pillarGaps],
        actions,
        milestones: [...milestones],
        partner: 'usth',
        firstYear: 2027,
      },
    }
    await acts(stage, { at: '2027-05-04T08:00:00Z', by: 'pilot' }, draft)
    expect(planOf(stage)).to.deep.include({ status: 'draft', version: 1, opinions: {} })
    await acts(stage, { at: '2027-05-04T09:00:00Z', by: 'pilot' }, { type: 'submit', input: {} })
    expect([planOf(stage).version, approvalOf(stage, 'cmp', 2).status, approvalOf(stage, 'cmp').status]).to.deep.equal([
      2,
      'asked',
      'given',
    ])
    await assertLaws(stage, world())
  })
})
