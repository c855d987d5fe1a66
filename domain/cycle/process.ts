import { tell } from '../catalogue.ts'
import { statedBy } from '../dossier/decide/closes.ts'
import { isOpen } from '../dossier/dossier.ts'
import { keyOf } from '../id.ts'
import { defineProcess } from '../machine.ts'
import type { NoticeKind } from '../notices.ts'
import { participationId } from '../participation/ids.ts'
import type { Tell } from '../process.ts'
import { subjectOf } from '../wait.ts'
import { cycleCommands } from './commands.ts'
import { cycleBecomes, newCycle, type Cycle, type CyclePart, type CycleShape } from './cycle.ts'
import { decideCycle } from './decide.ts'
import { evolveCycle } from './evolve.ts'
import { aboutCycle as about, aboutUnsent } from './ids.ts'
import { finalOn, type CycleDates } from './dates.ts'
import { notedIn, type NotedDossier } from './noted.ts'
import type { Overrides } from './overrides.ts'
import { cycleWaits } from './waits.ts'

/** News of a cycle, to each of these parts. */
const news = <K extends NoticeKind>(
  kind: K,
  ...parts: readonly CyclePart[]
): { part: CyclePart; kind: K; about: string }[] => parts.map((part) => ({ part, kind, about }))

/** What its dossiers are told of the day on which they close from now on (R5). */
const closesTold = (noted: readonly NotedDossier[], stated: { dates: CycleDates; overrides: Overrides }): Tell[] => {
  const { dossiersCloseOn, programmes, countries } = statedBy(stated)
  const input = { dossiersCloseOn, programmes: [...programmes], countries: [...countries] }
  return noted.map(({ dossier }) => tell(`dossier/${dossier}`, { type: 'noteClose', input }))
}

/** Whether it was cancelled: nothing is asked for it any more. */
const isOver = ({ status }: Pick<Cycle, 'status'>): boolean => status === 'cancelled' || status === 'archived'

/** One year's admissions of one population, from its preparation to the close of its dossiers (S17). */
export const admissionCycle = defineProcess<CycleShape>({
  type: 'admissionCycle',
  commands: cycleCommands,
  initial: newCycle,
  becomes: cycleBecomes,
  ends: ['archived'],
  decide: decideCycle,
  evolve: evolveCycle,
  waits: cycleWaits,

  cast: () => ({
    officer: ['role:officer'],
    headOfOffice: ['role:headOfOffice'],
    secondPerson: ['role:officer', 'role:headOfOffice'],
    direction: ['role:direction'],
    process: ['process'],
    reader: ['role:pilot', 'role:qualityOfficer', 'role:auditor', 'role:administrator'],
  }),
  barred: ({ proposedMove }) => (proposedMove ? { secondPerson: [proposedMove.proposer] } : {}),
  fits: ({ proposedMove, unsent }, command) => {
    if (command === 'confirmClosing') return Object.keys(unsent).length > 0
    if (command === 'confirmMove' || command === 'refuseMove') return proposedMove !== undefined
    return command !== 'moveDeadline' || proposedMove === undefined
  },
  notNow: ({ status }, command) => {
    if (command === 'prepare') return 'cycle.exists'
    if (isOver({ status })) return 'cycle.cancelled'
    return command === 'setDates' && status !== 'none' ? 'cycle.dates-announced' : undefined
  },
  tells: {
    invited: ({ partner, closesOn, dossiersCloseOn, arrivalOn }, { firstYear, population, term }, id) => [
      tell(participationId(keyOf(id), partner), {
        type: 'receiveInvitation',
        input: {
          cycle: keyOf(id),
          partner,
          firstYear,
          population,
          ...(term && { term }),
          closesOn,
          dossiersCloseOn,
          arrivalOn,
        },
      }),
    ],
    deadlineMoved: ({ partners, date }, { dates, overrides, ...cycle }, id) => [
      ...partners.map(({ partner, ...moved }) =>
        tell(participationId(keyOf(id), partner), { type: 'moveDates', input: moved }),
      ),
      ...(dates && date === 'dossiersCloseOn' ? closesTold(notedIn(cycle), { dates, overrides }) : []),
    ],
    // Its nomination was on its way while the cycle was cancelled, which did not know of it yet.
    dossierNoted: ({ dossier, status }, cycle) =>
      isOver(cycle) && isOpen({ status })
        ? [tell(`dossier/${dossier}`, { type: 'withdrawNomination', input: {} })]
        : [],
    closingConfirmed: ({ dossiers }) =>
      dossiers.map((one) => tell(`dossier/${one}`, { type: 'closeIncomplete', input: {} })),
    cancelled: (_, { invited, ...cycle }, id) => [
      ...Object.keys(invited).map((partner) =>
        tell(participationId(keyOf(id), partner), { type: 'withdrawInvitation', input: {} }),
      ),
      ...notedIn(cycle).map(({ dossier }) => tell(`dossier/${dossier}`, { type: 'withdrawNomination', input: {} })),
    ],
  },
  announces: {
    datesSet: ({ opensFrom }) =>
      opensFrom === undefined
        ? []
        : [{ part: 'officer', kind: 'cycleDated', about, waitsFor: subjectOf({ kind: 'cycleOpening', about }) }],
    deadlineMoved: ({ date, from, to, reason }, _, { calendar }) => {
      const dates = { wasOn: finalOn(date, from, calendar), untilOn: finalOn(date, to, calendar) }
      return [...news('cycleMoved', 'officer', 'headOfOffice')].map((one) => ({
        ...one,
        about: date,
        reason,
        ...dates,
      }))
    },
    moveProposed: ({ date, reason }) => [
      {
        part: 'secondPerson',
        kind: 'cycleMove',
        about: date,
        reason,
        waitsFor: subjectOf({ kind: 'cycleMove', about: date }),
      },
    ],
    moveRefused: ({ date, reason }) =>
      news('cycleMoveRefused', 'officer', 'headOfOffice').map((one) => ({
        ...one,
        about: date,
        ...(reason && { reason }),
      })),
    opened: () => news('cycleOpened', 'officer', 'headOfOffice'),
    nominationsClosed: () => news('cycleNominationsClosed', 'officer', 'headOfOffice'),
    dossiersClosed: () => news('cycleDossiersClosed', 'officer', 'headOfOffice'),
    unsentNoted: ({ on, by }) => {
      const list = { kind: 'cycleUnsent', about: aboutUnsent(on) } as const
      return by === undefined ? [] : [{ part: 'officer', ...list, waitsFor: subjectOf(list) }]
    },
    cancelled: ({ reason }) => news('cycleCancelled', 'officer', 'direction').map((one) => ({ ...one, reason })),
  },
})
