import type { Definition } from '../process.ts'
import type { CycleShape, CycleStatus } from './cycle.ts'
import { aboutCycle as about } from './ids.ts'

type Waits = Definition<CycleShape>['waits']

/** What a cycle waits for, from whom, until when (S17). The reminder days are in the policy's ladders. */
export const cycleWaits: Waits = (cycle, rules) => byStatus[cycle.status](cycle, rules)

const nothing: Waits = () => []

/** Nobody has to be ready on its first day: whoever opens it late owes it until they do. */
const opening: Waits = ({ dates, opening: set }) =>
  dates && set
    ? [
        {
          kind: 'cycleOpening',
          about,
          from: 'officer',
          since: set.since,
          until: dates.opensOn,
          ...(set.moved && { moved: { at: set.since } }),
        },
      ]
    : []

/** At 24:00 of its final day the clock closes the nominations (R1). */
const nominations: Waits = ({ dates, openedAt }) =>
  dates && openedAt
    ? [
        {
          kind: 'cycleNominations',
          about,
          since: openedAt,
          until: dates.nominationsCloseOn,
          then: { type: 'closeNominations', input: {} },
        },
      ]
    : []

/** What was cancelled is put away by the clock once nobody can arrive any more, if nobody did before. */
const putAway: Waits = ({ dates, cancelledAt }) =>
  dates && cancelledAt
    ? [
        {
          kind: 'cycleArchive',
          about,
          since: cancelledAt,
          until: dates.arrivalOn,
          boundary: true,
          then: { type: 'archive', input: {} },
        },
      ]
    : []

const byStatus: Readonly<Record<CycleStatus, Waits>> = {
  none: nothing,
  prepared: opening,
  open: nominations,
  nominationsClosed: nothing,
  cancelled: putAway,
  archived: nothing,
}
