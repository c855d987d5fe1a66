import type { Client } from '@temporalio/client'
import { correspondenceId } from '../domain/correspondence/ids.ts'
import { plusDays } from '../domain/time.ts'
import { ask, startProcess } from './bare-processes.ts'
import { report } from './commands.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { openOffice, partners, runPlan, today } from './plans.ts'
import { inTurn } from './rounds.ts'

const rounds = 5
const commands = 10
const officer = 'p2'

/** How many events a command leaves in the history of its process: where the next moment it wakes at stays, and where it moves. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const office = await openOffice(ours)
  const key = await runPlan(office, { partner: partners[0] ?? '' })
  const [still, timed] = [await startProcess(bare, 'bareProcess'), await startProcess(bare, 'bareTimer')]
  let days = 1
  const hold = (): Promise<void> =>
    office.officer.give(`/messages/${officer}/hold`, { reason: 'A long leave', untilOn: plusDays(today, ++days) })
  await report(office.pilot, key)
  await hold()
  const perCommand = async (id: string, give: () => Promise<unknown>): Promise<number> => {
    const before = await lengthOf(ours.client, id)
    for (let n = 0; n < commands; n++) await give()
    return ((await lengthOf(ours.client, id)) - before) / commands
  }
  const stays = await inTurn(rounds, {
    ours: () => perCommand(`partnershipPlan/${key}`, () => report(office.pilot, key)),
    bare: () => perCommand(still, () => ask(bare, still)),
  })
  const moves = await inTurn(rounds, {
    ours: () => perCommand(correspondenceId(officer), hold),
    bare: () => perCommand(timed, () => ask(bare, timed)),
  })
  return [
    { metric: 'events-per-command', unit: 'events', ...stays, goals: [{ of: 'ours', atMost: 6 }] },
    { metric: 'events-per-command-moved', unit: 'events', ...moves, goals: [{ of: 'ours', atMost: 8 }] },
  ]
}

const lengthOf = async (client: Client, id: string): Promise<number> =>
  (await client.workflow.getHandle(id).describe()).historyLength
