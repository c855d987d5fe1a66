import type { CycleStatus } from '../domain/cycle/cycle.ts'
import type { CycleDate } from '../domain/cycle/dates.ts'
import type { CycleName } from '../domain/cycle/ids.ts'
import type { Uninvitable } from '../domain/cycle/invitable.ts'
import type { Origin } from '../domain/cycle/origins.ts'
import type { ExtensionCause } from '../domain/participation/extension.ts'
import type { ParticipationStatus } from '../domain/participation/participation.ts'
import type { Formatter } from './formatter.ts'

/** Short names of what stands in an admission cycle, by code. */
interface CycleNames {
  readonly statuses: Record<CycleStatus, string>
  readonly dates: Record<CycleDate, string>
  readonly origins: Record<Origin, string>
  /** Why a partner is not invitable (R8). */
  readonly uninvitable: Record<Uninvitable, string>
  /** How a partner that was invited stands. */
  readonly participations: Record<ParticipationStatus, string>
  /** Why a partner needs more time. */
  readonly causes: Record<ExtensionCause, string>
}
/** The same, and how a cycle is called, by population, academic year and term. */
export interface CycleMessages extends CycleNames {
  readonly title: string
}
export interface CycleWords extends CycleNames {
  /** `'Exchanges 2027/2028, autumn'` */
  title(cycle: CycleName): string
}

/** The words of cycles in one language. */
export const cycleWordsOf = ({ title, ...names }: CycleMessages, format: Formatter): CycleWords => ({
  ...names,
  title: ({ firstYear, population, term = 'none' }) =>
    format.text(title, { population, term, years: `${firstYear}/${firstYear + 1}` }),
})
