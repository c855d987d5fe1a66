import { expect } from 'chai'
import { processActor } from '../../../domain/actor.ts'
import type { PlanContent, PlannedMilestone } from '../../../domain/plan/plan.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { asked, content, usth } from '../plan-script.ts'
import { assertLaws } from '../laws.ts'
import { person, roster, story, world } from '../school.ts'
import { acts, agreed, approvalOf, asking, entriesOf, mailsTo, planOf, refusal, says, until } from '../stage.ts'

const copied = ({ pilot, centres, pillarGaps, actions, milestones }: PlanContent) => ({
  pilot,
  centres: [...centres],
  pillarGaps: [...pillarGaps],
  actions,
  milestones: [...milestones],
})
const edited = (id: string, change: Partial<PlannedMilestone>) =>
  copied({ ...content(), milestones: content().milestones.map((one) => (one.id === id ? { ...one, ...change } : one)) })
const revise = (stage: Rehearsal, at: string, input = copied(content())): Promise<void> =>
  acts(stage, { at, by: 'pilot' }, { type: 'revise', input })
const submit = (stage: Rehearsal, at: string): Promise<void> =>
  acts(stage, { at, by: 'pilot' }, { type: 'submit', input: {} })
const requests = (stage: Rehearsal): unknown[] =>
  entriesOf(stage, usth).flatMap(({ type, data }) =>
    type === 'submitted' && 'requests' in data && Array.isArray(data.requests)
      ? [data.requests.map(({ centre, version }: { centre: string; version: number }) => `${centre} v${version}`)]
      : [],
  )

/** Returned by one centre on 28 April; the other had not answered, or had. */
async function returnedByCmp(): Promise<Rehearsal> {
  const stage = await asking()
  await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
  return stage
}

