import { absenceFault, type Around } from '../../domain/register/absences.ts'
import type { Absence } from '../../domain/roster.ts'
import { Problem } from '../http/problem.ts'

/** Checks someone's absences, as a whole. Throws a problem (422) whose `absence` is the place in the list, and its code the `AbsenceFault`. */
export function assertAbsences(absences: readonly Absence[], around: Around): void {
  const fault = absenceFault(absences, around)
  if (fault) throw new Problem(422, fault.code, { absence: fault.absence })
}
