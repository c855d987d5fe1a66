import type { Evolve } from '../process.ts'
import type { CivilDate, Instant } from '../time.ts'
import type { Participation, ParticipationShape } from './participation.ts'

/** What a participation becomes by each of its events. */
export const evolveParticipation: Evolve<ParticipationShape> = {
  invited: (participation, { closesOn: on, ...invitation }, since) => ({
    ...participation,
    ...invitation,
    closing: { on, since },
  }),
  opened: (participation) => participation,
  saidNone: (participation, { note }) => ({ ...participation, note, unreached: undefined }),
  extended: moved,
  reopened: (participation, extension, at) => ({ ...moved(participation, extension, at), unreached: undefined }),
  fellSilent: (participation) => participation,
  foundUnreached: (participation, { by }, since) => ({ ...participation, unreached: { since, by } }),
  cancelled: (participation) => ({ ...participation, unreached: undefined }),
}

function moved(participation: Participation, { to }: { readonly to: CivilDate }, since: Instant): Participation {
  return { ...participation, closing: { on: to, since, moved: true } }
}
