import { expect } from 'chai'
import { civil } from '../../../domain/time.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { world } from '../school.ts'
import { refusal, until } from '../stage.ts'
import {
  acts,
  awarded,
  bienvenue,
  labelOf,
  registered,
  registration,
  renewed,
  visited,
  type LabelCommand,
} from './label-script.ts'

type Given = { readonly at?: string; readonly by?: string; readonly id?: `labelFile/${string}` }
const refusedOn = (stage: Rehearsal, command: LabelCommand, { at = '2027-01-12T09:00:00Z', ...given }: Given = {}) =>
  refusal(acts(stage, { at, ...given }, command))
const fresh = (): Rehearsal => new Rehearsal(world())
const decision = (changes: object): LabelCommand => ({
  type: 'recordDecision',
  input: {
    decision: 'awarded',
    decidedOn: civil('2027-12-01'),
    from: civil('2028-09-01'),
    until: civil('2032-08-31'),
    ...changes,
  },
})

describe('a label is refused', () => {
  it('under the key of another one, or of another year', async () => {
    expect(await refusedOn(fresh(), registration(), { id: renewed })).to.equal('label.key-differs')
    const validity = { from: civil('2025-01-01'), until: civil('2028-08-31') }
    expect(await refusedOn(fresh(), registration({ validity }))).to.equal('label.year-differs')
  })

  it('a second time, an end before its beginning, and the same criterion twice', async () => {
    expect(await refusedOn(await registered(), registration())).to.equal('label.exists')
    const validity = { from: civil('2024-09-02'), until: civil('2024-09-01') }
    expect(await refusedOn(fresh(), registration({ validity }))).to.equal('label.validity-backwards')
    const criteria = [
      { id: 'welcome', title: 'One' },
      { id: 'welcome', title: 'Other' },
    ]
    expect(await refusedOn(fresh(), registration({ criteria }))).to.equal('label.named-twice')
    const scope = { covers: 'programmes' as const, programmes: ['icm', 'icm'] }
    expect(await refusedOn(fresh(), registration({ scope }))).to.equal('label.named-twice')
  })

  it('for a programme that the school does not have, also when it is revised', async () => {
    const scope = (programme: string) => ({ covers: 'programmes' as const, programmes: [programme] })
    expect(await refusedOn(fresh(), registration({ scope: scope('alchemy') }))).to.equal('label.programme-unknown')
    const stage = await registered()
    const revised = (programme: string): LabelCommand => ({
      type: 'reviseLabel',
      input: { name: 'CeQuInt', scope: scope(programme), criteria: [] },
    })
    expect(await refusedOn(stage, revised('alchemy'))).to.equal('label.programme-unknown')
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, revised('icm'))
    expect(labelOf(stage).scope).to.deep.equal(scope('icm'))
  })

  it('to whoever does not look after labels', async () => {
    for (const by of ['pilot', 'officer', 'auditor', 'administrator', 'centre-head.cmp'])
      expect(await refusedOn(fresh(), registration(), { by }), by).to.equal('command.not-yours')
    for (const by of ['quality', 'head-of-office', 'direction']) {
      const stage = fresh()
      await acts(stage, { at: '2027-01-11T09:00:00Z', by }, registration())
      expect(labelOf(stage).status, by).to.equal('held')
    }
  })
})

