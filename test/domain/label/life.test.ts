import { expect } from 'chai'
import { isHeldOn, statusOn } from '../../../domain/label/span.ts'
import { civil, instant } from '../../../domain/time.ts'
import { Rehearsal } from '../../../domain/rehearsal.ts'
import { deadline } from '../../../domain/time.ts'
import { rules, story, world } from '../school.ts'
import { entriesOf, mailsTo, until } from '../stage.ts'
import { acts, awarded, bienvenue, labelOf, registered, registration, renewed, visited } from './label-script.ts'

const reminders = (stage: Rehearsal, kind: string): string[] =>
  entriesOf(stage, bienvenue).flatMap(({ type, at, data }) =>
    type === 'reminded' && 'key' in data && String(data.key).startsWith(`${kind}/`)
      ? [`${at} ${String(data.key).split('/').at(-1)}`]
      : [],
  )

describe('the life of a label (S14, S15)', () => {
  it('its renewal opens 18 months before its last day, clamped to the month’s end, at midnight in Paris (R1, R3)', async () => {
    const stage = await registered()
    // 31 August 2028 less 18 months would be 31 February 2027.
    await until(stage, '2027-02-27T22:59:59.999Z')
    expect(labelOf(stage).status).to.equal('held')
    await until(stage, '2027-02-27T23:00:00Z')
    expect(labelOf(stage).status).to.equal('renewalDue')
    // 40 working days after Sunday 28 February 2027: only Easter Monday, 29 March, is out.
    expect(labelOf(stage).stage).to.deep.equal({
      kind: 'renewal',
      since: '2027-02-27T23:00:00.000Z',
      by: '2027-04-26',
    })
  })

  it('the quality officer hears of it in the window of the next working day, Monday 1 March at 08:30 (R4)', async () => {
    const stage = await registered()
    await until(stage, '2027-03-02T00:00:00Z')
    expect(mailsTo(stage, 'quality')).to.deep.equal(['2027-03-01 07:30 labelRenewal'])
  })

  it('silence climbs from the quality officer to the head of office and to direction, and ends with the label', async () => {
    const stage = await registered()
    await until(stage, '2028-10-01T00:00:00Z')
    expect(reminders(stage, 'labelRenewal').slice(0, 6)).to.deep.equal([
      '2027-03-26T23:00:00.000Z -30',
      '2027-04-18T22:00:00.000Z -7',
      '2027-04-26T22:00:00.000Z 1',
      '2027-05-09T22:00:00.000Z 14',
      '2027-05-25T22:00:00.000Z 30',
      '2027-06-24T22:00:00.000Z 60',
    ])
    expect(reminders(stage, 'labelEnd')).to.deep.equal([
      '2028-03-03T23:00:00.000Z -180',
      '2028-06-01T22:00:00.000Z -90',
      '2028-07-01T22:00:00.000Z -60',
      '2028-08-23T22:00:00.000Z -7',
    ])
    expect(mailsTo(stage, 'head-of-office').slice(0, 3)).to.deep.equal([
      '2027-05-10 06:30 labelRenewal',
      '2028-03-06 07:30 labelEnd',
      '2028-07-03 06:30 labelEnd',
    ])
    expect(mailsTo(stage, 'direction').at(-1)).to.equal('2028-09-01 06:30 labelLapsed')
    expect(story(stage, bienvenue).at(-1)).to.equal('2028-08-31 22:00 lapsed')
  })

  it('lapses when its last day is over and not before, though that is no working day: a boundary (R1)', async () => {
    const stage = new Rehearsal(world())
    // 31 March 2029 is a Saturday.
    const validity = { from: civil('2024-09-01'), until: civil('2029-03-31') }
    await acts(stage, { at: '2027-01-11T09:00:00Z' }, registration({ validity }))
    await until(stage, '2029-03-31T21:59:59.999Z')
    expect(labelOf(stage).status).to.equal('renewalDue')
    await until(stage, '2029-03-31T22:00:00Z')
    expect(labelOf(stage).status).to.equal('lapsed')
  })

  it('shows nothing as held the day after its end, though the clock has not come by', async () => {
    const label = labelOf(await registered())
    const held = (on: string): readonly [boolean, string] => [isHeldOn(label, civil(on)), statusOn(label, civil(on))]
    expect(held('2024-08-31')).to.deep.equal([false, 'toCome'])
    expect(held('2024-09-01')).to.deep.equal([true, 'held'])
    expect(held('2028-08-31')).to.deep.equal([true, 'held'])
    expect(held('2028-09-01')).to.deep.equal([false, 'lapsed'])
  })

  it('each stage has its own last day, counted in working days from the one before (R2)', async () => {
    const stage = await visited()
    const terms = entriesOf(stage, bienvenue).flatMap(({ type, data }) =>
      'by' in data ? [`${type} ${String(data.by)}`] : [],
    )
    expect(terms).to.deep.equal([
      'renewalOpened 2027-04-26',
      'selfEvaluationStarted 2027-09-21',
      'selfEvaluationSubmitted 2027-11-30',
      'visitRecorded 2028-01-11',
    ])
    expect(deadline(labelOf(stage).stage!.by, rules.calendar).passesAt).to.equal('2028-01-11T23:00:00.000Z')
  })

  it('what is done in time reminds nobody', async () => {
    const stage = await awarded()
    await until(stage, '2030-01-01T00:00:00Z')
    expect(mailsTo(stage, 'quality')).to.deep.equal(['2027-03-01 07:30 labelRenewal'])
    expect(mailsTo(stage, 'head-of-office')).to.deep.equal(['2027-12-03 07:30 labelAwarded'])
    expect(mailsTo(stage, 'direction')).to.deep.equal(['2027-12-03 07:30 labelAwarded'])
  })
})

