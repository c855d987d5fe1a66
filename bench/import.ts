import { nominate, openCycle } from './admissions.ts'
import type { Figure } from './figures.ts'
import type { Ground } from './ground.ts'
import { startOurs } from './installation.ts'
import { signIn } from './people.ts'
import { millisecondsOf } from './rounds.ts'

const nominations = 1000
const partners = 2

/** How long 1,000 nominations out of two files take, until each has its dossier: once, as nobody nominates them again. */
export async function measure(ground: Ground): Promise<readonly Figure[]> {
  const ours = await startOurs(ground, await ground.servers('servers'))
  const officer = await signIn(ours, 'officer')
  const invited = await openCycle(officer, partners)
  const seconds = (await millisecondsOf(() => nominate(officer, invited, nominations))) / 1000
  return [{ metric: 'import', unit: `s, ${nominations} nominations`, ours: [seconds], goals: [] }]
}
