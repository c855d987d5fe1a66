import type { z } from 'zod'
import { ascending } from '../../domain/ascending.ts'
import type { Rules } from '../../domain/policy.ts'
import type { Process, Stored } from '../../domain/process.ts'
import { dayOf, daysBetween, deadline, type Instant } from '../../domain/time.ts'
import type { Wait } from '../../domain/wait.ts'
import type { WaitView } from '../contracts/plan.ts'

export type WaitLine = z.output<typeof WaitView>

type At = Rules & { readonly now: Instant }
/** Something waited for, with the moment at which it passes. */
interface Dated extends ReturnType<typeof deadline> {
  readonly wait: Wait
}

/** Something waited for, as people see it now. */
export const waitLine = (wait: Wait, at: At): WaitLine => lineOf(dated(wait, at), at)

const dated = (wait: Wait, { calendar }: At): Dated => ({ wait, ...deadline(wait.until, calendar, wait.boundary) })

function lineOf({ wait: { kind, about, since }, lastDay, passesAt }: Dated, { calendar, now }: At): WaitLine {
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
  asked: { file: Stored<S, Id>; at: At },
): WaitLine[] => inOrder(process, asked).map((one) => lineOf(one, asked.at))

/** What a file waits for first. */
export function nextWaitLine<S, Id extends string>(
  process: Process<S, Id>,
  asked: { file: Stored<S, Id>; at: At },
): WaitLine | undefined {
  const [first] = inOrder(process, asked)
  return first && lineOf(first, asked.at)
}

const inOrder = <S, Id extends string>(
  process: Process<S, Id>,
  { file, at }: { file: Stored<S, Id>; at: At },
): Dated[] =>
  process
    .waits(file, at)
    .map((wait) => dated(wait, at))
    .sort(ascending(({ passesAt, wait: { about } }) => passesAt + about))
