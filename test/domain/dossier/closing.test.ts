import { expect } from 'chai'
import { processActor } from '../../../domain/actor.ts'
import type { CommandTo } from '../../../domain/catalogue.ts'
import { notedOf } from '../../../domain/cycle/noted.ts'
import { noOverrides, type Overrides } from '../../../domain/cycle/overrides.ts'
import { templateDates } from '../../../domain/cycle/dates.ts'
import { dossierId } from '../../../domain/dossier/ids.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { acts, cycleOf, engineers, rungs } from '../cycle/cycle-script.ts'
import { rules, story } from '../school.ts'
import { mailsTo, mailsToContact, refusal, until } from '../stage.ts'
import { deposits, does, dossierOf, dossiersKnow, first, nominated, required } from './dossier-script.ts'

const reason = 'text-1'
const second = dossierId(2)
const third = dossierId(3)
const extend = (to: string) => ({ type: 'extend', input: { to: civil(to), reason } }) as const
const confirm = (on: string, ...dossiers: readonly string[]): CommandTo<'admissionCycle'> => ({
  type: 'confirmClosing',
  input: { on: civil(on), dossiers: [...dossiers] },
})
const lists = (stage: Rehearsal): object =>
  Object.fromEntries(Object.entries(cycleOf(stage).unsent).map(([on, { dossiers }]) => [on, dossiers.join()]))
const told = (stage: Rehearsal, at: string, command: CommandTo<'dossier'>, id: typeof first = first): Promise<void> =>
  stage.run(
    [{ at: instant(at), actor: processActor('participation/2028-engineer.usth'), to: id, ...command }],
    instant(at),
  )

/** Three of Hanoi: the second was sent with documents missing, the third has another week. */
async function three(): Promise<Rehearsal> {
  const stage = await nominated()
  for (const id of [second, third]) await nominated(undefined, { stage, id })
  await deposits(stage, { at: '2028-03-07T09:00:00Z', id: second }, 'identity')
  await does(stage, { at: '2028-03-08T09:00:00Z', id: second }, { type: 'send', input: {} })
  await does(stage, { at: '2028-03-20T09:00:00Z', id: third }, extend('2028-04-07'))
  return stage
}

