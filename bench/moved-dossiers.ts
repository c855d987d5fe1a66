import { MongoClient, type Db } from 'mongodb'
import { z } from 'zod'
import type { Installation } from './installation.ts'

interface Entry {
  readonly stream: string
  readonly type: string
}
const Said = z.object({ others: z.array(z.object({ process: z.string(), type: z.string() })) })

/** Whether a move has come to its end: every row that was left for a process is taken. Answers how many dossiers have noted it. */
export const movedIn = ({
  mongodbUri,
}: Installation): Promise<{ readonly dossiers: number; readonly waiting: number }> =>
  within(mongodbUri, async (db) => ({
    dossiers: await db.collection<Entry>('ledger').countDocuments({ type: 'closeNoted' }),
    waiting: await db.collection('inbox').countDocuments({ taken: false }),
  }))

/** How many entries there are by now: what comes after them came of the move. */
export const entriesIn = ({ mongodbUri }: Installation): Promise<readonly string[]> => within(mongodbUri, entriesOf)

/**
 * Throws where what happened since is not what a preview said, entry by entry. What the clock does in that time of its own accord is no part of it.
 */
export async function assertPreviewed(
  installation: Installation,
  { preview, before }: { readonly preview: unknown; readonly before: readonly string[] },
): Promise<void> {
  const said = Said.parse(preview).others.map(({ process, type }) => `${process} ${type}`)
  const left = countsOf(before)
  const came = (await entriesIn(installation)).filter((entry) => {
    const count = left.get(entry) ?? 0
    left.set(entry, count - 1)
    return count <= 0
  })
  const [wanted, found] = [countsOf(said), countsOf(came.filter((entry) => !ofClock.test(entry)))]
  const wrong = [...new Set([...wanted.keys(), ...found.keys()])].filter(
    (entry) => !entry.startsWith('admissionCycle/') && wanted.get(entry) !== found.get(entry),
  )
  if (wrong.length > 0)
    throw new Error(
      `${wrong.length} of ${wanted.size} kinds of entry are not as previewed, the first: ${wrong
        .slice(0, 5)
        .map((entry) => `${entry}: ${wanted.get(entry) ?? 0} said, ${found.get(entry) ?? 0} came`)
        .join('; ')}`,
    )
}
const ofClock = / (?:reminded|digested|digestEnded)$/

const countsOf = (entries: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return counts
}

const entriesOf = async (db: Db): Promise<readonly string[]> =>
  (
    await db
      .collection<Entry>('ledger')
      .find({}, { projection: { stream: 1, type: 1 } })
      .toArray()
  ).map(({ stream, type }) => `${stream} ${type}`)

async function within<T>(uri: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await new MongoClient(uri).connect()
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}
