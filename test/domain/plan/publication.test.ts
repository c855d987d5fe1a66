import { expect } from 'chai'
import { isShownTo, shownTo, type Outside } from '../../../domain/plan/publication.ts'
import { audiences, planStatuses, type Audience } from '../../../domain/plan/plan.ts'
import { partnershipPlan } from '../../../domain/plan/process.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { publicName } from '../../../domain/register/consent.ts'
import { civil, instant } from '../../../domain/time.ts'
import { content, usth } from '../plan-script.ts'
import { acting, person, world } from '../school.ts'
import { assertLaws } from '../laws.ts'
import { acts, agreed, approved, entriesOf, mailsTo, planOf, refusal, until, type PlanCommand } from '../stage.ts'
import { withMilestone } from './interrupted.ts'

const publish = (audience: Audience): PlanCommand => ({ type: 'publish', input: { audience } })
const nobody = (): undefined => undefined
const seen = (stage: Rehearsal, audience: Outside = 'public') => shownTo(planOf(stage), audience, nobody)
const started = '2027-09-02T08:00:00Z'

/** Running, and meant for everyone. */
async function published(written = content()): Promise<Rehearsal> {
  const stage = await approved({}, written)
  await acts(stage, { at: started, by: 'direction' }, publish('public'))
  return stage
}

