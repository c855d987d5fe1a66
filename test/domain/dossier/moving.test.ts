import { expect } from 'chai'
import { registrar } from '../../../domain/actor.ts'
import type { CommandTo } from '../../../domain/catalogue.ts'
import { notedOf } from '../../../domain/cycle/noted.ts'
import { dossierId } from '../../../domain/dossier/ids.ts'
import type { Rehearsal } from '../../../domain/rehearsal.ts'
import { civil, instant } from '../../../domain/time.ts'
import { acts, cycleOf, rungs } from '../cycle/cycle-script.ts'
import { story } from '../school.ts'
import { fieldsOf, mailsToContact, refusal, until } from '../stage.ts'
import { deposits, does, dossierOf, first, nominated } from './dossier-script.ts'

const reason = 'text-1'
const second = dossierId(2)
const third = dossierId(3)
const fourth = dossierId(4)
const move = (
  to: string,
  { date = 'dossiersCloseOn', ...of }: { date?: 'dossiersCloseOn' | 'eligibilityBy' | 'juryOn'; country?: string } = {},
): CommandTo<'admissionCycle'> => ({ type: 'moveDeadline', input: { date, to: civil(to), reason, ...of } })
const confirm = (...dossiers: readonly string[]): CommandTo<'admissionCycle'> => ({
  type: 'confirmClosing',
  input: { on: civil('2028-03-31'), dossiers: [...dossiers] },
})
const statuses = (stage: Rehearsal): readonly string[] =>
  [first, second, third, fourth].map((id) => dossierOf(stage, id).status)
const listed = (stage: Rehearsal): readonly string[] =>
  Object.values(cycleOf(stage).unsent).flatMap(({ dossiers }) => dossiers)

/**
 * Four dossiers on Wednesday 5 April 2028, after the close on Friday 31 March: the first was closed as incomplete, the second was sent with
 * documents missing, the third still stands on the list, and the fourth was withdrawn.
 */
async function closed(): Promise<Rehearsal> {
  const stage = await nominated()
  for (const id of [second, third, fourth]) await nominated(undefined, { stage, id })
  await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
  await deposits(stage, { at: '2028-03-07T09:00:00Z', id: second }, 'identity')
  await does(stage, { at: '2028-03-08T09:00:00Z', id: second }, { type: 'send', input: {} })
  await does(stage, { at: '2028-03-09T09:00:00Z', id: fourth }, { type: 'withdraw', input: { reason } })
  await acts(stage, { at: '2028-04-04T09:00:00Z' }, confirm('00001'))
  await until(stage, '2028-04-05T00:00:00Z')
  return stage
}