describe('the close of dossiers that were never sent (R9)', () => {
  it('closes nothing by itself: at 24:00 of the day each is on the list that an officer confirms', async () => {
    const stage = await three()
    await until(stage, '2028-03-31T21:59:59.999Z')
    expect(lists(stage)).to.deep.equal({})
    await until(stage, '2028-03-31T22:00:00.000Z')
    expect(lists(stage)).to.deep.equal({ '2028-03-31': '00001' })
    expect(dossierOf(stage).status).to.equal('nominated')
    expect(cycleOf(stage).status).to.equal('dossiersClosed')
    await until(stage, '2028-04-04T21:00:00Z')
    expect(dossierOf(stage).status).to.equal('nominated')
    // Confirmed on Tuesday 4 April, the second working day.
    await acts(stage, { at: '2028-04-04T21:30:00Z' }, confirm('2028-03-31', '00001'))
    expect(dossierOf(stage).status).to.equal('closedIncomplete')
    expect(story(stage, first).at(-1)).to.equal('2028-04-04 21:30 closedIncomplete')
    expect(lists(stage)).to.deep.equal({})
    expect(notedOf(cycleOf(stage), '00001')?.status).to.equal('closedIncomplete')
  })

  it('leaves open what was sent: what is missing of it has a day of its own', async () => {
    const stage = await three()
    await until(stage, '2028-06-01T00:00:00Z')
    expect([dossierOf(stage, second).status, dossierOf(stage, second).unsent]).to.deep.equal(['incomplete', undefined])
    expect(dossierOf(stage, second).pieces['cv']?.asked?.by).to.equal('2028-03-31')
  })

  it('has a list for each day, and each its own two working days', async () => {
    const stage = await three()
    await until(stage, '2028-04-07T22:00:00Z')
    expect(lists(stage)).to.deep.equal({ '2028-03-31': '00001', '2028-04-07': '00003' })
    expect(Object.values(cycleOf(stage).unsent).map(({ by }) => by)).to.deep.equal(['2028-04-04', '2028-04-11'])
  })

  it('is told to the officer, then to the head of office each week until somebody confirms', async () => {
    const stage = await nominated()
    await until(stage, '2028-04-20T00:00:00Z')
    const about = (account: string): string[] => mailsTo(stage, account).filter((line) => line.includes('cycleUnsent'))
    expect(about('officer')).to.deep.equal(['2028-04-03 06:30 cycleDossiersClosed, cycleUnsent'])
    expect(about('head-of-office')).to.deep.equal([
      '2028-04-05 06:30 cycleUnsent',
      '2028-04-12 06:30 cycleUnsent',
      '2028-04-19 06:30 cycleUnsent',
    ])
    expect(rungs(stage, 'cycleUnsent', engineers)).to.have.length(3)
  })

  it('takes off the list who is given another day meanwhile, and confirms nobody who is not on it', async () => {
    const stage = await three()
    await nominated(undefined, { stage, id: dossierId(4), at: '2028-03-21T09:00:00Z' })
    await until(stage, '2028-03-31T22:00:00Z')
    expect(lists(stage)).to.deep.equal({ '2028-03-31': '00001,00004' })
    await does(stage, { at: '2028-04-03T08:00:00Z' }, extend('2028-04-14'))
    expect(lists(stage)).to.deep.equal({ '2028-03-31': '00004' })
    for (const one of ['00001', '00002', '00009'])
      expect(
        await refusal(acts(stage, { at: '2028-04-03T09:00:00Z' }, confirm('2028-03-31', '00004', one))),
        one,
      ).to.equal('cycle.dossiers-not-listed')
    expect(
      await refusal(acts(stage, { at: '2028-04-03T09:00:00Z' }, confirm('2028-03-31', '00004', '00004'))),
    ).to.equal('cycle.named-twice')
    for (const by of ['pilot', 'direction', 'quality', 'auditor'])
      expect(
        await refusal(acts(stage, { at: '2028-04-03T09:00:00Z', by }, confirm('2028-03-31', '00004'))),
        by,
      ).to.equal('command.not-yours')
    expect(dossierOf(stage, dossierId(4)).status).to.equal('nominated')
    await acts(stage, { at: '2028-04-03T09:30:00Z', by: 'head-of-office' }, confirm('2028-03-31', '00004'))
    expect(dossierOf(stage, dossierId(4)).status).to.equal('closedIncomplete')
    expect(dossierOf(stage).status).to.equal('nominated')
  })

  it('keeps on the list who was never acknowledged: that is owed no more', async () => {
    const stage = await nominated()
    const late = does(stage, { at: '2028-03-31T22:00:00.000Z' }, { type: 'acknowledge', input: {} })
    expect(await refusal(late)).to.equal('dossier.close-passed')
    expect(lists(stage)).to.deep.equal({ '2028-03-31': '00001' })
  })

  it('closes nobody who was never on a list, whoever tells it', async () => {
    const stage = await nominated()
    const close = { type: 'closeIncomplete', input: {} } as const
    expect(await refusal(told(stage, '2028-03-01T09:00:00Z', close))).to.equal('dossier.not-due')
  })

  it('takes nothing more once the day has passed, until there is another', async () => {
    const stage = await nominated()
    await deposits(stage, { at: '2028-03-31T21:59:59.999Z' }, 'identity')
    const late = { at: '2028-03-31T22:00:00.000Z' }
    expect(await refusal(deposits(stage, { ...late, from: 110 }, 'cv'))).to.equal('dossier.close-passed')
    expect(await refusal(does(stage, late, { type: 'send', input: {} }))).to.equal('dossier.close-passed')
    await does(stage, { at: '2028-04-03T08:00:00Z' }, extend('2028-04-14'))
    await deposits(stage, { at: '2028-04-03T09:00:00Z', from: 110 }, 'cv')
    await does(stage, { at: '2028-04-14T21:59:59.999Z' }, { type: 'send', input: {} })
    expect(dossierOf(stage).status).to.equal('sent')
  })

  it('is undone by whoever reopens it, until the day before the jury', async () => {
    const stage = await nominated()
    await acts(stage, { at: '2028-04-03T08:00:00Z' }, confirm('2028-03-31', '00001'))
    const reopen = { type: 'reopen', input: { reason } } as const
    // The jury meets on Thursday 8 June 2028.
    expect(await refusal(does(stage, { at: '2028-06-07T22:00:00Z' }, reopen))).to.equal('dossier.after-jury')
    const other = await nominated()
    await acts(other, { at: '2028-04-03T08:00:00Z' }, confirm('2028-03-31', '00001'))
    const on = (to: string) => ({ type: 'reopen', input: { reason, to: civil(to) } }) as const
    expect(await refusal(does(other, { at: '2028-05-02T08:00:00Z' }, on('2028-06-08')))).to.equal('dossier.after-jury')
    expect(await refusal(does(other, { at: '2028-05-02T08:00:00Z' }, on('2028-04-28')))).to.equal('dossier.date-past')
    await does(other, { at: '2028-05-02T08:00:00Z', by: 'head-of-office' }, reopen)
    expect(dossierOf(other)).to.deep.include({ status: 'inPreparation' })
    expect(dossierOf(other).closes?.own).to.equal('2028-05-10')
    await until(other, '2028-05-10T22:00:00Z')
    expect(lists(other)).to.deep.equal({ '2028-05-10': '00001' })
  })
})

