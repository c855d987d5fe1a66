import type { PlannedMilestone } from '../../domain/plan/plan.ts'
import { civil } from '../../domain/time.ts'

// In which year of the plan (0 is the first), on which day, and by which of its two centres.
const templates = [
  ['steering', 'Joint steering committee meets', 'scientificCulture', 0, 0, '11-20'],
  ['exchange', 'First four exchange students each way', 'teaching', 1, 0, '02-15'],
  ['cotutelles', 'Two cotutelles signed', 'research', 0, 1, '06-30'],
  ['course', 'Joint online course opens', 'teaching', 1, 1, '10-15'],
  ['internships', 'Ten internships with partner companies', 'companies', 0, 2, '05-31'],
  ['paper', 'Three joint papers submitted', 'research', 1, 2, '12-10'],
  ['double-degree', 'Double degree agreement signed', 'teaching', 0, 3, '03-01'],
  ['chair', 'Industrial chair funded', 'companies', 1, 3, '06-15'],
  ['summer-school', 'Summer school held together', 'scientificCulture', 0, 4, '07-05'],
] as const

/** The milestones of a demonstrated plan, over its five years. */
export const milestonesOf = ({
  firstYear,
  centres,
  owner,
}: {
  firstYear: number
  centres: readonly [string, string]
  owner: string
}): readonly PlannedMilestone[] =>
  templates.map(([id, title, pillar, centre, year, day]) => ({
    id,
    title,
    pillar,
    centre: centres[centre],
    owner,
    // An academic year begins in September.
    dueOn: civil(`${firstYear + year + (day < '09' ? 1 : 0)}-${day}`),
  }))
