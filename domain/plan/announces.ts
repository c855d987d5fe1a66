import type { Announcement, Announces } from '../process.ts'
import { subjectOf, type LadderKind } from '../wait.ts'
import type { PlanShape } from './events.ts'
import { aboutAmendment, aboutCentre, aboutYear } from './ids.ts'
import type { Plan, PlanPart } from './plan.ts'
import { owedByPilot } from './owed.ts'
import { milestoneDeadline } from './span.ts'

type Told = Announcement<PlanPart>

const whole = (part: PlanPart, kind: Told['kind']): Told => ({ part, kind, about: 'plan' })
const owed = (part: PlanPart, kind: LadderKind, about = 'plan'): Told => ({
  part,
  kind,
  about,
  waitsFor: subjectOf({ kind, about }),
})

/** R6: what a centre was asked, or approved, still stands; one that returned or refused is asked again, as are all of a plan that was returned. */
const isStanding = ({ opinions, returned }: Plan, centre: string): boolean => {
  const opinion = opinions[centre]?.opinion
  return opinion === 'approved' || (opinion === undefined && !returned)
}

/** R6: what these centres were asked, or had answered, stands no more, whatever they were about to hear of an edit. */
const standsNoMore = (centres: readonly string[]): Told[] =>
  centres.map((centre) => ({ part: 'centre', kind: 'planEdited', about: aboutCentre(centre), takenBack: true }))