describe('a dossier whose sender nobody can reach (R10)', () => {
  it('is never closed: an officer owes another day in two working days, then the head of office hears', async () => {
    const stage = await nominated(dossiersKnow({ reachable: false }))
    await until(stage, '2028-04-11T23:00:00Z')
    expect(
      story(stage, first)
        .filter((line) => !line.includes('reminded'))
        .at(-1),
    ).to.equal('2028-03-31 22:00 foundUnreached')
    expect(lists(stage)).to.deep.equal({})
    expect(dossierOf(stage).unreached?.by).to.equal('2028-04-04')
    expect(mailsTo(stage, 'officer').filter((line) => line.includes('dossierUnreached'))).to.deep.equal([
      '2028-04-03 06:30 cycleDossiersClosed, dossierUnreached',
      '2028-04-05 06:30 dossierUnreached',
    ])
    await does(stage, { at: '2028-04-12T08:00:00Z' }, extend('2028-04-21'))
    expect(dossierOf(stage).unreached).to.equal(undefined)
  })

  it('is not closed either where that is learnt before the list is confirmed', async () => {
    let reachable = true
    const known = dossiersKnow()
    const lost = await nominated({
      ...known,
      facts: async (id) => ({ ...(await known.facts(id)), ...(id === first && { reachable }) }),
    })
    await until(lost, '2028-03-31T22:00:00Z')
    expect(lists(lost)).to.deep.equal({ '2028-03-31': '00001' })
    reachable = false
    await acts(lost, { at: '2028-04-03T08:00:00Z' }, confirm('2028-03-31', '00001'))
    expect([dossierOf(lost).status, dossierOf(lost).unreached?.by]).to.deep.equal(['nominated', '2028-04-05'])
    expect(notedOf(cycleOf(lost), '00001')?.status).to.equal('nominated')
  })
})

