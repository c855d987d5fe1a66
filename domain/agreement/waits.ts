import { aboutCentre } from '../plan/ids.ts'
import type { Definition } from '../process.ts'
import { at } from '../time.ts'
import type { LadderKind } from '../wait.ts'
import type { Agreement, AgreementPart, AgreementStatus } from './agreement.ts'
import type { AgreementShape } from './events.ts'
import { aboutAgreement as about, aboutMonths, aboutTransfer, aboutVersion } from './ids.ts'
import { lastDayOf, stepAfter, stepAt, stepUntil } from './span.ts'

type Waits = Definition<AgreementShape>['waits']

/** What an agreement waits for, from whom, until when (S7, S13). The reminder days are in the policy's ladders. */
export const agreementWaits: Waits = (agreement, rules) => byStatus[agreement.status](agreement, rules)

const nobody: Waits = () => []

/** Each research centre that was asked and has not answered. */
const opinions: Waits = ({ opinions: asked }) =>
  Object.entries(asked).flatMap(([centre, { at: since, by: until, given }]) =>
    given ? [] : [{ kind: 'agreementOpinion', about: aboutCentre(centre), from: 'addressee', since, until }],
  )

/** What is owed in each stage, and by whom. */
const owed = {
  legal: { kind: 'agreementLegal', from: 'legalOfficer' },
  sending: { kind: 'agreementSending', from: 'officer' },
  signature: { kind: 'agreementSignature', from: 'officer' },
} as const satisfies Record<NonNullable<Agreement['stage']>['kind'], { kind: LadderKind; from: AgreementPart }>

const stage: Waits = ({ stage: now }) => (now ? [{ ...owed[now.kind], about, since: now.since, until: now.by }] : [])

/** Its first day, a boundary: it is in force from the first moment of it (R1). */
const start: Waits = ({ validity, endSince }, { calendar }) =>
  endSince
    ? [
        {
          kind: 'agreementStart',
          about,
          since: endSince.at,
          until: at(validity.from, '00:00', calendar),
          then: { type: 'enterIntoForce', input: {} },
        },
      ]
    : []

/** A decision on its renewal is asked for at each step of the ladder, further up each time, for as long as there is none (R3). */
const renewal: Waits = (agreement, rules) => {
  const { renewal: asked, validity, endSince } = agreement
  const next = stepAfter(asked?.months, rules)
  const then = { type: 'askRenewal' as const, input: {} }
  if (asked?.decided) return asked.decided.decision === 'renew' ? successor(agreement, rules) : []
  if (asked)
    return [
      {
        kind: 'agreementRenewal',
        about: aboutMonths(asked.months),
        from: 'decider',
        since: asked.at,
        until: stepUntil(validity.until, next),
        boundary: true,
        ...(next && { then }),
      },
    ]
  return endSince && next
    ? [{ kind: 'agreementWindow', about, since: endSince.at, until: stepAt(validity.until, next, rules), then }]
    : []
}

/** To be renewed: the agreement that does is to be signed before this one ends. */
const successor: Waits = ({ renewal: asked, validity }) =>
  asked?.decided
    ? [
        {
          kind: 'agreementSuccessor',
          about,
          from: 'officer',
          since: asked.decided.at,
          until: validity.until,
          boundary: true,
        },
      ]
    : []

/** Its last day, a boundary (R1): never a silent lapse, and never a day longer. */
const end: Waits = (agreement) =>
  agreement.endSince
    ? [
        {
          kind: 'agreementEnd',
          about,
          since: agreement.endSince.at,
          until: lastDayOf(agreement),
          boundary: true,
          ...(agreement.endSince.moved && { moved: { at: agreement.endSince.at } }),
          then: { type: 'expire', input: {} },
        },
      ]
    : []

/** The last day for which notice was given, a boundary as well. */
const termination: Waits = ({ termination: notified }) =>
  notified
    ? [
        {
          kind: 'agreementTermination',
          about,
          since: notified.at,
          until: notified.endsOn,
          boundary: true,
          then: { type: 'endTerminated', input: {} },
        },
      ]
    : []

const amendment: Waits = ({ amendment: proposed }) =>
  proposed
    ? [
        {
          kind: 'agreementAmendment',
          about: aboutVersion(proposed.version),
          from: 'officer',
          since: proposed.at,
          until: proposed.by,
        },
      ]
    : []

/** A partner merged: until an amendment names its successor the agreement stays in force as it was signed. One that is proposed is waited for itself. */
const transfers: Waits = ({ transfers: awaited = {}, amendment: proposed }) =>
  Object.entries(awaited).flatMap(([partner, { since, by: until }]) =>
    proposed && !proposed.partners.includes(partner)
      ? []
      : [{ kind: 'agreementTransfer', about: aboutTransfer(partner), from: 'officer', since, until }],
  )

const running: Waits = (agreement, rules) =>
  agreement.termination
    ? termination(agreement, rules)
    : [
        ...renewal(agreement, rules),
        ...amendment(agreement, rules),
        ...transfers(agreement, rules),
        ...end(agreement, rules),
      ]

const byStatus: Readonly<Record<AgreementStatus, Waits>> = {
  none: nobody,
  draft: nobody,
  centreOpinion: opinions,
  legalReview: stage,
  sent: stage,
  signed: (agreement, rules) => [...start(agreement, rules), ...transfers(agreement, rules)],
  inForce: running,
  renewalOpen: running,
  // Its successor takes over; it is valid to its last day, and nobody owes anything.
  renewed: nobody,
  terminated: nobody,
  expired: nobody,
  abandoned: nobody,
}
