import type { Definition } from '../../process.ts'
import type { ParticipationShape } from '../participation.ts'
import { standing } from './nomination.ts'

/** Of each nomination that was returned, its correction: also after the close, as nothing new is nominated by it. */
export const correctionWaits: Definition<ParticipationShape>['waits'] = (participation) =>
  standing(participation).flatMap(({ id, returned }) =>
    returned
      ? [{ kind: 'participationCorrection', about: id, from: 'partner', since: returned.since, until: returned.by }]
      : [],
  )
