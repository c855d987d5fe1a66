import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startBare, startOurs } from './installation.ts'
import { signIn } from './people.ts'
import { inTurn, millisecondsOf } from './rounds.ts'

const rounds = 9
const words = ['univ', 'hanoi univ', 'technical', 'école', 'saint joseph', 'instit tech', 'mines', 'a', 'zzz', 'tokyo']

/** How long whoever looks for an institution among 10,251 waits, from the request to its answer, on the average of ten searches. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const stack = await ground.servers('servers')
  const [ours, bare] = [await startOurs(ground, stack), await startBare(ground, stack)]
  const officer = await signIn(ours, 'officer')
  const average = async (search: (query: string) => Promise<unknown>): Promise<number> => {
    const took = await millisecondsOf(async () => {
      for (const word of words) await search(`?q=${encodeURIComponent(word)}`)
    })
    return took / words.length
  }
  const sides = await inTurn(rounds, {
    ours: () => average((query) => officer.get(`/directory${query}`)),
    bare: () => average(async (query) => (await fetch(`${bare.url}/directory${query}`)).json()),
  })
  return [{ metric: 'directory-search', unit: 'ms', ...sides, goals: [{ of: 'ours', atMost: 20 }] }]
}
