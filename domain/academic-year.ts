import { civil, type CivilDate } from './time.ts'

// An academic year is named by its first year: 2027 is 2027/2028.

/** The academic year a day belongs to: 1 September to 31 August. `firstYearOf('2027-08-31')` → `2026` */
export const firstYearOf = (date: CivilDate): number => Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0)

/** The first day of an academic year. `yearBeginsOn(2027)` → `'2027-09-01'` */
export const yearBeginsOn = (firstYear: number): CivilDate => civil(`${firstYear}-09-01`)

/** The last day of an academic year. `yearEndsOn(2027)` → `'2028-08-31'` */
export const yearEndsOn = (firstYear: number): CivilDate => civil(`${firstYear + 1}-08-31`)