describe('an award (S15)', () => {
  it('begins the file of the next one, with its own dates and without the evidence of the last', async () => {
    const stage = await awarded()
    expect(labelOf(stage)).to.deep.include({ status: 'awarded', successor: 'bienvenue-en-france-2028' })
    expect(labelOf(stage, renewed)).to.deep.include({
      status: 'held',
      firstYear: 2028,
      name: 'Bienvenue en France',
      predecessor: 'bienvenue-en-france-2024',
      evidence: {},
      criteria: labelOf(stage).criteria,
    })
    await until(stage, '2031-02-27T22:59:59.999Z')
    expect(labelOf(stage, renewed).status).to.equal('held')
    await until(stage, '2031-02-27T23:00:00Z')
    expect(labelOf(stage, renewed).status).to.equal('renewalDue')
  })

  it('leaves the old one held until its own last day, and the new one from its first', async () => {
    const stage = await awarded()
    const heldOn = (on: string): readonly boolean[] =>
      [bienvenue, renewed].map((id) => isHeldOn(labelOf(stage, id), civil(on)))
    expect(heldOn('2027-12-03')).to.deep.equal([true, false])
    expect(heldOn('2028-08-31')).to.deep.equal([true, false])
    expect(heldOn('2028-09-01')).to.deep.equal([false, true])
  })

  it('refused, leaves the label until its last day, and can be tried again', async () => {
    const stage = await visited()
    await acts(
      stage,
      { at: '2027-12-02T09:00:00Z' },
      { type: 'recordDecision', input: { decision: 'refused', decidedOn: civil('2027-12-01'), note: 'text-1' } },
    )
    expect(labelOf(stage)).to.deep.include({
      status: 'refused',
      decisions: [{ decision: 'refused', decidedOn: '2027-12-01', note: 'text-1' }],
    })
    expect(isHeldOn(labelOf(stage), civil('2028-08-31'))).to.equal(true)
    await acts(stage, { at: '2028-01-10T09:00:00Z' }, { type: 'startSelfEvaluation', input: {} })
    expect(labelOf(stage).status).to.equal('selfEvaluation')
    await until(stage, '2028-08-31T22:00:00Z')
    expect(labelOf(stage).status).to.equal('lapsed')
  })
})

