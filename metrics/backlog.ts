import type { Registry } from 'prom-client'
import { plusMs, type Instant } from '../domain/time.ts'
import { untakenCount } from '../store/counts.ts'
import { type Store, ping } from '../store/connect.ts'
import { waitingDeliveries } from '../store/deliveries.ts'
import { overdueAfterMs, overdueFiles } from '../store/files.ts'
import { recentTroubles } from '../store/troubles.ts'
import { gaugeOf } from './gauge.ts'

interface Ports {
  readonly store: Store
  now(): Instant
}

// What is parked is tried again once a day at least: it stays in sight.
const recentMs = 25 * 3_600_000
/** However much there is, no more than this is counted: above it the number is this one, and the alarm went off long ago. */
const most = 1000

/** What waits, and what needs a person: read from MongoDB when it is asked for, each number from an index. The same in every process. */
export function showBacklog(registry: Registry, ports: Ports): void {
  gaugeOf(registry, {
    name: 'longitude_mongodb_up',
    help: 'Whether MongoDB answers this process.',
    read: () =>
      ping(ports.store).then(
        () => 1,
        () => 0,
      ),
  })
  gaugeOf(registry, {
    name: 'longitude_processes_overdue',
    help: `Processes whose moment passed a minute ago or more without a step, ${most} at most.`,
    read: async () => (await overdueFiles(ports.store, plusMs(ports.now(), -overdueAfterMs), most)).length,
  })
  gaugeOf(registry, {
    name: 'longitude_inbox_untaken',
    help: 'Commands and notices received and not taken yet.',
    read: async () => (await untakenCount(ports.store)).rows,
  })
  gaugeOf(registry, {
    name: 'longitude_inbox_oldest_age_seconds',
    help: 'How long the oldest of them has waited; 0 where there is none.',
    read: async () => {
      const { oldestAt } = await untakenCount(ports.store)
      return oldestAt === null ? 0 : Math.max(0, Date.parse(ports.now()) - Date.parse(oldestAt)) / 1000
    },
  })
  gaugeOf(registry, {
    name: 'longitude_webhook_deliveries_waiting',
    help: `Messages for webhooks that are not delivered and not given up, ${most} at most.`,
    read: () => waitingDeliveries(ports.store, most),
  })
  gaugeOf(registry, {
    name: 'longitude_troubles_recent',
    help: `Troubles met in the last 25 hours, ${most} at most; GET /api/v1/operations names them.`,
    read: () => recentTroubles(ports.store, { since: plusMs(ports.now(), -recentMs), most }),
  })
}
