import type { Evolve } from '../../process.ts'
import type { Participation, ParticipationShape } from '../participation.ts'
import { withoutPersons } from '../persons.ts'
import type { Nomination, NominationEvents } from './nomination.ts'

type Evolutions = Pick<Evolve<ParticipationShape>, keyof NominationEvents>

/** What the nominations of a partner become by each of their events. */
export const evolveNominations: Evolutions = {
  nominationsBegun: (participation) => participation,
  nominated: (participation, { nomination, rank, ...made }, at) => ({
    ...participation,
    nominations: { ...participation.nominations, [nomination]: { ...made, state: 'nominated', at } },
    order: participation.order.toSpliced(rank - 1, 0, nomination),
  }),
  nominationCorrected: (participation, { nomination, wishes, channel, statement }) =>
    withOne(participation, nomination, { wishes, channel, statement, state: 'nominated', returned: undefined }),
  nominationsOrdered: (participation, { order }) => ({ ...participation, order }),
  nominationReturned: (participation, { nomination, reason, by }, since) =>
    withOne(participation, nomination, { state: 'returned', returned: { since, by, reason } }),
  nominationCancelled: (participation, { nomination, reason, replacedBy }) => ({
    ...withoutOne(participation, nomination, {
      state: 'cancelled',
      cancelled: reason,
      returned: undefined,
      ...(replacedBy !== undefined && { replacedBy }),
    }),
    order: participation.order.filter((id) => id !== nomination),
  }),
  nominationWithdrawn: (participation, { nomination, by }) => ({
    ...withoutOne(participation, nomination, { state: 'withdrawn', withdrawnBy: by, returned: undefined }),
    order: participation.order.filter((id) => id !== nomination),
  }),
  // Reminders of what lay before never existed: they begin anew from here.
  nominationsEmptied: ({ closing, ...participation }, _, since) => ({
    ...participation,
    ...(closing && { closing: { on: closing.on, since } }),
  }),
  nominationsFinished: (participation) => participation,
  nominationsEnded: (participation) => participation,
}

/** It is over, and nobody has to say who its candidate is. */
function withoutOne(participation: Participation, id: string, change: Partial<Nomination>): Participation {
  const candidate = participation.nominations[id]?.candidate
  const without = withOne(participation, id, change)
  return candidate === undefined ? without : withoutPersons(without, { candidates: [candidate] })
}

function withOne(participation: Participation, id: string, change: Partial<Nomination>): Participation {
  const before = participation.nominations[id]
  if (!before) return participation
  return { ...participation, nominations: { ...participation.nominations, [id]: { ...before, ...change } } }
}