describe('the day of a dossier: the latest of those that hold for it (R5)', () => {
  const dates = templateDates(rules.policy.admissions.engineer, 2028)
  const own = (overrides: Overrides) => dossiersKnow({ cycles: { '2028-engineer': { dates, overrides } } })
  const closesAt = async (stage: Rehearsal): Promise<string | undefined> => {
    await until(stage, '2028-06-01T00:00:00Z')
    return story(stage, first)
      .find((line) => line.endsWith('closeReached'))
      ?.slice(0, 16)
  }

  it('is the cycle’s, where nobody says more', async () => {
    expect(await closesAt(await nominated())).to.equal('2028-03-31 22:00')
  })
  it('is that of the programme that is wished for, the later of several', async () => {
    const programmes = [{ programme: 'ismin', dates: { dossiersCloseOn: civil('2028-04-05') } }]
    const stage = await nominated(own({ ...noOverrides, programmes }), { changes: { wishes: ['icm', 'ismin'] } })
    expect(await closesAt(stage)).to.equal('2028-04-05 22:00')
    const earlier = [{ programme: 'icm', dates: { dossiersCloseOn: civil('2028-03-24') } }]
    expect(await closesAt(await nominated(own({ ...noOverrides, programmes: earlier })))).to.equal('2028-03-24 23:00')
  })
  it('is its country’s, where that is later', async () => {
    const countries = [{ country: 'VN', dates: { dossiersCloseOn: civil('2028-04-06') } }]
    const stage = await nominated(own({ ...noOverrides, countries }))
    expect(dossierOf(stage).closes).to.deep.equal({ cycle: '2028-03-31', country: '2028-04-06' })
    expect(await closesAt(stage)).to.equal('2028-04-06 22:00')
  })
  it('is that of the partner, where that is later', async () => {
    const stage = await nominated(undefined, { changes: { closesOn: civil('2028-04-10') } })
    expect(dossierOf(stage).closes).to.deep.equal({ cycle: '2028-03-31', participation: '2028-04-10' })
    expect(await closesAt(stage)).to.equal('2028-04-10 22:00')
  })
  it('moves with its cycle’s, of which that tells each of its dossiers', async () => {
    const stage = await nominated()
    const move = { date: 'dossiersCloseOn', to: civil('2028-04-11'), reason } as const
    await acts(stage, { at: '2028-03-20T09:00:00Z' }, { type: 'moveDeadline', input: move })
    expect(dossierOf(stage).closing).to.deep.equal({ since: '2028-03-20T09:00:00.000Z', moved: true })
    expect(await closesAt(stage)).to.equal('2028-04-11 22:00')
  })
  it('is its own, where that is later; and moves to a working day, then ends at 24:00 (R1)', async () => {
    const stage = await nominated()
    // Saturday 8 April counts on Monday the 10th.
    await does(stage, { at: '2028-03-20T09:00:00Z' }, extend('2028-04-08'))
    // Nobody knows the holidays of that year.
    expect(await refusal(does(stage, { at: '2028-03-20T10:00:00Z' }, extend('2099-12-31')))).to.equal(
      'dossier.after-jury',
    )
    expect(await refusal(does(stage, { at: '2028-03-20T10:00:00Z' }, extend('2028-04-10')))).to.equal(
      'dossier.not-later',
    )
    expect(await closesAt(stage)).to.equal('2028-04-10 22:00')
  })
  it('stays, where an earlier one is learnt, and comes back to nothing that is over', async () => {
    const stage = await nominated()
    const states = (country: string): CommandTo<'dossier'> => ({
      type: 'noteClose',
      input: {
        dossiersCloseOn: civil('2028-03-31'),
        programmes: [],
        countries: [{ country: 'VN', dossiersCloseOn: civil(country) }],
      },
    })
    await does(stage, { at: '2028-03-20T09:00:00Z' }, extend('2028-04-14'))
    await told(stage, '2028-03-21T09:00:00Z', states('2028-04-07'))
    expect(dossierOf(stage).closing).to.deep.equal({ since: '2028-03-20T09:00:00.000Z', moved: true })
    expect(await closesAt(stage)).to.equal('2028-04-14 22:00')
    await told(stage, '2028-06-02T09:00:00Z', states('2028-04-20'))
    expect(dossierOf(stage).unsent).to.deep.include({ on: '2028-04-14' })
  })
})

