import { expect } from 'chai'
import { processActor, registrar } from '../../../domain/actor.ts'
import type { Dossier } from '../../../domain/dossier/dossier.ts'
import { dossier } from '../../../domain/dossier/process.ts'
import { retentionEndsOn } from '../../../domain/dossier/retention.ts'
import type { Rehearsal, World } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { acts, invited } from '../cycle/cycle-script.ts'
import { rules, story } from '../school.ts'
import { entriesOf, mailsTo, refusal, until } from '../stage.ts'
import { does, dossierOf, dossiersKnow, first, nominated } from './dossier-script.ts'

const reason = 'text-1'
const withdraw = (stage: Rehearsal, at: string): Promise<void> =>
  stage.run(
    [
      {
        at: instant(at),
        actor: processActor('participation/2028-engineer.usth'),
        to: first,
        type: 'withdrawNomination',
        input: { reason },
      },
    ],
    instant(at),
  )
/** Withdrawn on Thursday 10 February 2028. */
async function withdrawn(on?: World): Promise<Rehearsal> {
  const stage = await nominated(on)
  await withdraw(stage, '2028-02-10T09:00:00Z')
  return stage
}
const told = (stage: Rehearsal, account: string): string[] =>
  mailsTo(stage, account).filter((line) => line.includes('dossierErasure'))
const keptUntil = (stage: Rehearsal): string | undefined => retentionEndsOn(dossierOf(stage), rules)
const waitsOf = (stage: Rehearsal): string[] =>
  dossier.waits(dossier.fold(first, entriesOf(stage, first)), rules).map(({ kind, until: on }) => `${kind} ${on}`)
const appeal = { type: 'suspendRetention', input: { reason } } as const
const over = { type: 'liftRetention', input: { reason } } as const

