import type { Someone } from './people.ts'
import { thisYear } from './plans.ts'

/** A command that people may give again and again, tells nobody, moves no date and leaves its file as long as it was. */
export const report = (pilot: Someone, key: string): Promise<number> =>
  pilot.post(`/plans/${key}/reportYear`, { year: thisYear, report: 'What happened', final: false })
