import type { CommandTo } from '../domain/catalogue.ts'
import { templateDates } from '../domain/cycle/dates.ts'
import { cycleId } from '../domain/cycle/ids.ts'
import { keyOf } from '../domain/id.ts'
import { participationId } from '../domain/participation/ids.ts'
import { rules } from './domain/school.ts'
import { thisYear } from './this-year.ts'

/** The engineers who arrive in the academic year after the next: whatever is dated in it lies ahead. */
const name = { firstYear: thisYear + 2, population: 'engineer' as const }
export const cycle = cycleId(name)
export const datesOfCycle = templateDates(rules.policy.admissions.engineer, name.firstYear)

/** The part of Hanoi in it. */
export const ofHanoi = participationId(keyOf(cycle), 'usth')

/** Written down for the first time. */
export const preparation: CommandTo<'admissionCycle'> & { type: 'prepare' } = { type: 'prepare', input: name }

/** Hanoi is invited, with the reason that it needs, as no agreement with it fits (S10). */
export const invitation: CommandTo<'admissionCycle'> & { type: 'invite' } = {
  type: 'invite',
  input: { partners: [{ partner: 'usth', reason: 'text:0' }] },
}
