import type { JudgedBy } from '../judging.ts'
import { defineProcess } from '../machine.ts'
import type { Rules } from '../policy.ts'
import type { Announcement } from '../process.ts'
import { deadline, type CivilDate } from '../time.ts'
import { subjectOf } from '../wait.ts'
import { participationCommands } from './commands.ts'
import { decideParticipation } from './decide.ts'
import { evolveParticipation } from './evolve.ts'
import { fitsExtension } from './extension.ts'
import { aboutNominations as about, candidateClaim, cycleIn } from './ids.ts'
import { nominationAnnounces } from './nominations/announces.ts'
import { fitsNomination } from './nominations/fits.ts'
import { standing } from './nominations/nomination.ts'
import { nominationTells, noted } from './nominations/tells.ts'
import {
  newParticipation,
  participationBecomes,
  type Participation,
  type ParticipationPart,
  type ParticipationShape,
} from './participation.ts'
import { personsAnnounced } from './persons.ts'
import { participationWaits } from './waits.ts'

const closing = subjectOf({ kind: 'participationClosing', about })
const end = subjectOf({ kind: 'participationEnd', about })
const extension = subjectOf({ kind: 'participationExtension', about })
const unreached = subjectOf({ kind: 'participationUnreached', about })

/** What the close of nominations is called among its waits: once something came, nobody is reminded of it. */
const closes = (order: readonly string[]): string => (order.length > 0 ? end : closing)

/** Another day, told to the partner; also where these were all, and nothing is waited for: more may come. */
const dated = (
  { to }: { readonly to: CivilDate },
  { status, order }: Participation,
  { calendar }: Rules,
): readonly Announcement<ParticipationPart>[] => {
  const one = { part: 'partner', kind: 'participationDated', about } as const
  if (status === 'finished') return [{ ...one, untilOn: deadline(to, calendar).lastDay }]
  return order.length > 0
    ? [{ ...one, waitsFor: end }]
    : [
        // Whoever has not heard of their invitation yet is invited until that day.
        { ...one, waitsFor: closing, ifTold: closing },
        { part: 'partner', kind: 'participationClosing', about, waitsFor: closing, unlessTold: closing },
      ]
}

const untilClose: readonly string[] = ['nominate', 'importNominations', 'reopenNominations']

/** R5: what is nominated is judged by the day on which nominations close. */
function judgedBy(
  { closing, extendedTo }: Participation,
  command: string,
  { calendar }: Pick<Rules, 'calendar'>,
): JudgedBy | undefined {
  if (!closing || !untilClose.includes(command)) return undefined
  const { lastDay: finalOn, passesAt } = deadline(closing.on, calendar)
  const { since, moved } = closing
  return {
    finalOn,
    passesAt,
    ...(closing.on === extendedTo && { from: 'participation' }),
    since,
    ...(moved && { moved }),
  }
}

/** What one partner does in one cycle, from its invitation to its nominations and their close (S17, S18). */
export const participation = defineProcess<ParticipationShape>({
  type: 'participation',
  commands: participationCommands,
  initial: newParticipation,
  becomes: participationBecomes,
  ends: ['finished', 'noneThisYear', 'silent', 'cancelled'],
  decide: decideParticipation,
  evolve: evolveParticipation,
  waits: participationWaits,

  cast: ({ partner }) => ({
    partner: partner ? [`partner:${partner}`] : [],
    officer: ['role:officer'],
    headOfOffice: ['role:headOfOffice'],
    process: ['process'],
    register: ['register'],
    reader: ['role:direction', 'role:pilot', 'role:qualityOfficer', 'role:auditor', 'role:administrator'],
  }),
  // Two partners may name the same person at the same moment, each unseen by the other.
  claims: ({ status, ...nominations }, id) =>
    status === 'cancelled' ? [] : standing(nominations).map(({ candidate }) => candidateClaim(cycleIn(id), candidate)),
  notNow: ({ status }) => (status === 'cancelled' ? 'participation.cancelled' : undefined),
  judgedBy: (state, command, rules) => judgedBy(state, command, rules),
  fits: (state, command, about) => fitsExtension(state, command) && fitsNomination(state, command, about),
  tells: {
    ...nominationTells,
    opened: (_, file) => noted(file, 'opened'),
    reconsidered: (_, file) => noted(file, 'opened'),
    saidNone: (_, file) => noted(file, 'noneThisYear'),
    reopened: (_, file) => noted(file, 'invited'),
    calledAgain: (_, file) => noted(file, 'invited'),
    fellSilent: (_, file) => noted(file, 'silent'),
    foundUnreached: (_, file) => noted(file, 'notReached'),
    cancelled: (_, file) => noted(file, 'cancelled'),
  },
  announces: {
    ...nominationAnnounces,
    invited: () => [{ part: 'partner', kind: 'participationClosing', about, waitsFor: closing }],
    // Whoever has not heard of their invitation yet still does where the office nominates for them: more may come until the end.
    nominationsBegun: (_, { nominations }) =>
      Object.keys(nominations).length > 0
        ? []
        : [{ part: 'partner', kind: 'participationClosing', about, waitsFor: end, unlessTold: closing }],
    closingMoved: dated,
    calledAgain: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    extended: dated,
    reopened: () => [{ part: 'partner', kind: 'participationDated', about, waitsFor: closing }],
    extensionAsked: ({ reason }) => [
      { part: 'officer', kind: 'participationExtension', about, waitsFor: extension, reason },
    ],
    extensionGranted: ({ reason }, { order }) => [
      {
        part: 'partner',
        kind: 'participationExtensionGranted',
        about,
        waitsFor: closes(order),
        ...(reason && { reason }),
      },
    ],
    extensionRefused: ({ reason }, { order }) => [
      { part: 'partner', kind: 'participationExtensionRefused', about, waitsFor: closes(order), reason },
    ],
    // The office that has read of the request, and whoever may have asked for it.
    extensionWithdrawn: () => [
      { part: 'officer', kind: 'participationExtensionWithdrawn', about, ifTold: extension },
      { part: 'partner', kind: 'participationExtensionWithdrawn', about },
    ],
    foundUnreached: () => [{ part: 'officer', kind: 'participationUnreached', about, waitsFor: unreached }],
    personsFoundAlike: (_, participation) => personsAnnounced(participation),
    // What was said of an earlier day went with it.
    personsSettled: (_, participation) => personsAnnounced(participation),
    cancelled: ({ answered }) => [
      { part: 'partner', kind: 'participationCancelled', about, ...(!answered && { ifTold: closing }) },
    ],
  },
})