describe('one opinion and the others (R7)', () => {
  it('one `returned` returns the plan and withdraws the other request, with its mail if that was not sent', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-26T09:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
    await until(stage, '2027-04-28T00:00:00Z')
    expect([
      planOf(stage).status,
      approvalOf(stage, 'cis').status,
      approvalOf(stage, 'cis').withdrawnFor,
    ]).to.deep.equal(['returned', 'withdrawn', 'returned'])
    expect([mailsTo(stage, 'centre-head.cis'), mailsTo(stage, 'pilot')]).to.deep.equal([
      [],
      ['2027-04-27 06:30 opinionNoted, planReturned'],
    ])
    expect(await refusal(says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cis', centre: 'cis' }))).to.equal(
      'approval.withdrawn',
    )
  })

  it('an approval given before counts on at resubmission: only the other centre is asked', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-27T08:00:00Z', by: 'centre-head.cis', centre: 'cis' })
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'returned' })
    await revise(stage, '2027-04-29T08:00:00Z', edited('chair', { title: 'A chair for five years' }))
    await submit(stage, '2027-04-29T09:00:00Z')
    expect(requests(stage)).to.deep.equal([['cmp v1', 'cis v1'], ['cmp v2']])
    await says(stage, { at: '2027-04-30T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', version: 2 })
    expect(planOf(stage).agreed?.at).to.equal('2027-04-30T08:00:00.000Z')
  })

  it('a centre whose part did not change is asked again under its version, with fifteen new days', async () => {
    const stage = await returnedByCmp()
    await revise(stage, '2027-05-10T08:00:00Z', edited('chair', { title: 'A chair for five years' }))
    await submit(stage, '2027-05-10T09:00:00Z')
    expect(requests(stage)[1]).to.deep.equal(['cmp v2', 'cis v1'])
    expect(approvalOf(stage, 'cis').asked).to.deep.include({ round: 2, version: 1, answerBy: '2027-06-01' })
    await says(stage, { at: '2027-05-11T08:00:00Z', by: 'centre-head.cis', centre: 'cis' })
    expect(story(stage, asked('cis')).map((line) => line.split(' ')[2])).to.deep.equal([
      'asked',
      'withdrawn',
      'asked',
      'given',
    ])
  })

  it('a centre that is asked again is not told that what it answered still stands: neither one that returned its part, nor one whose request was withdrawn', async () => {
    const stage = await returnedByCmp()
    await revise(stage, '2027-05-10T08:00:00Z', edited('cotutelles', { title: 'Cotutelles every year' }))
    await submit(stage, '2027-05-10T09:00:00Z')
    expect(requests(stage)[1]).to.deep.equal(['cmp v1', 'cis v2'])
    await until(stage, '2027-05-12T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp').at(-1)).to.equal('2027-05-11 06:30 approval')
    const other = await returnedByCmp()
    await revise(other, '2027-05-10T08:00:00Z', edited('chair', { title: 'A chair for five years' }))
    await submit(other, '2027-05-10T09:00:00Z')
    await until(other, '2027-05-12T00:00:00Z')
    expect(mailsTo(other, 'centre-head.cis').at(-1)).to.equal('2027-05-11 06:30 approval')
  })

  it('`returned` is left by a revision, even one that changes nothing', async () => {
    const stage = await returnedByCmp()
    expect(await refusal(submit(stage, '2027-04-29T08:00:00Z'))).to.equal('command.not-now')
    await revise(stage, '2027-04-29T08:00:00Z')
    await submit(stage, '2027-04-29T09:00:00Z')
    expect([planOf(stage).version, requests(stage)[1]]).to.deep.equal([2, ['cmp v1', 'cis v1']])
  })

  it('one `refused` lets direction remove that centre and its milestones, and the others’ approvals stand', async () => {
    const stage = await asking(
      {},
      {
        ...content(),
        milestones: [...content().milestones, { ...content().milestones[0]!, id: 'second', centre: 'fayol' }],
        centres: ['cmp', 'cis', 'fayol'],
      },
    )
    for (const centre of ['cmp', 'cis'])
      await says(stage, { at: '2027-04-28T08:00:00Z', by: `centre-head.${centre}`, centre })
    await says(stage, { at: '2027-04-29T08:00:00Z', by: 'centre-head.fayol', centre: 'fayol', says: 'refused' })
    expect([planOf(stage).status, planOf(stage).agreed]).to.deep.equal(['inApproval', undefined])
    await acts(
      stage,
      { at: '2027-04-30T08:00:00Z', by: 'direction' },
      { type: 'removeCentre', input: { centre: 'fayol', reason: 'text-1' } },
    )
    expect([
      planOf(stage).centres,
      Object.keys(planOf(stage).milestones).includes('second'),
      planOf(stage).agreed?.validateBy,
    ]).to.deep.equal([['cmp', 'cis'], false, '2027-05-18'])
  })

  it('one `refused` is told to direction, which has ten working days and hears every week after them', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'refused' })
    expect(planOf(stage).opinions['cmp']?.refused).to.deep.equal({
      at: '2027-04-28T08:00:00.000Z',
      settleBy: '2027-05-13',
    })
    await until(stage, '2027-05-26T00:00:00Z')
    expect(mailsTo(stage, 'direction')).to.deep.equal([
      '2027-04-29 06:30 refusal',
      '2027-05-10 06:30 refusal',
      '2027-05-14 06:30 refusal',
      '2027-05-21 06:30 refusal',
    ])
    await acts(stage, { at: '2027-05-26T08:00:00Z', by: 'direction' }, { type: 'return', input: { reason: 'text-2' } })
    expect(planOf(stage).opinions['cmp']?.opinion).to.equal('refused')
    expect((await stage.file(usth)).heard).to.deep.equal({ 'revision/plan': [person('pilot')] })
  })

  it('one `refused` lets direction return the plan, which asks that centre again', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'refused' })
    await acts(stage, { at: '2027-04-29T08:00:00Z', by: 'direction' }, { type: 'return', input: { reason: 'text-2' } })
    expect(approvalOf(stage, 'cis').status).to.equal('withdrawn')
    await revise(stage, '2027-04-29T09:00:00Z')
    await submit(stage, '2027-04-29T10:00:00Z')
    expect([approvalOf(stage, 'cmp').status, approvalOf(stage, 'cmp').given]).to.deep.equal(['asked', undefined])
  })
})

