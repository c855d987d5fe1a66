import type { Evolve } from '../process.ts'
import { evolveExtension, extended, moved, withoutOpen } from './evolve-extension.ts'
import { evolveNominations } from './nominations/evolve.ts'
import { madeIn } from './nominations/nomination.ts'
import {
  newParticipation,
  type Invitation,
  type InvitationDate,
  type Participation,
  type ParticipationShape,
} from './participation.ts'
import { evolvePersons } from './persons.ts'

/** What a participation becomes by each of its events. */
export const evolveParticipation: Evolve<ParticipationShape> = {
  ...evolveNominations,
  // Nothing is left of one whose cycle was cancelled before (ADR 16), but the count that keeps its dossiers apart.
  invited: (before, { closesOn: on, ...invitation }, since) => ({
    ...newParticipation,
    ...(madeIn(before) > 0 && { madeBefore: madeIn(before) }),
    ...invitation,
    cycleClosesOn: on,
    closing: { on, since },
  }),
  cycleMoved: withDatesOfCycle,
  closingMoved: (participation, move, at) => moved(withDatesOfCycle(participation, move), move, at),
  calledAgain: (participation, move, at) => ({
    ...moved(withDatesOfCycle(participation, move), move, at),
    unreached: undefined,
  }),
  opened: (participation) => participation,
  // Rungs of before are past: nobody is reminded of them now.
  reconsidered: (participation, { on }, since) => ({ ...participation, note: undefined, closing: { on, since } }),
  saidNone: (participation, { note }) => ({ ...withoutOpen(participation), note, unreached: undefined }),
  extended,
  reopened: (participation, extension, at) => ({ ...extended(participation, extension, at), unreached: undefined }),
  fellSilent: (participation) => participation,
  foundUnreached: (participation, { by }, since) => ({ ...participation, unreached: { since, by } }),
  cancelled: (participation) => ({ ...withoutOpen(participation), unreached: undefined }),
  nominationsFinished: withoutOpen,
  ...evolveExtension,
  ...evolvePersons,
}

function withDatesOfCycle(
  participation: Participation,
  { closesOn: cycleClosesOn, dossiersCloseOn, arrivalOn }: Pick<Invitation, InvitationDate>,
): Participation {
  return { ...participation, cycleClosesOn, dossiersCloseOn, arrivalOn }
}