describe('evidence is refused', () => {
  const link = (changes: object = {}): LabelCommand => ({
    type: 'addEvidence',
    input: { kind: 'milestone', criterion: 'teaching', plan: 'usth-2027', milestone: 'joint-master', ...changes },
  })

  it('for a criterion or a milestone that does not exist, and twice', async () => {
    const stage = await registered()
    expect(await refusedOn(stage, link({ criterion: 'research' }))).to.equal('label.criterion-unknown')
    expect(await refusedOn(stage, link({ milestone: 'joint-doctorate' }))).to.equal('label.milestone-unknown')
    expect(await refusedOn(stage, link({ plan: 'usj-2027' }))).to.equal('label.milestone-unknown')
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, link())
    expect(await refusedOn(stage, link())).to.equal('label.milestone-linked')
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, link({ criterion: 'welcome' }))
    expect(Object.keys(labelOf(stage).evidence)).to.deep.equal(['e1', 'e2'])
  })

  it('to leave its criterion, and to be removed twice', async () => {
    const stage = await registered()
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, link())
    const { name, scope, criteria } = { ...labelOf(stage) }
    const revised = (kept: string): LabelCommand => ({
      type: 'reviseLabel',
      input: { name, scope: { covers: 'school' }, criteria: criteria.filter(({ id }) => id === kept) },
    })
    expect(scope).to.deep.equal({ covers: 'school' })
    expect(await refusedOn(stage, revised('welcome'))).to.equal('label.criterion-evidenced')
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, revised('teaching'))
    expect(labelOf(stage).criteria.map(({ id }) => id)).to.deep.equal(['teaching'])
    const removed: LabelCommand = { type: 'removeEvidence', input: { evidence: 'e1' } }
    await acts(stage, { at: '2027-01-12T09:00:00Z' }, removed)
    expect(await refusedOn(stage, removed)).to.equal('label.evidence-unknown')
  })
})

describe('a stage is refused', () => {
  it('before its renewal is open, and out of order', async () => {
    const stage = await registered()
    const early = { type: 'startSelfEvaluation', input: {} } as const
    expect(await refusedOn(stage, early)).to.equal('command.not-now')
    await until(stage, '2027-03-01T00:00:00Z')
    const visit: LabelCommand = { type: 'recordVisit', input: { visitedOn: civil('2027-03-01') } }
    expect(await refusedOn(stage, visit, { at: '2027-03-01T09:00:00Z' })).to.equal('command.not-now')
  })

  it('on a day that has not come, and before the step it follows', async () => {
    const at = '2027-12-02T09:00:00Z'
    const stage = await visited()
    expect(await refusedOn(stage, decision({ decidedOn: civil('2027-12-03') }), { at })).to.equal('label.date-ahead')
    expect(await refusedOn(stage, decision({ decidedOn: civil('2027-10-04') }), { at })).to.equal('label.date-order')
    // The day itself may be, and so may the day of the step before.
    await acts(await visited(), { at }, decision({ decidedOn: civil('2027-12-02') }))
    await acts(stage, { at }, decision({ decidedOn: civil('2027-10-05') }))
  })

  it('with an award in the year of this one, or backwards', async () => {
    const at = '2027-12-02T09:00:00Z'
    const stage = await visited()
    expect(await refusedOn(stage, decision({ from: civil('2024-12-31') }), { at })).to.equal('label.award-same-year')
    expect(await refusedOn(stage, decision({ until: civil('2028-08-31') }), { at })).to.equal(
      'label.validity-backwards',
    )
  })

  it('with an extension that extends nothing', async () => {
    const extension = (on: string): LabelCommand => ({
      type: 'extendValidity',
      input: { until: civil(on), reason: 'text-1' },
    })
    const at = '2028-01-10T09:00:00Z'
    expect(await refusedOn(await visited(), extension('2028-08-31'), { at })).to.equal('label.not-longer')
    expect(await refusedOn(await registered(), extension('2028-09-01'))).to.equal('command.not-now')
  })

  it('once the label was renewed or has lapsed', async () => {
    const command: LabelCommand = { type: 'startSelfEvaluation', input: {} }
    expect(await refusedOn(await awarded(), command, { at: '2028-01-10T09:00:00Z' })).to.equal('label.renewed')
    const lapsed = await registered()
    await until(lapsed, '2028-09-01T00:00:00Z')
    expect(await refusedOn(lapsed, command, { at: '2028-09-01T09:00:00Z', id: bienvenue })).to.equal('label.lapsed')
  })
})