describe('an edit while centres are asked (R6)', () => {
  it('outside a centre’s part leaves its approval valid, and tells it', async () => {
    const stage = await agreed()
    await revise(stage, '2027-05-03T08:00:00Z', edited('joint-master', { dueOn: civil('2028-06-01') }))
    await submit(stage, '2027-05-03T09:00:00Z')
    expect(requests(stage)[1]).to.deep.equal(['cmp v2'])
    expect(planOf(stage).opinions['cis']).to.deep.include({ version: 1, opinion: 'approved' })
    await until(stage, '2027-05-05T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cis').at(-1)).to.equal('2027-05-04 06:30 planEdited')
  })

  it('outside a centre’s part is told once of several edits, and not at all where another one, or a return, undoes it', async () => {
    const joint = edited('joint-master', { dueOn: civil('2028-06-01') })
    const cotutelles = (title: string) => ({
      ...joint,
      milestones: joint.milestones.map((one) => (one.id === 'cotutelles' ? { ...one, title } : one)),
    })
    const toldOf = async (then: (stage: Rehearsal) => Promise<void>) => {
      const stage = await agreed()
      await revise(stage, '2027-05-03T08:00:00Z', joint)
      await then(stage)
      await until(stage, '2027-05-05T00:00:00Z')
      await assertLaws(stage, world())
      return mailsTo(stage, 'centre-head.cis').filter((mail) => mail >= '2027-05-04')
    }
    const again = edited('joint-master', { dueOn: civil('2028-06-02') })
    expect(await toldOf((stage) => revise(stage, '2027-05-03T09:00:00Z', again))).to.deep.equal([
      '2027-05-04 06:30 planEdited',
    ])
    expect(await toldOf((stage) => revise(stage, '2027-05-03T09:00:00Z', cotutelles('Other')))).to.deep.equal([])
    const returned = async (stage: Rehearsal): Promise<void> => {
      await submit(stage, '2027-05-03T09:00:00Z')
      await acts(
        stage,
        { at: '2027-05-03T10:00:00Z', by: 'direction' },
        { type: 'return', input: { reason: 'text-2' } },
      )
    }
    expect(await toldOf(returned)).to.deep.equal([])
  })

  it('outside a centre’s part leaves its request open, on its first date', async () => {
    const stage = await asking()
    await revise(stage, '2027-05-03T08:00:00Z', edited('joint-master', { dueOn: civil('2028-06-01') }))
    await submit(stage, '2027-05-03T09:00:00Z')
    expect(approvalOf(stage, 'cis').asked).to.deep.include({ round: 1, answerBy: '2027-05-19' })
    expect(story(stage, asked('cis'))).to.deep.equal(['2027-04-26 08:00 asked', '2027-05-03 09:00 confirmed'])
    expect((await stage.file(asked('cis'))).heard).to.deep.equal({ 'approval/v1': [person('centre-head.cis')] })
  })

  it('outside a centre’s part: what that centre then says counts in the new round, returned as well as refused', async () => {
    for (const opinion of ['returned', 'refused'] as const) {
      const stage = await asking()
      await revise(stage, '2027-05-03T08:00:00Z', edited('joint-master', { dueOn: civil('2028-06-01') }))
      await submit(stage, '2027-05-03T09:00:00Z')
      await says(stage, { at: '2027-05-04T08:00:00Z', by: 'centre-head.cis', centre: 'cis', says: opinion })
      expect(planOf(stage).opinions['cis']?.opinion).to.equal(opinion)
      expect(planOf(stage).status).to.equal(opinion === 'returned' ? 'returned' : 'inApproval')
    }
  })

  it('inside it voids the request: answering says that the version changed', async () => {
    const stage = await asking()
    await revise(stage, '2027-05-03T08:00:00Z', edited('fair', { title: 'A fair' }))
    expect(approvalOf(stage, 'cis').withdrawnFor).to.equal('versionChanged')
    expect(await refusal(says(stage, { at: '2027-05-03T09:00:00Z', by: 'centre-head.cis', centre: 'cis' }))).to.equal(
      'approval.version-changed',
    )
  })

  it('of the common part voids every approval: the pilot, the pillars reached, what explains the others', async () => {
    const two = roster.map((one) =>
      one.id === person('officer')
        ? { ...one, mandates: [{ role: 'pilot' as const, fromOn: civil('2026-09-01') }, ...one.mandates] }
        : one,
    )
    const changes = [
      copied({ ...content(), pilot: person('officer') }),
      copied({ ...content(), pillarGaps: [{ pillar: 'research' as const, reason: 'text-3' }] }),
      edited('joint-master', { pillar: 'companies' }),
    ]
    for (const change of changes) {
      const stage = await agreed({ roster: two })
      await revise(stage, '2027-05-03T08:00:00Z', change)
      expect([planOf(stage).opinions, planOf(stage).agreed]).to.deep.equal([{}, undefined])
    }
  })

  it('of anything in a milestone voids its centre’s approval, and that alone', async () => {
    const changes: Partial<PlannedMilestone>[] = [
      { title: 'Another' },
      { owner: person('officer') },
      { dueOn: civil('2028-05-02') },
    ]
    for (const change of changes) {
      const stage = await agreed()
      await revise(stage, '2027-05-03T08:00:00Z', edited('joint-master', change))
      expect(Object.keys(planOf(stage).opinions), JSON.stringify(change)).to.deep.equal(['cis'])
    }
  })

  it('an answer to another version than the one asked is refused', async () => {
    const stage = await asking()
    const give = { type: 'give' as const, input: { opinion: 'approved' as const, hash: 'another' } }
    const actor = { id: `person:${person('centre-head.cis')}`, standings: [{ party: 'head:cis' }] }
    expect(
      await refusal(stage.act({ at: instant('2027-04-27T08:00:00Z'), actor, to: asked('cis'), ...give })),
    ).to.equal('approval.version-changed')
  })

  it('an unchanged resubmission with every approval standing is agreed at once', async () => {
    const stage = await agreed()
    await revise(stage, '2027-05-03T08:00:00Z')
    await submit(stage, '2027-05-03T09:00:00Z')
    expect([requests(stage)[1], planOf(stage).agreed?.at]).to.deep.equal([[], '2027-05-03T09:00:00.000Z'])
  })
})