describe('a label written down late', () => {
  const begun = async (changes: Parameters<typeof registration>[0]): Promise<Rehearsal> => {
    const stage = new Rehearsal(world())
    await acts(
      stage,
      { at: '2027-01-11T09:00:00Z', id: `labelFile/bienvenue-en-france-${changes?.firstYear ?? 2024}` },
      registration(changes),
    )
    return stage
  }

  it('is lapsed at once where its end is past, and nobody is told what everybody knows', async () => {
    const validity = { from: civil('2018-11-05'), until: civil('2025-08-31') }
    const stage = await begun({ firstYear: 2018, validity })
    const id = 'labelFile/bienvenue-en-france-2018'
    expect(story(stage, id)).to.deep.equal(['2027-01-11 09:00 registered', '2027-01-11 09:00 lapsed'])
    await until(stage, '2030-01-01T00:00:00Z')
    expect(stage.ledger.every((entry) => entry.id === id)).to.equal(true)
  })

  it('is held on its last day, and lapsed on the day after', async () => {
    expect(
      labelOf(await begun({ validity: { from: civil('2024-09-01'), until: civil('2027-01-11') } })).status,
    ).to.equal('renewalDue')
    expect(
      labelOf(await begun({ validity: { from: civil('2024-09-01'), until: civil('2027-01-10') } })).status,
    ).to.equal('lapsed')
  })

  it('opens its renewal at once where that moment is past', async () => {
    const stage = await begun({ validity: { from: civil('2024-09-01'), until: civil('2027-12-31') } })
    expect(labelOf(stage).status).to.equal('renewalDue')
    expect(labelOf(stage).stage).to.include({ since: '2027-01-11T09:00:00.000Z', by: '2027-03-08' })
  })

  it('with dates that nobody knows, is held nowhere and asks for them until they are stated', async () => {
    const stage = await begun({ validity: undefined })
    expect(labelOf(stage).status).to.equal('unknown')
    expect(isHeldOn(labelOf(stage), civil('2027-01-11'))).to.equal(false)
    await until(stage, '2027-04-01T00:00:00Z')
    // 20 working days: until Monday 8 February. J-5, J+1, then the head of office at J+10 and every 30 days.
    expect(reminders(stage, 'labelValidity')).to.deep.equal([
      '2027-02-02T23:00:00.000Z -5',
      '2027-02-08T23:00:00.000Z 1',
      '2027-02-17T23:00:00.000Z 10',
      '2027-03-19T23:00:00.000Z 40',
    ])
    await acts(
      stage,
      { at: '2027-04-01T09:00:00Z' },
      {
        type: 'stateValidity',
        input: { from: civil('2024-09-01'), until: civil('2029-08-31'), reason: 'text-1' },
      },
    )
    expect(labelOf(stage)).to.deep.include({ status: 'held', stage: undefined })
    await until(stage, '2028-02-01T00:00:00Z')
    expect(reminders(stage, 'labelValidity')).to.have.length(4)
  })
})

describe('a label that is extended', () => {
  it('lapses on its new last day, and what was said of the old one is taken back (R11)', async () => {
    const stage = await visited()
    await acts(
      stage,
      { at: '2028-08-24T05:00:00Z' },
      { type: 'extendValidity', input: { until: civil('2029-02-28'), reason: 'text-1' } },
    )
    await until(stage, '2028-09-01T00:00:00Z')
    expect(labelOf(stage).status).to.equal('visited')
    // The reminder of the same morning, J-7 of the old date, was not sent any more.
    expect(mailsTo(stage, 'quality').filter((mail) => mail.startsWith('2028-08'))).to.deep.equal([])
    expect(mailsTo(stage, 'head-of-office').at(-1)).to.equal('2028-08-24 06:30 labelExtended')
    await until(stage, '2029-02-28T22:59:59.999Z')
    expect(labelOf(stage).status).to.equal('visited')
    await until(stage, '2029-02-28T23:00:00Z')
    expect(labelOf(stage).status).to.equal('lapsed')
  })
})

describe('a reminder soon after an extension', () => {
  it('is covered by the word of the new date (R11)', async () => {
    const stage = await visited()
    // J-180 of 22 February 2029 is Saturday 26 August 2028, within two working days of Thursday the 24th.
    await acts(
      stage,
      { at: '2028-08-24T05:00:00Z' },
      { type: 'extendValidity', input: { until: civil('2029-02-22'), reason: 'text-1' } },
    )
    await until(stage, '2028-08-31T00:00:00Z')
    const reminded = entriesOf(stage, bienvenue)
      .filter(({ type }) => type === 'reminded')
      .at(-1)
    expect(reminded).to.deep.include({
      at: '2028-08-25T22:00:00.000Z',
      data: { key: 'labelEnd/label/2029-02-22/-180', skipped: 'covered' },
    })
  })
})

describe('the criteria of a label', () => {
  it('keep their evidence, linked or written, each under a number that never comes back', async () => {
    const stage = await registered()
    const milestone = {
      kind: 'milestone',
      criterion: 'teaching',
      plan: 'usth-2027',
      milestone: 'joint-master',
    } as const
    const at = '2027-01-12T09:00:00Z'
    await acts(stage, { at }, { type: 'addEvidence', input: milestone })
    await acts(stage, { at }, { type: 'removeEvidence', input: { evidence: 'e1' } })
    await acts(stage, { at }, { type: 'addEvidence', input: { kind: 'text', criterion: 'welcome', text: 'text-1' } })
    await acts(stage, { at }, { type: 'removeEvidence', input: { evidence: 'e2' } })
    await acts(stage, { at }, { type: 'addEvidence', input: { kind: 'text', criterion: 'welcome', text: 'text-1' } })
    expect(labelOf(stage).evidence).to.deep.equal({
      e3: { kind: 'text', criterion: 'welcome', text: 'text-1', at: instant(at) },
    })
  })
})
