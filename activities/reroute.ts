import { registrar } from '../domain/actor.ts'
import { answeredByOthers, answeringOn } from '../domain/roster.ts'
import { reroute } from '../domain/rerouting.ts'
import { dayOf } from '../domain/time.ts'
import { filesAwaiting } from '../store/files.ts'
import { putRow, rowIdOf } from '../store/inbox.ts'
import { keepAnswering, readAnswering } from '../store/register/answering.ts'
import { loadRoster } from '../store/register/roster.ts'
import type { ReconcilePorts } from './reconcile.ts'

/**
 * Leaves a row for every open process that waits for a party for which others answer today than when it was last looked at: a
 * mandate or an absence began or ended, a contact cannot be reached any more. Answers those processes. Idempotent by the
 * version of who answers, which is kept once all rows are there.
 */
export async function rerouteChanged({
  store,
  rules,
  now,
}: Pick<ReconcilePorts, 'store' | 'rules' | 'now'>): Promise<readonly string[]> {
  // The row counts at the moment that was looked at: a clock that runs ahead of ours would judge it by another day.
  const receivedAt = now()
  const holders = answeringOn(await loadRoster(store), dayOf(receivedAt, rules.calendar))
  const before = await readAnswering(store)
  const changed = before ? answeredByOthers(before.holders, holders) : []
  if (before && changed.length === 0) return []
  const version = (before?.version ?? 0) + 1
  const streams = changed.length > 0 ? await filesAwaiting(store, changed) : []
  for (const stream of streams)
    await putRow(store, {
      id: rowIdOf(stream, registrar.id, `${reroute} ${version}`),
      stream,
      actor: registrar,
      command: reroute,
      input: {},
      receivedAt,
    })
  await keepAnswering(store, { version, holders })
  return streams
}