describe('how long what is held of a candidate is kept (R15)', () => {
  it('is counted from the last decision or withdrawal: two years later the clock asks data protection to erase', async () => {
    const stage = await withdrawn()
    expect(waitsOf(stage)).to.deep.equal(['dossierRetention 2030-02-10'])
    // 10 February 2030 is a Sunday: the end of Monday counts (R1).
    await until(stage, '2030-02-11T22:59:59.999Z')
    expect(told(stage, 'data-protection')).to.deep.equal([])
    await until(stage, '2030-02-13T00:00:00Z')
    expect(story(stage, first).at(-1)).to.equal('2030-02-11 23:00 retentionReached')
    expect(told(stage, 'data-protection')).to.deep.equal(['2030-02-12 07:30 dossierErasure'])
  })

  it('erases nothing by itself: data protection is reminded, then the head of office each month', async () => {
    const stage = await withdrawn()
    await until(stage, '2030-06-15T00:00:00Z')
    expect(waitsOf(stage)).to.deep.equal(['dossierErasure 2030-03-12'])
    expect(told(stage, 'data-protection')).to.deep.equal([
      '2030-02-12 07:30 dossierErasure',
      '2030-03-07 07:30 dossierErasure',
      '2030-03-13 07:30 dossierErasure',
    ])
    expect(told(stage, 'head-of-office')).to.deep.equal([
      '2030-03-22 07:30 dossierErasure',
      '2030-04-23 06:30 dossierErasure',
      '2030-05-21 06:30 dossierErasure',
    ])
  })

  it('is longer with a reason, never shorter; then it is asked again', async () => {
    const stage = await withdrawn()
    await until(stage, '2030-02-12T12:00:00Z')
    const keep = (to: string) => ({ type: 'keepLonger', input: { to: civil(to), reason } }) as const
    const by = 'data-protection'
    expect(await refusal(does(stage, { at: '2030-02-12T13:00:00Z', by }, keep('2030-02-10')))).to.equal(
      'dossier.kept-already',
    )
    expect(await refusal(does(stage, { at: '2030-02-12T13:00:00Z', by: 'officer' }, keep('2031-02-10')))).to.equal(
      'command.not-yours',
    )
    for (const far of ['2050-02-13', '2099-12-31'])
      expect(await refusal(does(stage, { at: '2030-02-12T13:00:00Z', by }, keep(far))), far).to.equal(
        'dossier.kept-too-long',
      )
    await does(stage, { at: '2030-02-12T14:00:00Z', by }, keep('2031-02-10'))
    expect(waitsOf(stage)).to.deep.equal(['dossierRetention 2031-02-10'])
    await until(stage, '2031-02-12T00:00:00Z')
    expect(story(stage, first).at(-1)).to.equal('2031-02-10 23:00 retentionReached')
  })

  it('is suspended by an appeal, of which no day counts', async () => {
    const stage = await withdrawn()
    await does(stage, { at: '2028-03-01T09:00:00Z' }, appeal)
    expect(waitsOf(stage)).to.deep.equal([])
    expect(await refusal(does(stage, { at: '2028-03-02T09:00:00Z' }, appeal))).to.equal('dossier.appeal-open')
    await does(stage, { at: '2028-03-31T08:00:00Z' }, over)
    expect(keptUntil(stage)).to.equal('2030-03-12')
    expect(await refusal(does(stage, { at: '2028-04-03T09:00:00Z' }, over))).to.equal('dossier.appeal-none')
  })

  it('is asked of nobody while an appeal goes on, even one that comes once its time has passed', async () => {
    const stage = await withdrawn()
    await until(stage, '2030-02-12T12:00:00Z')
    await does(stage, { at: '2030-02-13T09:00:00Z' }, appeal)
    await until(stage, '2030-06-15T00:00:00Z')
    expect([told(stage, 'head-of-office'), waitsOf(stage)]).to.deep.equal([[], []])
    await does(stage, { at: '2030-06-17T08:00:00Z' }, over)
    expect(keptUntil(stage)).to.equal('2030-06-14')
    await until(stage, '2030-06-18T08:00:00Z')
    expect(waitsOf(stage)).to.deep.equal(['dossierErasure 2030-07-15'])
  })

  it('counts afresh from a decision on what was reopened', async () => {
    const stage = await nominated()
    await until(stage, '2028-03-31T22:00:00Z')
    const close = (at: string) =>
      stage.run(
        [
          {
            at: instant(at),
            actor: processActor('admissionCycle/2028-engineer'),
            to: first,
            type: 'closeIncomplete',
            input: {},
          },
        ],
        instant(at),
      )
    await close('2028-04-04T08:00:00Z')
    expect(keptUntil(stage)).to.equal('2030-04-04')
    await does(stage, { at: '2028-04-10T08:00:00Z' }, { type: 'reopen', input: { reason } })
    expect(keptUntil(stage)).to.equal(undefined)
    await withdraw(stage, '2028-05-02T08:00:00Z')
    expect(keptUntil(stage)).to.equal('2030-05-02')
  })

  it('follows the other dossiers of the same candidate: the last word counts', async () => {
    const other = { ...dossierOf(await withdrawn()), retention: { since: instant('2029-03-01T09:00:00.000Z') } }
    const stage = await withdrawn(dossiersKnow({ others: [other] }))
    await until(stage, '2030-02-13T00:00:00Z')
    expect(waitsOf(stage)).to.deep.equal(['dossierRetention 2031-03-01'])
    const { retention: _, ...open }: Dossier = other
    const beside = await withdrawn(dossiersKnow({ others: [{ ...open, status: 'sent' }] }))
    await until(beside, '2030-02-13T00:00:00Z')
    expect(waitsOf(beside)).to.deep.equal(['dossierRetention 2031-02-12'])
  })

  it('is over once the register says that the candidate was erased: nothing is waited for, and nobody acts', async () => {
    const stage = await withdrawn()
    await until(stage, '2030-02-12T12:00:00Z')
    const at = instant('2030-02-14T09:00:00Z')
    await stage.run([{ at, actor: registrar, to: first, type: 'noteErased', input: {} }], at)
    const file = dossier.fold(first, entriesOf(stage, first))
    expect([waitsOf(stage), dossier.ended(file, rules)]).to.deep.equal([[], true])
    await until(stage, '2030-06-15T00:00:00Z')
    expect(told(stage, 'head-of-office')).to.deep.equal([])
    expect(await refusal(does(stage, { at: '2030-06-17T08:00:00Z' }, appeal))).to.equal('command.not-yours')
  })
})

