import type { Definition } from '../process.ts'
import type { CycleShape, CycleStatus } from './cycle.ts'
import { aboutCycle as about, aboutUnsent } from './ids.ts'

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
const nominations: Waits = ({ dates, awaiting }) =>
  dates && awaiting
    ? [
        {
          kind: 'cycleNominations',
          about,
          since: awaiting.since,
          until: dates.nominationsCloseOn,
          ...(awaiting.moved && { moved: { at: awaiting.since } }),
          then: { type: 'closeNominations', input: {} },
        },
      ]
    : []

/** An earlier date than the announced one: someone else than its proposer answers, or it stays as it is. */
const confirmation: Waits = ({ proposedMove }) =>
  proposedMove
    ? [
        {
          kind: 'cycleMove',
          about: proposedMove.date,
          from: 'secondPerson',
          since: proposedMove.since,
          until: proposedMove.by,
        },
      ]
    : []

/** At 24:00 of its final day the clock closes the dossiers: not those that have a later day, nor those that are on a list (R5, R9). */
const dossiers: Waits = ({ dates, openedAt }) =>
  dates && openedAt
    ? [
        {
          kind: 'cycleDossiers',
          about,
          since: openedAt,
          until: dates.dossiersCloseOn,
          then: { type: 'closeDossiers', input: {} },
        },
      ]
    : []

/** R9: what was never sent by a day is closed once an officer confirms it; until then nothing is. */
const lists: Waits = ({ unsent }) =>
  Object.entries(unsent).map(([on, { since, by }]) => ({
    kind: 'cycleUnsent' as const,
    about: aboutUnsent(on),
    from: 'officer' as const,
    since,
    until: by,
  }))

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
  open: (cycle, rules) => [...nominations(cycle, rules), ...confirmation(cycle, rules), ...lists(cycle, rules)],
  nominationsClosed: (cycle, rules) => [
    ...confirmation(cycle, rules),
    ...dossiers(cycle, rules),
    ...lists(cycle, rules),
  ],
  dossiersClosed: (cycle, rules) => [...confirmation(cycle, rules), ...lists(cycle, rules)],
  cancelled: putAway,
  archived: nothing,
}
