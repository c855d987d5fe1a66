import { tell } from '../../catalogue.ts'
import { dossierFor } from '../../dossier/ids.ts'
import { keyOf } from '../../id.ts'
import type { Tell, Tells } from '../../process.ts'
import type { Participation, ParticipationShape, ParticipationStatus } from '../participation.ts'
import type { NominationEvents } from './nomination.ts'

/** Its cycle keeps how each of its partners stands. */
export const noted = ({ cycle, partner }: Participation, status: ParticipationStatus): readonly Tell[] => [
  tell(`admissionCycle/${cycle}`, { type: 'noteParticipation', input: { partner, status } }),
]

/** What the nominations of a partner have others do: each begins a dossier, under a number of its own, and takes it back (ADR 56). */
export const nominationTells: Pick<Tells<ParticipationShape>, keyof NominationEvents> = {
  nominated: ({ nomination, candidate, wishes, channel }, file, id) => {
    const { cycle, partner, firstYear, population, term, dossiersCloseOn: closesOn } = file
    if (!closesOn) return []
    const content = {
      participation: keyOf(id),
      cycle,
      nomination,
      partner,
      candidate,
      firstYear,
      population,
      ...(term && { term }),
    }
    const input = { ...content, wishes: [...wishes], channel, closesOn }
    return [tell(dossierFor(id, nomination), { type: 'receiveNomination', input })]
  },
  nominationCorrected: ({ nomination, wishes, channel }, _, id) => [
    tell(dossierFor(id, nomination), { type: 'correctWishes', input: { wishes: [...wishes], channel } }),
  ],
  nominationCancelled: ({ nomination, reason }, _, id) => [
    tell(dossierFor(id, nomination), { type: 'withdrawNomination', input: { reason } }),
  ],
  nominationsBegun: (_, file) => noted(file, 'nominating'),
  nominationsEmptied: (_, file) => noted(file, 'opened'),
  nominationsFinished: (_, file) => noted(file, 'finished'),
  nominationsEnded: (_, file) => noted(file, 'finished'),
}
