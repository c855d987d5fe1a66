import { z } from 'zod'
import { copyPlan } from './copies.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { openOffice, partners, runPlan } from './plans.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 25
const plans = 500

const Page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })

/** How long it takes to leaf through 500 plans, page by page, beside a bare handler that reads the same files and gives the same lines. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const office = await openOffice(ours)
  const key = await runPlan(office, { partner: partners[0] ?? '' })
  await copyPlan(ours, key, { count: plans, into: [ours, bare] })
  const sides = await inTurn(rounds, {
    ours: () => leaf((query) => office.direction.get(`/plans${query}`)),
    bare: () => leaf(async (query) => (await fetch(`${bare.url}/plans${query}`)).json()),
  })
  return [{ metric: 'list-cost', unit: `ms, ${plans} plans`, ...sides, goals: [{ of: 'ratio', atMost: 1.3 }] }]
}

/** Reads every page; throws where some are missing. */
async function leaf(read: (query: string) => Promise<unknown>): Promise<number> {
  let seen = 0
  const took = await millisecondsOf(async () => {
    let after: string | null | undefined
    do {
      const { items, next } = Page.parse(await read(after ? `?after=${after}` : ''))
      seen += items.length
      after = next
    } while (after !== null)
  })
  if (seen < plans) throw new Error(`${seen} plans are listed, not ${plans}`)
  return took
}
