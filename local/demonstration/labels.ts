import { labelId, yearOf } from '../../domain/label/span.ts'
import { at, plusDays, type Calendar, type CivilDate } from '../../domain/time.ts'
import type { SchoolPolicy } from '../../policy/load.ts'
import type { Act } from './past.ts'
import type { Cast } from './told.ts'

const registeredDaysAgo = 20

/** The school's labels as its policy states them (S14, S15), registered lately: one whose last day nobody stated waits for it. */
export const labelActs = (
  labels: SchoolPolicy['labels'],
  { today, calendar, cast }: { today: CivilDate; calendar: Calendar; cast: Cast },
): readonly Act<'labelFile'>[] =>
  labels.map(({ id, name, programmes, sinceOn, untilOn, criteria }) => {
    const firstYear = yearOf(sinceOn)
    return {
      at: at(plusDays(today, -registeredDaysAgo), '10:00', calendar),
      by: cast.quality,
      to: labelId(id, firstYear),
      command: async () => ({
        type: 'register',
        input: {
          label: id,
          firstYear,
          name: name.fr,
          scope: programmes ? { covers: 'programmes', programmes: [...programmes] } : { covers: 'school' },
          criteria: criteria.map((criterion) => ({ id: criterion.id, title: criterion.name.fr })),
          ...(untilOn && { validity: { from: sinceOn, until: untilOn } }),
        },
      }),
    }
  })
