import { tell } from './catalogue.ts'
import type { correspondenceCommands } from './correspondence/commands.ts'
import { correspondenceId } from './correspondence/ids.ts'
import type { WithdrawnFor } from './correspondence/correspondence.ts'
import { subjectIn } from './id.ts'
import type { Rules } from './policy.ts'
import type { Input, Stored, Tell } from './process.ts'
import { deadline, type CivilDate, type Instant } from './time.ts'
import type { Wait } from './wait.ts'

/** A notice on its way to one person's correspondence. */
export const notify = (person: string, notice: Input<typeof correspondenceCommands, 'receive'>): Tell =>
  tell(correspondenceId(person), { type: 'receive', input: notice })

/** What one person was about to hear of a subject is taken back. */
export const takeBack = (person: string, why: Input<typeof correspondenceCommands, 'withdraw'>): Tell =>
  tell(correspondenceId(person), { type: 'withdraw', input: why })

/** The date a notice announces: the final one, after R1, and the instant it passes. */
export const dated = (wait: Wait, { calendar }: Rules): { untilOn: CivilDate; passesAt: Instant } => {
  const { lastDay, passesAt } = deadline(wait.until, calendar, wait.boundary)
  return { untilOn: lastDay, passesAt }
}

/** R11: the final date that stood before, where it is another now. */
export const movedFrom = (before: Wait, now: Wait, rules: Rules): { wasOn?: CivilDate } => {
  const { untilOn: wasOn } = dated(before, rules)
  return wasOn === dated(now, rules).untilOn ? {} : { wasOn }
}

/** Whoever heard of a wait hears no more of it: what was not sent yet is taken back. Where it moved, `untilOn` is its final date now. */
export const withdrawals = (
  { id, heard }: Pick<Stored, 'id' | 'heard'>,
  subject: string,
  why: { readonly reason: WithdrawnFor; readonly untilOn?: CivilDate },
): readonly Tell[] =>
  (heard[subject] ?? []).map((person) => takeBack(person, { subject: subjectIn(id, subject), ...why }))
