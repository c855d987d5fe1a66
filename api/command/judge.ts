import { processOf } from '../../domain/processes.ts'
import { Refusal } from '../../domain/refusals.ts'
import { Rehearsal, type World } from '../../domain/rehearsal.ts'
import type { Instant } from '../../domain/time.ts'
import { isOutage } from '../../store/outage.ts'
import type { Order } from './order.ts'

/** A command, and the moment at which it is judged. */
export interface Case {
  readonly order: Order
  readonly at: Instant
}

/**
 * Why a command would be refused, judged on the stored file in memory. Nothing where it would not be, nor where the rule
 * itself fails: that is for the process to judge, and to record.
 */
export async function refusalOf(world: World, { order, at }: Case): Promise<Refusal | undefined> {
  const { stream, command: type, actor, input } = order
  const [stored, facts] = await Promise.all([world.load(stream), world.facts(stream)])
  const file = stored ?? processOf(stream).open(stream)
  const now = file.at !== null && file.at > at ? file.at : at
  try {
    processOf(stream).advance(file, { type, input }, { ...world, actor, facts, now, takenAt: now })
    return undefined
  } catch (error) {
    return error instanceof Refusal ? error : undefined
  }
}

/**
 * Gives a command, in memory, to the stored file and has everything follow that it sets off in others. Throws its
 * `Refusal`; where a rule fails, what `failed` makes of its error.
 */
export async function rehearse(
  world: World,
  { order, at, failed }: Case & { failed(error: unknown): Promise<Error> },
): Promise<Rehearsal> {
  const rehearsal = new Rehearsal(world)
  const { stream, command, actor, input } = order
  await rehearsal.act({ to: stream, type: command, input, actor, at }).catch(async (error: unknown) => {
    throw error instanceof Refusal || isOutage(error) ? error : await failed(error)
  })
  return rehearsal
}
