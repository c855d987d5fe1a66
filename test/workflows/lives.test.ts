import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { Worker } from '@temporalio/worker'
import { expect } from 'chai'
import { taskQueue } from '../../api/gateway.ts'
import { deadline, endOf } from '../../domain/time.ts'
import { keyOf } from '../../domain/id.ts'
import { lastDayOf } from '../../domain/plan/span.ts'
import { loadAgreement, loadCycle, loadDossier, loadLabel, loadParticipation, loadPlan } from '../../store/typed.ts'
import { fastForward } from '../clock.ts'
import { agreement, lastDay as agreed, recorded } from '../current-agreement.ts'
import { cycle, datesOfCycle, invitation, ofHanoi, preparation } from '../current-cycle.ts'
import { dossier, nominated } from '../current-dossier.ts'
import { label, lastDay, registered } from '../current-label.ts'
import { plan, requestOf, startPlan } from '../current-plan.ts'
import { person, rules } from '../domain/school.ts'
import { openHouse, until, type House } from '../house.ts'
import '../quiet-runtime.ts'
import { stack } from '../stack.ts'
import { thisYear } from '../this-year.ts'

const head = `correspondence/${person('centre-head.cmp')}` as const

/** Names the release whose histories are kept in `test/histories/`: `RECORD_HISTORIES=0.1.0 npm test -- --grep "lives just lived"`. */
const release = process.env['RECORD_HISTORIES']

describe('lives just lived', function () {
  this.timeout(90_000)
  let house: House
  before(async () => {
    house = await openHouse()
    await house.startWorker()
  })
  after(() => house?.close())

  it('replay clean, with commands, timers, hand-overs, mails and turns in them', async () => {
    // The plan turns early, so that a continued run is among them.
    await house.client.workflow.start('partnershipPlan', {
      taskQueue,
      workflowId: plan,
      args: [{ id: plan, turnAt: 40 }],
      workflowTaskTimeout: '3s',
    })
    const first = (await house.client.workflow.getHandle(plan).describe()).runId
    await startPlan(house)
    await house.insist('officer', head, { type: 'sendNow', input: { reason: 'text:0' } })
    await until(async () => (await house.ledger(head)).some(({ type }) => type === 'digestEnded'))
    await fastForward(house, plan, endOf(lastDayOf({ firstYear: thisYear }), rules.calendar))
    await until(async () => (await loadPlan(house.store, plan))?.state.status === 'closed')
    const last = (await house.client.workflow.getHandle(plan).describe()).runId
    expect(last).to.not.equal(first)
    await house.insist('quality', label, registered)
    await fastForward(house, label, endOf(lastDay, rules.calendar))
    await until(async () => (await loadLabel(house.store, label))?.state.status === 'lapsed')
    await house.insist('officer', agreement, recorded)
    await fastForward(house, agreement, endOf(agreed, rules.calendar))
    await until(async () => (await loadAgreement(house.store, agreement))?.state.status === 'expired')
    await house.insist('officer', cycle, preparation)
    await house.insist('officer', cycle, { type: 'open', input: {} })
    await house.insist('officer', cycle, invitation)
    await until(async () => (await loadParticipation(house.store, ofHanoi))?.state.status === 'invited')
    const closes = deadline(datesOfCycle.nominationsCloseOn, rules.calendar).passesAt
    await fastForward(house, ofHanoi, closes)
    await until(async () => (await loadParticipation(house.store, ofHanoi))?.state.status === 'silent')
    const silent = (await house.client.workflow.getHandle(ofHanoi).describe()).runId
    await fastForward(house, cycle, closes)
    await until(async () => (await loadCycle(house.store, cycle))?.state.status === 'nominationsClosed')
    await nominated(house)
    await house.insist('officer', dossier, { type: 'acknowledge', input: {} })
    const closed = deadline(datesOfCycle.dossiersCloseOn, rules.calendar)
    await fastForward(house, dossier, closed.passesAt)
    await until(async () => (await loadCycle(house.store, cycle))?.state.unsent[closed.lastDay] !== undefined)
    const closing = { on: closed.lastDay, dossiers: [keyOf(dossier)] }
    await house.insist('officer', cycle, { type: 'confirmClosing', input: closing })
    await until(async () => (await loadDossier(house.store, dossier))?.state.status === 'closedIncomplete')
    const shut = (await house.client.workflow.getHandle(dossier).describe()).runId
    await house.insist('head-of-office', cycle, { type: 'cancel', input: { reason: 'text:0' } })
    await house.insist('officer', cycle, { type: 'archive', input: {} })
    // One run of each of those that a Schedule starts every minute.
    for (const beside of ['reconcile', 'webhooks'])
      await house.client.workflow.execute(beside, { taskQueue, workflowId: beside })
    const lives = [
      ['partnershipPlan-turned', plan, first],
      ['partnershipPlan-closed', plan, last],
      ['centreApproval', requestOf('cmp'), undefined],
      ['correspondence', head, undefined],
      ['labelFile', label, undefined],
      ['agreement', agreement, undefined],
      ['admissionCycle', cycle, undefined],
      ['participation', ofHanoi, silent],
      ['dossier', dossier, shut],
      ['reconcile', 'reconcile', undefined],
      ['webhooks', 'webhooks', undefined],
    ] as const
    for (const [name, id, run] of lives) {
      const history = await house.client.workflow.getHandle(id, run).fetchHistory()
      await Worker.runReplayHistory({ workflowBundle: { codePath: stack.workflowBundle } }, history, id)
      if (release) keep(`${release}/${name}.json`, historyToJSON(history))
    }
  })
})

/** Keeps a history without the name of the machine that made it. */
function keep(name: string, json: string): void {
  const file = fileURLToPath(new URL(`../histories/${name}`, import.meta.url))
  mkdirSync(fileURLToPath(new URL('.', `file://${file}`)), { recursive: true })
  writeFileSync(file, `${json.replace(/"\d+@[^"]*"/g, '"recorded"')}\n`)
}
