import { z } from 'zod'
import { plusDays, civil } from '../domain/time.ts'
import { cycle, longMs, nominate, openCycle } from './admissions.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startOurs, type Installation } from './installation.ts'
import { assertPreviewed, entriesIn, movedIn } from './moved-dossiers.ts'
import { eventually, signIn, type Someone } from './people.ts'
import { millisecondsOf } from './rounds.ts'

const dossiers = 1000
const partners = 10
const previews = 5
const Dates = z.object({ dates: z.array(z.object({ date: z.object({ code: z.string() }), on: z.string() })) })

/**
 * With 1,000 dossiers: how long the preview of a move of their close takes, and how long it takes from the move until each of them has its new day
 * and the cycle knows of it. What came to be is compared with what the preview said; a difference is a failure.
 */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const ours = await startOurs(ground, await ground.servers('servers'))
  const officer = await signIn(ours, 'officer')
  const invited = await openCycle(officer, partners)
  const keys = await nominate(officer, invited, dossiers)
  const to = plusDays(civil(await closeOf(officer)), 14)
  const path = `/cycles/${cycle}/moveDeadline`
  const move = { date: 'dossiersCloseOn', to, reason: 'Measured' }
  const previewed: number[] = []
  let preview: unknown
  for (let n = 0; n < previews; n++)
    previewed.push(
      await millisecondsOf(async () => (preview = await officer.send(`${path}?preview=true`, asJson(move)))),
    )
  const before = await entriesIn(ours)
  const seconds = await millisecondsOf(async () => {
    await officer.give(path, move)
    await eventually(() => isOver(ours, keys.length), longMs)
  })
  await assertPreviewed(ours, { preview, before })
  return [
    { metric: 'deadline-move-preview', unit: 'ms', ours: previewed, goals: [{ of: 'ours', atMost: 2000 }] },
    { metric: 'deadline-move', unit: `s, ${keys.length} dossiers`, ours: [seconds / 1000], goals: [] },
  ]
}

const asJson = (body: object) => ({ type: 'application/json', body: JSON.stringify(body) })

async function isOver(ours: Installation, count: number): Promise<true | undefined> {
  const { dossiers: noted, waiting } = await movedIn(ours)
  return noted >= count && waiting === 0 ? true : undefined
}

/** The last day of the dossiers, as it is stated. */
async function closeOf(officer: Someone): Promise<string> {
  const { dates } = Dates.parse(await officer.get(`/cycles/${cycle}`))
  const close = dates.find(({ date }) => date.code === 'dossiersCloseOn')
  if (!close) throw new Error('a cycle closes its dossiers on a day')
  return close.on
}
