import { shelfFolders, type Shelf } from '../documents/shelf.ts'
import { dayMs, plusMs, type Instant } from '../domain/time.ts'
import type { Store } from '../store/connect.ts'
import { forgetGivenUp } from '../store/erasing/erase.ts'
import { forgetLoose, notedAmong } from '../store/uploads.ts'

/** How long an uploaded document waits for a command that attaches it. */
const looseMs = dayMs
const receivingMs = 3_600_000
const minuteMs = 60_000
const atATime = 200

/**
 * Throws away what was given up with whom it concerned, what nobody attached within a day, what was received and never kept, and, in one folder of the shelf a minute, what is noted
 * nowhere: all of it once in four hours and a quarter. What is swept once more is gone already.
 */
export async function sweepDocuments(
  { store, shelf }: { readonly store: Store; readonly shelf: Shelf },
  now: Instant,
): Promise<void> {
  await forgetGivenUp(store, (document) => shelf.remove(document))
  for (const document of await forgetLoose(store, plusMs(now, -looseMs), atATime)) await shelf.remove(document)
  await shelf.sweepReceived(plusMs(now, -receivingMs))
  const folder = Math.floor(Date.parse(now) / minuteMs) % shelfFolders
  const old = await shelf.keptBefore(folder, plusMs(now, -looseMs))
  const noted = await notedAmong(
    store,
    old.map(({ id }) => id),
  )
  for (const document of old) if (!noted.has(document.id)) await shelf.remove(document)
}
