import { studyLevels, type Flow, type LevelTotals, type Places, type Totals } from './agreement.ts'

/** How many came and how many went, and the one less the other (S13). `totalsOf([])` → `{ incoming: 0, outgoing: 0, balance: 0 }` */
export function totalsOf(flows: readonly Flow[]): Totals {
  const sum = (direction: Flow['direction']): number =>
    flows.filter((flow) => flow.direction === direction).reduce((total, { students }) => total + students, 0)
  const [incoming, outgoing] = [sum('incoming'), sum('outgoing')]
  return { incoming, outgoing, balance: incoming - outgoing }
}

/** The same for each academic year of which anything is recorded, in order. */
export const totalsByYear = (flows: readonly Flow[]): readonly (Totals & { readonly year: number })[] =>
  [...new Set(flows.map(({ year }) => year))]
    .toSorted((one, other) => one - other)
    .map((year) => ({ year, ...totalsOf(flows.filter((flow) => flow.year === year)) }))

/** The same for each level of each academic year of which anything is recorded, in order. */
export const totalsByLevel = (flows: readonly Flow[]): readonly LevelTotals[] =>
  totalsByYear(flows).flatMap(({ year }) =>
    studyLevels.flatMap((level) => {
      const own = flows.filter((flow) => flow.year === year && flow.level === level)
      return own.length > 0 ? [{ year, level, ...totalsOf(own) }] : []
    }),
  )

/** What counts are of: an academic year, a direction and a level. `countedAs({ year: 2027, direction: 'incoming', level: 'master' })` → `'2027 incoming master'` */
export const countedAs = ({ year, direction, level }: Omit<Places, 'places'>): string => `${year} ${direction} ${level}`
