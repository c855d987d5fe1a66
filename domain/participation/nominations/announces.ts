import type { Announces } from '../../process.ts'
import { subjectOf } from '../../wait.ts'
import { aboutNominations } from '../ids.ts'
import type { ParticipationShape } from '../participation.ts'
import type { NominationEvents } from './nomination.ts'

/** Who hears of the nominations of a partner, and of what was returned. */
export const nominationAnnounces: Pick<Announces<ParticipationShape>, keyof NominationEvents> = {
  nominationReturned: ({ nomination: about, reason }) => [
    {
      part: 'partner',
      kind: 'participationReturned',
      about,
      waitsFor: subjectOf({ kind: 'participationCorrection', about }),
      reason,
    },
  ],
  nominationCorrected: ({ nomination: about, answers }) =>
    answers ? [{ part: 'officer', kind: 'participationCorrected', about }] : [],
  nominationsFinished: () => [{ part: 'officer', kind: 'participationFinished', about: aboutNominations }],
}