describe('what is never decided has its end as well (R15)', () => {
  const due = (stage: Rehearsal): string[] => waitsOf(stage).filter((one) => /YearEnd|Retention|Erasure/.test(one))

  it('two years after the academic year of its cycle, whatever it still waits for: then data protection is asked to erase, and the head of office', async () => {
    const stage = await nominated()
    expect([dossierOf(stage).status, due(stage)]).to.deep.equal(['nominated', ['dossierYearEnd 2029-08-31']])
    await until(stage, '2029-08-31T21:59:59.999Z')
    expect(keptUntil(stage)).to.equal(undefined)
    await until(stage, '2029-08-31T22:00:00Z')
    expect(story(stage, first).at(-1)).to.equal('2029-08-31 22:00 yearEnded')
    expect([keptUntil(stage), due(stage)]).to.deep.equal(['2031-09-01', ['dossierRetention 2031-09-01']])
    await until(stage, '2031-10-20T00:00:00Z')
    expect(due(stage)).to.deep.equal(['dossierErasure 2031-09-30'])
    expect(told(stage, 'data-protection')).to.deep.equal([
      '2031-09-02 06:30 dossierErasure',
      '2031-09-25 06:30 dossierErasure',
      '2031-10-01 06:30 dossierErasure',
    ])
    expect(told(stage, 'head-of-office')).to.deep.equal(['2031-10-10 06:30 dossierErasure'])
    expect(dossierOf(stage).status).to.equal('nominated')
  })

  it('is suspended by an appeal as all else is, and kept longer with a reason; before that year is over there is no term', async () => {
    const stage = await nominated()
    const keep = { type: 'keepLonger', input: { to: civil('2033-02-10'), reason } } as const
    for (const [by, command] of [
      ['officer', appeal],
      ['data-protection', keep],
    ] as const)
      expect(await refusal(does(stage, { at: '2029-08-31T12:00:00Z', by }, command))).to.equal('dossier.undecided')
    await does(stage, { at: '2029-10-01T08:00:00Z' }, appeal)
    expect(due(stage)).to.deep.equal([])
    await does(stage, { at: '2029-10-31T09:00:00Z' }, over)
    expect(due(stage)).to.deep.equal(['dossierRetention 2031-10-02'])
    await does(stage, { at: '2029-11-05T09:00:00Z', by: 'data-protection' }, keep)
    expect(due(stage)).to.deep.equal(['dossierRetention 2033-02-10'])
  })

  it('counts from what is decided after all, where that comes later', async () => {
    const stage = await nominated()
    await until(stage, '2029-09-03T00:00:00Z')
    const actor = processActor('admissionCycle/2028-engineer')
    const at = instant('2029-09-10T08:00:00Z')
    await stage.run([{ at, actor, to: first, type: 'closeIncomplete', input: {} }], at)
    expect(due(stage)).to.deep.equal(['dossierRetention 2031-09-10'])
  })
})

describe('what ends with something else has its end as well (R15)', () => {
  const cancelCycle = (stage: Rehearsal): Promise<void> =>
    acts(stage, { at: '2028-03-20T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })

  it('a dossier of a cycle that is cancelled is kept two years from that day, longer by every day of an appeal', async () => {
    const stage = await nominated()
    await cancelCycle(stage)
    expect([dossierOf(stage).status, waitsOf(stage)]).to.deep.equal(['withdrawn', ['dossierRetention 2030-03-20']])
    await does(stage, { at: '2028-04-03T09:00:00Z' }, appeal)
    await until(stage, '2030-04-30T00:00:00Z')
    expect([waitsOf(stage), told(stage, 'data-protection')]).to.deep.equal([[], []])
    // From 3 April 2028 to 3 May 2030: 760 days, of which none counts.
    await does(stage, { at: '2030-05-03T09:00:00Z' }, over)
    expect(keptUntil(stage)).to.equal('2032-04-18')
    await until(stage, '2032-04-19T22:00:00Z')
    // 18 April 2032 is a Sunday.
    expect(story(stage, first).at(-1)).to.equal('2032-04-19 22:00 retentionReached')
  })

  it('a dossier that a nomination begins while its cycle is cancelled is withdrawn, and kept no longer', async () => {
    const stage = await invited(dossiersKnow())
    await cancelCycle(stage)
    await nominated(undefined, { stage, at: '2028-03-20T09:00:01Z' })
    expect(dossierOf(stage).status).to.equal('withdrawn')
    expect(waitsOf(stage)).to.deep.equal(['dossierRetention 2030-03-20'])
    await until(stage, '2030-03-22T00:00:00Z')
    expect(told(stage, 'data-protection')).to.deep.equal(['2030-03-21 07:30 dossierErasure'])
  })
})
