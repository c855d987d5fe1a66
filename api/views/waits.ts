import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import type { Rules } from '../../domain/policy.ts'
import type { Process, Stored } from '../../domain/process.ts'
import { dayOf, daysBetween, deadline, type Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { WaitView } from '../contracts/plan.ts'

export type WaitLine = z.output<typeof WaitView>

/** Something waited for, as people see it now. */
export function waitLine(
  { kind, about, since, until, boundary }: Wait,
  { calendar, now }: Rules & { readonly now: Instant },
): WaitLine {
  const { lastDay, passesAt } = deadline(until, calendar, boundary)
  return {
    kind,
    about,
    since,
    finalOn: lastDay,
    passesAt,
    daysLeft: daysBetween(dayOf(now, calendar), lastDay),
    late: now >= passesAt,
  }
}

/** What a file waits for, the earliest first. */
export const waitLines = <S, Id extends string>(
  process: Process<S, Id>,
  { file, at }: { file: Stored<S, Id>; at: Rules & { readonly now: Instant } },
): WaitLine[] =>
  process
    .waits(file, at)
    .map((wait) => waitLine(wait, at))
    .sort(ascending(({ passesAt, about }) => passesAt + about))