describe('another day for one dossier (R11)', () => {
  it('is told once, with the day that stood before, and its reminders start afresh', async () => {
    const stage = await nominated()
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await does(stage, { at: '2028-03-20T09:00:00Z' }, extend('2028-04-14'))
    await until(stage, '2028-04-14T22:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossier'))).to.deep.equal([
      '2028-02-03 01:30 dossierAcknowledged',
      '2028-03-17 01:30 dossierSending',
      '2028-03-21 01:30 dossierDated',
      '2028-03-31 01:30 dossierSending',
      '2028-04-07 01:30 dossierSending',
      '2028-04-11 01:30 dossierSending',
    ])
    expect(rungs(stage, 'dossierSending', first)).to.have.length(4)
  })
})

describe('who sends a dossier is said by its programme (R16)', () => {
  const byCandidate = dossiersKnow({ programmes: { icm: { documents: [], sentBy: 'candidate' } } })

  it('the partner by default, and the office on its behalf; the candidate does not', async () => {
    const stage = await nominated()
    await deposits(stage, { at: '2028-03-07T09:00:00Z', by: 'usth-c1', from: 200 }, ...required)
    const send = { type: 'send', input: {} } as const
    expect(await refusal(does(stage, { at: '2028-03-08T09:00:00Z', by: 'candidate' }, send))).to.equal(
      'dossier.sender-other',
    )
    await does(stage, { at: '2028-03-08T09:00:00Z', by: 'usth-c1' }, send)
    expect(dossierOf(stage).sending?.by).to.equal('partner')
  })

  it('the candidate, with the endorsement of the partner: each deposits what is theirs', async () => {
    const stage = await nominated(byCandidate)
    expect(Object.entries(dossierOf(stage).pieces).map(([code, { from }]) => `${code} ${from}`)).to.deep.equal([
      'identity candidate',
      'cv candidate',
      'transcript candidate',
      'motivation-letter candidate',
      'language-certificate candidate',
      'endorsement partner',
    ])
    const at = '2028-03-07T09:00:00Z'
    expect(await refusal(deposits(stage, { at, by: 'candidate', from: 300 }, 'endorsement'))).to.equal(
      'command.not-yours',
    )
    expect(await refusal(deposits(stage, { at, by: 'usth-c1', from: 200 }, 'cv'))).to.equal('command.not-yours')
    await deposits(stage, { at, by: 'candidate', from: 300 }, 'identity', 'cv')
    const send = { type: 'send', input: {} } as const
    expect(await refusal(does(stage, { at, by: 'candidate' }, send))).to.equal('dossier.not-endorsed')
    await deposits(stage, { at, by: 'usth-c1', from: 200 }, 'endorsement')
    expect(await refusal(does(stage, { at, by: 'usth-c1' }, send))).to.equal('dossier.sender-other')
    await does(stage, { at: '2028-03-08T09:00:00Z', by: 'candidate' }, send)
    expect(dossierOf(stage).sending?.by).to.equal('candidate')
    expect(
      await refusal(does(stage, { at: '2028-03-08T09:10:00Z', by: 'usth-c1' }, { type: 'takeBack', input: {} })),
    ).to.equal('dossier.sender-other')
    await does(stage, { at: '2028-03-08T09:20:00Z' }, { type: 'takeBack', input: {} })
    expect(dossierOf(stage).status).to.equal('inPreparation')
  })
})

describe('a cycle that is cancelled', () => {
  it('withdraws its dossiers: nothing is asked for them any more', async () => {
    const stage = await three()
    await acts(stage, { at: '2028-03-21T09:00:00Z', by: 'head-of-office' }, { type: 'cancel', input: { reason } })
    for (const id of [first, second, third]) expect(dossierOf(stage, id).status, id).to.equal('withdrawn')
    await until(stage, '2028-04-20T00:00:00Z')
    expect(lists(stage)).to.deep.equal({})
  })
})
