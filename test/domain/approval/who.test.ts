import { expect } from 'chai'
import { processOf } from '../../../domain/processes.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import type { Roster } from '../../../domain/roster.ts'
import { civil, instant } from '../../../domain/time.ts'
import { asked, content, submitted, usth } from '../plan-script.ts'
import { act, acting, person, roster, world } from '../school.ts'
import { acts, approvalOf, asking, away, entriesOf, mailsTo, planOf, refusal, says, until } from '../stage.ts'

const day = '2027-04-28T08:00:00Z'
const may = { from: '2027-04-20', to: '2027-06-30' }

/** A plan written by someone who holds the pilot's mandate beside their own, and submitted by them. */
async function writtenBy(author: string, on: Roster): Promise<Rehearsal> {
  const withPilot = on.map((member) =>
    member.id === person(author)
      ? { ...member, mandates: [...member.mandates, { role: 'pilot' as const, fromOn: civil('2026-09-01') }] }
      : member,
  )
  const stage = new Rehearsal(world({ roster: withPilot }))
  const { centres, actions, milestones } = content()
  const input = {
    pilot: person(author),
    centres: [...centres],
    pillarGaps: [],
    actions,
    milestones: [...milestones],
    partner: 'usth',
    firstYear: 2027,
  }
  await stage.run(
    [act('2027-04-26T07:30:00Z', author, usth, { type: 'draft', input }, withPilot)],
    instant('2027-04-26T07:30:00Z'),
  )
  await acts(stage, { at: '2027-04-26T08:00:00Z', by: author, on: withPilot }, { type: 'submit', input: {} })
  return stage
}

describe('who answers for a centre (R7)', () => {
  it('its head, and neither pilot, deputy, direction, officer nor the head of another centre at first', async () => {
    const stage = await asking()
    for (const by of [
      'pilot',
      'deputy.cmp',
      'direction',
      'officer',
      'head-of-office',
      'auditor',
      'administrator',
      'centre-head.cis',
    ])
      expect(await refusal(says(stage, { at: day, by, centre: 'cmp' })), by).to.equal('command.not-yours')
    await says(stage, { at: day, by: 'centre-head.cmp', centre: 'cmp' })
    expect(approvalOf(stage, 'cmp').given).to.deep.equal({
      opinion: 'approved',
      hash: approvalOf(stage, 'cmp').asked?.hash,
      part: 'head',
      at: '2027-04-28T08:00:00.000Z',
    })
  })

  it('the delegate of an absent head, with the name of who they stand in for', async () => {
    const on = away({ 'centre-head.cmp': { ...may, delegate: 'officer' } })
    const stage = await asking({ roster: on })
    await says(stage, { at: day, by: 'officer', centre: 'cmp', on })
    expect(approvalOf(stage, 'cmp').given).to.deep.include({ part: 'head', through: person('centre-head.cmp') })
    expect(mailsTo(stage, 'officer')).to.deep.equal(['2027-04-27 06:30 approval'])
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal([])
  })

  it('the deputy at once, while the head is absent without a delegate', async () => {
    const on = away({ 'centre-head.cmp': may })
    const stage = await asking({ roster: on })
    await says(stage, { at: day, by: 'deputy.cmp', centre: 'cmp', on })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('deputy')
    expect(mailsTo(stage, 'deputy.cmp')).to.deep.equal(['2027-04-27 06:30 approval'])
  })

  it('the deputy at once, while the delegate of the absent head is absent too', async () => {
    const on = away({ 'centre-head.cmp': { ...may, delegate: 'officer' }, officer: { ...may, delegate: 'auditor' } })
    const stage = await asking({ roster: on })
    await until(stage, day)
    expect([mailsTo(stage, 'deputy.cmp'), mailsTo(stage, 'officer'), mailsTo(stage, 'auditor')]).to.deep.equal([
      ['2027-04-27 06:30 approval'],
      [],
      [],
    ])
    expect(await refusal(says(stage, { at: day, by: 'auditor', centre: 'cmp', on }))).to.equal('command.not-yours')
  })

  it('the head again, once back: being away for the day of asking loses no right', async () => {
    const stage = await asking({ roster: away({ 'centre-head.cmp': { from: '2027-04-26', to: '2027-04-26' } }) })
    expect(approvalOf(stage, 'cmp').opened).to.deep.equal(['head', 'deputy'])
    await until(stage, '2027-05-14T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp')).to.deep.equal(['2027-04-27 06:30 approval', '2027-05-12 06:30 approval'])
    await says(stage, { at: '2027-05-14T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp' })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('head')
  })

  it('whoever takes a vacant mandate, from that day on', async () => {
    const vacant = roster.map((member) =>
      member.id === person('centre-head.cmp')
        ? { ...member, mandates: [{ role: 'centreHead' as const, centre: 'cmp', fromOn: civil('2027-05-03') }] }
        : member,
    )
    const stage = await asking({ roster: vacant })
    expect(await refusal(says(stage, { at: day, by: 'centre-head.cmp', centre: 'cmp', on: vacant }))).to.equal(
      'command.not-yours',
    )
    await says(stage, { at: '2027-05-03T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', on: vacant })
    expect(approvalOf(stage, 'cmp').status).to.equal('given')
  })

  it('whoever answers from a signed link, which is recorded', async () => {
    const stage = await asking()
    const hash = approvalOf(stage, 'cmp').asked?.hash ?? ''
    const answer = act(day, 'centre-head.cmp', asked('cmp'), { type: 'give', input: { opinion: 'approved', hash } })
    await stage.run([{ ...answer, actor: { ...answer.actor, byLink: true } }], instant(day))
    expect(approvalOf(stage, 'cmp').given?.byLink).to.equal(true)
  })
})

