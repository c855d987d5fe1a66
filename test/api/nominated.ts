import { randomUUID } from 'node:crypto'
import { processActor } from '../../domain/actor.ts'
import type { CommandTo } from '../../domain/catalogue.ts'
import { dossierId } from '../../domain/dossier/ids.ts'
import { civil } from '../../domain/time.ts'
import { putRow } from '../../store/inbox.ts'
import type { Desk } from './desk.ts'

type Received = Extract<CommandTo<'dossier'>, { type: 'receiveNomination' }>['input']

/** A candidate of Hanoi is nominated to the engineers of 2028: what a participation tells a dossier, by a row of its own. */
export async function nominated(
  { store, deps, wake, settle }: Desk,
  { number = 1, changes = {} }: { number?: number; changes?: Partial<Received> } = {},
): Promise<string> {
  const input: Received = {
    participation: '2028-engineer.usth',
    cycle: '2028-engineer',
    nomination: 'n1',
    partner: 'usth',
    candidate: `cand-${number}`,
    firstYear: 2028,
    population: 'engineer',
    wishes: ['icm'],
    channel: 'partnerContact',
    closesOn: civil('2028-03-31'),
    ...changes,
  }
  const id = dossierId(number)
  const actor = processActor(`participation/${input.participation}`)
  await putRow(store, {
    id: randomUUID(),
    stream: id,
    actor,
    command: 'receiveNomination',
    input,
    receivedAt: deps.now(),
  })
  await wake(id)
  await settle()
  return id
}
