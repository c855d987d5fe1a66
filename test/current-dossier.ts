import { randomUUID } from 'node:crypto'
import { processActor } from '../domain/actor.ts'
import { dossierId } from '../domain/dossier/ids.ts'
import { keyOf } from '../domain/id.ts'
import { putRow } from '../store/inbox.ts'
import { cycle, datesOfCycle, ofHanoi } from './current-cycle.ts'
import { until, type House } from './house.ts'
import { loadDossier } from '../store/typed.ts'
import { thisYear } from './this-year.ts'

/** The first dossier of the cycle that lies ahead, of a candidate of Hanoi. */
export const dossier = dossierId(1)

/** What Hanoi tells it, by a row of its own. */
export async function nominated({ store, gateway }: House): Promise<void> {
  const id = randomUUID()
  await putRow(store, {
    id,
    stream: dossier,
    actor: processActor(ofHanoi),
    command: 'receiveNomination',
    input: {
      participation: keyOf(ofHanoi),
      cycle: keyOf(cycle),
      nomination: 'n1',
      partner: 'usth',
      candidate: 'cand-1',
      firstYear: thisYear + 2,
      population: 'engineer',
      wishes: ['icm'],
      channel: 'partnerContact',
      closesOn: datesOfCycle.dossiersCloseOn,
    },
  })
  await until(async () => {
    await gateway.take(dossier, id, 'receiveNomination').catch(() => undefined)
    return (await loadDossier(store, dossier)) !== undefined
  })
}