describe('for whom a plan is meant (R13)', () => {
  it('is the school, until someone says otherwise', async () => {
    const stage = await approved()
    expect([seen(stage, 'partner'), seen(stage)]).to.deep.equal([undefined, undefined])
  })

  it('is said by its pilot up to the partner; direction or the head of the office say that it is everyone', async () => {
    for (const by of ['direction', 'head-of-office']) {
      const stage = await approved()
      await acts(stage, { at: started, by: 'pilot' }, publish('partner'))
      expect([seen(stage), seen(stage, 'partner')?.partner], by).to.deep.equal([undefined, 'usth'])
      expect(await refusal(acts(stage, { at: started, by: 'pilot' }, publish('public')))).to.equal(
        'plan.audience-not-yours',
      )
      await acts(stage, { at: started, by }, publish('public'))
      expect([seen(stage)?.partner, seen(stage, 'partner')?.partner], by).to.deep.equal(['usth', 'usth'])
    }
  })

  it('is taken back at once, by its pilot too, and is said once', async () => {
    const stage = await published()
    expect(await refusal(acts(stage, { at: started, by: 'direction' }, publish('public')))).to.equal(
      'plan.audience-same',
    )
    await acts(stage, { at: started, by: 'pilot' }, publish('school'))
    expect([seen(stage), seen(stage, 'partner')]).to.deep.equal([undefined, undefined])
    await assertLaws(stage, world())
  })

  it('is said from its approval on, and of a plan that is closed', async () => {
    const before = await agreed()
    expect(await refusal(acts(before, { at: started, by: 'direction' }, publish('public')))).to.equal('command.not-now')
    const closed = await approved()
    await acts(closed, { at: '2032-09-15T08:00:00Z', by: 'direction' }, publish('public'))
    expect(seen(closed)).to.include({ status: 'closed', partner: 'usth' })
    await assertLaws(closed, world())
  })

  it('is said by nobody else', async () => {
    for (const by of ['officer', 'centre-head.cmp', 'auditor'])
      expect(await refusal(acts(await approved(), { at: started, by }, publish('school'))), by).to.equal(
        'command.not-yours',
      )
  })

  it('is told to pilot and centres', async () => {
    const stage = await published()
    await until(stage, '2027-09-04T00:00:00Z')
    for (const account of ['pilot', 'centre-head.cmp', 'centre-head.cis'])
      expect(mailsTo(stage, account).at(-1), account).to.equal('2027-09-03 06:30 planPublished')
  })

  it('is told once where it changed several times before the mail went', async () => {
    const stage = await published()
    await acts(stage, { at: '2027-09-02T09:00:00Z', by: 'pilot' }, publish('partner'))
    await acts(stage, { at: '2027-09-02T10:00:00Z', by: 'direction' }, publish('public'))
    await until(stage, '2027-09-04T00:00:00Z')
    expect(mailsTo(stage, 'centre-head.cmp').at(-1)).to.equal('2027-09-03 06:30 planPublished')
    await assertLaws(stage, world())
  })

  it('of a suspended plan is not made wider: plan.audience-suspended; it may be meant for fewer', async () => {
    const suspended = async (audience: Audience): Promise<Rehearsal> => {
      const stage = await approved()
      if (audience !== 'school') await acts(stage, { at: started, by: 'direction' }, publish(audience))
      await acts(
        stage,
        { at: '2028-02-01T08:00:00Z', by: 'direction' },
        { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2028-06-01') } },
      )
      return stage
    }
    const offered = async (stage: Rehearsal) =>
      partnershipPlan
        .may(partnershipPlan.fold(usth, entriesOf(stage, usth)), acting('direction', instant('2028-02-02T08:00:00Z')))
        .includes('publish')
    const at = '2028-02-02T08:00:00Z'
    for (const [audience, wider] of [
      ['school', 'partner'],
      ['school', 'public'],
      ['partner', 'public'],
    ] as const) {
      const stage = await suspended(audience)
      expect(await offered(stage), audience).to.equal(audience !== 'school')
      expect(await refusal(acts(stage, { at, by: 'direction' }, publish(wider)))).to.equal('plan.audience-suspended')
    }
    const stage = await suspended('public')
    await acts(stage, { at, by: 'direction' }, publish('partner'))
    await acts(stage, { at, by: 'direction' }, { type: 'resume', input: {} })
    expect([seen(stage), seen(stage, 'partner')?.partner]).to.deep.equal([undefined, 'usth'])
  })

  it('is a reader like any other: whoever asks without being anyone', async () => {
    const stage = await published()
    const parties = () => partnershipPlan.parties(partnershipPlan.fold(usth, entriesOf(stage, usth)))
    expect(parties()).to.include('anyone')
    await acts(stage, { at: started, by: 'direction' }, publish('partner'))
    expect(parties()).to.not.include('anyone')
  })
})

describe('what is shown outside the school', () => {
  it('is the titles, pillars, years and states of what is in force', async () => {
    const stage = await published()
    expect(seen(stage)).to.deep.equal({
      partner: 'usth',
      firstYear: 2027,
      status: 'running',
      pillars: ['teaching', 'research', 'companies', 'scientificCulture'],
      pilot: undefined,
      years: [
        {
          firstYear: 2027,
          actions: [
            { title: 'Action mission', pillar: 'teaching' },
            { title: 'Action seminar', pillar: 'research' },
          ],
        },
        { firstYear: 2028, actions: [] },
        { firstYear: 2029, actions: [{ title: 'Action summer-school', pillar: 'teaching' }] },
        { firstYear: 2030, actions: [] },
        { firstYear: 2031, actions: [] },
      ],
      milestones: [
        { title: 'Milestone cotutelles', pillar: 'research', year: 2027, state: 'planned', owner: undefined },
        { title: 'Milestone joint-master', pillar: 'teaching', year: 2027, state: 'planned', owner: undefined },
        { title: 'Milestone chair', pillar: 'companies', year: 2028, state: 'planned', owner: undefined },
        { title: 'Milestone fair', pillar: 'scientificCulture', year: 2031, state: 'planned', owner: undefined },
      ],
    })
    expect(seen(stage, 'partner')?.milestones[0]).to.include({ dueOn: '2028-02-29' })
  })

  it('is nothing else of all that the plan holds', async () => {
    const written = withMilestone('fair', { indicator: 'INDICATOR', target: 'TARGET', evidenceWanted: 'WANTED' })
    const stage = await published({ ...written, pillarGaps: [{ pillar: 'teaching', reason: 'text-gap' }] })
    const does = (at: string, by: string, command: PlanCommand): Promise<void> => acts(stage, { at, by }, command)
    const milestone = 'fair'
    await does('2027-09-10T08:00:00Z', 'pilot', {
      type: 'recordPartnerOpinion',
      input: { opinion: 'reserved', text: 'text-opinion' },
    })
    await does('2027-10-04T08:00:00Z', 'pilot', {
      type: 'completeMilestone',
      input: { milestone, evidence: 'text-evidence' },
    })
    await does('2028-07-07T08:00:00Z', 'pilot', {
      type: 'reportYear',
      input: { year: 2027, report: 'text-report', final: true },
    })
    await does('2031-09-04T08:00:00Z', 'pilot', {
      type: 'stateCarryReason',
      input: { milestone: 'cotutelles', reason: 'text-carry' },
    })
    await does('2031-12-01T08:00:00Z', 'direction', {
      type: 'decideRenewal',
      input: { decision: 'renew', reason: 'text-renewal' },
    })
    const plan = planOf(stage)
    const shown = new Set(stringsIn(seen(stage)))
    const meant = [
      'usth',
      'running',
      ...stringsIn(Object.values(plan.actions).map(({ title, pillar }) => [title, pillar])),
    ]
    const open = stringsIn(Object.values(plan.milestones).map(({ title, pillar, state }) => [title, pillar, state]))
    expect([...shown].filter((text) => ![...meant, ...open].includes(text))).to.deep.equal([])
    const planted = ['text-gap', 'text-opinion', 'text-evidence', 'text-report', 'text-carry', 'text-renewal']
    expect(stringsIn(plan)).to.include.members([...planted, 'INDICATOR', 'TARGET', 'WANTED', 'Own funds'])
  })

  it('leaves out what is proposed and not in force, until it is', async () => {
    const stage = await published()
    const { centres, pillarGaps, milestones } = content()
    await acts(
      stage,
      { at: '2027-10-04T08:00:00Z', by: 'pilot' },
      {
        type: 'amend',
        input: {
          centres: [...centres],
          pillarGaps: [...pillarGaps],
          reason: 'text-1',
          actions: [{ id: 'lab', title: 'PROPOSED', year: 2028, pillar: 'research', centre: 'cis' }],
          milestones: [{ ...milestones[3]!, id: 'more', title: 'PROPOSED' }],
        },
      },
    )
    expect(planOf(stage).amendment?.actions[0]?.title).to.equal('PROPOSED')
    expect(JSON.stringify(seen(stage)))
      .to.contain('Action mission')
      .and.not.contain('PROPOSED')
  })

  it('is nothing while the plan is suspended, and what it was once it is resumed', async () => {
    const stage = await published()
    await acts(
      stage,
      { at: '2028-02-01T08:00:00Z', by: 'direction' },
      { type: 'suspend', input: { reason: 'text-1', reviewOn: civil('2028-06-01') } },
    )
    expect([seen(stage), seen(stage, 'partner')]).to.deep.equal([undefined, undefined])
    await acts(stage, { at: '2028-02-14T08:00:00Z', by: 'direction' }, { type: 'resume', input: {} })
    expect(seen(stage)?.status).to.equal('running')
  })

  it('is nothing of an abandoned plan, nor of the one drafted under its key', async () => {
    const stage = await published()
    await acts(stage, { at: '2028-02-01T08:00:00Z', by: 'direction' }, { type: 'abandon', input: { reason: 'text-1' } })
    expect([seen(stage), planOf(stage).published]).to.deep.equal([undefined, undefined])
  })

  it('is shown in no status but approved, running and closed', async () => {
    const plan = planOf(await published())
    const shown = planStatuses.filter((status) => isShownTo({ ...plan, status }, 'public'))
    expect(shown).to.deep.equal(['approved', 'running', 'closed'])
    expect(audiences[0]).to.equal('school')
  })

  it('names pilot and owners who consented, from that day on, and nobody by an address', async () => {
    const stage = await published()
    const pilot = { name: 'The lead', publicationConsentOn: civil('2027-10-01') }
    const on = (day: string) => (id: string) => (id === person('pilot') ? publicName(pilot, civil(day)) : undefined)
    expect(shownTo(planOf(stage), 'public', on('2027-09-30'))?.pilot).to.equal(undefined)
    const shown = shownTo(planOf(stage), 'public', on('2027-10-01'))
    expect([shown?.pilot, shown?.milestones[0]?.owner]).to.deep.equal(['The lead', 'The lead'])
    expect(publicName({ publicationConsentOn: civil('2027-10-01') }, civil('2027-10-01'))).to.equal(undefined)
  })
})

/** Every text that stands in something. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
