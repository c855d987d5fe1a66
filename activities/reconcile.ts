import type { Shelf } from '../documents/shelf.ts'
import type { Rules } from '../domain/policy.ts'
import { dayOf, plusMs, type Instant } from '../domain/time.ts'
import { outdatedFiles, overdueAfterMs, overdueFiles, recompute } from '../store/files.ts'
import { streamsWithUntaken } from '../store/inbox.ts'
import type { Store } from '../store/connect.ts'
import { settleDepartures } from '../store/register/departures.ts'
import { eraseOrphans } from './orphans.ts'
import { notedPersons } from './persons.ts'
import { rerouteChanged } from './reroute.ts'
import { sweepDocuments } from './sweep.ts'

export interface ReconcilePorts {
  readonly store: Store
  readonly rules: Rules
  readonly shelf: Shelf
  readonly look: (stream: string) => Promise<void>
  readonly now: () => Instant
}

const atATime = 200

/**
 * Has departures take effect that nothing holds up any more. Finds who was forgotten: rings every process that is overdue by a minute or has rows untaken that long (its workflow
 * is started where it is missing), computes the due lists again of those that another policy made, and has every process
 * that waits for a party for which others answer since the last look pass it on to them. Tells participations whom the office has to settle by now. Throws documents away
 * that nobody attached, and erases whom a refused import registered. Answers how many.
 */
export function reconciler({ store, rules, shelf, look, now }: ReconcilePorts): {
  reconcile: () => Promise<{ rung: number; recomputed: number }>
} {
  const { notePersons } = notedPersons({ store, now })
  return {
    reconcile: async () => {
      await settleDepartures(store, { today: dayOf(now(), rules.calendar), at: now(), policy: rules.policy.version })
      const rerouted = await rerouteChanged({ store, rules, now })
      const noted = await notePersons()
      const before = plusMs(now(), -overdueAfterMs)
      const outdated = await outdatedFiles(store, rules.policy.version, atATime)
      const moved: string[] = []
      for (const id of outdated) if (await recompute(store, id, rules)) moved.push(id)
      const late = [
        ...(await overdueFiles(store, before, atATime)),
        ...(await streamsWithUntaken(store, before, atATime)),
      ]
      const toRing = new Set([...rerouted, ...noted, ...moved, ...late])
      for (const id of toRing) await look(id)
      await eraseOrphans({ store, rules }, now())
      await sweepDocuments({ store, shelf }, now())
      return { rung: toRing.size, recomputed: outdated.length }
    },
  }
}