describe('an opinion that crosses a new round', () => {
  const opinion = (stage: Rehearsal, says: 'approved' | 'returned', round: number): Promise<void> =>
    stage.act({
      at: instant('2027-05-03T10:00:00Z'),
      actor: processActor(asked('cis')),
      to: usth,
      type: 'takeOpinion',
      input: {
        centre: 'cis',
        round,
        opinion: says,
        hash: planOf(stage).opinions['cis']?.hash,
        ...(says === 'returned' && { reason: 'text-4' }),
      },
    })

  it('is not taken for an answer to the new one when it returned the old: the centre answers anew', async () => {
    const stage = await returnedByCmp()
    await revise(stage, '2027-05-03T08:00:00Z')
    await submit(stage, '2027-05-03T09:00:00Z')
    await opinion(stage, 'returned', 1)
    expect([planOf(stage).status, planOf(stage).opinions['cis']?.opinion]).to.deep.equal(['inApproval', undefined])
    await opinion(stage, 'returned', 2)
    expect(planOf(stage).status).to.equal('returned')
  })

  it('counts when it approved: the same part was asked, and the centre is not asked twice', async () => {
    const stage = await asking()
    await says(stage, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cis', centre: 'cis' })
    const { round, ...request } = approvalOf(stage, 'cis').asked!
    const { at: _, answerBy: __, confirmed: ___, ...again } = { ...request, round: round + 1 }
    await stage.act({
      at: instant('2027-05-03T09:00:00Z'),
      actor: processActor(usth),
      to: asked('cis'),
      type: 'ask',
      input: again,
    })
    expect(approvalOf(stage, 'cis').status).to.equal('given')
  })

  it('of a version that is void is refused', async () => {
    const stage = await asking()
    await revise(stage, '2027-05-03T08:00:00Z', edited('fair', { title: 'A fair' }))
    expect(await refusal(opinion(stage, 'approved', 1))).to.equal('command.not-yours')
  })
})
