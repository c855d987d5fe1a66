import { expect } from 'chai'
import { processOf, typeOf } from '../../domain/processes.ts'
import { Rehearsal } from '../../domain/rehearsal.ts'
import { processesPage, waitsOf } from '../../scripts/processes-page.ts'
import { everyWait } from '../domain/agreement/agreement-script.ts'
import { acts as labelActs, registration, visited } from '../domain/label/label-script.ts'
import { resumedLate } from '../domain/plan/interrupted.ts'
import { act, person, rules, world } from '../domain/school.ts'
import { written } from '../domain/correspondence/september.ts'
import { acts as cycleActs, invited, prepared } from '../domain/cycle/cycle-script.ts'
import { nominated, nominating } from '../domain/participation/nomination-script.ts'
import { does, losing } from '../domain/participation/participation-script.ts'
import { everyDossierWait } from '../domain/dossier/dossier-script.ts'
import { civil, instant } from '../../domain/time.ts'
import { acts, approved, asking, says, until } from '../domain/stage.ts'

/** The kinds of wait each process was ever in, in what was rehearsed: `milestone: 'partnershipPlan'`. */
function rehearsedWaits({ ledger }: Rehearsal): Record<string, string> {
  const kinds: Record<string, string> = {}
  for (const id of new Set(ledger.map((entry) => entry.id))) {
    const own = ledger.filter((entry) => entry.id === id)
    for (let count = 1; count <= own.length; count++)
      for (const { kind } of processOf(id).waits(processOf(id).fold(id, own.slice(0, count)), rules))
        kinds[kind] = typeOf(id)
  }
  return kinds
}

describe('docs/processes.md', () => {
  it('gives each wait to the process that waits, in a plan, a label, agreements, a cycle and dossiers rehearsed from beginning to end', async () => {
    const stage = await approved()
    await until(stage, '2032-09-02T00:00:00Z')
    const refusing = await asking()
    await says(refusing, { at: '2027-04-28T08:00:00Z', by: 'centre-head.cmp', centre: 'cmp', says: 'refused' })
    await acts(
      refusing,
      { at: '2027-04-29T08:00:00Z', by: 'direction' },
      { type: 'return', input: { reason: 'text-1' } },
    )
    const resumed = await resumedLate()
    const unknown = new Rehearsal(world())
    await labelActs(unknown, { at: '2027-01-11T09:00:00Z' }, registration({ validity: undefined }))
    const astray = new Rehearsal(world())
    const report = { type: 'reportUnreachable', input: { reason: 'text-1' } } as const
    for (const party of ['usth-c1', person('pilot')] as const)
      await astray.act(act('2027-04-28T08:00:00Z', 'officer', `correspondence/${party}`, report))
    const asked = await written()
    const hold = { type: 'hold', input: { reason: 'text-1', untilOn: civil('2027-09-10') } } as const
    await asked.run(
      [act('2027-09-01T08:00:00Z', 'officer', 'correspondence/usj-c1', hold)],
      instant('2027-09-02T00:00:00Z'),
    )
    const unreached = await invited(losing(['rwth']))
    await until(unreached, '2028-02-02T00:00:00Z')
    const returned = await invited(nominating({ toSettle: ['c1'] }))
    await nominated(returned, 'c1')
    const give = { type: 'returnNomination', input: { nomination: 'n1', reason: 'text-1' } } as const
    await does(returned, { at: '2027-11-03T09:00:00Z' }, give)
    const moving = await invited()
    const earlier = { date: 'nominationsCloseOn', to: civil('2028-01-14'), reason: 'text-1' } as const
    await cycleActs(moving, { at: '2027-11-03T09:00:00Z' }, { type: 'moveDeadline', input: earlier })
    const delayed = await invited()
    const ask = { type: 'askExtension', input: { to: civil('2028-02-15'), cause: 'strike', reason: 'text-1' } } as const
    await does(delayed, { at: '2027-11-03T09:00:00Z' }, ask)
    const cancelled = await prepared()
    await cycleActs(
      cancelled,
      { at: '2027-09-14T09:00:00Z', by: 'head-of-office' },
      { type: 'cancel', input: { reason: 'text-1' } },
    )
    const agreements = await everyWait()
    const seen = [
      stage,
      refusing,
      resumed,
      await visited(),
      unknown,
      astray,
      asked,
      ...agreements,
      ...(await everyDossierWait()),
      unreached,
      returned,
      moving,
      delayed,
      cancelled,
    ].map(rehearsedWaits)
    expect(Object.assign({}, ...seen)).to.deep.equal(waitsOf)
  })

  it('draws an arrow for each change of status, the first and the last included', () => {
    const page = processesPage(rules.policy.ladders)
    for (const arrow of [
      '[*] --> draft: draft',
      'inApproval --> approved: validate',
      'running --> closed: close',
      'closed --> [*]',
    ])
      expect(page).to.include(`\n  ${arrow}\n`)
    expect(page).not.to.match(/ (\w+) --> \1:/)
  })

  it('is not drawn for a rung that speaks to nobody', () => {
    expect(() => processesPage({ ...rules.policy.ladders, approval: [{ days: 1, to: 'owner' }] })).to.throw(
      'approval: centreApproval has no part owner',
    )
  })
})