describe('the close of dossiers, moved once it has passed (R5, R9)', () => {
  it('awaits them again: of what was never sent nothing is closed any more, also where a list was confirmed', async () => {
    const stage = await closed()
    expect(statuses(stage)).to.deep.equal(['closedIncomplete', 'incomplete', 'nominated', 'withdrawn'])
    expect([cycleOf(stage).status, ...listed(stage)]).to.deep.equal(['dossiersClosed', '00003'])
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-04-12'))
    expect(statuses(stage)).to.deep.equal(['inPreparation', 'incomplete', 'nominated', 'withdrawn'])
    expect([cycleOf(stage).status, ...listed(stage)]).to.deep.equal(['nominationsClosed'])
    expect(dossierOf(stage)).to.deep.include({
      closing: { since: '2028-04-05T09:00:00.000Z', moved: true },
      closes: { cycle: '2028-04-12' },
    })
    expect(dossierOf(stage)).to.not.have.property('retention')
    expect(notedOf(cycleOf(stage), '00001')?.status).to.equal('inPreparation')
  })

  it('ends at 24:00 of the new day, to the instant, and each is on a list of that day', async () => {
    const stage = await closed()
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-04-12'))
    await deposits(stage, { at: '2028-04-11T09:00:00Z' }, 'identity')
    await until(stage, '2028-04-12T21:59:59.999Z')
    expect([cycleOf(stage).status, ...listed(stage)]).to.deep.equal(['nominationsClosed'])
    await does(stage, { at: '2028-04-12T21:59:59.999Z', by: 'usth-c1' }, { type: 'send', input: {} })
    await until(stage, '2028-04-12T22:00:00.000Z')
    expect(cycleOf(stage).status).to.equal('dossiersClosed')
    expect(cycleOf(stage).unsent['2028-04-12']?.dossiers).to.deep.equal(['00003'])
    expect(story(stage, first).slice(-2)).to.deep.equal(['2028-04-11 09:00 deposited', '2028-04-12 21:59 sent'])
  })

  it('is told to the partner once, of each: of the one that it is open again, of the other the new day (R11)', async () => {
    const stage = await closed()
    await until(stage, '2028-04-05T08:00:00Z')
    const before = mailsToContact(stage, 'usth-c1')
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-04-12'))
    await until(stage, '2028-04-07T00:00:00Z')
    expect(mailsToContact(stage, 'usth-c1').slice(before.length)).to.deep.equal(['2028-04-06 01:30 dossierReopened'])
  })

  it('of one country, comes back to its dossiers alone, and leaves the cycle closed', async () => {
    const stage = await closed()
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-04-12', { country: 'LB' }))
    expect(statuses(stage)).to.deep.equal(['closedIncomplete', 'incomplete', 'nominated', 'withdrawn'])
    expect(cycleOf(stage).status).to.equal('dossiersClosed')
    await acts(stage, { at: '2028-04-05T10:00:00Z' }, move('2028-04-12', { country: 'VN' }))
    expect(statuses(stage)).to.deep.equal(['inPreparation', 'incomplete', 'nominated', 'withdrawn'])
    expect([cycleOf(stage).status, ...listed(stage)]).to.deep.equal(['dossiersClosed'])
  })

  it('lies neither in the past nor behind what comes after it: that moves first', async () => {
    const stage = await closed()
    const at = '2028-04-05T09:00:00Z'
    expect(await refusal(acts(stage, { at }, move('2028-04-04')))).to.equal('cycle.date-past')
    expect(await fieldsOf(acts(stage, { at }, move('2028-05-03')))).to.deep.equal({
      code: 'cycle.dates-order',
      date: 'eligibilityBy',
      on: '2028-05-02',
      afterDate: 'dossiersCloseOn',
      after: '2028-05-03',
    })
    await acts(stage, { at }, move('2028-05-03', { date: 'eligibilityBy' }))
    await acts(stage, { at }, move('2028-05-03'))
    expect(dossierOf(stage).closes).to.deep.equal({ cycle: '2028-05-03' })
  })

  it('asks nothing again of whoever was erased meanwhile (R15)', async () => {
    const stage = await closed()
    const at = instant('2028-04-05T08:00:00Z')
    await stage.run([{ at, actor: registrar, to: first, type: 'noteErased', input: {} }], at)
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-04-12'))
    expect(statuses(stage)).to.deep.equal(['closedIncomplete', 'incomplete', 'nominated', 'withdrawn'])
  })

  it('a jury that is late moves after the close as well, and earlier by two people', async () => {
    const stage = await closed()
    await acts(stage, { at: '2028-04-05T09:00:00Z' }, move('2028-06-13', { date: 'juryOn' }))
    expect([cycleOf(stage).status, cycleOf(stage).dates?.juryOn]).to.deep.equal(['dossiersClosed', '2028-06-13'])
    await acts(stage, { at: '2028-04-06T09:00:00Z' }, move('2028-06-12', { date: 'juryOn' }))
    await until(stage, '2028-04-12T00:00:00Z')
    expect(cycleOf(stage).dates?.juryOn).to.equal('2028-06-13')
    // Thursday 6 April: two working days later is Monday the 10th, and somebody answers late.
    expect(rungs(stage, 'cycleMove')).to.deep.equal(['2028-04-10T22:00:00.000Z 1'])
    await acts(stage, { at: '2028-04-12T10:00:00Z', by: 'head-of-office' }, { type: 'confirmMove', input: {} })
    expect(cycleOf(stage).dates?.juryOn).to.equal('2028-06-12')
    expect(statuses(stage)[0]).to.equal('closedIncomplete')
  })
})

describe('the close of dossiers, moved while one is sent (R5)', () => {
  it('holds for it from then on, also once it is taken back; until then nobody is written to of it', async () => {
    const stage = await nominated()
    await does(stage, { at: '2028-02-02T09:00:00Z' }, { type: 'acknowledge', input: {} })
    await deposits(stage, { at: '2028-03-20T08:00:00Z', id: first }, 'identity')
    await does(stage, { at: '2028-03-20T09:00:00Z' }, { type: 'send', input: {} })
    await acts(stage, { at: '2028-03-20T09:10:00Z' }, move('2028-04-12'))
    expect(dossierOf(stage)).to.deep.include({ status: 'sent', closes: { cycle: '2028-04-12' } })
    await does(stage, { at: '2028-03-20T09:20:00Z' }, { type: 'takeBack', input: {} })
    await until(stage, '2028-04-12T21:59:00Z')
    expect(dossierOf(stage).unsent).to.equal(undefined)
    await until(stage, '2028-04-12T22:00:00Z')
    expect(dossierOf(stage).unsent).to.deep.include({ on: '2028-04-12' })
    expect(mailsToContact(stage, 'usth-c1').filter((line) => line.includes('dossierDated'))).to.deep.equal([])
  })
})
