import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import type { Rules } from '../../domain/policy.ts'
import type { Process, Stored } from '../../domain/process.ts'
import { dayOf, daysBetween, deadline, type CivilDate, type Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { WaitView } from '../contracts/plan.ts'

export type WaitLine = z.output<typeof WaitView>

type At = Rules & { readonly now: Instant }
/** Something waited for, with its final day after R1 and the moment at which it passes. */
interface Dated extends Pick<Wait, 'kind' | 'about' | 'since'> {
  readonly lastOn: CivilDate
  readonly passesAt: Instant
}

/** Something waited for, as people see it now. */
export const waitLine = (wait: Wait, at: At): WaitLine => lineOf(dated(wait, at), at)

function dated({ kind, about, since, until, boundary }: Wait, { calendar }: At): Dated {
  const { lastDay, passesAt } = deadline(until, calendar, boundary)
  return { kind, about, since, lastOn: lastDay, passesAt }
}

function lineOf({ kind, about, since, lastOn, passesAt }: Dated, { calendar, now }: At): WaitLine {
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
    .map((wait) => waitLine(wait, at))
    .sort(ascending(({ passesAt, about }) => passesAt + about))

/** What a list says that a file waits for first. */
export const nextLine = ({ next }: { readonly next: Dated | undefined }, at: At): WaitLine | null =>
  next ? lineOf(next, at) : null
