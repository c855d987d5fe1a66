import type { Rules } from '../domain/policy.ts'
import { civil } from '../domain/time.ts'
import { rulesOf } from '../policy/calendar.ts'
import type { SchoolPolicy } from '../policy/load.ts'
import { thisYear } from './this-year.ts'

/** The day on which the planted rule fails, as a bug would. */
export const brokenDay = civil(`${thisYear + 2}-02-14`)

/** The school's rules with one bug: whatever asks whether people work on that day throws. */
export function plantedRules(school: SchoolPolicy): Rules {
  const rules = rulesOf(school)
  return {
    ...rules,
    calendar: {
      ...rules.calendar,
      isWorkingDay: (date) => {
        if (date === brokenDay) throw new TypeError('planted: x is not a function')
        return rules.calendar.isWorkingDay(date)
      },
    },
  }
}
