import { tell } from '../../catalogue.ts'
import type { Tell, Tells } from '../../process.ts'
import type { Participation, ParticipationShape, ParticipationStatus } from '../participation.ts'
import type { NominationEvents } from './nomination.ts'

/** Its cycle keeps how each of its partners stands. */
export const noted = ({ cycle, partner }: Participation, status: ParticipationStatus): readonly Tell[] => [
  tell(`admissionCycle/${cycle}`, { type: 'noteParticipation', input: { partner, status } }),
]

/**
 * What the nominations of a partner have others do. `nominated` and `nominationCancelled` hold, with the file, all that a candidate's dossier
 * has to know to begin and to be withdrawn (ADR 53): that is told here.
 */
export const nominationTells: Pick<Tells<ParticipationShape>, keyof NominationEvents> = {
  nominationsBegun: (_, file) => noted(file, 'nominating'),
  nominationsEmptied: (_, file) => noted(file, 'opened'),
  nominationsFinished: (_, file) => noted(file, 'finished'),
  nominationsEnded: (_, file) => noted(file, 'finished'),
}
