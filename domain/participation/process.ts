import { tell } from '../catalogue.ts'
import { defineProcess } from '../machine.ts'
import type { Tell } from '../process.ts'
import { subjectOf } from '../wait.ts'
import { participationCommands } from './commands.ts'
import { decideParticipation } from './decide.ts'
import { evolveParticipation } from './evolve.ts'
import { aboutNominations as about } from './ids.ts'
import {
  newParticipation,
  participationBecomes,
  type Participation,
  type ParticipationShape,
  type ParticipationStatus,
} from './participation.ts'
import { participationWaits } from './waits.ts'

const closing = subjectOf({ kind: 'participationClosing', about })
const unreached = subjectOf({ kind: 'participationUnreached', about })

/** Its cycle keeps how each of its partners stands. */
const noted = ({ cycle, partner }: Participation, status: ParticipationStatus): readonly Tell[] => [
  tell(`admissionCycle/${cycle}`, { type: 'noteParticipation', input: { partner, status } }),
]

/** What one partner does in one cycle, from its invitation to the close of its nominations (S17). */
export const participation = defineProcess<ParticipationShape>({
  type: 'participation',
  commands: participationCommands,
  initial: newParticipation,
  becomes: participationBecomes,
  ends: ['noneThisYear', 'silent', 'cancelled'],
  decide: decideParticipation,
  evolve: evolveParticipation,
  waits: participationWaits,

  cast: ({ partner }) => ({
    partner: partner ? [`partner:${partner}`] : [],
    officer: ['role:officer'],
    headOfOffice: ['role:headOfOffice'],
    process: ['process'],
    reader: ['role:direction', 'role:pilot', 'role:qualityOfficer', 'role:auditor', 'role:administrator'],
  }),
  notNow: ({ status }) => (status === 'cancelled' ? 'participation.cancelled' : undefined),
  tells: {
    opened: (_, file) => noted(file, 'opened'),
    saidNone: (_, file) => noted(file, 'noneThisYear'),
    reopened: (_, file) => noted(file, 'invited'),
    calledAgain: (_, file) => noted(file, 'invited'),
    fellSilent: (_, file) => noted(file, 'silent'),
    foundUnreached: (_, file) => noted(file, 'notReached'),
    cancelled: (_, file) => noted(file, 'cancelled'),
  },
  announces: {
    invited: () => [{ part: 'partner', kind: 'participationClosing', about, waitsFor: closing }],
    closingMoved: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    calledAgain: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    extended: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    reopened: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    foundUnreached: () => [{ part: 'officer', kind: 'participationUnreached', about, waitsFor: unreached }],
    cancelled: ({ answered }) => [
      { part: 'partner', kind: 'participationCancelled', about, ...(!answered && { ifTold: closing }) },
    ],
  },
})
