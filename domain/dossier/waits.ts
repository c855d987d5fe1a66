import { yearEndsOn } from '../academic-year.ts'
import { closesOn } from '../cycle/overrides.ts'
import type { Definition } from '../process.ts'
import type { DossierStatus } from './dossier.ts'
import type { DossierShape } from './events.ts'
import { aboutDossier as about, aboutPiece } from './ids.ts'
import { inState } from './pieces.ts'
import { retentionEndsOn } from './retention.ts'

type Waits = Definition<DossierShape>['waits']

/** What a dossier waits for, from whom, until when (S11, S17). The reminder days are in the policy's ladders. */
export const dossierWaits: Waits = (dossier, rules) =>
  dossier.erased || dossier.status === 'none'
    ? []
    : [byStatus[dossier.status], undecided, keeping].flatMap((waits) => waits(dossier, rules))

const nothing: Waits = () => []

/** Owed no more once nothing can be sent for it any more. */
const acknowledgement: Waits = ({ acknowledgement: owed, unsent, unreached }) =>
  owed && !unsent && !unreached
    ? [{ kind: 'dossierAcknowledgement', about, from: 'officer', since: owed.since, until: owed.by }]
    : []

/** To be sent by the day that counts (R5), of which the clock tells the cycle; not once that day was, until there is another (R9, R10). */
const sending: Waits = ({ closes, closing, unsent, unreached }, { calendar }) => {
  if (unreached)
    return [{ kind: 'dossierUnreached', about, from: 'officer', since: unreached.since, until: unreached.by }]
  if (!closes || !closing || unsent) return []
  return [
    {
      kind: 'dossierSending',
      about,
      from: 'sender',
      since: closing.since,
      until: closesOn(closes, calendar).on,
      ...(closing.moved && { moved: { at: closing.since } }),
      then: { type: 'reachClose', input: {} },
    },
  ]
}

/** While it may be taken back nothing else is waited for. */
const takeBack: Waits = ({ sending: sent }) =>
  sent
    ? [
        {
          kind: 'dossierTakeBack',
          about,
          since: sent.at,
          until: sent.until,
          then: { type: 'settleSending', input: {} },
        },
      ]
    : []

const checking: Waits = ({ checking: owed, pieces }) =>
  owed && inState(pieces, 'deposited').length > 0
    ? [{ kind: 'dossierChecking', about, from: 'officer', since: owed.since, until: owed.by }]
    : []

/** Each piece that is asked again, on its own day; after it, it is late, and nothing is closed for that (R9). */
const pieces: Waits = ({ pieces: all }) =>
  Object.entries(all).flatMap(([code, { asked }]) =>
    asked
      ? [
          {
            kind: 'dossierPiece' as const,
            about: aboutPiece(code),
            from: 'pieceOwner' as const,
            since: asked.since,
            until: asked.by,
            ...(asked.moved && { moved: { at: asked.since } }),
          },
        ]
      : [],
  )

const received: Waits = (dossier, rules) => [...checking(dossier, rules), ...pieces(dossier, rules)]

/** R15: whatever it waits for, nothing is decided of it any more once the year of its cycle is over: what is held is kept for its term from then on. */
const undecided: Waits = ({ retention, closing, firstYear }) =>
  retention || !closing
    ? []
    : [
        {
          kind: 'dossierYearEnd',
          about,
          since: closing.since,
          until: yearEndsOn(firstYear),
          boundary: true,
          then: { type: 'reachYearEnd', input: {} },
        },
      ]

/** R15: the clock tells when what is held has had its time; then somebody erases, or says why not. An appeal suspends both. */
const keeping: Waits = (dossier, rules) => {
  const { retention, appeal } = dossier
  if (!retention || appeal) return []
  const { reached } = retention
  if (reached)
    return [{ kind: 'dossierErasure', about, from: 'dataProtection', since: reached.since, until: reached.by }]
  const until = retentionEndsOn(dossier, rules)
  return until === undefined
    ? []
    : [{ kind: 'dossierRetention', about, since: retention.since, until, then: { type: 'reachRetention', input: {} } }]
}

const byStatus: Readonly<Record<DossierStatus, Waits>> = {
  none: nothing,
  nominated: (dossier, rules) => [...acknowledgement(dossier, rules), ...sending(dossier, rules)],
  acknowledged: sending,
  inPreparation: sending,
  sent: (dossier, rules) => (dossier.sending?.settled ? received : takeBack)(dossier, rules),
  incomplete: received,
  complete: received,
  closedIncomplete: nothing,
  withdrawn: nothing,
}