/** Who hears of the events of a plan. */
export const planAnnounces: Announces<PlanShape> = {
  revised: ({ untouched, voided }, plan) => [
    ...untouched
      .filter((centre) => isStanding(plan, centre))
      .map((centre): Told => ({ part: 'centre', kind: 'planEdited', about: aboutCentre(centre) })),
    ...standsNoMore(voided.map(({ centre }) => centre)),
  ],
  opinionNoted: ({ centre, opinion }) => [{ part: 'pilot', kind: 'opinionNoted', about: aboutCentre(centre), opinion }],
  centreRefused: ({ centre }) => [owed('direction', 'refusal', aboutCentre(centre))],
  centresAgreed: (_, { amendment }) => [
    owed('direction', 'validation', amendment ? aboutAmendment(amendment) : 'plan'),
  ],
  returned: ({ reason }, { centres }) => [
    ...standsNoMore(centres),
    { ...whole('pilot', 'planReturned'), reason, waitsFor: subjectOf({ kind: 'revision', about: 'plan' }) },
  ],
  centreRemoved: ({ centre, reason }) => [
    { part: 'pilot', kind: 'centreRemoved', about: aboutCentre(centre), reason },
    { part: 'centre', kind: 'centreRemoved', about: aboutCentre(centre), reason },
  ],
  validated: () => [whole('pilot', 'planValidated'), whole('centre', 'planValidated')],
  started: ({ redateBy }) => [whole('pilot', 'planStarted'), ...(redateBy ? [owed('pilot', 'redating')] : [])],
  // What is open is told the same day to whoever leads it from now on.
  pilotAssigned: ({ from, voided }, plan) => [
    ...standsNoMore(voided.map(({ centre }) => centre)),
    whole('pilot', 'pilotAssigned'),
    whole('centre', 'pilotAssigned'),
    ...owedByPilot(plan).map(({ kind, about }) => owed('pilot', kind, about)),
    { ...whole('pilot', 'pilotReplaced'), person: from },
  ],
  suspended: ({ reason }) => [
    { ...whole('pilot', 'planSuspended'), reason },
    { ...whole('centre', 'planSuspended'), reason },
    { ...whole('direction', 'planSuspended'), reason, waitsFor: subjectOf({ kind: 'suspension', about: 'plan' }) },
  ],
  resumed: ({ redateBy }) => [
    whole('pilot', 'planResumed'),
    whole('centre', 'planResumed'),
    ...(redateBy ? [owed('pilot', 'redating')] : []),
  ],
  published: () => [whole('pilot', 'planPublished'), whole('centre', 'planPublished')],
  abandoned: ({ reason }, { centres, startedAt }) => [
    ...(startedAt ? [] : standsNoMore(centres)),
    { ...whole('pilot', 'planAbandoned'), reason },
    { ...whole('centre', 'planAbandoned'), reason },
  ],
  closed: () => [whole('pilot', 'planClosed'), whole('centre', 'planClosed'), whole('direction', 'planClosed')],
  actionAdded: ({ centre }) => [{ part: 'centre', kind: 'actionAdded', about: aboutCentre(centre) }],
  yearDetailed: ({ year }) => [{ part: 'centre', kind: 'yearDetailed', about: aboutYear(year) }],
  yearRevised: ({ year, reason }) => [{ part: 'centre', kind: 'yearRevised', about: aboutYear(year), reason }],
  yearReported: ({ year, final }) =>
    final
      ? [
          { part: 'centre', kind: 'yearReported', about: aboutYear(year) },
          { part: 'direction', kind: 'yearReported', about: aboutYear(year) },
        ]
      : [],
  yearOpened: ({ year, carried, cause }) => [
    { part: 'pilot', kind: 'yearOpened', about: aboutYear(year) },
    ...(carried.length > 0 && cause === 'notStated' ? [owed('pilot', 'carryReason', aboutYear(year))] : []),
  ],
  submitted: ({ partnerBy }) => (partnerBy ? [owed('partner', 'partnerOpinion')] : []),
  partnerOpinionRecorded: () => [
    whole('pilot', 'partnerOpinionRecorded'),
    whole('direction', 'partnerOpinionRecorded'),
  ],
  renewalOpened: () => [owed('direction', 'renewal')],
  renewalDecided: ({ reason }) => [
    { ...whole('pilot', 'renewalDecided'), reason },
    { ...whole('centre', 'renewalDecided'), reason },
  ],
  amended: ({ version, reason }) => [
    { part: 'centre', kind: 'planAmended', about: aboutAmendment({ version }), reason },
  ],
  amendmentReturned: ({ version, by, reason }) => {
    const returned = {
      kind: 'amendmentReturned',
      about: aboutAmendment({ version }),
      ...(reason && { reason }),
    } as const
    return [...(by === 'pilot' ? [] : [{ part: 'pilot', ...returned } as const]), { part: 'centre', ...returned }]
  },
  amendmentInForce: ({ version }) => [
    { part: 'pilot', kind: 'amendmentInForce', about: aboutAmendment({ version }) },
    { part: 'centre', kind: 'amendmentInForce', about: aboutAmendment({ version }) },
  ],
  milestoneAdded: ({ id }) => [
    { part: 'centre', kind: 'milestoneAdded', about: id, waitsFor: subjectOf({ kind: 'milestone', about: id }) },
  ],
  milestoneStarted: ({ milestone }) => [{ part: 'centre', kind: 'milestoneStarted', about: milestone }],
  milestoneMoved: ({ milestone, to, reason }, plan, { calendar }) => {
    const moved = {
      kind: 'milestoneMoved',
      about: milestone,
      reason,
      waitsFor: subjectOf({ kind: 'milestone', about: milestone }),
      untilOn: milestoneDeadline(plan, to, calendar).lastDay,
    } as const
    return [
      { part: 'owner', ...moved },
      { part: 'centre', ...moved },
    ]
  },
  milestoneDone: ({ milestone, acceptBy }) => [
    {
      part: 'centre',
      kind: 'milestoneDone',
      about: milestone,
      ...(acceptBy && { waitsFor: subjectOf({ kind: 'evidence', about: milestone }) }),
    },
  ],
  evidenceAccepted: ({ milestone }) => [
    { part: 'owner', kind: 'evidenceAccepted', about: milestone },
    { part: 'pilot', kind: 'evidenceAccepted', about: milestone },
  ],
  evidenceReturned: ({ milestone, reason, redateBy }) => {
    const owedAgain = {
      kind: 'evidenceReturned',
      about: milestone,
      reason,
      waitsFor: subjectOf({ kind: 'milestone', about: milestone }),
    } as const
    return [
      { part: 'owner', ...owedAgain },
      { part: 'pilot', ...owedAgain },
      ...(redateBy ? [owed('pilot', 'redating')] : []),
    ]
  },
  milestoneDropped: ({ milestone, reason }) => [
    { part: 'owner', kind: 'milestoneDropped', about: milestone, reason },
    { part: 'centre', kind: 'milestoneDropped', about: milestone, reason },
  ],
  ownerAssigned: ({ milestone }) => [
    {
      part: 'owner',
      kind: 'ownerAssigned',
      about: milestone,
      waitsFor: subjectOf({ kind: 'milestone', about: milestone }),
    },
  ],
}
