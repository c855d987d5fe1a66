import { firstYearOf } from '../domain/academic-year.ts'
import { dayOf, instantOf } from '../domain/time.ts'
import { rules } from './domain/school.ts'

/** The first year of the academic year it is: what a test dates from it lies ahead whenever it runs. */
export const thisYear = firstYearOf(dayOf(instantOf(Date.now()), rules.calendar))
