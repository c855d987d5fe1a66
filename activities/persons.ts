import { registrar } from '../domain/actor.ts'
import { plusMs, type Instant } from '../domain/time.ts'
import type { Store } from '../store/connect.ts'
import { putRow, rowIdOf } from '../store/inbox.ts'
import { outdatedPersons } from '../store/persons-to-settle.ts'
import { editsSoFar } from '../store/register/now.ts'

const command = 'notePersons'
// Somebody who is being nominated while the register is read is seen the next time.
const looks = 2

// An entry is there some time after the moment it was taken: a commit is slow, a clock is behind.
const overlapMs = 5 * 60_000

/**
 * Leaves a row for every participation that says otherwise than the register whom the office has to settle (ADR 62), after each edit of
 * the register, and answers those participations: of all of them once it begins, then of whom edits concern. Idempotent by the edits so far and the number
 * of the file's last entry.
 */
export function notedPersons({ store, now }: { readonly store: Store; readonly now: () => Instant }): {
  notePersons(): Promise<readonly string[]>
} {
  let looked: { readonly edits: number; readonly times: number; readonly since?: Instant | undefined } = {
    edits: -1,
    times: 0,
  }
  return {
    notePersons: async () => {
      const edits = await editsSoFar(store)
      const times = looked.edits === edits ? looked.times : 0
      if (times >= looks) return []
      const receivedAt = now()
      const outdated = await outdatedPersons(store, looked.since)
      for (const { id, seq } of outdated)
        await putRow(store, {
          id: rowIdOf(id, registrar.id, `${command} ${edits} ${seq}`),
          stream: id,
          actor: registrar,
          command,
          input: {},
          receivedAt,
        })
      const isLast = times + 1 === looks
      looked = { edits, times: times + 1, since: isLast ? plusMs(receivedAt, -overlapMs) : looked.since }
      return outdated.map(({ id }) => id)
    },
  }
}