describe('nobody approves what they wrote (R7)', () => {
  it('not as head: the deputy is asked instead', async () => {
    const stage = await writtenBy('centre-head.cmp', roster)
    expect(await refusal(says(stage, { at: day, by: 'centre-head.cmp', centre: 'cmp' }))).to.equal('command.not-yours')
    expect([mailsTo(stage, 'centre-head.cmp'), mailsTo(stage, 'deputy.cmp')]).to.deep.equal([
      [],
      ['2027-04-27 06:30 approval'],
    ])
  })

  it('not as delegate of the head', async () => {
    const on = away({ 'centre-head.cmp': { ...may, delegate: 'pilot' } })
    const stage = await asking({ roster: on })
    expect(await refusal(says(stage, { at: day, by: 'pilot', centre: 'cmp', on }))).to.equal('command.not-yours')
    await says(stage, { at: day, by: 'deputy.cmp', centre: 'cmp', on })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('deputy')
  })

  it('not through the delegate of an author who is head', async () => {
    const on = away({ 'centre-head.cmp': { from: '2027-04-27', to: '2027-06-30', delegate: 'officer' } })
    const stage = await writtenBy('centre-head.cmp', on)
    expect(await refusal(says(stage, { at: day, by: 'officer', centre: 'cmp', on }))).to.equal('command.not-yours')
    await until(stage, '2027-05-20T00:00:00Z')
    expect(mailsTo(stage, 'officer')).to.deep.equal([])
  })

  it('everybody barred or away: direction is asked, and where direction wrote it nobody may', async () => {
    const on = away({ 'centre-head.cmp': may, 'deputy.cmp': may })
    const stage = await asking({ roster: on })
    expect(approvalOf(stage, 'cmp').opened).to.deep.equal(['head', 'deputy', 'direction'])
    await says(stage, { at: day, by: 'direction', centre: 'cmp', on })
    const alone = await writtenBy('direction', on)
    expect(approvalOf(alone, 'cmp').opened).to.deep.equal(['head', 'deputy', 'direction'])
    expect(await refusal(says(alone, { at: day, by: 'direction', centre: 'cmp', on }))).to.equal('command.not-yours')
    await until(alone, '2027-05-31T00:00:00Z')
    expect(
      entriesOf(alone, asked('cmp')).flatMap(({ data }) => ('skipped' in data ? [data.skipped] : [])),
    ).to.deep.equal(['barred', 'barred', 'absent', 'barred'])
  })

  it('the pilot is an author even where a delegate held the pen, and once the absence is over', async () => {
    const on = away({ pilot: { ...may, delegate: 'deputy.cmp' } })
    const stage = new Rehearsal(world({ roster: on }))
    const [first, second] = submitted()
    for (const one of [first, second]) if (one) await stage.act({ ...one, actor: acting('deputy.cmp', one.at, on) })
    expect(planOf(stage).authors).to.have.members([`person:${person('deputy.cmp')}`, `person:${person('pilot')}`])
  })

  it('not what was written in their name, whoever held the pen: the deputy answers', async () => {
    // The head of a centre is the pilot, away until the 27th; someone else drafts for them, a delegate submits.
    const on = away({ 'centre-head.cmp': { from: '2027-04-20', to: '2027-04-27', delegate: 'officer' } }).map((one) =>
      one.id === person('centre-head.cmp')
        ? { ...one, mandates: [...one.mandates, { role: 'pilot' as const, fromOn: civil('2026-09-01') }] }
        : one,
    )
    const stage = new Rehearsal(world({ roster: on }))
    const [drafted] = submitted({ ...content(), pilot: person('centre-head.cmp') })
    if (drafted) await stage.run([{ ...drafted, actor: acting('pilot', drafted.at, on) }], drafted.at)
    await acts(stage, { at: '2027-04-26T08:00:00Z', by: 'officer', on }, { type: 'submit', input: {} })
    expect(await refusal(says(stage, { at: day, by: 'centre-head.cmp', centre: 'cmp', on }))).to.equal(
      'command.not-yours',
    )
    await says(stage, { at: day, by: 'deputy.cmp', centre: 'cmp', on })
    expect(approvalOf(stage, 'cmp').given?.part).to.equal('deputy')
    expect(planOf(stage).opinions['cmp']?.opinion).to.equal('approved')
  })

  it('not in a new round for which their request stands: whoever wrote that one is an author too', async () => {
    const on = away({ pilot: { from: '2027-05-01', to: '2027-05-05', delegate: 'centre-head.cis' } })
    const stage = await asking({ roster: on })
    const { pilot, centres, pillarGaps, actions, milestones } = content()
    // An edit of the other centre's part, by the head of this one in the pilot's name.
    const edited = milestones.map((one) => (one.centre === 'cmp' ? { ...one, title: `${one.title}, again` } : one))
    const input = { pilot, centres: [...centres], pillarGaps: [...pillarGaps], actions, milestones: edited }
    const by = { by: 'centre-head.cis', on }
    await acts(stage, { at: '2027-05-03T08:00:00Z', ...by }, { type: 'revise', input })
    await acts(stage, { at: '2027-05-03T09:00:00Z', ...by }, { type: 'submit', input: {} })
    expect(entriesOf(stage, asked('cis')).map(({ type }) => type)).to.deep.equal(['asked', 'confirmed'])
    expect(approvalOf(stage, 'cis').opened).to.deep.equal(['head', 'deputy'])
    // Whom the round lets in hears the next morning that they may answer, and the head nothing more.
    await until(stage, '2027-05-05T00:00:00Z')
    expect(mailsTo(stage, 'deputy.cis')).to.deep.equal(['2027-05-04 06:30 approval'])
    expect(mailsTo(stage, 'centre-head.cis').filter((mail) => mail.includes('approval'))).to.deep.equal([
      '2027-04-27 06:30 approval',
    ])
    const later = '2027-05-06T08:00:00Z'
    expect(await refusal(says(stage, { at: later, by: 'centre-head.cis', centre: 'cis', on }))).to.equal(
      'command.not-yours',
    )
    await says(stage, { at: later, by: 'deputy.cis', centre: 'cis', on })
    expect(approvalOf(stage, 'cis').given?.part).to.equal('deputy')
  })

  it('nor does `may` offer it', async () => {
    const stage = await asking()
    const may = async (account: string): Promise<readonly string[]> =>
      processOf(asked('cmp')).may(await stage.file(asked('cmp')), acting(account, instant(day)))
    expect([await may('centre-head.cmp'), await may('deputy.cmp'), await may('pilot')]).to.deep.equal([
      ['give'],
      [],
      [],
    ])
  })
})
