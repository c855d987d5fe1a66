import type { Actor } from './actor.ts'
import { todayOf } from './moment.ts'
import type { CommandRow, Context, Played } from './process.ts'
import { holdersOf, isVacant, type Party, type Standing } from './roster.ts'
import { hasLadder, type Wait } from './wait.ts'

/** One part in one file: who plays it, and which persons may not, whatever their mandate. */
export interface PartIn {
  readonly parties: readonly Party[]
  readonly barred: readonly Party[]
}
/** The persons who hear, or why nobody does. */
export interface Audience {
  readonly to: readonly string[]
  readonly none?: 'absent' | 'barred' | 'nobody'
}

/** How an actor plays a part, if they do; a barred person does neither in their own name nor through who they stand in for. */
export const standingIn = ({ parties, barred }: PartIn, { id, standings }: Actor): Standing | undefined =>
  barred.includes(id)
    ? undefined
    : standings.find(({ party, through }) => parties.includes(party) && !isBarred(barred, through))

/** Whether one of the parts played may give a command. */
export const allows = ({ by }: CommandRow, played: readonly Played[]): boolean =>
  by.some((part) => played.some((one) => one.part === part))

/** The persons who answer for a part that day. */
export function audienceOf({ parties, barred }: PartIn, context: Context): Audience {
  const holders = parties.flatMap((party) => holdersOf(party, context.roster, todayOf(context)))
  const free = holders.filter(({ id, through }) => !isBarred(barred, id) && !isBarred(barred, through))
  if (free.length > 0) return { to: [...new Set(free.map(({ id }) => id))] }
  if (holders.length > 0) return { to: [], none: 'barred' }
  return { to: [], none: parties.length > 0 ? 'absent' : 'nobody' }
}

/**
 * The persons who hear what a part is to hear of a wait. Where nobody holds that part any more, those of the next part up its ladder that
 * someone answers for; a rung that opens a part speaks to that part alone (R7).
 */
export function audienceUp(
  part: string,
  { wait, partIn, context }: { wait: Wait; partIn: (part: string) => PartIn; context: Context },
): Audience {
  const audience = audienceOf(partIn(part), context)
  const on = todayOf(context)
  const { parties } = partIn(part)
  if (audience.to.length > 0 || !parties.every((party) => isVacant(party, context.roster, on))) return audience
  const next = partsAfter(part, wait, context)
    .map((one) => audienceOf(partIn(one), context))
    .find(({ to }) => to.length > 0)
  return next ?? audience
}

/** The parts that hear of a wait later than that one, in the order of its ladder. */
function partsAfter(part: string, { kind }: Wait, { policy }: Context): readonly string[] {
  const rungs = hasLadder(kind) ? (policy.ladders[kind] ?? []) : []
  const parts = [...new Set(rungs.filter(({ opens }) => !opens).map(({ to }) => to))]
  return parts.slice(parts.indexOf(part) + 1)
}

const isBarred = (barred: readonly Party[], person: string | undefined): boolean =>
  person !== undefined && barred.includes(`person:${person}`)
