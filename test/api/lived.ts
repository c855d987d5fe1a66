import { MockActivityEnvironment } from '@temporalio/testing'
import { z } from 'zod'
import { reminders } from '../../activities/reminders.ts'
import { longestSettleMs } from '../../activities/turn.ts'
import { hrefOf } from '../../api/address.ts'
import { instant, plusMs, type Instant } from '../../domain/time.ts'
import { passTime } from '../../local/demonstration/pass-time.ts'
import type { FileDoc } from '../../store/schemas.ts'
import { rules } from '../domain/school.ts'
import type { Desk } from './desk.ts'

/** A mail as it lies in someone's mailbox. */
export interface Letter {
  readonly at: Instant
  readonly to: string
  readonly subject: string
  readonly text: string
}
/** Something that someone does at a moment, through the API. */
export interface Deed {
  readonly at: string
  readonly does: () => Promise<unknown>
}

/** A step lets the clock act a while after it is due (ADR 3, ADR 76), in milliseconds. */
export const pastMs = longestSettleMs + 1000

/**
 * Lets a desk live through deeds, in the order of time, until a moment: every process wakes when something is due for it, and each
 * digest is written and sent as the worker does it. Comes back with every mail.
 */
export async function live(
  desk: Desk,
  {
    deeds,
    until,
    received: letters,
  }: { readonly deeds: readonly Deed[]; readonly until: Instant; readonly received: Letter[] },
): Promise<readonly Letter[]> {
  await passTime(desk.store, {
    acts: deeds.map(({ at, does }) => ({ at: instant(at), does })),
    until,
    act: async ({ at, does }) => {
      desk.at(at)
      await does()
      await settle(desk, { letters, at })
    },
    wake: async ({ id, at }) => {
      desk.at(plusMs(at, pastMs))
      await desk.wake(id)
      await settle(desk, { letters, at })
    },
  })
  return letters
}

const openMailboxes = ({ store }: Desk): Promise<Pick<FileDoc, '_id' | 'state'>[]> =>
  store.files.find({ type: 'correspondence', ended: false }, { state: 1 }).sort({ _id: 1 }).lean()

/** Everything that waits is taken, and every digest that is ready goes out. */
async function settle(desk: Desk, { letters, at }: { letters: Letter[]; at: Instant }): Promise<void> {
  const { sendReminder } = reminders({
    ...desk.deps,
    hrefOf,
    reached: () => undefined,
    rules,
    mail: {
      send: ({ to, subject, text }) => {
        letters.push({ at, to, subject, text })
        return Promise.resolve('accepted')
      },
    },
  })
  for (;;) {
    await desk.settle()
    const sending = (await openMailboxes(desk)).flatMap(({ _id, state }) =>
      sendingOf(state).map((digest) => ({ id: _id, digest })),
    )
    if (sending.length === 0) return
    for (const one of sending) await new MockActivityEnvironment().run(sendReminder, one)
  }
}
const sendingOf = (state: unknown): string[] => {
  const { sending } = sent.parse(state)
  return sending ? [sending.id] : []
}
const sent = z.object({ sending: z.object({ id: z.string() }).optional() })
