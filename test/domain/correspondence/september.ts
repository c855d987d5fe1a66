import { processActor } from '../../../domain/actor.ts'
import { Rehearsal, type World } from '../../../domain/rehearsal.ts'
import { instant } from '../../../domain/time.ts'
import { world } from '../school.ts'

/** A contact in Beirut to whom one piece of news went, in May 2027. */
export async function written(changes: Partial<World> = {}, contact = 'usj-c1'): Promise<Rehearsal> {
  const stage = new Rehearsal(world(changes))
  await stage.act({
    at: instant('2027-05-17T08:00:00Z'),
    actor: processActor('partnershipPlan/usj-2027'),
    to: `correspondence/${contact}`,
    type: 'receive',
    input: { key: 'k1', subject: 'partnershipPlan/usj-2027#plan', about: 'plan', kind: 'planStarted' },
  })
  return stage
}
