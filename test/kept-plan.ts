import { randomUUID } from 'node:crypto'
import { steps, type StepAnswer } from '../activities/steps.ts'
import type { Rules } from '../domain/policy.ts'
import type { Act } from '../domain/rehearsal.ts'
import type { Instant } from '../domain/time.ts'
import { inTransaction } from '../store/commit.ts'
import { connect, type Store } from '../store/connect.ts'
import { putRow } from '../store/inbox.ts'
import { seedRegister } from '../store/register/seed.ts'
import { submitted } from './domain/plan-script.ts'
import { registeredAt, rules, school } from './domain/school.ts'
import { freshDatabase } from './stack.ts'

/** The plan of `plan-script.ts` in a database of its own, taken step by step without an engine. */
export interface KeptPlan {
  readonly store: Store
  /** One step of one process, by these rules or the school's. */
  step(id: string, now: Instant, by?: Rules): Promise<StepAnswer>
  /** Acts as if by the API: a row, then its step. */
  take(acts: readonly Act[]): Promise<void>
}

/** Opens a database with the plan drafted and submitted; nobody has taken what that left for others. */
export async function keepPlan(): Promise<KeptPlan> {
  const store = await connect(freshDatabase())
  await seedRegister(store, school, { at: registeredAt })
  const step = (id: string, now: Instant, by: Rules = rules) =>
    steps({ store, rules: by, transact: inTransaction(store), reached: () => undefined }).takeStep({
      id,
      now: Date.parse(now),
    })
  const take = async (acts: readonly Act[]): Promise<void> => {
    for (const { to, actor, type, input, at } of acts) {
      await putRow(store, { id: randomUUID(), stream: to, actor, command: type, input, receivedAt: at })
      await step(to, at)
    }
  }
  await take(submitted())
  return { store, step, take }
}
