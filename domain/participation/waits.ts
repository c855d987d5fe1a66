import type { Definition } from '../process.ts'
import { isOpen } from './extension.ts'
import { aboutNominations as about } from './ids.ts'
import { correctionWaits } from './nominations/waits.ts'
import type { ParticipationShape, ParticipationStatus } from './participation.ts'
import { personWaits } from './persons.ts'

type Waits = Definition<ParticipationShape>['waits']

/** What a participation waits for, from whom, until when (S17). The reminder days are in the policy's ladders. */
export const participationWaits: Waits = (participation, rules) => byStatus[participation.status](participation, rules)

const nothing: Waits = () => []

const closed = { type: 'closeParticipation' as const, input: {} }

/** Nominations, until the clock closes them at 24:00 of their final day (R1): never over a request for more time that nobody answered. */
const close: Waits = ({ closing, extension }) =>
  closing
    ? [
        {
          kind: 'participationClosing',
          about,
          from: 'partner',
          since: closing.since,
          until: closing.on,
          ...(closing.moved && { moved: { at: closing.since } }),
          ...(!isOpen(extension) && { then: closed }),
        },
      ]
    : []

/** Something came: nobody is reminded of the rest, and the clock closes on the same day. */
const ending: Waits = ({ closing, extension }) =>
  closing
    ? [
        {
          kind: 'participationEnd',
          about,
          since: closing.since,
          until: closing.on,
          ...(isOpen(extension) ? { from: 'officer' as const } : { then: closed }),
        },
      ]
    : []

/** The answer to a partner that asks for more time. */
const answer: Waits = ({ extension }) =>
  isOpen(extension)
    ? [{ kind: 'participationExtension', about, from: 'officer', since: extension.askedAt, until: extension.by }]
    : []

/** R10: whoever could not be reached is given another day, or is known to nominate nobody; until then an officer owes it. */
const anotherDay: Waits = ({ unreached }) =>
  unreached
    ? [{ kind: 'participationUnreached', about, from: 'officer', since: unreached.since, until: unreached.by }]
    : []

const nominations: Waits = (participation, rules) => [...close(participation, rules), ...answer(participation, rules)]

/** What is left where nothing is nominated any more: corrections, and who somebody is. */
const left: Waits = (participation, rules) => [...correctionWaits(participation, rules), ...personWaits(participation)]

const byStatus: Readonly<Record<ParticipationStatus, Waits>> = {
  none: nothing,
  invited: nominations,
  opened: nominations,
  nominating: (participation, rules) => [
    ...ending(participation, rules),
    ...answer(participation, rules),
    ...left(participation, rules),
  ],
  finished: left,
  noneThisYear: nothing,
  silent: nothing,
  notReached: anotherDay,
  cancelled: nothing,
}
