import type { z } from 'zod'
import { dated, soonestFirst, type DatedWait } from '../../domain/dated-wait.ts'
import type { Rules } from '../../domain/policy.ts'
import type { Process, Stored } from '../../domain/process.ts'
import { dayOf, daysBetween, type Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { WaitView } from '../contracts/plan.ts'

export type WaitLine = z.output<typeof WaitView>

type At = Rules & { readonly now: Instant }
/** Something waited for, as people see it now. */
export const waitLine = (wait: Wait, at: At): WaitLine => lineOf(dated(wait, at.calendar), at)

function lineOf({ kind, about, since, lastOn, passesAt }: DatedWait, { calendar, now }: At): WaitLine {
  return {
    kind,
    about,
    since,
    finalOn: lastOn,
    passesAt,
    daysLeft: daysBetween(dayOf(now, calendar), lastOn),
    late: now >= passesAt,
  }
}

/** What a file waits for, the earliest first. */
export const waitLines = <S, Id extends string>(
  process: Process<S, Id>,
  { file, at }: { file: Stored<S, Id>; at: At },
): WaitLine[] =>
  process
    .waits(file, at)
    .map((wait) => dated(wait, at.calendar))
    .sort(soonestFirst)
    .map((wait) => lineOf(wait, at))

/** What a list says that a file waits for first. */
export const nextLine = ({ next }: { readonly next: DatedWait | undefined }, at: At): WaitLine | null =>
  next ? lineOf(next, at) : null
